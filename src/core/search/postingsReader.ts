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
 * Makes postings of their stored bytes, which are checked and become part of them. Yields for
 * `runInSlices`.
 * @param size how many passages there are
 * @param counts how many postings each word has
 * @returns `undefined` when the bytes are not what `Postings` describes
 */
export function* readPostings(
  size: number,
  counts: Uint32Array,
  bytes: Uint8Array,
  positions: Uint8Array,
): Generator<undefined, Postings | undefined> {
  // A posting takes two bytes at least.
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total > bytes.length / 2) {
    return undefined;
  }
  const firstBlocks = firstBlocksOf(counts);
  const blocks = new Uint32Array((firstBlocks[counts.length]! + 1) * BLOCK_FIELDS);
  let block = 0;
  let at = 0;
  let positionsAt = 0;
  let work = 0;
  for (const count of counts) {
    let passage = 0;
    for (let posting = 0; posting < count; posting += 1) {
      if (posting % BLOCK === 0) {
        blocks[block + LEAST_PASSAGE] = passage;
        blocks[block + POSTINGS_AT] = at;
        blocks[block + POSITIONS_AT] = positionsAt;
        block += BLOCK_FIELDS;
      }
      let shift = 0;
      let byte;
      do {
        byte = bytes[at++] ?? 0;
        passage += (byte & 0x7f) << shift;
        shift += 7;
      } while (byte > 0x7f && shift < 28);
      const impact = bytes[at++] ?? 0;
      if (byte > 0x7f || passage >= size || impact === 0) {
        return undefined;
      }
      passage += 1;
      let more = true;
      while (more) {
        byte = positions[positionsAt++];
        if (byte === undefined) {
          return undefined;
        }
        more = (byte & 1) === 1;
        while (byte > 0x7f) {
          byte = positions[positionsAt++] ?? 0;
        }
      }
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
  blocks.set([0, at, positionsAt], block);
  return new Postings(runningSums(counts), firstBlocks, blocks, bytes, positions);
}
