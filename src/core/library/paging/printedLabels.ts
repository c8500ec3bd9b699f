import { writePageNumber } from './pageNumber';
import { pagesOfRun, placesOf, REACH, type PageRun } from './pageRun';
import { haveAlikeRows, standAlike, type PrintedNumber } from './printedNumber';
import { believedRuns } from './runEvidence';
import { risingRuns } from './risingRuns';
import { withShortRuns } from './shortRuns';

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
  const believed = believedRuns(numbers);
  const rising = believed.length > 0 ? undefined : risingRuns(numbers);
  const runs = rising?.runs ?? withShortRuns(believed, numbers);
  if (runs.length === 0) {
    return undefined;
  }
  const labels: string[] = pages.map(() => '');
  for (const { series, offset, first, last } of rising?.isChosen === true
    ? runs
    : stretchesOf(runs, pages)) {
    for (let page = first; page <= last; page++) {
      labels[page] = writePageNumber(series, page + offset);
    }
  }
  const places = placesOf(runs);
  const counted = new Set(runs.flatMap(pagesOfRun));
  return labels.map((label, page) => {
    const found = counted.has(page) ? [] : (numbers[page] ?? []);
    const there = found.filter((number) => standsAsOne(number, places));
    const isOwn = there.some(({ series, value }) => writePageNumber(series, value) === label);
    return there.length === 0 || isOwn ? label : '';
  });
}

/** Whether a number stands as those of pages do. */
function standsAsOne(number: PrintedNumber, places: readonly PrintedNumber[]): boolean {
  return places.some(
    (place) =>
      standAlike(number, place) && (number.standing === 'alone' || haveAlikeRows(number, place)),
  );
}

function stretchesOf(
  runs: readonly PageRun[],
  pages: readonly PageHeadAndFoot[],
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const [at, run] of runs.entries()) {
    const before = stretches.at(-1);
    const gap = run.first - (before === undefined ? 0 : before.last + 1);
    const first = run.first - pagesBefore(run, gap, before, pages);
    if (before !== undefined) {
      stretches[stretches.length - 1] = { ...before, last: first - 1 };
    }
    stretches.push({ ...run, first, last: at + 1 === runs.length ? pages.length - 1 : run.last });
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
