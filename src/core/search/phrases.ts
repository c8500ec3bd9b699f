import { leastImpact } from './impacts';
import type { PassageIndex } from './passageIndex';
import type { WordRange } from './vocabulary';

/**
 * The passages in which `words` stand together in that order, as postings (`passage << 8 |
 * impact`, ascending). The impact is that of the word that counts least. Empty when there are none.
 * @param words word numbers; one that is -1 is in no passage
 * @param ending words of which one must follow
 */
export function phrasePostings(
  index: PassageIndex,
  words: readonly number[],
  ending?: WordRange,
): Uint32Array {
  const found = wholePostings(index, words);
  if (ending === undefined) {
    return found;
  }
  return words.length === 0
    ? anyPostings(index, ending)
    : followedPostings(index, words, found, ending);
}

function wholePostings(index: PassageIndex, words: readonly number[]): Uint32Array {
  const [first] = words;
  if (first === undefined || words.includes(-1)) {
    return new Uint32Array();
  }
  const { postings } = index;
  const rarest = words.reduce((a, b) => (postings.count(b) < postings.count(a) ? b : a));
  const found = new Uint32Array(postings.count(rarest));
  postings.read(rarest, found);
  if (found.some((posting, at) => posting < found[at - 1]!)) {
    found.sort();
  }
  if (words.length === 1) {
    return found;
  }
  let count = 0;
  for (const posting of found) {
    const passage = posting >>> 8;
    if (placesOf(index, words, passage).length > 0) {
      const impact = leastImpact(words.map((word) => postings.impactIn(word, passage)));
      found[count++] = ((passage << 8) | impact) >>> 0;
    }
  }
  return found.slice(0, count);
}

/** Where in a passage `words` stand together: the positions of the first. */
function placesOf(
  index: PassageIndex,
  words: readonly number[],
  passage: number,
): readonly number[] {
  let starts: readonly number[] | undefined;
  for (const [offset, word] of words.entries()) {
    const here = index.postings.positionsIn(word, passage);
    starts = starts === undefined ? here : starts.filter((start) => here.includes(start + offset));
    if (starts.length === 0) {
      return starts;
    }
  }
  return starts ?? [];
}

/** The passages that have a word of the range, with the impact of the one that counts most. */
function anyPostings(index: PassageIndex, { from, to }: WordRange): Uint32Array {
  const impacts = new Uint8Array(index.size);
  const reading = new Uint32Array(index.size);
  let held = 0;
  for (let word = from; word < to; word += 1) {
    const count = index.postings.read(word, reading);
    for (let at = 0; at < count; at += 1) {
      const passage = reading[at]! >>> 8;
      held += impacts[passage] === 0 ? 1 : 0;
      impacts[passage] = Math.max(impacts[passage]!, reading[at]! & 0xff);
    }
  }
  const found = new Uint32Array(held);
  let count = 0;
  impacts.forEach((impact, passage) => {
    if (impact > 0) {
      found[count++] = ((passage << 8) | impact) >>> 0;
    }
  });
  return found;
}

/** Those of `found`, where `words` stand, in which a word of the range follows them. */
function followedPostings(
  index: PassageIndex,
  words: readonly number[],
  found: Uint32Array,
  { from, to }: WordRange,
): Uint32Array {
  const { postings } = index;
  const isFollowed = new Uint8Array(found.length);
  const reading = new Uint32Array(index.size);
  for (let word = from; word < to; word += 1) {
    const count = postings.read(word, reading);
    for (let at = 0; at < count; at += 1) {
      const passage = reading[at]! >>> 8;
      const place = postingOf(found, passage);
      if (place !== -1 && isFollowed[place] === 0) {
        const here = postings.positionsIn(word, passage);
        isFollowed[place] = placesOf(index, words, passage).some((start) =>
          here.includes(start + words.length),
        )
          ? 1
          : 0;
      }
    }
  }
  return found.filter((_, place) => isFollowed[place] === 1);
}

/**
 * Where in `postings`, which are ascending, the one for `passage` is; -1 when there is none.
 */
export function postingOf(postings: Uint32Array, passage: number): number {
  let low = 0;
  let high = postings.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (postings[middle]! >>> 8 < passage) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < postings.length && postings[low]! >>> 8 === passage ? low : -1;
}
