import { headingsOf, passageText } from '../../src/core/library/structure';
import type { TaggableDocument } from '../../src/core/tags/tagger';
import { sourceDocument } from './sourceDocument';

/** A document to be tagged, out of lines as `sourceDocument` has them. */
export function taggable(
  lines: readonly string[],
  { title = 'Untitled', year }: { readonly title?: string; readonly year?: number } = {},
): TaggableDocument {
  const document = sourceDocument(lines);
  return {
    title,
    ...(year !== undefined && { issued: { 'date-parts': [[year]] } }),
    passages: document.passages,
    headingsOf: (passage) => headingsOf(document, passage),
    textOf: (passage) => passageText(document, passage),
  };
}
