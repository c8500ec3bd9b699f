import type { PassageIndex } from './passageIndex';
import type { Slot } from './slots';
import { RANKING, type RankingWeights } from './weights';

/** A word of a query that says something about the order of words. */
export interface SlotPlace {
  readonly slot: Slot;
  /** Which word of the query the slot is. */
  readonly at: number;
}

/** So many alternatives of a word are looked up for their places: more are completions of few letters. */
const MOST_PLACED = 8;

/** What the places of the words in a passage multiply its score by. */
export function liftIn(
  index: PassageIndex,
  passage: number,
  places: readonly SlotPlace[],
  { proximity, gathering, within }: RankingWeights,
): number {
  const positions = positionsIn(index, passage, places);
  const lift = 1 + proximity * proximityOf(places, positions);
  return gathering === 0 ? lift : lift * (1 + gathering * gatheringOf(places, positions, within));
}

/** That at most. */
export function mostLift({ proximity, gathering }: RankingWeights): number {
  return (1 + proximity) * (1 + gathering);
}

/**
 * How much as in the query the words stand in a passage, from 0 to 1: for each word and the next,
 * how nearly they have their distance in the query, and whether they come in its order at all. A
 * pair counts as much as the word of it that tells less.
 * @param positions see `positionsIn`
 */
export function proximityOf(
  places: readonly SlotPlace[],
  positions: readonly (readonly number[])[],
): number {
  let sum = 0;
  let most = 0;
  for (let at = 1; at < places.length; at += 1) {
    const before = places[at - 1]!;
    const place = places[at]!;
    const weight = Math.min(before.slot.information, place.slot.information);
    sum += weight * pairProximity(positions[at - 1]!, positions[at]!, place.at - before.at);
    most += weight;
  }
  return most === 0 ? 0 : sum / most;
}

/**
 * How much of what the words tell stands together in a passage, in any order: the greatest share of
 * their information within so many positions.
 * @param positions see `positionsIn`
 */
export function gatheringOf(
  places: readonly SlotPlace[],
  positions: readonly (readonly number[])[],
  within: number,
): number {
  const all = positions
    .flatMap((ofWord, word) => ofWord.map((position) => position * places.length + word))
    .sort((a, b) => a - b);
  const counts = new Uint16Array(places.length);
  const information = (word: number): number => places[word]!.slot.information;
  const place = (entry: number): number => Math.floor(entry / places.length);
  let sum = 0;
  let most = 0;
  let first = 0;
  for (const entry of all) {
    const word = entry % places.length;
    for (; place(entry) - place(all[first]!) >= within; first += 1) {
      const gone = all[first]! % places.length;
      counts[gone]! -= 1;
      sum -= counts[gone] === 0 ? information(gone) : 0;
    }
    sum += counts[word] === 0 ? information(word) : 0;
    counts[word]! += 1;
    most = Math.max(most, sum);
  }
  return most / places.reduce((total, { slot }) => total + slot.information, 0);
}

/** For each word, where its likeliest forms stand in a passage, ascending. */
export function positionsIn(
  index: PassageIndex,
  passage: number,
  places: readonly SlotPlace[],
): readonly (readonly number[])[] {
  return places.map(({ slot }) => {
    const found: number[] = [];
    for (const word of slot.words.subarray(0, MOST_PLACED)) {
      found.push(...index.postings.positionsIn(word, passage));
    }
    return found.sort((a, b) => a - b);
  });
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
