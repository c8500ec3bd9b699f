import type * as vscode from 'vscode';
import type { KnownTerm } from '../../core/terms/knownTerm';
import { occurrenceAt } from '../../core/terms/occurrence';
import { SCHEME } from '../../host/ids';
import { entryOfUri, isEntryText } from '../../host/uris';
import { spanRange } from '../../host/ranges';
import type { DeskTerms, TermScan } from './deskTerms';

/** What stands at a place in a note. */
export interface TermsAt {
  /** The wording. */
  readonly range: vscode.Range;
  /** The terms that share it, nearest first; one at least. */
  readonly terms: readonly KnownTerm[];
  readonly scan: TermScan;
}

/**
 * The terms at a place in a note or in the text of an entry, there without the entry's own. `undefined`
 * where none is, when nobody wants them any more, and on our other pages.
 */
export async function termsAt(
  deskTerms: Pick<DeskTerms, 'scan'>,
  note: vscode.TextDocument,
  position: vscode.Position,
  token?: vscode.CancellationToken,
): Promise<TermsAt | undefined> {
  const { uri } = note;
  if (uri.scheme === SCHEME && !isEntryText(note)) {
    return undefined;
  }
  const scan = await deskTerms.scan(note);
  if (token?.isCancellationRequested === true) {
    return undefined;
  }
  const occurrence = occurrenceAt(scan.occurrences, note.offsetAt(position));
  const own = entryOfUri(uri);
  const terms = (occurrence ? scan.terms.termsAt(occurrence) : []).filter(
    ({ id }) => own?.kind !== 'term' || id !== own.id,
  );
  return occurrence && terms.length > 0
    ? { range: spanRange(note, occurrence), terms, scan }
    : undefined;
}
