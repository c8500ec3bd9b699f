/** A half-open range of word numbers. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** Distinct words in ascending order of their UTF-16 units; a word's number is its place. */
export class IndexVocabulary implements Iterable<string> {
  constructor(
    /** All words in one string, as a string for each would take several times the memory. */
    private readonly text: string,
    /** Word `w` is `text` from `starts[w]` up to `starts[w + 1]`. */
    private readonly starts: Uint32Array,
    /** How many units each word shares with the one before it, as far as a byte can say. */
    readonly shared: Uint8Array,
  ) {}

  /** @param words distinct, ascending */
  static *of(words: readonly string[]): Generator<undefined, IndexVocabulary> {
    const pieces: string[] = [];
    const starts = new Uint32Array(words.length + 1);
    const shared = new Uint8Array(words.length);
    for (let from = 0; from < words.length; from += WORDS_AT_ONCE) {
      const some = words.slice(from, from + WORDS_AT_ONCE);
      pieces.push(some.join(''));
      some.forEach((word, at) => {
        starts[from + at + 1] = starts[from + at]! + word.length;
        shared[from + at] = sharedStart(words[from + at - 1] ?? '', word);
      });
      yield;
    }
    return new IndexVocabulary(pieces.join(''), starts, shared);
  }

  get size(): number {
    return this.starts.length - 1;
  }

  /** The word with that number. */
  at(word: number): string {
    return this.text.slice(this.starts[word], this.starts[word + 1]);
  }

  /** How long the word with that number is. */
  lengthOf(word: number): number {
    return this.starts[word + 1]! - this.starts[word]!;
  }

  *[Symbol.iterator](): Iterator<string> {
    for (let word = 0; word < this.size; word += 1) {
      yield this.at(word);
    }
  }

  /** The number of `word`; -1 when it is unknown. */
  indexOf(word: string): number {
    const at = this.lowerBound(word, 0);
    return at < this.size && this.at(at) === word ? at : -1;
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
    let high = this.size;
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

/** Some milliseconds' work. */
const WORDS_AT_ONCE = 8192;

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length, 255);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) {
    length += 1;
  }
  return length;
}
