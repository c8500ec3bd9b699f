/** A half-open range of word numbers. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** Distinct words in ascending order of their UTF-16 units; a word's number is its place. */
export class Vocabulary {
  constructor(readonly words: readonly string[]) {}

  get size(): number {
    return this.words.length;
  }

  /** The word with that number. */
  at(word: number): string {
    return this.words[word] ?? '';
  }

  /** The number of `word`; -1 when it is unknown. */
  indexOf(word: string): number {
    const at = this.lowerBound(word, 0);
    return this.words[at] === word ? at : -1;
  }

  /** The words that begin with `prefix`, itself included. Empty for an empty prefix. */
  withPrefix(prefix: string): WordRange {
    if (prefix === '') {
      return { from: 0, to: 0 };
    }
    const from = this.lowerBound(prefix, 0);
    return { from, to: this.lowerBound(prefix + LAST_UNIT, from) };
  }

  private lowerBound(word: string, from: number): number {
    let low = from;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle) < word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

const LAST_UNIT = '\uffff';
