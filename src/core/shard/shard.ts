import { hashInSlices } from '../../util/hash';
import { runAtOnce } from '../../util/slices';
import { decodeIndexInSlices, encodeIndex } from '../search/indexCodec';
import type { WholeIndex } from '../search/passageIndex';
import type { ExtractionProblem, Passage, SourceDocument } from '../library/document';
import { arePassages, isHead, type Head, type ShardStamp } from './shardHead';
import { PackedText } from './packedText';
import type { RecognisedPlace } from '../library/recognise';

/**
 * A shard is the file in which a library keeps what it has read from one source, so that nothing is
 * read twice: the document, its text and its part of the search index.
 *
 * All numbers are little-endian. A header of 32 bytes: the magic word; versions of the shard's
 * format (upper half) and of the extraction (lower half); the hash of everything from byte 16 on,
 * in two words; the lengths of four parts in bytes. The parts follow, each padded to four bytes:
 * the head, the cuts of the text, the text as UTF-8, the index as `encodeIndex` has it. The head is
 * lines of JSON: a `Head`, then arrays of some of the passages each.
 */

/** Bytes `IP4s` as a little-endian number. */
const MAGIC = 0x73345049;
/** To be counted up whenever the shape of a shard or of the index in it changes. */
const FORMAT_VERSION = 4;
/** To be counted up whenever the same bytes may give another document, so that all are read anew. */
const EXTRACTION_VERSION = 2;

const VERSIONS = (FORMAT_VERSION << 16) | EXTRACTION_VERSION;
const HASHED_FROM = 16;
const HEADER_BYTES = 32;

/** Some milliseconds' work. */
const PASSAGES_AT_ONCE = 1_000;

const NEWLINE = 10;

/** A document with its text packed. */
export interface PackedDocument extends Omit<SourceDocument, 'text'> {
  readonly text: PackedText;
}

/** What came of reading a source. */
export type ShardContent =
  | { readonly problem: ExtractionProblem }
  | {
      readonly document: PackedDocument;
      /** Where it holds paragraphs of sources that packs know. */
      readonly places: readonly RecognisedPlace[];
      readonly index: WholeIndex;
    };

export interface Shard {
  readonly stamp: ShardStamp;
  readonly content: ShardContent;
}

/** Packs a document's text; everything else stays as it is. */
export function packDocument(document: SourceDocument): PackedDocument {
  const spans = document.passages.map((passage) => passage.span);
  return { ...document, text: PackedText.pack(document.text, spans) };
}

/** The document as it was before `packDocument`. */
export function unpackDocument(document: PackedDocument): SourceDocument {
  return { ...document, text: document.text.read() };
}

/** The bytes of a shard, of which `decodeShard` makes it again. */
export function encodeShard({ stamp, content }: Shard): Uint8Array {
  if ('problem' in content) {
    return join([jsonLines([{ stamp, problem: content.problem }])]);
  }
  const { text, passages, ...document } = content.document;
  const head: Head = { stamp, document, places: content.places };
  return join([
    jsonLines([head, ...groups(passages)]),
    littleEndian(text.cuts),
    text.bytes,
    encodeIndex(content.index),
  ]);
}

/**
 * Reads a shard. `undefined` when the bytes are not exactly what `encodeShard` of this version has
 * made: cut off, damaged, or of another version. Of what it gives only the index shares memory with
 * `bytes`: it is soon merged into that of the library, and forgotten.
 */
export function decodeShard(bytes: Uint8Array): Shard | undefined {
  return runAtOnce(decodeShardInSlices(bytes));
}

/** The same for `runInSlices`. */
export function* decodeShardInSlices(bytes: Uint8Array): Generator<undefined, Shard | undefined> {
  const parts = yield* split(bytes);
  if (parts === undefined) {
    return undefined;
  }
  const [headPart, cuts, text, indexPart] = parts;
  // The hash has shown that this is what was written.
  const headEnd = headPart.indexOf(NEWLINE) + 1;
  const head = parse(headPart.subarray(0, headEnd));
  if (!isHead(head)) {
    return undefined;
  }
  if (head.problem !== undefined) {
    return { stamp: head.stamp, content: { problem: head.problem } };
  }
  const passages = yield* readPassages(headPart.subarray(headEnd));
  const index = yield* decodeIndexInSlices(indexPart);
  if (
    head.document === undefined ||
    head.places === undefined ||
    passages === undefined ||
    index === undefined
  ) {
    return undefined;
  }
  // What `slice` gives of Node's buffers is no copy, and would keep all bytes in memory.
  const packed = new PackedText(new Uint8Array(text), fromLittleEndian(cuts));
  const document = { ...head.document, passages, text: packed };
  return { stamp: head.stamp, content: { document, places: head.places, index } };
}

function* readPassages(lines: Uint8Array): Generator<undefined, readonly Passage[] | undefined> {
  const passages: Passage[] = [];
  for (let start = 0; start < lines.length;) {
    const end = lines.indexOf(NEWLINE, start) + 1;
    const some = parse(lines.subarray(start, end));
    if (!arePassages(some)) {
      return undefined;
    }
    passages.push(...some);
    start = end;
    yield;
  }
  return passages;
}

function groups(passages: readonly Passage[]): readonly (readonly Passage[])[] {
  const count = Math.ceil(passages.length / PASSAGES_AT_ONCE);
  return Array.from({ length: count }, (_, at) =>
    passages.slice(at * PASSAGES_AT_ONCE, (at + 1) * PASSAGES_AT_ONCE),
  );
}

function jsonLines(values: readonly unknown[]): Uint8Array {
  return new TextEncoder().encode(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
}

function parse(json: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(json));
}

type Parts = [head: Uint8Array, cuts: Uint8Array, text: Uint8Array, index: Uint8Array];

function join(parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + padded(part.length), HEADER_BYTES);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, VERSIONS, true);
  let at = HEADER_BYTES;
  parts.forEach((part, number) => {
    view.setUint32(HASHED_FROM + 4 * number, part.length, true);
    bytes.set(part, at);
    at += padded(part.length);
  });
  const hash = runAtOnce(hashOf(bytes));
  view.setUint32(8, hash % 2 ** 32, true);
  view.setUint32(12, Math.floor(hash / 2 ** 32), true);
  return bytes;
}

function* split(bytes: Uint8Array): Generator<undefined, Parts | undefined> {
  if (bytes.length < HEADER_BYTES) {
    return undefined;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number): number => view.getUint32(at, true);
  const hash = word(8) + 2 ** 32 * word(12);
  if (word(0) !== MAGIC || word(4) !== VERSIONS || hash !== (yield* hashOf(bytes))) {
    return undefined;
  }
  let at = HEADER_BYTES;
  const part = (number: number): Uint8Array => {
    const from = at;
    const length = word(HASHED_FROM + 4 * number);
    at += padded(length);
    return bytes.subarray(from, from + length);
  };
  const parts: Parts = [part(0), part(1), part(2), part(3)];
  return at === bytes.length ? parts : undefined;
}

function hashOf(bytes: Uint8Array): Generator<undefined, number> {
  return hashInSlices(bytes.subarray(HASHED_FROM));
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function littleEndian(numbers: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(4 * numbers.length);
  const view = new DataView(bytes.buffer);
  numbers.forEach((number, at) => view.setUint32(4 * at, number, true));
  return bytes;
}

function fromLittleEndian(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = new Uint32Array(bytes.length / 4);
  for (let at = 0; at < numbers.length; at += 1) {
    numbers[at] = view.getUint32(4 * at, true);
  }
  return numbers;
}
