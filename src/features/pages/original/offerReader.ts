import * as vscode from 'vscode';
import { PDF_EDITOR } from '../../../host/ids';
import { showInformation } from '../../../host/surfaces/messages';

/** Where it is remembered that somebody has been asked. */
export const ASKED_KEY = 'pdf.offered';

const [SECTION, ASSOCIATIONS] = ['workbench', 'editorAssociations'];
const PDFS = '*.pdf';

/**
 * Asks, once ever, whether PDFs open in the reader, and writes a "yes" into the user's settings. Asks
 * nobody whose settings say already how they open.
 */
export async function offerReader(state: vscode.Memento): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SECTION);
  const known = settings.get<Readonly<Record<string, string>>>(ASSOCIATIONS) ?? {};
  if (state.get(ASKED_KEY) === true || Object.keys(known).some((glob) => /\.pdf$/i.test(glob))) {
    return;
  }
  // Before the answer: another window is not to ask as well, and closing the question is an answer.
  await state.update(ASKED_KEY, true);
  const { l10n } = vscode;
  const [yes, no] = [l10n.t('Open PDFs in IP4 Desk'), l10n.t('No')];
  const question = l10n.t(
    'Open PDFs in the reader of IP4 Desk when you click them? It finds words, and cites what you select with its page.',
  );
  if ((await showInformation(question, yes, no)) === yes) {
    const own = settings.inspect<Readonly<Record<string, string>>>(ASSOCIATIONS)?.globalValue;
    await settings.update(
      ASSOCIATIONS,
      { ...own, [PDFS]: PDF_EDITOR },
      vscode.ConfigurationTarget.Global,
    );
  }
}
