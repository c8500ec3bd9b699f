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
  if (words.length === 1) {
    return index.postings.subarray(index.starts[first], index.starts[first + 1]);
  }
  const rarest = words.reduce((a, b) => (index.passagesWith(b) < index.passagesWith(a) ? b : a));
  const found: number[] = [];
  for (let at = index.starts[rarest]!; at < index.starts[rarest + 1]!; at += 1) {
    const passage = index.postings[at]! >>> 8;
    const postings = words.map((word) => index.postingOf(word, passage));
    if (!postings.includes(-1) && standTogether(index, postings)) {
      const impact = Math.min(...postings.map((posting) => index.postings[posting]! & 0xff));
      found.push(((passage << 8) | impact) >>> 0);
    }
  }
  return Uint32Array.from(found);
}

/** Whether the words of these postings, all of one passage, have positions that follow each other. */
function standTogether(index: PassageIndex, postings: readonly number[]): boolean {
  let starts: readonly number[] | undefined;
  for (const [offset, posting] of postings.entries()) {
    const here = index.positionsOf(posting);
    starts = starts === undefined ? here : starts.filter((start) => here.includes(start + offset));
    if (starts.length === 0) {
      return false;
    }
  }
  return true;
}
