import { groupBy } from '../../../util/groupBy';
import { itemAt } from '../../../util/defined';
import { haveAlikeRows, standAlike, type PrintedNumber } from './printedNumber';

/** Pages whose printed numbers count on with the pages of the file, at the same place. */
export interface PageRun {
  readonly series: string;
  /** What is added to a page, counted from 0, to get its number. */
  readonly offset: number;
  /** The first and the last page with a number, counted from 0. */
  readonly first: number;
  readonly last: number;
  /** In the order of the pages. */
  readonly numbers: readonly PrintedNumber[];
  /** How many pages have a number of it. */
  readonly pages: number;
  /** How many have one that stands alone, or in a row that says the same on another page. */
  readonly surePages: number;
}

/** Over so many pages a number may be missing: plates, openings of chapters, pages set sideways. */
export const REACH = 4;

/** The runs that numbers make, whatever speaks for or against each. @param numbers in the order of pages */
export function runsOf(numbers: readonly PrintedNumber[]): readonly PageRun[] {
  // Of the same series, and the same distance to the file's own count.
  const sequences = groupBy(numbers, (number) => [`${number.series} ${offsetOf(number)}`]);
  return [...sequences.values()].flatMap((sequence) => {
    const placed = sequence.flatMap((number, at) => {
      const others = alikeAround(sequence, at);
      return others.length === 0 ? [] : [{ number, isSure: isSure(number, others) }];
    });
    return chainsOf(placed).map(runOf);
  });
}

/** What is added to a page, counted from 0, to get its number. */
export function offsetOf({ value, page }: PrintedNumber): number {
  return value - page;
}

/** Numbers of a sequence on pages nearby that stand where one of it stands. */
function alikeAround(sequence: readonly PrintedNumber[], at: number): readonly PrintedNumber[] {
  const number = itemAt(sequence, at);
  const near: PrintedNumber[] = [];
  for (const step of [-1, 1]) {
    for (let next = at + step; ; next += step) {
      const other = sequence[next];
      if (other === undefined || Math.abs(other.page - number.page) > REACH) {
        break;
      }
      if (other.page !== number.page && standAlike(number, other)) {
        near.push(other);
      }
    }
  }
  return near;
}

interface Placed {
  readonly number: PrintedNumber;
  readonly isSure: boolean;
}

function isSure(number: PrintedNumber, others: readonly PrintedNumber[]): boolean {
  return number.standing === 'alone' || others.some((other) => haveAlikeRows(number, other));
}

function chainsOf(placed: readonly Placed[]): readonly (readonly Placed[])[] {
  const chains: Placed[][] = [];
  for (const one of placed) {
    const chain = chains.at(-1);
    const last = chain?.at(-1);
    if (chain && last && one.number.page - last.number.page <= REACH) {
      chain.push(one);
    } else {
      chains.push([one]);
    }
  }
  return chains;
}

function runOf(chain: readonly Placed[]): PageRun {
  const numbers = chain.map(({ number }) => number);
  const first = itemAt(numbers, 0);
  return {
    series: first.series,
    offset: offsetOf(first),
    first: first.page,
    last: itemAt(numbers, numbers.length - 1).page,
    numbers,
    pages: countPages(numbers),
    surePages: countPages(chain.flatMap(({ number, isSure }) => (isSure ? [number] : []))),
  };
}

/** More places than this are not looked at. */
const MOST_PLACES = 20;

/** A number for each place at which those of runs stand. */
export function placesOf(runs: readonly PageRun[]): readonly PrintedNumber[] {
  const places: PrintedNumber[] = [];
  for (const number of runs.flatMap(({ numbers }) => numbers)) {
    if (places.length < MOST_PLACES && !standsAtOne(number, places)) {
      places.push(number);
    }
  }
  return places;
}

/** Whether a number stands at one of some places. */
export function standsAtOne(number: PrintedNumber, places: readonly PrintedNumber[]): boolean {
  return places.some((place) => standAlike(number, place));
}

/** A run of one page. */
export function singleRun(number: PrintedNumber): PageRun {
  return runOf([{ number, isSure: true }]);
}

/** The pages from the first to the last of a run. */
export function pagesOfRun({ first, last }: Pick<PageRun, 'first' | 'last'>): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function countPages(numbers: readonly PrintedNumber[]): number {
  return new Set(numbers.map(({ page }) => page)).size;
}
