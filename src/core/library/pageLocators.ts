import { defined } from '../../util/defined';
import { listedPlaces } from '../text/listedPlaces';
import { PAGE_LETTER, PAGE_ORDINAL, PAGE_UNIT_BEHIND, PAGE_WORD } from '../text/pageWords';
import type { Passage, SourceDocument } from './document';

/** "p. 12", "pp. 12–13", "page xii", "S. 12", "at 12" */
export const PAGED = new RegExp(
  String.raw`^(?:${PAGE_WORD}(?!\p{L})\s*|${PAGE_LETTER}\s*|at\s+|${PAGE_ORDINAL}\s*)(?=\S)`,
  'iu',
);
const UNIT = new RegExp(String.raw`\s?${PAGE_UNIT_BEHIND}$`, 'u');
/** "12f.", "12 ff." */
const FOLLOWING = /\s?(ff?)\.?$/u;
const NUMBER = String.raw`(?:\d{1,6}|\d{1,3},\d{3}|[ivxlc]{1,9})`;
const PAGES = new RegExp(String.raw`^${NUMBER}(?:\s?[-‐-―−]+\s?${NUMBER})?$`, 'iu');
/** "A-3", "A-3–A-5" */
const CHAPTERS = /^\p{Lu}{1,3}-\d{1,4}(?:\s?[-‐-―−]+\s?\p{Lu}{1,3}-\d{1,4})?$/u;
const ANY_DASH = /(?<!\s)\s*[-‐-―−]+\s*/gu;

/**
 * The passages on pages that a locator names, with or without "p."; where it lists pages among other
 * places, on these.
 * @param by the numbers printed on the pages, where any are; the count of the file, from 1; or the
 *   latter where the former name none
 */
export function passagesOnPages(
  document: SourceDocument,
  locator: string,
  by: keyof typeof READINGS,
): readonly Passage[] {
  const text = locator.replace(/\s+/gu, ' ').trim();
  const pagesOf = READINGS[by];
  const listed = pagesIn(text);
  const ranges = (listed.length > 0 ? listed : [text])
    .map((part) => part.replace(PAGED, ''))
    // "3-12" is a page where one is called so, and no range of the file.
    .filter((part) => by !== 'count' || /^\d+$/.test(part) || labelled(document, part).length === 0)
    .flatMap((part) => rangesOf(document, part, pagesOf));
  return document.passages.filter(
    ({ page, lastPage = page }) =>
      page !== undefined &&
      ranges.some(([first, last]) => page <= last && defined(lastPage) >= first),
  );
}

/**
 * Whether a locator names pages, alone or among other places: "p. 12", "xii–xiv", "12頁", "12f.",
 * "p. A-3", "sec. 2, p. 12", but not "A-3" alone.
 */
export function namesPages(locator: string): boolean {
  return pagesIn(locator).some((page) => {
    const number = page.replace(PAGED, '');
    return PAGES.test(number.replace(UNIT, '').replace(FOLLOWING, '')) || CHAPTERS.test(number);
  });
}

function pagesIn(locator: string): readonly string[] {
  return listedPlaces(locator).flatMap(({ text, isPage }) => (isPage ? [text] : []));
}

/** The pages that a single label may mean, ascending. */
type PageReading = (document: SourceDocument, label: string) => readonly number[];

/** In a longer text with many dashes each of them would have all labels looked through. */
const LONGEST_RANGE = 100;

type PageRange = readonly [number, number];

function rangesOf(
  document: SourceDocument,
  text: string,
  pagesOf: PageReading,
): readonly PageRange[] {
  const ranges: PageRange[] = pagesOf(document, text).map((page) => [page, page]);
  if (ranges.length > 0 || text.length > LONGEST_RANGE) {
    return ranges;
  }
  const bare = text.replace(UNIT, '');
  const [following, more] = FOLLOWING.exec(bare) ?? ['', undefined];
  const number = bare.slice(0, bare.length - following.length);
  if (number !== text && PAGES.test(number)) {
    const single = rangesOf(document, number, pagesOf);
    return more === undefined
      ? single
      : single.map(([first, last]) => [first, more === 'f' ? last + 1 : Infinity]);
  }
  // A label may have a dash in it: every dash may be the one of the range.
  for (const { 0: dash, index } of text.matchAll(ANY_DASH)) {
    const from = text.slice(0, index);
    const lastPages = pagesOf(document, lastOfRange(from, text.slice(index + dash.length)));
    for (const first of pagesOf(document, from)) {
      const last = lastPages.find((page) => page >= first);
      if (last !== undefined) {
        ranges.push([first, last]);
      }
    }
  }
  return ranges;
}

/** "215–7" ends at 217. */
function lastOfRange(first: string, last: string): string {
  const isShort = /^\d+$/.test(first) && /^\d+$/.test(last) && last.length < first.length;
  const whole = isShort ? first.slice(0, first.length - last.length) + last : last;
  return Number(whole) >= Number(first) ? whole : last;
}

function labelledOrCounted(document: SourceDocument, label: string): readonly number[] {
  const pages = labelled(document, label);
  return pages.length === 0 ? counted(document, label) : pages;
}

/** A page without a label is called by its number. */
function labelled(document: SourceDocument, label: string): readonly number[] {
  const { pageLabels } = document;
  if (pageLabels === undefined) {
    return counted(document, label);
  }
  // "47,698", as the Federal Register is cited.
  const sought = label.toLowerCase().replace(/^(\d{1,3}),(\d{3})$/, '$1$2');
  return pageLabels.flatMap((candidate, at) =>
    (candidate.trim().toLowerCase() || String(at + 1)) === sought ? [at + 1] : [],
  );
}

function counted(_: SourceDocument, label: string): readonly number[] {
  return /^\d+$/.test(label) ? [Number(label)] : [];
}

const READINGS = { label: labelled, count: counted, either: labelledOrCounted } as const;
