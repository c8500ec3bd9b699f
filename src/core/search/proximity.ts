import type { PassageIndex } from './passageIndex';
import type { Slot } from './slots';

/** A word of a query that says something about the order of words. */
export interface Place {
  readonly slot: Slot;
  /** Which word of the query the slot is. */
  readonly at: number;
}

/** So many alternatives of a word are looked up for their places: more are completions of few letters. */
const MOST_PLACED = 8;

/** How much as in the query the words stand in a passage: 1 when they do, 0 when they stand far apart. */
export function proximityIn(
  index: PassageIndex,
  passage: number,
  places: readonly Place[],
): number {
  let sum = 0;
  let most = 0;
  let before = places[0]!;
  let positionsBefore = positionsIn(index, passage, before.slot);
  for (const place of places.slice(1)) {
    const positions = positionsIn(index, passage, place.slot);
    const weight = Math.min(before.slot.information, place.slot.information);
    const distance = leastDeviation(positionsBefore, positions, place.at - before.at);
    sum += weight / (1 + distance);
    most += weight;
    before = place;
    positionsBefore = positions;
  }
  return most === 0 ? 0 : sum / most;
}

/** Where the likeliest words of a slot stand in a passage. */
function positionsIn(index: PassageIndex, passage: number, slot: Slot): readonly number[] {
  const found: number[] = [];
  for (const word of slot.words.subarray(0, MOST_PLACED)) {
    const posting = index.postingOf(word, passage);
    if (posting !== -1) {
      found.push(...index.positionsOf(posting));
    }
  }
  return found;
}

/** By how many places two words miss their distance in the query, at best; one more when reversed. */
function leastDeviation(
  first: readonly number[],
  second: readonly number[],
  distance: number,
): number {
  let least = Number.POSITIVE_INFINITY;
  for (const a of first) {
    for (const b of second) {
      const deviation = b > a ? Math.abs(b - a - distance) : a - b;
      least = Math.min(least, deviation);
    }
  }
  return least;
}
