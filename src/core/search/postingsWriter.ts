import { numberLength, writeNumber } from './bytes';
import {
  BLOCK,
  BLOCK_FIELDS,
  firstBlocksOf,
  LEAST_PASSAGE,
  Postings,
  POSITIONS_AT,
  POSTINGS_AT,
  runningSums,
} from './postings';

/** What `PostingsSizes` and `PostingsWriter` hold for each word, together so as to be read at once. */
const STRIDE = 4;
const COUNT = 0;
const BYTES = 1;
const POSITIONS = 2;
const NEXT_PASSAGE = 3;

/** What postings take, for each of some words that become more. */
export class PostingsSizes {
  /** How many words there are. */
  words = 0;
  private sizes = new Uint32Array(1024 * STRIDE);

  /** Adds a word that has no postings yet. */
  addWord(): void {
    this.words += 1;
    if (this.words * STRIDE > this.sizes.length) {
      const grown = new Uint32Array(this.sizes.length * 2);
      grown.set(this.sizes);
      this.sizes = grown;
    }
  }

  /** Counts a posting; those of a word come by ascending passages. */
  add(word: number, passage: number, positionBytes: number): void {
    const { sizes } = this;
    const at = word * STRIDE;
    sizes[at + COUNT]! += 1;
    sizes[at + BYTES]! += numberLength(passage - sizes[at + NEXT_PASSAGE]!) + 1;
    sizes[at + POSITIONS]! += positionBytes;
    sizes[at + NEXT_PASSAGE] = passage + 1;
  }

  /** Counts all postings that a word has in an index, whose passages come `shift` later here. */
  addAll(word: number, postings: Postings, wordThere: number, shift: number): void {
    const { sizes } = this;
    const at = word * STRIDE;
    const first = postings.firstPassage(wordThere);
    const bytes = postings.bytesAt(wordThere + 1) - postings.bytesAt(wordThere);
    sizes[at + COUNT]! += postings.count(wordThere);
    sizes[at + BYTES]! +=
      bytes - numberLength(first) + numberLength(first + shift - sizes[at + NEXT_PASSAGE]!);
    sizes[at + POSITIONS]! += postings.positionsAt(wordThere + 1) - postings.positionsAt(wordThere);
    sizes[at + NEXT_PASSAGE] = postings.lastPassage(wordThere) + shift + 1;
  }

  /** A writer for exactly these postings, the words in another order. Yields for `runInSlices`. */
  *writerFor(order: Uint32Array): Generator<undefined, PostingsWriter> {
    const { sizes } = this;
    const counts = new Uint32Array(order.length);
    const bytes = new Uint32Array(order.length);
    const positions = new Uint32Array(order.length);
    for (let place = 0; place < order.length; place += 1) {
      const at = order[place]! * STRIDE;
      counts[place] = sizes[at + COUNT]!;
      bytes[place] = sizes[at + BYTES]!;
      positions[place] = sizes[at + POSITIONS]!;
      if (place % WORDS_AT_ONCE === WORDS_AT_ONCE - 1) {
        yield;
      }
    }
    yield;
    const writer = new PostingsWriter(counts, bytes, positions);
    yield;
    return writer;
  }
}

/** Some milliseconds' work. */
const WORDS_AT_ONCE = 16_384;

/** Takes the postings of all words, in any order of words, and makes `Postings` of them. */
class PostingsWriter {
  private readonly starts: Uint32Array;
  private readonly firstBlocks: Uint32Array;
  private readonly blocks: Uint32Array;
  private readonly bytes: Uint8Array;
  private readonly positions: Uint8Array;
  /** For each word how many postings it has so far, where its next will go, and its least passage. */
  private readonly next: Uint32Array;

  /** For each word, how many postings, bytes of postings and bytes of positions there will be. */
  constructor(counts: Uint32Array, bytes: Uint32Array, positions: Uint32Array) {
    const words = counts.length;
    const byteStarts = runningSums(bytes);
    const positionStarts = runningSums(positions);
    this.starts = runningSums(counts);
    this.firstBlocks = firstBlocksOf(counts);
    this.bytes = new Uint8Array(byteStarts[words]!);
    this.positions = new Uint8Array(positionStarts[words]!);
    this.blocks = new Uint32Array((this.firstBlocks[words]! + 1) * BLOCK_FIELDS);
    this.blocks.set(
      [0, this.bytes.length, this.positions.length],
      this.blocks.length - BLOCK_FIELDS,
    );
    this.next = new Uint32Array(words * STRIDE);
    for (let word = 0; word < words; word += 1) {
      this.next[word * STRIDE + BYTES] = byteStarts[word]!;
      this.next[word * STRIDE + POSITIONS] = positionStarts[word]!;
    }
  }

  /**
   * Adds a posting; those of a word come by ascending passages.
   * @param positions holds its positions, coded, from `from` up to `to`
   */
  add(
    word: number,
    passage: number,
    impact: number,
    positions: Uint8Array,
    from: number,
    to: number,
  ): void {
    const { next } = this;
    const nextOf = word * STRIDE;
    const posting = next[nextOf + COUNT]!;
    const nextPassage = next[nextOf + NEXT_PASSAGE]!;
    let at = next[nextOf + BYTES]!;
    let positionsAt = next[nextOf + POSITIONS]!;
    if (posting % BLOCK === 0) {
      const block = (this.firstBlocks[word]! + posting / BLOCK) * BLOCK_FIELDS;
      this.blocks[block + LEAST_PASSAGE] = nextPassage;
      this.blocks[block + POSTINGS_AT] = at;
      this.blocks[block + POSITIONS_AT] = positionsAt;
    }
    at = writeNumber(this.bytes, at, passage - nextPassage);
    this.bytes[at++] = impact;
    for (let read = from; read < to; read += 1) {
      this.positions[positionsAt++] = positions[read]!;
    }
    next[nextOf + COUNT] = posting + 1;
    next[nextOf + NEXT_PASSAGE] = passage + 1;
    next[nextOf + BYTES] = at;
    next[nextOf + POSITIONS] = positionsAt;
  }

  take(): Postings {
    return new Postings(this.starts, this.firstBlocks, this.blocks, this.bytes, this.positions);
  }
}
