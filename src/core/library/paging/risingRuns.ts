import { itemAt } from '../../../util/defined';
import { placesOf, singleRun, type PageRun } from './pageRun';
import { standAlike, type NumbersOfPages, type PrintedNumber } from './printedNumber';
import { areYears } from './runEvidence';

/** Pages that have to have a number, when all count on or begin again, and when some are left out. */
const FEWEST = 3;
const FEWEST_RISING = 5;
/** One less, where most pages count on from the one before. */
const FEWEST_PAIRED = 4;
/** The share of all pages that has to have one. */
const SHARE = 0.8;
/** From page to page, numbers rise by so many at most. */
const STEEPEST = 150;
/** The share of numbers that stand alone or in a row that says the same on another page. */
const SURE = 0.6;

interface RisingRuns {
  /** One for each page that has a number. */
  readonly runs: readonly PageRun[];
  /** Whether pages are left out, so that nothing can be counted from one to another. */
  readonly isChosen: boolean;
}

/**
 * The numbers of documents that are too short for runs, or that somebody has chosen from a longer
 * one: at the same place of nearly all pages, each counting on from the one before or beginning
 * again, or at least greater than that.
 */
export function risingRuns(pages: NumbersOfPages): RisingRuns | undefined {
  const texts = pages.filter((page) => page !== undefined);
  const places = placesOf(texts.slice(0, 2).flatMap((numbers) => numbers.map(singleRun)));
  for (const numbers of places.map((place) => numbersAt(place, texts))) {
    const kind = kindOf(numbers, texts.length);
    if (kind !== undefined) {
      return { runs: numbers.map(singleRun), isChosen: kind === 'chosen' };
    }
  }
  return undefined;
}

function numbersAt(
  place: PrintedNumber,
  pages: readonly (readonly PrintedNumber[])[],
): readonly PrintedNumber[] {
  return pages.flatMap((numbers) => numbers.find((number) => standAlike(number, place)) ?? []);
}

/** Whether numbers are those of a whole document, or of chosen pages; `undefined` for neither. */
function kindOf(numbers: readonly PrintedNumber[], pages: number): 'whole' | 'chosen' | undefined {
  if (numbers.length < SHARE * pages || areYears(numbers) || !areSure(numbers)) {
    return undefined;
  }
  const steps = numbers.slice(1).map((number, at) => stepTo(number, itemAt(numbers, at)));
  const follows = steps.filter((step) => step === 'follows').length;
  if (follows === steps.length) {
    return numbers.length >= FEWEST ? 'whole' : undefined;
  }
  const fewest = 2 * follows > steps.length ? FEWEST_PAIRED : FEWEST_RISING;
  return numbers.length >= fewest && !steps.includes(undefined) ? 'chosen' : undefined;
}

function areSure(numbers: readonly PrintedNumber[]): boolean {
  const counts = new Map<string, number>();
  for (const { beside } of numbers) {
    counts.set(beside, (counts.get(beside) ?? 0) + 1);
  }
  const sure = numbers.filter(
    ({ standing, beside }) =>
      standing === 'alone' || (beside !== '' && (counts.get(beside) ?? 0) > 1),
  );
  return sure.length >= SURE * numbers.length;
}

/** How a number follows another; `undefined` where it does not. */
function stepTo(
  { series, value, page }: PrintedNumber,
  before: PrintedNumber,
): 'follows' | 'rises' | undefined {
  const distance = page - before.page;
  const isSame = series === before.series;
  const rise = value - before.value;
  if (isSame ? rise === distance : value <= distance) {
    return 'follows';
  }
  const isPlain = rise > 0 ? rise <= STEEPEST * distance : rise < 0 && value <= distance;
  return isSame && isPlain ? 'rises' : undefined;
}
