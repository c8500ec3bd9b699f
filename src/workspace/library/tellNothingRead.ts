import * as vscode from 'vscode';
import { Commands } from '../../host/ids';
import { showStatusMessage, showWarning } from '../../host/surfaces/messages';
import type { CommandTargets } from '../targets';

/** Says why there is nothing to cite in the reader of a PDF. */
export async function tellNothingRead(
  targets: Pick<CommandTargets, 'read'>,
  args: readonly unknown[],
): Promise<void> {
  const read = await targets.read(args);
  if (read === undefined || read.source !== undefined) {
    showStatusMessage(vscode.l10n.t('Select words in the PDF first.'));
    return;
  }
  const add = vscode.l10n.t('Add Sources…');
  const text = vscode.l10n.t('This PDF is not one of your sources, so it cannot be cited.');
  if ((await showWarning(text, add)) === add) {
    await vscode.commands.executeCommand(Commands.addSources);
  }
}
