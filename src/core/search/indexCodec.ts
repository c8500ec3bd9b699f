import { hashInSlices } from '../../util/hash';
import { runAtOnce } from '../../util/slices';
import { ByteReader, ByteWriter } from './bytes';
import { MOST_PASSAGES, PassageIndex, type WholeIndex } from './passageIndex';
import { firstBlocksOf } from './postings';
import { readPostings } from './postingsReader';
import { StemGroups } from './stemGroups';
import { LONGEST_INDEXED_WORD } from './textAnalysis';
import { IndexVocabulary } from './vocabulary';

/**
 * The stored form of an index. All numbers are as `bytes.ts` has them, save the four-byte ones:
 * 1. the format's mark and version, four bytes; a checksum of all that follows, four bytes
 * 2. how many passages, words, stem groups, bytes of postings and bytes of positions there are
 * 3. each word: how many units it shares with the one before, how many follow, and these
 * 4. the stem group of each word; then the hash of each group's stem, four bytes each
 * 5. how many postings each word has; how many bytes the positions of each block take; then the
 *    postings and the positions as `Postings` has them
 */
const MARK = 0x03_78_64_69;

/** Bytes before what the checksum covers. */
const HEADER = 8;

/** The index as bytes: the same for the same passages in the same order. */
export function encodeIndex({ size, vocabulary, stems, postings }: WholeIndex): Uint8Array {
  const writer = new ByteWriter(postings.bytes.length + postings.positions.length + 65_536);
  writer.fixed(MARK);
  writer.fixed(0);
  writer.number(size);
  writer.number(vocabulary.size);
  writer.number(stems.hashes.length);
  writer.number(postings.bytes.length);
  writer.number(postings.positions.length);
  vocabulary.shared.forEach((shared, number) => {
    const word = vocabulary.at(number);
    writer.number(shared);
    writer.number(word.length - shared);
    for (let at = shared; at < word.length; at += 1) {
      writer.number(word.charCodeAt(at));
    }
  });
  stems.groups().forEach((group) => writer.number(group));
  stems.hashes.forEach((hash) => writer.fixed(hash));
  for (let word = 0; word < vocabulary.size; word += 1) {
    writer.number(postings.count(word));
  }
  postings.positionLengths().forEach((length) => writer.number(length));
  writer.all(postings.bytes);
  writer.all(postings.positions);
  const bytes = writer.take();
  new DataView(bytes.buffer).setUint32(4, runAtOnce(checksum(bytes)), true);
  return bytes;
}

/**
 * Reads what `encodeIndex` wrote. The index shares memory with the bytes.
 * @returns `undefined` for anything else, damaged or of another version
 */
export function decodeIndex(bytes: Uint8Array): WholeIndex | undefined {
  return runAtOnce(decodeIndexInSlices(bytes));
}

/** The same for `runInSlices`. */
export function* decodeIndexInSlices(
  bytes: Uint8Array,
): Generator<undefined, WholeIndex | undefined> {
  const reader = new ByteReader(bytes);
  if (reader.fixed() !== MARK || reader.fixed() !== (yield* checksum(bytes))) {
    return undefined;
  }
  const size = reader.number();
  const words = reader.number();
  const groups = reader.number();
  const postingsLength = reader.number();
  const positionsLength = reader.number();
  // Each word takes four bytes at least: of these lengths, of its group and of its count.
  if (size > MOST_PASSAGES || words * 4 + groups * 4 > reader.left || groups > words) {
    return undefined;
  }
  const vocabulary = yield* readVocabulary(reader, words);
  const stems = vocabulary && (yield* readStems(reader, vocabulary, groups));
  if (stems === undefined) {
    return undefined;
  }
  const counts = new Uint32Array(words);
  for (let word = 0; word < words; word += 1) {
    counts[word] = reader.number();
  }
  yield;
  const lengths = yield* readBlockLengths(reader, counts);
  const postingBytes = reader.take(postingsLength);
  const positions = reader.take(positionsLength);
  if (lengths === undefined || reader.failed || reader.left > 0) {
    return undefined;
  }
  const postings = yield* readPostings(size, counts, lengths, postingBytes, positions);
  return postings && new PassageIndex(size, vocabulary!, stems, postings);
}

/** Some milliseconds' work. */
const WORDS_AT_ONCE = 8192;

/** @returns `undefined` when the words are not ascending */
function* readVocabulary(
  reader: ByteReader,
  words: number,
): Generator<undefined, IndexVocabulary | undefined> {
  const pieces: string[] = [];
  const starts = new Uint32Array(words + 1);
  const shareds = new Uint8Array(words);
  // The words that are being read, one after the other, the last one of the piece before first.
  const units = new Uint16Array((WORDS_AT_ONCE + 1) * LONGEST_INDEXED_WORD);
  let before = 0;
  let at = 0;
  for (let first = 0; first < words; first += WORDS_AT_ONCE) {
    units.copyWithin(0, before, at);
    const from = at - before;
    [before, at] = [0, from];
    for (let word = first; word < Math.min(words, first + WORDS_AT_ONCE); word += 1) {
      const shared = reader.number();
      const more = reader.number();
      const end = at + shared + more;
      if (shared > at - before || more === 0 || end - at > LONGEST_INDEXED_WORD) {
        return undefined;
      }
      const differs = at + shared;
      units.copyWithin(at, before, before + shared);
      for (let unit = differs; unit < end; unit += 1) {
        units[unit] = reader.number();
      }
      if (shared < at - before && units[differs]! <= units[before + shared]!) {
        return undefined;
      }
      starts[word + 1] = starts[word]! + end - at;
      shareds[word] = shared;
      [before, at] = [at, end];
    }
    pieces.push(textOf(units.subarray(from, at)));
    yield;
  }
  return new IndexVocabulary(pieces.join(''), starts, shareds);
}

/** As many units as a call can take. */
const UNITS_AT_ONCE = 8192;

function textOf(units: Uint16Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < units.length; at += UNITS_AT_ONCE) {
    const some: ArrayLike<number> = units.subarray(at, at + UNITS_AT_ONCE);
    // Spreading them takes ten times as long.
    pieces.push(String.fromCharCode.apply(null, some as number[]));
  }
  return pieces.join('');
}

/** @returns `undefined` when groups are not counted in the order of their first words */
function* readStems(
  reader: ByteReader,
  vocabulary: IndexVocabulary,
  groups: number,
): Generator<undefined, StemGroups | undefined> {
  const groupOf = new Uint32Array(vocabulary.size);
  let known = 0;
  for (let word = 0; word < groupOf.length; word += 1) {
    const group = reader.number();
    if (group > known || group >= groups) {
      return undefined;
    }
    known += group === known ? 1 : 0;
    groupOf[word] = group;
  }
  yield;
  const hashes = new Uint32Array(groups);
  for (let group = 0; group < groups; group += 1) {
    hashes[group] = reader.fixed();
  }
  yield;
  if (known !== groups) {
    return undefined;
  }
  const stems = new StemGroups(vocabulary, groupOf, hashes);
  yield;
  return stems;
}

/** How many bytes the positions of each block take; `undefined` when there are not so many blocks. */
function* readBlockLengths(
  reader: ByteReader,
  counts: Uint32Array,
): Generator<undefined, Uint32Array | undefined> {
  const blocks = firstBlocksOf(counts)[counts.length]!;
  if (blocks > reader.left) {
    return undefined;
  }
  const lengths = new Uint32Array(blocks);
  for (let block = 0; block < blocks; block += 1) {
    lengths[block] = reader.number();
    if (block % BLOCKS_AT_ONCE === BLOCKS_AT_ONCE - 1) {
      yield;
    }
  }
  return lengths;
}

/** Some milliseconds' work. */
const BLOCKS_AT_ONCE = 65_536;

/** The lower half of the hash of all behind the header. */
function* checksum(bytes: Uint8Array): Generator<undefined, number> {
  return (yield* hashInSlices(bytes.subarray(HEADER))) >>> 0;
}
