import {
  offsetOf,
  pagesOfRun,
  placesOf,
  REACH,
  runsOf,
  singleRun,
  standsAtOne,
  type PageRun,
} from './pageRun';
import { haveAlikeRows, type NumbersOfPages, type PrintedNumber } from './printedNumber';

/**
 * The runs with those beside them that are too short to be believed alone, and stand where their
 * numbers stand: some pages of roman numbers, an annex of two pages, a page behind one that the file
 * lacks; and with single numbers that stand elsewhere and count on, as where a chapter opens.
 */
export function withShortRuns(runs: readonly PageRun[], pages: NumbersOfPages): readonly PageRun[] {
  const taken = new Set(runs.flatMap(pagesOfRun));
  const known = runs.map((run) => grown(run, pages, taken));
  const places = placesOf(known);
  const free = (): readonly PrintedNumber[] =>
    pages.flatMap((numbers = [], page) =>
      taken.has(page) ? [] : numbers.filter((number) => standsAtOne(number, places)),
    );
  const add = (run: PageRun): void => {
    const own = pagesOfRun(run);
    if (!own.some((page) => taken.has(page))) {
      own.forEach((page) => taken.add(page));
      known.push(run);
    }
  };
  runsOf(free())
    .filter((run) => run.surePages >= 2 && startsAnew(run))
    .sort((a, b) => b.pages - a.pages)
    .forEach(add);
  known.sort((a, b) => a.first - b.first);
  const singles = free().filter(
    (number) => number.standing === 'alone' || places.some((place) => haveAlikeRows(number, place)),
  );
  return withSingles(known, singles);
}

/** @param singles in the order of their pages, none on a page of a run */
function withSingles(
  runs: readonly PageRun[],
  singles: readonly PrintedNumber[],
): readonly PageRun[] {
  const all: PageRun[] = [];
  let next = 0;
  for (const number of singles) {
    for (let run = runs[next]; run !== undefined && run.first < number.page; run = runs[++next]) {
      all.push(run);
    }
    const before = all.at(-1);
    const isFree = before === undefined || before.last < number.page;
    if (isFree && isNext(number, before, runs[next])) {
      all.push(singleRun(number));
    }
  }
  return [...all, ...runs.slice(next)];
}

/** A run with single numbers that count on at its ends, wherever they stand. */
function grown(run: PageRun, pages: NumbersOfPages, taken: Set<number>): PageRun {
  const isOwn = (page: number): boolean =>
    pages[page]?.some(
      (number) =>
        number.standing === 'alone' &&
        number.series === run.series &&
        offsetOf(number) === run.offset,
    ) === true;
  const endFrom = (end: number, step: number): number => {
    let found = end;
    for (let by = 1; by <= REACH && !taken.has(end + by * step); by++) {
      found = isOwn(end + by * step) ? end + by * step : found;
    }
    return found;
  };
  const whole = { ...run, first: endFrom(run.first, -1), last: endFrom(run.last, 1) };
  pagesOfRun(whole).forEach((page) => taken.add(page));
  return whole;
}

/** Whether a run counts no further than the pages before it can: that of an annex, or of front matter. */
function startsAnew({ series, offset }: PageRun): boolean {
  return series !== '1' || offset <= 1;
}

/** Roman numbers, and those of annexes, are nothing else where page numbers stand. */
function tellsByItself({ series, value, page }: PrintedNumber): boolean {
  return series !== '1' && value <= page + 1;
}

/** Further than this no pages are left out of a file without a trace. */
const FURTHEST = 30;

/** Whether a number stands to the runs around it as one of a page does. */
function isNext(
  number: PrintedNumber,
  before: PageRun | undefined,
  behind: PageRun | undefined,
): boolean {
  const beginsAgain = before !== undefined && number.value <= number.page - before.last;
  return beginsAgain || tellsByItself(number) || rises(number, before, behind);
}

/** Whether a number goes on from the run before it, or leads to the next, with some numbers left out. */
function rises(
  { series, value }: PrintedNumber,
  before: PageRun | undefined,
  behind: PageRun | undefined,
): boolean {
  const low = before?.series === series ? before.last + before.offset : undefined;
  const high = behind?.series === series ? behind.first + behind.offset : undefined;
  const isAbove = low === undefined || (low < value && value <= low + FURTHEST);
  const isBelow = high === undefined || (value < high && high <= value + FURTHEST);
  return isAbove && isBelow && (low !== undefined || high !== undefined);
}
