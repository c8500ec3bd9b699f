import { enlarged, GrowingUint16 } from './growingArrays';
import { scanIndexWords } from './signWords';
import { accentedWord, canonicalWord, endOfWord, isWordUnit } from './textAnalysis';

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

  /** The words as written, one after the other, and what is known of each; see `STRIDE`. */
  private readonly written = new GrowingUint16();
  private records = new Int32Array(1024 * STRIDE);
  private count = 0;
  /** A hash table of words as written, -1 where it is empty, with a word's hash behind each. */
  private table = emptyTable(1024);

  /** Calls `visit` for each word of a text as it is indexed. */
  scan(text: string, visit: WordVisit): void {
    if (this.read(text)) {
      this.scanLatin(visit);
    } else {
      scanIndexWords(text, (start, end) => this.tell(this.writtenAt(start, end, 0, start), visit));
    }
  }

  private tell(written: number, visit: WordVisit): void {
    const { records } = this;
    const record = written * STRIDE;
    visit(records[record + CANONICAL]!, records[record + ACCENTED]!);
  }

  /** Begins to read a text. Returns whether all of it is Latin letters and what stands between them. */
  private read(text: string): boolean {
    this.text = text;
    if (text.length > this.units.length) {
      this.units = new Uint16Array(text.length);
    }
    const { units } = this;
    let isLatin = true;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      units[at] = unit;
      isLatin &&= unit < LATIN_END || (unit >= 0x2010 && unit <= 0x2027);
    }
    return isLatin;
  }

  /** The same for a text of Latin letters, twice as fast: words of ASCII are hashed as they are found. */
  private scanLatin(visit: WordVisit): void {
    const { text, units } = this;
    for (let at = 0; at < text.length;) {
      const start = at;
      let hash = 0;
      while (at < text.length && kinds[units[at]!] === PLAIN) {
        hash = Math.imul(hash ^ units[at]!, MULTIPLIER);
        at += 1;
      }
      const kind = at < text.length ? kinds[units[at]!]! : 0;
      if (at === start && kind !== OTHER) {
        at += 1;
        continue;
      }
      const hashed = at;
      if (kind !== 0) {
        at = endOfWord(text, start + 1);
      }
      this.tell(this.writtenAt(start, at, hash, hashed), visit);
    }
  }

  /**
   * The number of a word as it is written in the text from `start` up to `end`.
   * @param hashBefore the hash of what stands before `hashed`
   */
  private writtenAt(start: number, end: number, hashBefore: number, hashed: number): number {
    const { units, table } = this;
    let hash = hashBefore;
    for (let at = hashed; at < end; at += 1) {
      hash = Math.imul(hash ^ units[at]!, MULTIPLIER);
    }
    hash ^= hash >>> 15;
    const mask = table.length - 1;
    let slot = (hash << 1) & mask;
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

  private isWritten(word: number, start: number, end: number): boolean {
    const { units, records } = this;
    const record = word * STRIDE;
    if (records[record + LENGTH] !== end - start) {
      return false;
    }
    const { values } = this.written;
    const shift = records[record + START]! - start;
    for (let at = start; at < end; at += 1) {
      if (values[at + shift] !== units[at]) {
        return false;
      }
    }
    return true;
  }

  private learn(start: number, end: number, hash: number): number {
    const word = this.count++;
    this.insert(word, hash);
    if (this.count * STRIDE > this.records.length) {
      this.records = enlarged(this.records);
    }
    const { text, units, records, written } = this;
    const record = word * STRIDE;
    records[record + START] = written.length;
    records[record + LENGTH] = end - start;
    let isPlain = true;
    for (let at = start; at < end; at += 1) {
      isPlain &&= kinds[units[at]!] === PLAIN;
      written.push(units[at]!);
    }
    const raw = text.slice(start, end);
    records[record + CANONICAL] = this.numberOfWord(canonicalWord(raw));
    records[record + ACCENTED] = isPlain ? -1 : this.numberOfWord(accentedWord(raw) ?? '');
    if (this.count * 4 > this.table.length) {
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
    let slot = (hash << 1) & mask;
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

/**
 * @param word the number of its canonical form; -1 when nothing is left of it
 * @param accented that of its form with diacritics; -1 when it has none
 */
type WordVisit = (word: number, accented: number) => void;

/** What is known of a word as written, in one place: where it is, how long it is, and its numbers. */
const STRIDE = 4;
const START = 0;
const LENGTH = 1;
const CANONICAL = 2;
const ACCENTED = 3;

/** Behind the Latin letters that texts in European languages take. */
const LATIN_END = 0x250;

/** What a unit of a Latin text does: nothing, be a letter or digit of ASCII, another, or join letters. */
const PLAIN = 1;
const OTHER = 2;
const JOINER = 3;
const kinds = new Uint8Array(0x2028);
for (let unit = 0; unit < kinds.length; unit += 1) {
  const character = String.fromCharCode(unit);
  kinds[unit] = /[a-z0-9]/i.test(character)
    ? PLAIN
    : isWordUnit(character)
      ? OTHER
      : /['.\u2019]/.test(character)
        ? JOINER
        : 0;
}

/** Of FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), over UTF-16 units. */
const MULTIPLIER = 0x01000193;
