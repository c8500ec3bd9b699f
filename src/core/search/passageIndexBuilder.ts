import { endOfPositions, MOST_PASSAGES, PassageIndex, POSITION_BLOCK } from './passageIndex';
import { canonicalWord, scanWords } from './textAnalysis';

/** How much a field of a passage counts. */
export interface FieldSpec {
  /** How often an occurrence in this field counts, against one in a field of weight 1. */
  readonly weight: number;
  /** How far longer fields count less: 0 not at all, 1 in proportion (the `b` of BM25F). */
  readonly lengthNorm: number;
  /**
   * Words that such a field usually has. A constant in place of the corpus mean of BM25F, so that
   * a passage's impacts depend on the passage alone and shards can be built and replaced one by one.
   */
  readonly typicalLength: number;
}

/** What one field of a passage holds: a text, or several of which no phrase spans two. */
export type FieldText = string | readonly string[];

/** Positions between the texts of a field, and between fields: more than any phrase has words. */
const TEXT_GAP = 64;

/** BM25's `k1`: how soon further occurrences stop to count. */
const SATURATION = 1.2;

/** Takes passages one by one and makes the index of them all. */
export class PassageIndexBuilder {
  private size = 0;
  private readonly numberOf = new Map<string, number>();
  /** Numbers by the word as written: most words of a text have been seen, case and all. */
  private readonly numberOfRaw = new Map<string, number>();

  // One entry for each word of each passage, in the order of the passages.
  private readonly entryWords = new GrowingUint32();
  private readonly entryPostings = new GrowingUint32();
  private readonly positionBytes = new GrowingUint8();
  /** For each word, in how many passages it is and how many bytes their positions take. */
  private readonly postingsOf: number[] = [];
  private readonly bytesOf: number[] = [];

  // The passage being added: its words with their positions, and what each word weighs in it.
  private words: number[] = [];
  private positions: number[] = [];
  private readonly frequencies: number[] = [];
  private readonly firstOf: number[] = [];

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
    this.words = [];
    this.positions = [];
    let position = 0;
    this.fields.forEach((field, at) => {
      const first = this.words.length;
      const held = texts[at] ?? '';
      for (const text of typeof held === 'string' ? [held] : held) {
        position = this.addText(text, position) + TEXT_GAP;
      }
      this.weigh(field, first);
    });
    this.writeEntries();
    return this.size++;
  }

  private addText(text: string, from: number): number {
    let position = from;
    scanWords(text, (raw) => {
      const word = this.numberOfRaw.get(raw) ?? this.learn(raw);
      if (word >= 0) {
        this.words.push(word);
        this.positions.push(position++);
      }
    });
    return position;
  }

  private learn(raw: string): number {
    const canonical = canonicalWord(raw);
    const known = canonical === '' ? -1 : this.numberOf.get(canonical);
    const word = known ?? this.numberOf.size;
    if (known === undefined) {
      this.numberOf.set(canonical, word);
      this.frequencies.push(0);
      this.firstOf.push(-1);
      this.postingsOf.push(0);
      this.bytesOf.push(0);
    }
    this.numberOfRaw.set(raw, word);
    return word;
  }

  /** Adds a field's words, from token `first` on, to the frequencies that BM25F saturates together. */
  private weigh(field: FieldSpec, first: number): void {
    const length = this.words.length - first;
    const norm = 1 - field.lengthNorm + (field.lengthNorm * length) / field.typicalLength;
    for (let token = first; token < this.words.length; token += 1) {
      this.frequencies[this.words[token]!]! += field.weight / norm;
    }
  }

  private writeEntries(): void {
    const distinct: number[] = [];
    // Chains the occurrences of each word, last token first, so that one pass groups them.
    const next = new Int32Array(this.words.length);
    for (let token = this.words.length - 1; token >= 0; token -= 1) {
      const word = this.words[token]!;
      if (this.firstOf[word] === -1) {
        distinct.push(word);
      }
      next[token] = this.firstOf[word]!;
      this.firstOf[word] = token;
    }
    for (const word of distinct) {
      const frequency = this.frequencies[word]!;
      const impact = Math.max(1, Math.round((255 * frequency) / (frequency + SATURATION)));
      this.entryWords.push(word);
      this.entryPostings.push(((this.size << 8) | impact) >>> 0);
      const bytesBefore = this.positionBytes.length;
      this.writePositions(this.firstOf[word]!, next);
      this.postingsOf[word]! += 1;
      this.bytesOf[word]! += this.positionBytes.length - bytesBefore;
      this.frequencies[word] = 0;
      this.firstOf[word] = -1;
    }
  }

  /**
   * Writes the positions of one posting: each as its distance from the one before, doubled, plus 1
   * when another follows; seven bits a byte, lowest first, the high bit set when the number goes on.
   * Most take one byte or two.
   */
  private writePositions(firstToken: number, next: Int32Array): void {
    let before = 0;
    for (let token = firstToken; token !== -1; token = next[token]!) {
      const position = this.positions[token]!;
      let value = ((position - before) << 1) | (next[token] === -1 ? 0 : 1);
      before = position;
      while (value > 0x7f) {
        this.positionBytes.push((value & 0x7f) | 0x80);
        value >>>= 7;
      }
      this.positionBytes.push(value);
    }
  }

  /** The index of all passages added so far. The builder can go on afterwards. */
  build(): PassageIndex {
    const sorted = [...this.numberOf.keys()].sort();
    const starts = new Uint32Array(sorted.length + 1);
    // For each word, where its next posting and the positions of that will be.
    const nextPosting = new Uint32Array(sorted.length);
    const nextByte = new Uint32Array(sorted.length);
    let byte = 0;
    sorted.forEach((text, place) => {
      const word = this.numberOf.get(text)!;
      nextPosting[word] = starts[place]!;
      nextByte[word] = byte;
      starts[place + 1] = starts[place]! + this.postingsOf[word]!;
      byte += this.bytesOf[word]!;
    });

    const { length: entries, values: entryWords } = this.entryWords;
    const { values: entryPostings } = this.entryPostings;
    const { values: bytes } = this.positionBytes;
    const postings = new Uint32Array(entries);
    const positions = new Uint8Array(this.positionBytes.length);
    const positionBlocks = new Uint32Array(Math.ceil(entries / POSITION_BLOCK));
    let read = 0;
    for (let entry = 0; entry < entries; entry += 1) {
      const word = entryWords[entry]!;
      const posting = nextPosting[word]!++;
      postings[posting] = entryPostings[entry]!;
      let written = nextByte[word]!;
      if (posting % POSITION_BLOCK === 0) {
        positionBlocks[posting / POSITION_BLOCK] = written;
      }
      const end = endOfPositions(bytes, read);
      while (read < end) {
        positions[written++] = bytes[read++]!;
      }
      nextByte[word] = written;
    }
    return new PassageIndex(this.size, sorted, starts, postings, positions, positionBlocks);
  }
}

/** A list of unsigned 32-bit numbers without an object or a double for each. */
class GrowingUint32 {
  /** The first `length` of these. */
  values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Uint32Array(this.values.length * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.length++] = value;
  }
}

/** The same for bytes. */
class GrowingUint8 {
  values = new Uint8Array(4096);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Uint8Array(this.values.length * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.length++] = value;
  }
}
