import { placesOf, singleRun, type PageRun } from './pageRun';
import {
  haveAlikeRows,
  standAlike,
  type NumbersOfPages,
  type PrintedNumber,
} from './printedNumber';
import { areYears } from './runEvidence';

/** Pages that have to have a number, when all count on or begin again, and when some are left out. */
const FEWEST = 3;
const FEWEST_RISING = 5;
/** The share of all pages that has to have one. */
const SHARE = 0.8;
/** From page to page, numbers rise by so many at most. */
const STEEPEST = 20;

/**
 * The numbers of documents that are too short for runs, or that somebody has chosen from a longer
 * one: at the same place of nearly all pages, alone or in a row that says the same, each counting on
 * from the one before or beginning again, or at least greater than that.
 */
export function risingRuns(pages: NumbersOfPages): readonly PageRun[] {
  const texts = pages.filter((page) => page !== undefined);
  const seeds = placesOf(texts.slice(0, 2).flatMap((numbers) => numbers.map(singleRun)));
  return (
    seeds
      .map((seed) => numbersAt(seed, texts))
      .find(areRising)
      ?.map(singleRun) ?? []
  );

  function areRising(numbers: readonly PrintedNumber[]): boolean {
    if (numbers.length < SHARE * texts.length || areYears({ series: '1', numbers })) {
      return false;
    }
    const steps = numbers.slice(1).map((number, at) => stepTo(number, numbers[at]));
    const fewest = steps.includes('rises') ? FEWEST_RISING : FEWEST;
    return numbers.length >= fewest && !steps.includes(undefined);
  }
}

function numbersAt(
  place: PrintedNumber,
  pages: readonly (readonly PrintedNumber[])[],
): readonly PrintedNumber[] {
  return pages.flatMap(
    (numbers) =>
      numbers.find(
        (number) =>
          standAlike(number, place) &&
          (number.standing === 'alone' || haveAlikeRows(number, place)),
      ) ?? [],
  );
}

/** How a number follows another; `undefined` where it does not. */
function stepTo(
  { series, value, page }: PrintedNumber,
  before: PrintedNumber | undefined,
): 'follows' | 'rises' | undefined {
  if (before === undefined) {
    return undefined;
  }
  const distance = page - before.page;
  const isSame = series === before.series;
  const rise = value - before.value;
  if (isSame ? rise === distance : value <= distance) {
    return 'follows';
  }
  const isPlain = rise > 0 ? rise <= STEEPEST * distance : rise < 0 && value <= distance;
  return isSame && isPlain ? 'rises' : undefined;
}
