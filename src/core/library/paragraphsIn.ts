import type { Passage, SourceDocument } from './document';

/** The passages of a document that are no headings. */
export function paragraphsIn({ passages }: Pick<SourceDocument, 'passages'>): readonly Passage[] {
  return passages.filter(({ isHeading }) => !isHeading);
}
