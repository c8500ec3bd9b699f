import * as vscode from 'vscode';
import { passagesWithin } from '../../core/library/passageAtOffset';
import type { Span } from '../../core/model';
import { Note } from '../../core/note/note';
import { quotationsOf } from '../../core/quotes/quotingSpans';
import { mapLetters } from '../../core/text/letterAlignment';
import { TextLines } from '../../host/textLines';
import { showStatusMessage } from '../../host/surfaces/messages';
import { withProgress } from '../../host/surfaces/progress';
import { type Item, pickItem, showPick } from '../../host/surfaces/quickPicks';
import { columnOfTab } from '../../host/viewColumns';
import { threadSlices } from '../../util/slicedWork';
import type { Deps } from '../../workspace/deps';
import type { ReadSelection } from '../../workspace/readSelection';

type QuotingDeps = Pick<Deps, 'library' | 'notes' | 'targets'>;

/** A quotation in a note, as a row of a list. */
type QuotingItem = Item<{
  readonly label: string;
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}>;

/** UTF-16 units of a quotation that a row shows. */
const SHOWN = 120;

/** Lists the quotations in notes that quote what is selected in the reader of a PDF, to open one. */
export async function showQuotingNotes(deps: QuotingDeps, args: readonly unknown[]): Promise<void> {
  const { l10n } = vscode;
  const read = await deps.targets.read(args);
  if (read === undefined || read.text.trim() === '') {
    showStatusMessage(l10n.t('Select words in the PDF first.'));
    return;
  }
  const items = await withProgress(l10n.t('Looking for notes that quote this…'), (_report, token) =>
    quotingItems(deps, read, token),
  );
  if (items.length === 0) {
    showStatusMessage(l10n.t('None of your notes quotes this.'));
    return;
  }
  const chosen = await showPick(items, {
    title: l10n.t('IP4 Desk: Notes That Quote This'),
    placeholder: l10n.t('Choose a quotation to open its note'),
    matchOnDescription: true,
  });
  if (chosen !== undefined) {
    const viewColumn = columnOfTab(chosen.uri);
    await vscode.window.showTextDocument(chosen.uri, {
      selection: chosen.range,
      ...(viewColumn !== undefined && { viewColumn }),
    });
  }
}

async function quotingItems(
  { library, notes }: QuotingDeps,
  read: ReadSelection,
  token: vscode.CancellationToken,
): Promise<readonly QuotingItem[]> {
  const { text, words } = await passageOf(library, read);
  const passage = mapLetters(text);
  const items: QuotingItem[] = [];
  const slices = threadSlices();
  for (const file of await notes.all()) {
    const noteText = await file.readText();
    if (noteText === undefined) {
      continue;
    }
    const note = new Note(noteText, file.languageId);
    const lines = new TextLines(noteText);
    for (const quotation of quotationsOf(note, passage, words)) {
      const range = lines.range(quotation);
      const quoted = noteText.slice(quotation.start, quotation.end).replace(/\s+/gu, ' ');
      items.push(
        pickItem({
          uri: file.uri,
          range,
          label: quoted.length > SHOWN ? `${quoted.slice(0, SHOWN)}…` : quoted,
          description: `${file.label}:${range.start.line + 1}`,
          iconPath: new vscode.ThemeIcon('quote'),
        }),
      );
    }
    if (slices.isOver) {
      await slices.pause();
    }
    if (token.isCancellationRequested) {
      break;
    }
  }
  return items;
}

/** The passages that hold what is selected, since a quotation may have more of them; itself where none do. */
async function passageOf(
  library: QuotingDeps['library'],
  { source, selection, text }: ReadSelection,
): Promise<{ readonly text: string; readonly words: Span }> {
  const document = source === undefined ? undefined : await library.document(source);
  const passages = document && selection ? passagesWithin(document.passages, selection) : [];
  const [first, last] = [passages[0], passages.at(-1)];
  if (document === undefined || !selection || first === undefined || last === undefined) {
    return { text, words: { start: 0, end: text.length } };
  }
  const offset = first.span.start;
  return {
    text: document.text.slice(offset, last.span.end),
    words: { start: selection.start - offset, end: selection.end - offset },
  };
}
