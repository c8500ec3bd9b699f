import type { WordReader } from './wordReader';

// A word: its class, where it begins and ends in the text, its join and its capitals.
const WORD = 5;

/**
 * Words of a text that follow each other without anything that parts them, all of them known from
 * terms. Kept in one typed array, which is used for one chain after the other.
 */
export class Chain {
  length = 0;
  private words = new Int32Array(WORD * 1024);

  /** Adds the word that `reader` stands on. */
  add(reader: WordReader, wordClass: number): void {
    const at = this.length * WORD;
    if (at === this.words.length) {
      const grown = new Int32Array(2 * at);
      grown.set(this.words);
      this.words = grown;
    }
    const { words } = this;
    words[at] = wordClass;
    words[at + 1] = reader.from;
    words[at + 2] = reader.to;
    words[at + 3] = reader.join;
    words[at + 4] = reader.capitals;
    this.length++;
  }

  wordClass(index: number): number {
    return this.words[index * WORD]!;
  }

  /** The offset of the word's first letter. */
  from(index: number): number {
    return this.words[index * WORD + 1]!;
  }

  /** The offset behind its last letter. */
  to(index: number): number {
    return this.words[index * WORD + 2]!;
  }

  /** How it is joined to the word before; of the first word, to one outside the chain. */
  join(index: number): number {
    return this.words[index * WORD + 3]!;
  }

  /** Which letters are capitals; see `WordReader.capitals`. */
  capitals(index: number): number {
    return this.words[index * WORD + 4]!;
  }
}
