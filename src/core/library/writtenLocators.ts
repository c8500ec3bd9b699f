import type { Locator } from '../model';
import type { Passage } from './document';

/**
 * The locator of a passage in a document without pages: section and paragraph, both as in "3.2",
 * where section 0 is what stands before the first heading. Gathered ones are a range: "3.2–3.5".
 */
export function paragraphLocator(section: number, first: number, last = first): Locator {
  return first === last ? `${section}.${first}` : `${section}.${first}–${section}.${last}`;
}

/**
 * The locator of a heading in a document without pages: "sec. 3" of the one that opens section 3;
 * empty for the document's title, which opens none.
 */
export function sectionLocator(section: number): Locator {
  return section === 0 ? '' : `sec. ${section}`;
}

/**
 * The locator of a passage on pages, by the labels printed on them where there are any.
 * @param page counted from 1
 */
export function pageLocator(page: number, lastPage: number, labels?: readonly string[]): Locator {
  return lastPage === page
    ? `p. ${labelOf(page, labels)}`
    : `pp. ${labelOf(page, labels)}–${labelOf(lastPage, labels)}`;
}

function labelOf(page: number, labels: readonly string[] | undefined): string {
  return labels?.[page - 1]?.trim() || String(page);
}

/**
 * The pages of the file on which a passage stands, counted from 1, where its locator names them by
 * other numbers; `undefined` where both are the same, or it stands on none.
 */
export function filePages({
  locator,
  page,
  lastPage = page,
}: Pick<Passage, 'locator' | 'page' | 'lastPage'>): readonly [number, number] | undefined {
  if (page === undefined || lastPage === undefined) {
    return undefined;
  }
  const isCounted = locator === pageLocator(page, lastPage);
  return isCounted ? undefined : [page, lastPage];
}
