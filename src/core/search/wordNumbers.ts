import { GrowingUint16 } from './growingArrays';
import { accentedWord, canonicalWord } from './textAnalysis';

/**
 * Numbers words in the order in which they are first met. A word as written is looked up without
 * making a string of it, since nearly all words of a text have been met before, case and all.
 */
export class WordNumbers {
  /** The canonical words, by their numbers. */
  readonly words: string[] = [];
  private readonly numberOf = new Map<string, number>();

  // The text being read. Its units in an array are read several times as fast as those of a string.
  private text = '';
  private units = new Uint16Array(1024);

  /** The words as written: word `w` is `written` from `starts[w]` up to `starts[w + 1]`. */
  private readonly written = new GrowingUint16();
  private readonly starts: number[] = [0];
  /** For each the number of what it is canonically, and with its diacritics; -1 when that is nothing. */
  private readonly canonicalOf: number[] = [];
  private readonly accentedOf: number[] = [];
  /** A hash table of words as written, -1 where it is empty, with a word's hash behind each. */
  private table = emptyTable(1024);

  /** Begins to read a text. */
  read(text: string): void {
    this.text = text;
    if (text.length > this.units.length) {
      this.units = new Uint16Array(text.length);
    }
    for (let at = 0; at < text.length; at += 1) {
      this.units[at] = text.charCodeAt(at);
    }
  }

  /** The number of a word as it is written in the text from `start` up to `end`. */
  writtenAt(start: number, end: number): number {
    const { units, table } = this;
    let hash = 0;
    for (let at = start; at < end; at += 1) {
      hash = Math.imul(hash ^ units[at]!, MULTIPLIER);
    }
    hash ^= hash >>> 15;
    const mask = table.length - 1;
    let slot = (hash * 2) & mask;
    let word = table[slot]!;
    while (word !== -1) {
      if (table[slot + 1] === hash && this.isWritten(word, start, end)) {
        return word;
      }
      slot = (slot + 2) & mask;
      word = table[slot]!;
    }
    return this.learn(start, end, hash);
  }

  /** The number of the canonical form of a written word; -1 when nothing is left of it. */
  canonical(written: number): number {
    return this.canonicalOf[written]!;
  }

  /** The number of its form with diacritics; -1 when it has none. */
  accented(written: number): number {
    return this.accentedOf[written]!;
  }

  private isWritten(word: number, start: number, end: number): boolean {
    const { units, written } = this;
    const shift = this.starts[word]! - start;
    if (this.starts[word + 1]! - shift !== end) {
      return false;
    }
    for (let at = start; at < end; at += 1) {
      if (written.values[at + shift] !== units[at]) {
        return false;
      }
    }
    return true;
  }

  private learn(start: number, end: number, hash: number): number {
    const word = this.canonicalOf.length;
    const raw = this.text.slice(start, end);
    this.insert(word, hash);
    this.canonicalOf.push(this.numberOfWord(canonicalWord(raw)));
    this.accentedOf.push(this.numberOfWord(accentedWord(raw) ?? ''));
    for (let at = start; at < end; at += 1) {
      this.written.push(this.units[at]!);
    }
    this.starts.push(this.written.length);
    if (this.canonicalOf.length * 4 > this.table.length) {
      this.grow();
    }
    return word;
  }

  /** The number of a canonical word. */
  private numberOfWord(word: string): number {
    if (word === '') {
      return -1;
    }
    const known = this.numberOf.get(word);
    if (known !== undefined) {
      return known;
    }
    this.numberOf.set(word, this.words.length);
    return this.words.push(word) - 1;
  }

  private grow(): void {
    const { table } = this;
    this.table = emptyTable(table.length * 2);
    for (let slot = 0; slot < table.length; slot += 2) {
      if (table[slot] !== -1) {
        this.insert(table[slot]!, table[slot + 1]!);
      }
    }
  }

  private insert(word: number, hash: number): void {
    const mask = this.table.length - 1;
    let slot = (hash * 2) & mask;
    while (this.table[slot] !== -1) {
      slot = (slot + 2) & mask;
    }
    this.table[slot] = word;
    this.table[slot + 1] = hash;
  }
}

function emptyTable(length: number): Int32Array {
  return new Int32Array(length).fill(-1);
}

/** Of FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), over UTF-16 units. */
const MULTIPLIER = 0x01000193;
