import { runningSums, type PostingLists, type Postings } from './postings';

/** Some postings as part of others. */
export interface JoinedPart {
  readonly postings: Postings;
  /** For each word of the whole its number in the part; -1 when it does not stand there. */
  readonly words: Int32Array;
  /** For each passage of the part its number in the whole; -1 for one that is left out. */
  readonly passages: Int32Array;
  /** Whether none is left out. */
  readonly isWhole: boolean;
}

/** The postings of several indexes as those of one. What is read of a word is in no order. */
export class JoinedPostings implements PostingLists {
  private readonly starts: Uint32Array;
  /** Of each passage, which part it is in, and its number there. */
  private readonly partOf: Uint8Array;
  private readonly numberIn: Uint32Array;
  private readonly reading: Uint32Array;

  /**
   * @param parts at most 256, in which each passage has another number
   * @param size how many passages there are
   * @param counts in how many passages each word stands
   */
  constructor(
    private readonly parts: readonly JoinedPart[],
    size: number,
    counts: Uint32Array,
  ) {
    this.starts = runningSums(counts);
    this.partOf = new Uint8Array(size);
    this.numberIn = new Uint32Array(size);
    const most = Math.max(...parts.map(({ passages, isWhole }) => (isWhole ? 0 : passages.length)));
    this.reading = new Uint32Array(most);
    parts.forEach(({ passages }, part) => {
      for (let number = 0; number < passages.length; number += 1) {
        const passage = passages[number]!;
        if (passage !== -1) {
          this.partOf[passage] = part;
          this.numberIn[passage] = number;
        }
      }
    });
  }

  count(word: number): number {
    return this.starts[word + 1]! - this.starts[word]!;
  }

  countBetween(from: number, to: number): number {
    return this.starts[to]! - this.starts[from]!;
  }

  read(word: number, into: Uint32Array): number {
    let count = 0;
    for (const { postings, words, passages, isWhole } of this.parts) {
      const number = words[word]!;
      if (number === -1) {
        continue;
      }
      // Where some are left out, more is read than `into` has room for.
      const read = isWhole ? into.subarray(count) : this.reading;
      const length = postings.read(number, read);
      for (let at = 0; at < length; at += 1) {
        const posting = read[at]!;
        const passage = passages[posting >>> 8]!;
        if (passage !== -1) {
          into[count++] = ((passage << 8) | (posting & 0xff)) >>> 0;
        }
      }
    }
    return count;
  }

  impactIn(word: number, passage: number): number {
    const { postings, words } = this.parts[this.partOf[passage]!]!;
    const number = words[word]!;
    return number === -1 ? 0 : postings.impactIn(number, this.numberIn[passage]!);
  }

  positionsIn(word: number, passage: number): readonly number[] {
    const { postings, words } = this.parts[this.partOf[passage]!]!;
    const number = words[word]!;
    return number === -1 ? [] : postings.positionsIn(number, this.numberIn[passage]!);
  }
}
