import type { Span } from '../model';
import { HEADING_PLACE } from './headingPlaces';
import { PAGE_LETTER, PAGE_ORDINAL, PAGE_UNIT_BEHIND, PAGE_WORD } from './pageWords';

/** One of the places that a locator lists: "sec. 2, p. 61 and 63" has three. */
export interface ListedPlace extends Span {
  /** With what it counts, which a number may have from the place before it: "5" of "§§ 3, 5" is "§§ 5". */
  readonly text: string;
  /**
   * Whether it is a page: it or the place before it says so, or it is a number and nothing says what
   * it counts.
   */
  readonly isPage: boolean;
}

/** UTF-16 units; longer locators list nothing that anybody could look up. */
const LONGEST_LIST = 500;

const CONJUNCTION = String.raw`(?:\\?&|(?:and|und|et|y)(?=[\s~]))`;
/** What may stand between two places of a list, as the source of an expression. */
export const BETWEEN_PLACES = String.raw`(?:[,;][\s~]+(?:${CONJUNCTION}[\s~]+)?|[\s~]${CONJUNCTION}[\s~]+|,(?=\d{1,2}(?!\d)))`;
const HEADING_OR_BETWEEN = new RegExp(`${HEADING_PLACE}|(${BETWEEN_PLACES})`, 'giu');

const PAGE = new RegExp(
  String.raw`^(?:${PAGE_WORD}(?!\p{L})|${PAGE_LETTER}|at[\s~]|${PAGE_ORDINAL})|\d\s?${PAGE_UNIT_BEHIND}$`,
  'iu',
);
const UNIT = /^(?:\p{L}{1,12}\.?|[¶§]{1,2})[\s~]*(?=\d)/u;
/** "61", "xii", "3.3", and "A-3", which is a page of an annex only where pages are listed. */
const BARE = /^(?:\d|[ivxlc]+(?![\p{L}\p{N}])|\p{Lu}{1,3}-\d)/iu;
const BARE_PAGE = /^(?:\d{1,6}(?![\d.:])|[ivxlc]+(?![\p{L}\p{N}]))/iu;

/** The unit of what says that it is a page. */
const PAGES = '';

/**
 * The places that a locator lists, parted by commas, semicolons and "and", in order; headings in
 * quotation marks are whole. Empty for a locator longer than people write.
 */
export function listedPlaces(locator: string): readonly ListedPlace[] {
  if (locator.length > LONGEST_LIST) {
    return [];
  }
  const places: (ListedPlace & { readonly unit: string | undefined })[] = [];
  let unit: string | undefined;
  let start = 0;
  for (const separator of [...separatorsIn(locator), atEnd(locator)]) {
    const written = locator.slice(start, separator.start);
    const isBare = BARE.test(written);
    const isMarked = PAGE.test(written);
    if (isMarked || !isBare) {
      unit = isMarked ? PAGES : UNIT.exec(written)?.[0];
    }
    places.push({
      start,
      end: separator.start,
      text: isBare ? `${unit ?? ''}${written}` : written,
      isPage: unit === PAGES || (unit === undefined && BARE_PAGE.test(written)),
      unit,
    });
    start = separator.end;
  }
  // "2, p. 61": where one says that it is a page, a number before it is none.
  const isAnyMarked = places.some((place) => place.unit === PAGES);
  return places.map(({ unit: own, ...place }) => ({
    ...place,
    isPage: isAnyMarked ? own === PAGES : place.isPage,
  }));
}

function separatorsIn(locator: string): readonly Span[] {
  return [...locator.matchAll(HEADING_OR_BETWEEN)].flatMap(({ 1: separator, index }) =>
    separator === undefined ? [] : [{ start: index, end: index + separator.length }],
  );
}

function atEnd({ length }: string): Span {
  return { start: length, end: length };
}

/**
 * From the first to the last page that a locator names, without the sections before and the notes
 * behind them; undefined where it names none.
 */
export function pagesWithin(locator: string): Span | undefined {
  const pages = listedPlaces(locator).filter(({ isPage }) => isPage);
  const [first, last] = [pages[0], pages.at(-1)];
  return first && last && { start: first.start, end: last.end };
}
