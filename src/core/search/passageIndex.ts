import { SimilarWords } from './similarWords';
import { StemGroups } from './stemGroups';
import { Vocabulary } from './vocabulary';

/** At most so many passages fit into one index. */
export const MOST_PASSAGES = 1 << 24;

/**
 * An inverted index with positions. Immutable; made by `PassageIndexBuilder`. Passages and words
 * are numbers. Hot loops read the arrays themselves.
 */
export class PassageIndex {
  readonly vocabulary: Vocabulary;
  readonly stems: StemGroups;
  readonly similar: SimilarWords;
  /** For each word, how much an occurrence tells: inverse document frequency, as in BM25. */
  readonly idf: Float32Array;

  constructor(
    /** How many passages there are. */
    readonly size: number,
    words: readonly string[],
    /** The postings of word `w` are `postings[starts[w]]` up to `postings[starts[w + 1]]`. */
    readonly starts: Uint32Array,
    /** `passage << 8 | impact`, ascending within a word. */
    readonly postings: Uint32Array,
    /** The positions of all postings, in their order; see `PassageIndexBuilder`. */
    private readonly positions: Uint8Array,
    /** Where in `positions` each block of `POSITION_BLOCK` postings begins. */
    private readonly positionBlocks: Uint32Array,
  ) {
    this.vocabulary = new Vocabulary(words);
    this.stems = new StemGroups(this.vocabulary);
    this.similar = new SimilarWords(this.vocabulary);
    this.idf = Float32Array.from(words, (_, word) => this.idfOf(this.passagesWith(word)));
  }

  /** How many passages hold that word. */
  passagesWith(word: number): number {
    return this.starts[word + 1]! - this.starts[word]!;
  }

  /** Inverse document frequency of something that stands in so many passages; at least 0. */
  idfOf(passages: number): number {
    const held = Math.min(passages, this.size);
    return Math.log(1 + (this.size - held + 0.5) / (held + 0.5));
  }

  /** Where the posting of `word` for `passage` is; -1 when the passage does not hold the word. */
  postingOf(word: number, passage: number): number {
    return postingIn(this.postings, this.starts[word]!, this.starts[word + 1]!, passage);
  }

  /** The word positions of a posting, ascending. Fields and texts of one field lie far apart. */
  positionsOf(posting: number): number[] {
    let at = this.positionBlocks[Math.floor(posting / POSITION_BLOCK)]!;
    for (let skipped = posting % POSITION_BLOCK; skipped > 0; skipped -= 1) {
      at = endOfPositions(this.positions, at);
    }
    const found: number[] = [];
    const end = endOfPositions(this.positions, at);
    let position = 0;
    while (at < end) {
      let value = 0;
      let shift = 0;
      let byte;
      do {
        byte = this.positions[at++]!;
        value |= (byte & 0x7f) << shift;
        shift += 7;
      } while (byte & 0x80);
      position += value >>> 1;
      found.push(position);
    }
    return found;
  }
}

/** Where the positions of a posting end that begin at byte `from`. */
export function endOfPositions(bytes: Uint8Array, from: number): number {
  let at = from;
  let last = false;
  while (!last) {
    // The lowest bit of a number's first byte says whether it is the posting's last.
    last = (bytes[at]! & 1) === 0;
    while (bytes[at++]! & 0x80);
  }
  return at;
}

/**
 * Where among `postings`, from `from` up to `to`, the one for `passage` is; -1 when there is none.
 * They are ascending.
 */
export function postingIn(
  postings: Uint32Array,
  from: number,
  to: number,
  passage: number,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (postings[middle]! >>> 8 < passage) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < to && postings[low]! >>> 8 === passage ? low : -1;
}

/** Postings for each entry into the positions: more save memory, fewer save time. */
export const POSITION_BLOCK = 16;
