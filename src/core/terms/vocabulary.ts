import { spellingVariants } from '../text/spelling';
import { LONGEST_WORD, type WordReader } from './wordReader';

// A slot: the word's hash, where it begins in the pool, its length, its class + 1 (0: free).
const SLOT = 4;

/**
 * The words that occur in terms, each with the number of its class; British and American spellings
 * of a word share one. An open-addressed hash table over one pool of units: a look-up costs one
 * cache line of the table and, when the hash agrees, one of the pool, and makes no string.
 */
export class Vocabulary {
  private slots = new Int32Array(SLOT * 1024);
  private mask = 1023;
  private pool = new Uint16Array(8192);
  private poolSize = 0;
  private wordCount = 0;
  private classes = 0;
  private readonly scratch = new Uint32Array(LONGEST_WORD);

  get classCount(): number {
    return this.classes;
  }

  /** The class of the word that `reader` stands on; -1 when it is none of the known. */
  find(reader: WordReader): number {
    const { length } = reader;
    return length > LONGEST_WORD ? -1 : this.lookUp(reader.letters, length, reader.hash);
  }

  /** The class of a folded word, which is entered in all its spellings if it is not known. */
  classOf(word: string): number {
    const known = this.lookUp(this.scratch, word.length, this.load(word));
    if (known >= 0) {
      return known;
    }
    const wordClass = this.classes++;
    for (const spelling of spellingVariants(word)) {
      this.enter(spelling, wordClass);
    }
    return wordClass;
  }

  /** Lets go of what growing has left over; call it when all is entered. */
  compact(): void {
    this.pool = this.pool.slice(0, this.poolSize);
  }

  private lookUp(letters: Uint32Array, length: number, hash: number): number {
    const { slots, pool, mask } = this;
    let at = mix(hash) & mask;
    for (;;) {
      const slot = at * SLOT;
      const wordClass = slots[slot + 3]!;
      if (wordClass === 0) {
        return -1;
      }
      if (slots[slot] === hash && slots[slot + 2] === length) {
        const start = slots[slot + 1]!;
        let i = 0;
        while (i < length && pool[start + i] === (letters[i]! & 0xffff)) {
          i++;
        }
        if (i === length) {
          return wordClass - 1;
        }
      }
      at = (at + 1) & mask;
    }
  }

  private enter(word: string, wordClass: number): void {
    if (2 * (this.wordCount + 1) > this.mask) {
      this.grow();
    }
    const hash = this.load(word);
    const start = this.poolSize;
    if (start + word.length > this.pool.length) {
      const pool = new Uint16Array(2 * this.pool.length);
      pool.set(this.pool);
      this.pool = pool;
    }
    this.pool.set(this.scratch.subarray(0, word.length), start);
    this.poolSize += word.length;
    this.wordCount++;
    const slot = this.freeSlot(hash);
    this.slots[slot] = hash;
    this.slots[slot + 1] = start;
    this.slots[slot + 2] = word.length;
    this.slots[slot + 3] = wordClass + 1;
  }

  /** Puts a word of at most `LONGEST_WORD` units in `scratch` and hashes it as a reader does. */
  private load(word: string): number {
    let hash = 0;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      this.scratch[i] = unit;
      hash = (Math.imul(hash, 31) + unit) | 0;
    }
    return hash;
  }

  private freeSlot(hash: number): number {
    let at = mix(hash) & this.mask;
    while (this.slots[at * SLOT + 3] !== 0) {
      at = (at + 1) & this.mask;
    }
    return at * SLOT;
  }

  private grow(): void {
    const old = this.slots;
    this.mask = 2 * this.mask + 1;
    this.slots = new Int32Array(SLOT * (this.mask + 1));
    for (let slot = 0; slot < old.length; slot += SLOT) {
      if (old[slot + 3] !== 0) {
        this.slots.set(old.subarray(slot, slot + SLOT), this.freeSlot(old[slot]!));
      }
    }
  }
}

/** Spreads a polynomial hash, whose low bits depend on the last letters too much. */
function mix(hash: number): number {
  const spread = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return spread ^ (spread >>> 13);
}
