import type { SourceDocument } from '../../../core/library/document';
import { pageLocator } from '../../../core/library/writtenLocators';

/** Where a page of a document begins. */
export interface PageMark {
  /** "p. 12", by the label printed on the page where there is one. */
  readonly locator: string;
  /** Offset of the first passage that begins on the page. */
  readonly offset: number;
}

/** Where the pages of a document begin, in order; without those on which no passage begins. */
export function pageMarks({
  passages,
  pageLabels,
}: Pick<SourceDocument, 'passages' | 'pageLabels'>): readonly PageMark[] {
  const marks = new Map<number, PageMark>();
  for (const { page, span } of passages) {
    if (page !== undefined && !marks.has(page)) {
      marks.set(page, { locator: pageLocator(page, page, pageLabels), offset: span.start });
    }
  }
  return [...marks.values()];
}
