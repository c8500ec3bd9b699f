import type { PassageIndex } from './passageIndex';

/**
 * The passages in which `words` stand together in that order, as postings (`passage << 8 |
 * impact`, ascending). The impact is that of the word that counts least. Empty when there are none.
 * @param words word numbers; one that is -1 is in no passage
 */
export function phrasePostings(index: PassageIndex, words: readonly number[]): Uint32Array {
  const [first] = words;
  if (first === undefined || words.includes(-1)) {
    return new Uint32Array();
  }
  const { postings } = index;
  const rarest = words.reduce((a, b) => (postings.count(b) < postings.count(a) ? b : a));
  const found = new Uint32Array(postings.count(rarest));
  postings.read(rarest, found);
  if (words.length === 1) {
    return found;
  }
  let count = 0;
  for (const posting of found) {
    const passage = posting >>> 8;
    const impact = Math.min(...words.map((word) => postings.impactIn(word, passage)));
    if (impact > 0 && standTogether(index, words, passage)) {
      found[count++] = ((passage << 8) | impact) >>> 0;
    }
  }
  return found.slice(0, count);
}

/** Whether `words`, which are all in the passage, have positions there that follow each other. */
function standTogether(index: PassageIndex, words: readonly number[], passage: number): boolean {
  let starts: readonly number[] | undefined;
  for (const [offset, word] of words.entries()) {
    const here = index.postings.positionsIn(word, passage);
    starts = starts === undefined ? here : starts.filter((start) => here.includes(start + offset));
    if (starts.length === 0) {
      return false;
    }
  }
  return true;
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
