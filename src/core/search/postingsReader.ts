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

/** Some milliseconds' work. */
const POSTINGS_AT_ONCE = 131_072;

/**
 * Makes postings of their stored bytes, which become part of them. Passages and impacts are checked;
 * that positions are what was written the checksum has shown. Yields for `runInSlices`.
 * @param size how many passages there are
 * @param counts how many postings each word has
 * @param lengths how many bytes the positions of each block take
 * @returns `undefined` when the bytes are not what `Postings` describes
 */
export function* readPostings(
  size: number,
  counts: Uint32Array,
  lengths: Uint32Array,
  bytes: Uint8Array,
  positions: Uint8Array,
): Generator<undefined, Postings | undefined> {
  // A posting takes two bytes at least.
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total > bytes.length / 2) {
    return undefined;
  }
  const firstBlocks = firstBlocksOf(counts);
  const blocks = new Uint32Array((lengths.length + 1) * BLOCK_FIELDS);
  let block = 0;
  let at = 0;
  let positionsAt = 0;
  let work = 0;
  for (const count of counts) {
    let passage = 0;
    for (let posting = 0; posting < count; posting += 1) {
      if (posting % BLOCK === 0) {
        const field = block * BLOCK_FIELDS;
        blocks[field + LEAST_PASSAGE] = passage;
        blocks[field + POSTINGS_AT] = at;
        blocks[field + POSITIONS_AT] = positionsAt;
        positionsAt += lengths[block++]!;
      }
      let byte = bytes[at++]!;
      passage += byte & 0x7f;
      for (let shift = 7; byte > 0x7f && shift < 28; shift += 7) {
        byte = bytes[at++] ?? 0;
        passage += (byte & 0x7f) << shift;
      }
      if (byte > 0x7f || passage >= size || !(bytes[at++]! > 0)) {
        return undefined;
      }
      passage += 1;
    }
    work += count;
    if (work > POSTINGS_AT_ONCE) {
      work = 0;
      yield;
    }
  }
  if (at !== bytes.length || positionsAt !== positions.length) {
    return undefined;
  }
  blocks.set([0, at, positionsAt], block * BLOCK_FIELDS);
  return new Postings(runningSums(counts), firstBlocks, blocks, bytes, positions);
}
