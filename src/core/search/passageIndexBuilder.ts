import { runAtOnce } from '../../util/slices';
import { ByteWriter } from './bytes';
import { finishIndex, MOST_PASSAGES, type PassageIndex } from './passageIndex';
import { GrowingUint32 } from './growingArrays';
import { endOfPositions } from './postings';
import { PostingsSizes } from './postingsWriter';
import { impactOf } from './impacts';
import { scanIndexWords } from './signWords';
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

/** Some milliseconds' work. */
const ENTRIES_AT_ONCE = 32_768;

/** Takes passages one by one and makes the index of them all. */
export class PassageIndexBuilder {
  private size = 0;
  private readonly numbers = new WordNumbers();

  // One entry for each word of each passage, in the order of the passages: the word's number, its
  // `passage << 8 | impact`, and its positions.
  private readonly entryWords = new GrowingUint32();
  private readonly entryPostings = new GrowingUint32();
  private readonly positionBytes = new ByteWriter();

  private readonly sizes = new PostingsSizes();

  // The passage being added: its tokens, as many as there are, each with its word, its position
  // and the next token of the same word or -1.
  private tokens = 0;
  private words: Int32Array = new Int32Array(1024);
  private positions: Int32Array = new Int32Array(1024);
  private next: Int32Array = new Int32Array(1024);
  /** For each word its first token in that passage or -1, what it weighs there, and whether it is the passage's own. */
  private readonly firstOf: number[] = [];
  private readonly frequencyOf: number[] = [];
  private readonly isOwn: boolean[] = [];

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
    const { numbers, sizes } = this;
    let position = from;
    numbers.read(text);
    scanIndexWords(text, (start, end) => {
      const written = numbers.writtenAt(start, end);
      while (sizes.words < numbers.words.length) {
        sizes.addWord();
        this.firstOf.push(-1);
        this.frequencyOf.push(0);
        this.isOwn.push(false);
      }
      const word = numbers.canonical(written);
      if (word >= 0) {
        this.addToken(word, position);
        const accented = numbers.accented(written);
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
  }

  /** Adds a field's words, from token `first` on, to the frequencies that BM25F saturates together. */
  private weigh(field: FieldSpec, first: number, length: number): void {
    const norm = 1 - field.lengthNorm + (field.lengthNorm * length) / field.typicalLength;
    const each = field.weight / norm;
    for (let token = first; token < this.tokens; token += 1) {
      const word = this.words[token]!;
      this.frequencyOf[word]! += each;
      this.isOwn[word] ||= field.isAbove !== true;
    }
  }

  private writeEntries(): void {
    const { tokens, words, next, firstOf } = this;
    // Chains the occurrences of each word, last token first, so that one pass groups them.
    for (let token = tokens - 1; token >= 0; token -= 1) {
      const word = words[token]!;
      next[token] = firstOf[word]!;
      firstOf[word] = token;
    }
    for (let token = 0; token < tokens; token += 1) {
      const word = words[token]!;
      if (firstOf[word] === token) {
        this.writeEntry(word, token);
        firstOf[word] = -1;
      }
    }
  }

  private writeEntry(word: number, firstToken: number): void {
    const frequency = this.frequencyOf[word]!;
    const impact = impactOf(frequency / (frequency + SATURATION), this.isOwn[word]!);
    this.frequencyOf[word] = 0;
    this.isOwn[word] = false;
    this.entryWords.push(word);
    this.entryPostings.push(((this.size << 8) | impact) >>> 0);
    const before = this.positionBytes.length;
    this.writePositions(firstToken);
    this.sizes.add(word, this.size, this.positionBytes.length - before);
  }

  /** Writes the positions of one posting as `Postings` has them. Most take one byte or two. */
  private writePositions(firstToken: number): void {
    let before = 0;
    for (let token = firstToken; token !== -1; token = this.next[token]!) {
      const position = this.positions[token]!;
      const more = this.next[token] === -1 ? 0 : 1;
      this.positionBytes.number(((position - before) << 1) | more);
      before = position;
    }
  }

  /** The index of all passages added so far. The builder can go on afterwards. */
  build(): PassageIndex {
    return runAtOnce(this.buildInSlices());
  }

  /** The same for `runInSlices`. No passage may be added before it is done. */
  *buildInSlices(): Generator<undefined, PassageIndex> {
    const { words } = this.numbers;
    const sorted = yield* sortedPlaces(words);
    const placeOf = new Uint32Array(words.length);
    sorted.forEach((word, place) => (placeOf[word] = place));
    const writer = this.sizes.writerFor(sorted);
    yield;
    const { length, values: entryWords } = this.entryWords;
    const { values: entryPostings } = this.entryPostings;
    const positions = this.positionBytes.written;
    let read = 0;
    for (let entry = 0; entry < length; entry += 1) {
      const posting = entryPostings[entry]!;
      const end = endOfPositions(positions, read);
      writer.add(placeOf[entryWords[entry]!]!, posting >>> 8, posting & 0xff, positions, read, end);
      read = end;
      if (entry % ENTRIES_AT_ONCE === ENTRIES_AT_ONCE - 1) {
        yield;
      }
    }
    yield;
    const sortedWords = sorted.map((word) => words[word]!);
    return yield* finishIndex(this.size, sortedWords, writer.take());
  }
}

function enlarged(values: Int32Array): Int32Array {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}
