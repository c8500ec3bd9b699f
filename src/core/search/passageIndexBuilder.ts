import { runAtOnce } from '../../util/slices';
import { writeNumber } from './bytes';
import { finishIndex, MOST_PASSAGES, type WholeIndex } from './passageIndex';
import { enlarged, GrowingBytes, GrowingUint32 } from './growingArrays';
import { endOfPositions } from './postings';
import { PostingsSizes } from './postingsWriter';
import { impactOf } from './impacts';
import { sortedPlaces } from './sortedWords';
import { WordNumbers } from './wordNumbers';

/** How much a field of a passage counts. */
export interface FieldSpec {
  /** How often an occurrence in this field counts, against one in a field of weight 1. */
  readonly weight: number;
  /** How far longer fields count less: 0 not at all, 1 in proportion (the `b` of BM25F). */
  readonly lengthNorm: number;
  /**
   * Words that such a field usually has. A constant in place of the corpus mean of BM25F, so that
   * a passage's impacts depend on the passage alone and indexes can be merged.
   */
  readonly typicalLength: number;
  /** It stands above the passage, as a title or heading, so that words of it alone are not the passage's own. */
  readonly isAbove?: true;
}

/** What one field of a passage holds: a text, or several of which no phrase spans two. */
export type FieldText = string | readonly string[];

/** Positions between the texts of a field, and between fields: more than any phrase has words. */
const TEXT_GAP = 64;

/**
 * BM25's `k1`: how soon further occurrences stop to count. Less than the usual 1.2, as is best for
 * short passages (0.82 in https://github.com/castorini/anserini, tuned on MS MARCO passages).
 */
const SATURATION = 0.8;

/** Little work, but each may be the first to touch a page of memory. */
const ENTRIES_AT_ONCE = 1024;

/** A number of 32 bits takes so many bytes at most. */
const MOST_BYTES = 5;

/** What `chains` holds of each word: its first and its last token in the passage, and how many. */
const CHAIN = 3;
const FIRST = 0;
const LAST = 1;
const COUNT = 2;

/** Takes passages one by one and makes the index of them all. */
export class PassageIndexBuilder {
  private size = 0;
  private readonly numbers = new WordNumbers();

  // One entry for each word of each passage, in the order of the passages: the word's number, its
  // `passage << 8 | impact`, and its positions.
  private readonly entryWords = new GrowingUint32();
  private readonly entryPostings = new GrowingUint32();
  private readonly entryPositions = new GrowingBytes();

  private readonly sizes = new PostingsSizes();

  // The passage being added: its tokens, as many as there are, each with its word, its position and
  // the next token of the same word; and its words, in the order of their first tokens.
  private tokens = 0;
  private words = new Int32Array(1024);
  private positions = new Int32Array(1024);
  private next = new Int32Array(1024);
  private readonly distinct: number[] = [];
  // Of each word ever met, what holds for that passage; see `CHAIN`. Nothing where it does not stand.
  private chains = new Int32Array(1024 * CHAIN);
  private frequencies = new Float64Array(1024);
  private isOwn = new Uint8Array(1024);

  constructor(private readonly fields: readonly FieldSpec[]) {}

  /**
   * Adds a passage.
   * @param texts what each field holds, in the order of the fields
   * @returns the passage's number: 0 for the first, then counting on
   * @throws RangeError beyond `MOST_PASSAGES`
   */
  add(texts: readonly FieldText[]): number {
    if (this.size === MOST_PASSAGES) {
      throw new RangeError(`An index holds at most ${MOST_PASSAGES} passages.`);
    }
    this.tokens = 0;
    let position = 0;
    this.fields.forEach((field, at) => {
      const first = this.tokens;
      let length = 0;
      const held = texts[at] ?? '';
      for (const text of typeof held === 'string' ? [held] : held) {
        const end = this.addText(text, position);
        length += end - position;
        position = end + TEXT_GAP;
      }
      this.weigh(field, first, length);
    });
    this.writeEntries();
    return this.size++;
  }

  /** A word with diacritics is there without them, and at the same position with them. */
  private addText(text: string, from: number): number {
    const { numbers } = this;
    let position = from;
    numbers.scan(text, (word, accented) => {
      while (this.sizes.words < numbers.words.length) {
        this.addWord();
      }
      if (word >= 0) {
        this.addToken(word, position);
        if (accented >= 0) {
          this.addToken(accented, position);
        }
        position += 1;
      }
    });
    return position;
  }

  private addToken(word: number, position: number): void {
    const token = this.tokens++;
    if (token === this.words.length) {
      this.words = enlarged(this.words);
      this.positions = enlarged(this.positions);
      this.next = enlarged(this.next);
    }
    this.words[token] = word;
    this.positions[token] = position;
    const { chains } = this;
    const chain = word * CHAIN;
    const before = chains[chain + COUNT]!++;
    if (before === 0) {
      chains[chain + FIRST] = token;
      this.distinct.push(word);
    } else {
      this.next[chains[chain + LAST]!] = token;
    }
    chains[chain + LAST] = token;
  }

  private addWord(): void {
    this.sizes.addWord();
    if (this.sizes.words > this.isOwn.length) {
      this.chains = enlarged(this.chains);
      this.frequencies = enlarged(this.frequencies);
      this.isOwn = enlarged(this.isOwn);
    }
  }

  /** Adds a field's words, from token `first` on, to the frequencies that BM25F saturates together. */
  private weigh(field: FieldSpec, first: number, length: number): void {
    const { words, frequencies, isOwn } = this;
    const norm = 1 - field.lengthNorm + (field.lengthNorm * length) / field.typicalLength;
    const each = field.weight / norm;
    const own = field.isAbove === true ? 0 : 1;
    for (let token = first; token < this.tokens; token += 1) {
      const word = words[token]!;
      frequencies[word]! += each;
      isOwn[word]! |= own;
    }
  }

  private writeEntries(): void {
    const { distinct } = this;
    for (let at = 0; at < distinct.length; at += 1) {
      this.writeEntry(distinct[at]!);
    }
    distinct.length = 0;
  }

  private writeEntry(word: number): void {
    const { chains, frequencies, entryPositions } = this;
    const frequency = frequencies[word]!;
    const impact = impactOf(frequency / (frequency + SATURATION), this.isOwn[word] === 1);
    frequencies[word] = 0;
    this.isOwn[word] = 0;
    this.entryWords.push(word);
    this.entryPostings.push(((this.size << 8) | impact) >>> 0);
    const chain = word * CHAIN;
    const count = chains[chain + COUNT]!;
    chains[chain + COUNT] = 0;
    entryPositions.reserve(count * MOST_BYTES);
    const { last } = entryPositions;
    const from = last.used;
    last.used = this.writePositions(chains[chain + FIRST]!, count, last.bytes, from);
    this.sizes.add(word, this.size, last.used - from);
  }

  /** Writes the positions of one posting as `Postings` has them. Most take one byte or two. */
  private writePositions(first: number, count: number, bytes: Uint8Array, from: number): number {
    const { positions, next } = this;
    let at = from;
    let token = first;
    let before = 0;
    for (let left = count - 1; left >= 0; left -= 1) {
      const position = positions[token]!;
      at = writeNumber(bytes, at, ((position - before) << 1) | (left > 0 ? 1 : 0));
      before = position;
      token = next[token]!;
    }
    return at;
  }

  /** The index of all passages added so far. The builder can go on afterwards. */
  build(): WholeIndex {
    return runAtOnce(this.buildInSlices());
  }

  /** The same for `runInSlices`. No passage may be added before it is done. */
  *buildInSlices(): Generator<undefined, WholeIndex> {
    const { words } = this.numbers;
    const sorted = yield* sortedPlaces(words);
    const placeOf = new Uint32Array(words.length);
    sorted.forEach((word, place) => (placeOf[word] = place));
    const writer = yield* this.sizes.writerFor(sorted);
    const ends = this.entryPositions.pieces.values();
    let positions: Uint8Array = new Uint8Array();
    let used = 0;
    let read = 0;
    for (const [piece, entryWords] of this.entryWords.pieces.entries()) {
      const entryPostings = this.entryPostings.pieces[piece]!;
      const length = Math.min(
        entryWords.length,
        this.entryWords.length - piece * entryWords.length,
      );
      for (let entry = 0; entry < length; entry += 1) {
        if (read === used) {
          ({ bytes: positions, used } = ends.next().value!);
          read = 0;
        }
        const posting = entryPostings[entry]!;
        const end = endOfPositions(positions, read);
        const place = placeOf[entryWords[entry]!]!;
        writer.add(place, posting >>> 8, posting & 0xff, positions, read, end);
        read = end;
        if (entry % ENTRIES_AT_ONCE === ENTRIES_AT_ONCE - 1) {
          yield;
        }
      }
    }
    yield;
    const sortedWords = Array.from(sorted, (word) => words[word]!);
    return yield* finishIndex(this.size, sortedWords, writer.take());
  }
}
