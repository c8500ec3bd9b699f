import { hashBytes } from '../../util/hash';
import { runAtOnce } from '../../util/slices';
import { ByteReader, ByteWriter } from './bytes';
import { MOST_PASSAGES, PassageIndex } from './passageIndex';
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
 * 5. how many postings each word has; then the postings and the positions as `Postings` has them
 */
const MARK = 0x02_78_64_69;

/** Bytes before what the checksum covers. */
const HEADER = 8;

/** The index as bytes: the same for the same passages in the same order. */
export function encodeIndex({ size, vocabulary, stems, postings }: PassageIndex): Uint8Array {
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
  writer.all(postings.bytes);
  writer.all(postings.positions);
  const bytes = writer.take();
  new DataView(bytes.buffer).setUint32(4, checksum(bytes), true);
  return bytes;
}

/**
 * Reads what `encodeIndex` wrote.
 * @returns `undefined` for anything else, damaged or of another version
 */
export function decodeIndex(bytes: Uint8Array): PassageIndex | undefined {
  return runAtOnce(decodeIndexInSlices(bytes));
}

/** The same for `runInSlices`. */
export function* decodeIndexInSlices(
  bytes: Uint8Array,
): Generator<undefined, PassageIndex | undefined> {
  const reader = new ByteReader(bytes);
  if (reader.fixed() !== MARK || reader.fixed() !== checksum(bytes)) {
    return undefined;
  }
  yield;
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
  if (vocabulary === undefined) {
    return undefined;
  }
  const groupOf = new Uint32Array(words);
  let known = 0;
  for (let word = 0; word < words; word += 1) {
    const group = reader.number();
    if (group > known || group >= groups) {
      return undefined;
    }
    known += group === known ? 1 : 0;
    groupOf[word] = group;
  }
  const hashes = new Uint32Array(groups);
  for (let group = 0; group < groups; group += 1) {
    hashes[group] = reader.fixed();
  }
  yield;
  const counts = new Uint32Array(words);
  for (let word = 0; word < words; word += 1) {
    counts[word] = reader.number();
  }
  const postingBytes = reader.take(postingsLength);
  const positions = reader.take(positionsLength);
  if (reader.failed || reader.left > 0 || known !== groups) {
    return undefined;
  }
  yield;
  const postings = yield* readPostings(size, counts, postingBytes, positions);
  return (
    postings &&
    new PassageIndex(size, vocabulary, new StemGroups(vocabulary, groupOf, hashes), postings)
  );
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
  const units: number[] = [];
  let before = '';
  for (let word = 0; word < words; word += 1) {
    const shared = reader.number();
    const more = reader.number();
    if (shared > before.length || shared > 0xff || more > LONGEST_INDEXED_WORD) {
      return undefined;
    }
    units.length = 0;
    for (let unit = 0; unit < more; unit += 1) {
      units.push(reader.number());
    }
    const text = before.slice(0, shared) + String.fromCharCode(...units);
    if (text <= before) {
      return undefined;
    }
    pieces.push(text);
    starts[word + 1] = starts[word]! + text.length;
    shareds[word] = shared;
    before = text;
    if (word % WORDS_AT_ONCE === WORDS_AT_ONCE - 1) {
      yield;
    }
  }
  return new IndexVocabulary(pieces.join(''), starts, shareds);
}

/** The lower half of the hash of all behind the header. */
function checksum(bytes: Uint8Array): number {
  return hashBytes(bytes.subarray(HEADER)) >>> 0;
}
