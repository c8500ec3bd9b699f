import { placesOf, singleRun, type PageRun } from './pageRun';
import {
  haveAlikeRows,
  standAlike,
  type NumbersOfPages,
  type PrintedNumber,
} from './printedNumber';
import { looksLikeYears } from './runEvidence';

/** Pages that have to have a rising number, and the share of all that has to. */
const FEWEST = 5;
const SHARE = 0.8;
/** For each page, numbers rise by so many at most. */
const STEEPEST = 20;

/**
 * The numbers of pages that somebody has chosen from a longer document: at the same place of nearly
 * all pages, alone or in a row that says the same, and each greater than the one before.
 */
export function risingRuns(pages: NumbersOfPages): readonly PageRun[] {
  const texts = pages.filter((page) => page !== undefined);
  const seeds = placesOf(texts.slice(0, 2).flatMap((numbers) => numbers.map(singleRun)));
  return seeds.map((seed) => risingFrom(seed, texts)).find((runs) => runs.length > 0) ?? [];
}

function risingFrom(
  seed: PrintedNumber,
  pages: readonly (readonly PrintedNumber[])[],
): readonly PageRun[] {
  const found = pages.flatMap((numbers) => {
    const like = numbers.find(
      (number) =>
        number.series === seed.series &&
        standAlike(number, seed) &&
        (number.standing === 'alone' || haveAlikeRows(number, seed)),
    );
    return like === undefined ? [] : [like];
  });
  const isRising = found.every(({ value, page }, at) => {
    const before = found[at - 1];
    const step = before === undefined ? 1 : value - before.value;
    return step > 0 && step <= STEEPEST * (page - (before?.page ?? 0) + 1);
  });
  const isEnough = found.length >= FEWEST && found.length >= SHARE * pages.length;
  return isEnough && isRising && !looksLikeYears({ series: seed.series, numbers: found })
    ? found.map(singleRun)
    : [];
}
