import { writePageNumber } from './pageNumber';
import {
  REACH,
  offsetOf,
  pagesOfRun,
  placesOf,
  runsOf,
  standsAtOne,
  type PageRun,
} from './pageRun';
import type { PrintedNumber } from './printedNumber';
import { believedRuns } from './runEvidence';

/** What is known of one page for finding its printed number. */
export interface PageHeadAndFoot {
  /** `undefined` for a page without text. */
  readonly numbers: readonly PrintedNumber[] | undefined;
  /** Ranges of pages that it names, "pp. 213–240", as documents do at their beginning. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** A sequence of labels: pages from `first` to `last`, counted from 0. */
type Stretch = Pick<PageRun, 'series' | 'offset' | 'first' | 'last'>;

/**
 * The numbers printed on the pages of a document, where they run on; empty for a page of which
 * nothing tells its number. `undefined` where there are none.
 */
export function printedLabels(pages: readonly PageHeadAndFoot[]): readonly string[] | undefined {
  const numbers = pages.map((page) => page.numbers);
  const runs = believedRuns(numbers);
  if (runs.length === 0) {
    return undefined;
  }
  const labels: string[] = pages.map(() => '');
  for (const { series, offset, first, last } of stretchesOf(runs, pages)) {
    for (let page = first; page <= last; page++) {
      labels[page] = writePageNumber(series, page + offset);
    }
  }
  return labels;
}

function stretchesOf(
  runs: readonly PageRun[],
  pages: readonly PageHeadAndFoot[],
): readonly Stretch[] {
  const known = withShortRuns(runs, pages);
  const stretches: Stretch[] = [];
  for (const [at, run] of known.entries()) {
    const before = stretches.at(-1);
    const gap = run.first - (before === undefined ? 0 : before.last + 1);
    const first = run.first - pagesBefore(run, gap, before, pages);
    const end = known[at + 1]?.first ?? pages.length;
    if (before !== undefined) {
      stretches[stretches.length - 1] = { ...before, last: first - 1 };
    }
    stretches.push({ ...run, first, last: at + 1 === known.length ? end - 1 : run.last });
  }
  return stretches;
}

/**
 * How many of the pages without a number before a run are counted by it. They are where that leads
 * back to its first page, or to the one with which the range begins that the document names for
 * itself; a cover that somebody has put before an article is not.
 */
function pagesBefore(
  { series, offset, first }: PageRun,
  gap: number,
  before: Stretch | undefined,
  pages: readonly PageHeadAndFoot[],
): number {
  // Where blank pages have been left out, what follows them is the opening of a chapter.
  const skipped = before?.series === series ? offset - before.offset : -1;
  if (skipped >= 0 && skipped <= REACH) {
    return gap;
  }
  const value = first + offset;
  if (value <= gap + 1) {
    return value - 1;
  }
  if (before !== undefined || series !== '1') {
    return 0;
  }
  const starts = new Set(
    pages
      .slice(0, first + 1)
      .flatMap(({ ranges }) => ranges)
      .filter(([from, to]) => from < value && value <= to)
      .map(([from]) => value - from),
  );
  return [...starts].filter((count) => count <= gap).sort((a, b) => b - a)[0] ?? 0;
}

/**
 * The runs with those beside them that are too short to be believed alone, and stand where their
 * numbers stand: some pages of roman numbers, an annex of two pages; and with single numbers that
 * stand elsewhere and count on, as on the first page of a chapter.
 */
function withShortRuns(
  runs: readonly PageRun[],
  pages: readonly PageHeadAndFoot[],
): readonly PageRun[] {
  const known = runs.map((run) => grown(run, pages));
  const taken = new Set(known.flatMap(pagesOfRun));
  const places = placesOf(known);
  const free = pages.flatMap(({ numbers = [] }, page) =>
    taken.has(page) ? [] : numbers.filter((number) => standsAtOne(number, places)),
  );
  const short = runsOf(free).filter((run) => isPlausible(run, pages.length));
  const found: PageRun[] = [];
  for (const run of short.sort((a, b) => b.pages - a.pages)) {
    const own = pagesOfRun(run);
    if (!own.some((page) => taken.has(page))) {
      own.forEach((page) => taken.add(page));
      found.push(run);
    }
  }
  for (const number of free) {
    if (!taken.has(number.page) && number.standing === 'alone' && tellsByItself(number)) {
      taken.add(number.page);
      found.push(single(number));
    }
  }
  return [...known, ...found].sort((a, b) => a.first - b.first);
}

/** A run with single numbers that count on at its ends, wherever they stand. */
function grown(run: PageRun, pages: readonly PageHeadAndFoot[]): PageRun {
  const isOwn = (page: number): boolean =>
    pages[page]?.numbers?.some(
      (number) =>
        number.standing === 'alone' &&
        number.series === run.series &&
        offsetOf(number) === run.offset,
    ) === true;
  let { first, last } = run;
  for (let page = first - 1; page >= first - REACH && page >= 0; page--) {
    first = isOwn(page) ? page : first;
  }
  for (let page = last + 1; page <= last + REACH && page < pages.length; page++) {
    last = isOwn(page) ? page : last;
  }
  return { ...run, first, last };
}

/** Whether a short run begins where one may: not beyond what the pages before it can count to. */
function isPlausible({ series, offset, surePages }: PageRun, count: number): boolean {
  return surePages >= 2 && (series !== '1' || offset <= count);
}

/** Roman numbers, and those of annexes, are nothing else where page numbers stand. */
function tellsByItself({ series, value, page }: PrintedNumber): boolean {
  return series !== '1' && value <= page + 1;
}

function single(number: PrintedNumber): PageRun {
  return {
    series: number.series,
    offset: offsetOf(number),
    first: number.page,
    last: number.page,
    numbers: [number],
    pages: 1,
    surePages: 1,
  };
}
