import * as vscode from 'vscode';
import type { QuoteCheck, QuotedPlace } from '../../core/quotes/quoteCheck';
import type { Deps } from '../deps';

/**
 * The edits that cite a place behind a quotation, the bibliography's entry included; `undefined` when
 * the source is gone or the note has changed meanwhile.
 */
export async function citationEdit(
  { library, citing }: Pick<Deps, 'library' | 'citing'>,
  note: vscode.TextDocument,
  { quotation }: Pick<QuoteCheck, 'quotation'>,
  place: QuotedPlace,
): Promise<vscode.WorkspaceEdit | undefined> {
  const source = library.get(place.source);
  const { version } = note;
  const position = note.positionAt(quotation.outer.end);
  const cited = source && {
    text: place.text,
    source: source.citation,
    locators: [place.printed],
  };
  const prepared = cited && (await citing.prepare(note, position, cited, 'citation'));
  return prepared && note.version === version
    ? withInsertion(prepared.additional, note, position, prepared.insertion)
    : undefined;
}

/** All edits of one, with text put in at a place of a note. */
function withInsertion(
  edit: vscode.WorkspaceEdit,
  note: vscode.TextDocument,
  at: vscode.Position,
  text: string,
): vscode.WorkspaceEdit {
  const others = edit.get(note.uri);
  edit.set(note.uri, [vscode.TextEdit.insert(at, text), ...others]);
  return edit;
}
