import type * as vscode from 'vscode';
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
  return note.version === version ? prepared?.complete : undefined;
}
