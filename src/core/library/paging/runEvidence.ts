import { itemAt } from '../../../util/defined';
import { standAlike, type NumbersOfPages, type PrintedNumber } from './printedNumber';
import { pagesOfRun, placesOf, runsOf, standsAtOne, type PageRun } from './pageRun';

/** Pages with numbers that a run takes to be believed, some of them sure ones; more where none is. */
const FEWEST = 3;
const FEWEST_SURE = 2;
const FEWEST_DOUBTFUL = 5;
/** In a document of up to so many pages, two numbers do where at most one page lacks its own. */
const SHORT = 4;
/** The share of the pages between the first and the last number of a run that has to have one. */
const DENSITY = 0.4;
/** For each number at the same place that does not fit, so many have to. */
const FITTING = 4;
/** The share of the document's pages that have to have a number of one of its runs. */
const COVERAGE = 0.3;
/** For each page elsewhere that has something that does not run on at the place of the numbers, so many have to. */
const STRAYS = 1.5;
/** A run that only repeats the count of the file tells less: a court's stamp, "Page 3 of 20". */
const COUNT_OF_FILE = 0.7;

/**
 * The runs of numbers that are the pages' own, in the order of the pages and without overlap; none
 * where the evidence is too thin.
 */
export function believedRuns(pages: NumbersOfPages): readonly PageRun[] {
  const texts = pages.filter((page) => page !== undefined).length;
  const runs = runsOf(pages.flatMap((page) => page ?? []))
    .filter((run) => isConvincing(run, texts) && !isContradicted(run, pages))
    .sort((a, b) => weightOf(b) - weightOf(a));
  const accepted = withoutOverlap(runs);
  const covered = accepted.reduce((sum, run) => sum + run.pages, 0);
  const isThin = covered < COVERAGE * texts || STRAYS * countStrays(accepted, pages) > covered;
  return isThin ? [] : accepted;
}

function weightOf({ offset, series, pages }: PageRun): number {
  return offset === 1 && series === '1' ? COUNT_OF_FILE * pages : pages;
}

function isConvincing(run: PageRun, texts: number): boolean {
  const { first, last, pages, surePages } = run;
  if (pages < DENSITY * (last - first + 1)) {
    return false;
  }
  if (looksLikeYears(run)) {
    return false;
  }
  const isWhole = texts <= SHORT && surePages >= FEWEST_SURE && surePages >= texts - 1;
  // Headings and footnotes begin with their numbers; a head that changes has the page's at the outer side.
  const areOutside = run.numbers.filter(({ isLast }) => isLast).length >= FEWEST_SURE;
  return (
    isWhole ||
    (pages >= FEWEST && surePages >= FEWEST_SURE) ||
    (pages >= FEWEST_DOUBTFUL && areOutside)
  );
}

/** Tables of successive years have the year above them; on pages of such numbers it stands elsewhere. */
function looksLikeYears({ series, numbers }: PageRun): boolean {
  return (
    series === '1' &&
    areYears(numbers) &&
    numbers.every(({ edge, beside }) => edge === 'head' && beside === '')
  );
}

/** Whether all numbers may be those of years. */
export function areYears(numbers: readonly PrintedNumber[]): boolean {
  return numbers.every(({ value }) => value >= 1800 && value <= 2100);
}

/** Whether too many pages between those of a run have something else where its numbers stand. */
function isContradicted(run: PageRun, pages: NumbersOfPages): boolean {
  let others = 0;
  let at = 0;
  for (let page = run.first; page <= run.last; page++) {
    while (itemAt(run.numbers, at).page < page) {
      at++;
    }
    const next = itemAt(run.numbers, at);
    if (next.page !== page && (pages[page] ?? []).some((number) => standAlike(number, next))) {
      others++;
    }
  }
  return others * FITTING > run.pages;
}

/** How many pages outside of runs have something where the numbers of these stand. */
function countStrays(runs: readonly PageRun[], pages: NumbersOfPages): number {
  const covered = new Set(runs.flatMap(pagesOfRun));
  const places = placesOf(runs);
  return pages.filter(
    (numbers = [], page) =>
      !covered.has(page) && numbers.some((number) => standsAtOne(number, places)),
  ).length;
}

/** @param runs the weightiest first */
function withoutOverlap(runs: readonly PageRun[]): readonly PageRun[] {
  const taken = new Set<number>();
  const kept = runs.filter((run) => {
    const own = pagesOfRun(run);
    if (own.some((page) => taken.has(page))) {
      return false;
    }
    own.forEach((page) => taken.add(page));
    return true;
  });
  return kept.sort((a, b) => a.first - b.first);
}
