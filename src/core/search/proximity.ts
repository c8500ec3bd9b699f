import type { PassageIndex } from './passageIndex';
import type { Slot } from './slots';
import { RANKING } from './weights';

/** A word of a query that says something about the order of words. */
export interface SlotPlace {
  readonly slot: Slot;
  /** Which word of the query the slot is. */
  readonly at: number;
}

/** So many alternatives of a word are looked up for their places: more are completions of few letters. */
const MOST_PLACED = 8;

/**
 * How much as in the query the words stand in a passage, from 0 to 1: for each word and the next,
 * how nearly they have their distance in the query, and whether they come in its order at all. A
 * pair counts as much as the word of it that tells less.
 */
export function proximityIn(
  index: PassageIndex,
  passage: number,
  places: readonly SlotPlace[],
): number {
  let sum = 0;
  let most = 0;
  let before = places[0]!;
  let positionsBefore = positionsIn(index, passage, before.slot);
  for (const place of places.slice(1)) {
    const positions = positionsIn(index, passage, place.slot);
    const weight = Math.min(before.slot.information, place.slot.information);
    sum += weight * pairProximity(positionsBefore, positions, place.at - before.at);
    most += weight;
    before = place;
    positionsBefore = positions;
  }
  return most === 0 ? 0 : sum / most;
}

/** Where the likeliest words of a slot stand in a passage, ascending. */
function positionsIn(index: PassageIndex, passage: number, slot: Slot): readonly number[] {
  const found: number[] = [];
  for (const word of slot.words.subarray(0, MOST_PLACED)) {
    found.push(...index.postings.positionsIn(word, passage));
  }
  return found.sort((a, b) => a - b);
}

function pairProximity(
  first: readonly number[],
  second: readonly number[],
  distance: number,
): number {
  if (first.length === 0 || second.length === 0) {
    return 0;
  }
  // Squared, so that it is near 0 for words that stand apart: their distance tells nothing.
  const closeness = 1 / (1 + leastDeviation(first, second, distance)) ** 2;
  const inOrder = second.at(-1)! > first[0]! ? 1 : 0;
  return RANKING.order * inOrder + (1 - RANKING.order) * closeness;
}

/**
 * By how many places two words miss their distance in the query, at best; one more when reversed.
 * Both lists are ascending and are gone through once.
 */
function leastDeviation(
  first: readonly number[],
  second: readonly number[],
  distance: number,
): number {
  let least = Number.POSITIVE_INFINITY;
  // The first places of the second word that are not before the first, and not before its target.
  let behind = 0;
  let beyond = 0;
  for (const a of first) {
    while (behind < second.length && second[behind]! <= a) {
      behind += 1;
    }
    beyond = Math.max(beyond, behind);
    while (beyond < second.length && second[beyond]! < a + distance) {
      beyond += 1;
    }
    if (behind > 0) {
      least = Math.min(least, a - second[behind - 1]!);
    }
    if (beyond > behind) {
      least = Math.min(least, a + distance - second[beyond - 1]!);
    }
    if (beyond < second.length) {
      least = Math.min(least, second[beyond]! - a - distance);
    }
  }
  return least;
}
