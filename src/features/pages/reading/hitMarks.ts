import type { SourceDocument } from '../../../core/library/document';
import type { Span } from '../../../core/model';
import type { PassageHit } from '../../../core/search/searcher';

/** Where a document is to be marked, as offsets into its text. */
export interface HitMarks {
  /** The passages that were found. */
  readonly passages: readonly Span[];
  /** The words in them that match. */
  readonly words: readonly Span[];
}

/** The marks of what a search found in a document. Passages that have changed since are left out. */
export function hitMarks(
  document: SourceDocument | undefined,
  hits: readonly PassageHit[],
): HitMarks {
  const passages: Span[] = [];
  const words: Span[] = [];
  for (const hit of hits) {
    const span = document?.passages.find(({ id }) => id === hit.id)?.span;
    if (span === undefined || document?.text.slice(span.start, span.end) !== hit.text) {
      continue;
    }
    passages.push(span);
    words.push(
      ...hit.highlights.text.map(({ start, end }) => ({
        start: span.start + start,
        end: span.start + end,
      })),
    );
  }
  return { passages, words };
}
