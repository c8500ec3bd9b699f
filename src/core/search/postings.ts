/** Postings for each entry into a word's bytes: more save memory, fewer save time. */
export const BLOCK = 64;

/** What `blocks` says of each block. */
export const BLOCK_FIELDS = 3;
/** The least passage that its first posting can be of. */
export const LEAST_PASSAGE = 0;
/** Where its postings begin, and where their positions do. */
export const POSTINGS_AT = 1;
export const POSITIONS_AT = 2;

/** What searching asks of postings, wherever they lie. Words and passages are numbers. */
export interface PostingLists {
  /** In how many passages a word stands. */
  count(word: number): number;
  /** The sum of `count` over a range of words. */
  countBetween(from: number, to: number): number;
  /**
   * Writes all postings of a word to the beginning of `into`, as `passage << 8 | impact`.
   * @returns how many there are
   */
  read(word: number, into: Uint32Array): number;
  /** How much a word weighs in a passage; 0 when it does not stand there. */
  impactIn(word: number, passage: number): number;
  /**
   * The positions of a word in a passage, ascending; empty when it does not stand there. Fields, and
   * the texts of one field, lie far apart.
   */
  positionsIn(word: number, passage: number): readonly number[];
}

/**
 * In which passages each word stands, how much it weighs there, and where. A posting is, in bytes,
 * how many passages were left out since the one before (a number as in `bytes.ts`), and an impact from
 * 1 to 255. Its positions are the distances between them, doubled, plus 1 when another follows.
 */
export class Postings implements PostingLists {
  // Where the posting is that `seek` found: its block, which of the block it is, and its impact.
  private foundBlock = 0;
  private foundAt = 0;
  private foundImpact = 0;

  constructor(
    /** How many postings the words before each one have; one more entry than words. */
    private readonly starts: Uint32Array,
    /** The same for blocks. */
    private readonly firstBlocks: Uint32Array,
    /** Three numbers for each block, and a block behind the last that has only places. */
    private readonly blocks: Uint32Array,
    /** Of all words, one after the other. */
    readonly bytes: Uint8Array,
    readonly positions: Uint8Array,
  ) {}

  /** How many words there are. */
  get words(): number {
    return this.starts.length - 1;
  }

  /** In how many passages a word stands. */
  count(word: number): number {
    return this.starts[word + 1]! - this.starts[word]!;
  }

  /** The sum of `count` over a range of words. */
  countBetween(from: number, to: number): number {
    return this.starts[to]! - this.starts[from]!;
  }

  /** Where in `bytes` the postings of `word` begin; those of the word before end there. */
  bytesAt(word: number): number {
    return this.blocks[this.firstBlocks[word]! * BLOCK_FIELDS + POSTINGS_AT]!;
  }

  /** Where in `positions` those of `word` begin; those of the word before end there. */
  positionsAt(word: number): number {
    return this.blocks[this.firstBlocks[word]! * BLOCK_FIELDS + POSITIONS_AT]!;
  }

  /** The first passage in which a word stands that stands in any. */
  firstPassage(word: number): number {
    return this.passageFrom(this.bytesAt(word), this.bytesAt(word) + 1, 0);
  }

  /** The last one. */
  lastPassage(word: number): number {
    const block = (this.firstBlocks[word + 1]! - 1) * BLOCK_FIELDS;
    const from = this.blocks[block + POSTINGS_AT]!;
    return this.passageFrom(from, this.bytesAt(word + 1), this.blocks[block + LEAST_PASSAGE]!);
  }

  /** The passage of the last posting that begins in the bytes from `from` up to `end`. */
  private passageFrom(from: number, end: number, least: number): number {
    const { bytes } = this;
    let passage = least - 1;
    for (let at = from; at < end; at += 1) {
      passage += 1;
      let shift = 0;
      let byte;
      do {
        byte = bytes[at++]!;
        passage += (byte & 0x7f) << shift;
        shift += 7;
      } while (byte > 0x7f);
    }
    return passage;
  }

  /** How many bytes the positions of each block take. */
  positionLengths(): Uint32Array {
    const { blocks } = this;
    const lengths = new Uint32Array(blocks.length / BLOCK_FIELDS - 1);
    for (let block = 0; block < lengths.length; block += 1) {
      const at = block * BLOCK_FIELDS + POSITIONS_AT;
      lengths[block] = blocks[at + BLOCK_FIELDS]! - blocks[at]!;
    }
    return lengths;
  }

  /**
   * Writes all postings of a word to the beginning of `into`, as `passage << 8 | impact`, ascending.
   * @returns how many there are
   */
  read(word: number, into: Uint32Array): number {
    const { bytes } = this;
    const end = this.bytesAt(word + 1);
    let at = this.bytesAt(word);
    let passage = 0;
    let count = 0;
    while (at < end) {
      let gap = bytes[at++]!;
      if (gap > 0x7f) {
        gap &= 0x7f;
        let shift = 7;
        let byte;
        do {
          byte = bytes[at++]!;
          gap |= (byte & 0x7f) << shift;
          shift += 7;
        } while (byte > 0x7f);
      }
      passage += gap;
      into[count++] = ((passage << 8) | bytes[at++]!) >>> 0;
      passage += 1;
    }
    return count;
  }

  /** How much a word weighs in a passage; 0 when it does not stand there. */
  impactIn(word: number, passage: number): number {
    return this.seek(word, passage) ? this.foundImpact : 0;
  }

  /**
   * The positions of a word in a passage, ascending; empty when it does not stand there. Fields,
   * and the texts of one field, lie far apart.
   */
  positionsIn(word: number, passage: number): readonly number[] {
    if (!this.seek(word, passage)) {
      return NONE;
    }
    const bytes = this.positions;
    let at = this.blocks[this.foundBlock * BLOCK_FIELDS + POSITIONS_AT]!;
    for (let skipped = this.foundAt; skipped > 0; skipped -= 1) {
      at = endOfPositions(bytes, at);
    }
    const found: number[] = [];
    let position = 0;
    let more;
    do {
      let value = 0;
      let shift = 0;
      let byte;
      do {
        byte = bytes[at++]!;
        value |= (byte & 0x7f) << shift;
        shift += 7;
      } while (byte > 0x7f);
      position += value >>> 1;
      found.push(position);
      more = value & 1;
    } while (more);
    return found;
  }

  /**
   * Calls `visit` for each posting of a word in the passages from `start` up to `end`, ascending;
   * `from` and `to` are where its positions are in `positions`.
   */
  visit(word: number, start: number, end: number, visit: PostingVisit): void {
    const { blocks, bytes, positions } = this;
    const block = this.blockOf(word, start) * BLOCK_FIELDS;
    const bytesEnd = this.bytesAt(word + 1);
    let at = blocks[block + POSTINGS_AT]!;
    let from = blocks[block + POSITIONS_AT]!;
    let passage = blocks[block + LEAST_PASSAGE]!;
    while (at < bytesEnd) {
      let shift = 0;
      let byte;
      do {
        byte = bytes[at++]!;
        passage += (byte & 0x7f) << shift;
        shift += 7;
      } while (byte > 0x7f);
      if (passage >= end) {
        return;
      }
      const to = endOfPositions(positions, from);
      if (passage >= start) {
        visit(passage, bytes[at]!, from, to);
      }
      from = to;
      at += 1;
      passage += 1;
    }
  }

  /** The last block of a word that begins at or before a passage. */
  private blockOf(word: number, passage: number): number {
    let low = this.firstBlocks[word]!;
    let high = this.firstBlocks[word + 1]!;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.blocks[middle * BLOCK_FIELDS + LEAST_PASSAGE]! <= passage) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private seek(word: number, passage: number): boolean {
    const { blocks, bytes } = this;
    const block = this.blockOf(word, passage);
    let at = blocks[block * BLOCK_FIELDS + POSTINGS_AT]!;
    const end = blocks[(block + 1) * BLOCK_FIELDS + POSTINGS_AT]!;
    let here = blocks[block * BLOCK_FIELDS + LEAST_PASSAGE]!;
    for (let posting = 0; at < end; posting += 1) {
      let gap = bytes[at++]!;
      if (gap > 0x7f) {
        gap &= 0x7f;
        let shift = 7;
        let byte;
        do {
          byte = bytes[at++]!;
          gap |= (byte & 0x7f) << shift;
          shift += 7;
        } while (byte > 0x7f);
      }
      here += gap;
      if (here >= passage) {
        this.foundBlock = block;
        this.foundAt = posting;
        this.foundImpact = bytes[at]!;
        return here === passage;
      }
      at += 1;
      here += 1;
    }
    return false;
  }
}

type PostingVisit = (passage: number, impact: number, from: number, to: number) => void;

const NONE: readonly number[] = [];

/** Where the positions of a posting end that begin at byte `from`. */
export function endOfPositions(bytes: Uint8Array, from: number): number {
  let at = from;
  let last = false;
  while (!last) {
    // The lowest bit of a number's first byte says whether it is the posting's last.
    last = (bytes[at]! & 1) === 0;
    while (bytes[at++]! > 0x7f);
  }
  return at;
}

/** For each number the sum of those before it, and last the sum of all. */
export function runningSums(numbers: Uint32Array): Uint32Array {
  const sums = new Uint32Array(numbers.length + 1);
  for (let at = 0; at < numbers.length; at += 1) {
    sums[at + 1] = sums[at]! + numbers[at]!;
  }
  return sums;
}

/** For each word the number of its first block, and last how many blocks there are. */
export function firstBlocksOf(counts: Uint32Array): Uint32Array {
  return runningSums(counts.map((count) => Math.ceil(count / BLOCK)));
}
