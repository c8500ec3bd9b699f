import { itemAt } from '../../util/defined';
import { hashBytes } from '../../util/hash';
import { hasShape, isListOf, isString } from '../../util/shape';
import { ByteReader, ByteWriter } from '../search/bytes';
import { KINDS, SourceTags, type TagLists, type TagSubject } from './sourceTags';

/** What the tags of a source were made of; any change makes others. */
export interface TagStamp {
  /** Of packs, glossaries and the rules of tagging: see `knowledgeFingerprint`. */
  readonly knowledge: string;
  /** Of the document: see `documentFingerprint`. */
  readonly document: string;
}

/** Tags as they are stored. */
export interface StoredTags {
  readonly stamp: TagStamp;
  readonly tags: SourceTags;
}

/** Bytes `IP4t` as a little-endian number. */
const MARK = 0x74345049;

interface Head extends TagStamp {
  readonly subjects: readonly TagSubject[];
  readonly wordings: readonly string[];
}

const isHead = hasShape<Head>({
  knowledge: isString,
  document: isString,
  subjects: isListOf(
    hasShape<TagSubject>({
      kind: (kind) => KINDS.some((known) => known === kind),
      id: isString,
    }),
  ),
  wordings: isListOf(isString),
});

/**
 * The bytes of a shard of tags: the mark; a checksum of all that follows it, four bytes; the length of
 * a head of JSON, and the head; then the lists, each with its length. Numbers are as `bytes.ts` has them.
 */
export function encodeTags({ stamp, tags: { lists } }: StoredTags): Uint8Array {
  const writer = new ByteWriter(8 * lists.subjectOf.length + 4096);
  const head: Head = { ...stamp, subjects: lists.subjects, wordings: lists.wordings };
  const json = new TextEncoder().encode(JSON.stringify(head));
  writer.fixed(MARK);
  writer.fixed(0);
  writer.number(json.length);
  writer.all(json);
  writeAscending(writer, lists.starts);
  writeList(writer, lists.subjectOf);
  writeBytes(writer, lists.flags);
  writeBytes(writer, lists.weights);
  writeAscending(writer, lists.reasonStarts);
  writeBytes(writer, lists.reasons);
  writeList(writer, lists.wordingOf);
  const bytes = writer.take();
  new DataView(bytes.buffer).setUint32(4, checksum(bytes), true);
  return bytes;
}

/** `undefined` for bytes that `encodeTags` of this version has not made. */
export function decodeTags(bytes: Uint8Array): StoredTags | undefined {
  const reader = new ByteReader(bytes);
  if (reader.fixed() !== MARK || reader.fixed() !== checksum(bytes)) {
    return undefined;
  }
  const head = parse(reader.take(reader.number()));
  if (!isHead(head)) {
    return undefined;
  }
  const { knowledge, document, subjects, wordings } = head;
  const lists: TagLists = {
    subjects,
    wordings,
    starts: readAscending(reader),
    subjectOf: readList(reader),
    flags: readBytes(reader),
    weights: readBytes(reader),
    reasonStarts: readAscending(reader),
    reasons: readBytes(reader),
    wordingOf: readList(reader),
  };
  return reader.failed || reader.left > 0 || !isSound(lists)
    ? undefined
    : { stamp: { knowledge, document }, tags: new SourceTags(lists) };
}

/** Whether no number leads out of its list: a checksum shows no more than that the bytes are those written. */
function isSound(lists: TagLists): boolean {
  const { subjects, wordings, starts, subjectOf, reasonStarts, reasons, wordingOf } = lists;
  const tags = subjectOf.length;
  return (
    starts.length > 0 &&
    starts.at(-1) === tags &&
    lists.flags.length === tags &&
    lists.weights.length === tags &&
    reasonStarts.length === tags + 1 &&
    reasonStarts.at(-1) === reasons.length &&
    wordingOf.length === reasons.length &&
    subjectOf.every((subject) => subject < subjects.length) &&
    wordingOf.every((wording) => wording < wordings.length)
  );
}

function checksum(bytes: Uint8Array): number {
  return hashBytes(bytes.subarray(8)) % 2 ** 32;
}

function parse(json: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(json));
  } catch {
    return undefined;
  }
}

function writeList(writer: ByteWriter, list: Uint32Array): void {
  writer.number(list.length);
  list.forEach((value) => writer.number(value));
}

/** As differences, which are small. */
function writeAscending(writer: ByteWriter, list: Uint32Array): void {
  writer.number(list.length);
  let before = 0;
  for (const value of list) {
    writer.number(value - before);
    before = value;
  }
}

function writeBytes(writer: ByteWriter, list: Uint8Array): void {
  writer.number(list.length);
  writer.all(list);
}

function readList(reader: ByteReader): Uint32Array {
  // Each takes a byte at least.
  const list = new Uint32Array(Math.min(reader.number(), reader.left));
  for (let at = 0; at < list.length; at += 1) {
    list[at] = reader.number();
  }
  return list;
}

function readAscending(reader: ByteReader): Uint32Array {
  const list = readList(reader);
  for (let at = 1; at < list.length; at += 1) {
    list[at] = itemAt(list, at) + itemAt(list, at - 1);
  }
  return list;
}

function readBytes(reader: ByteReader): Uint8Array {
  return reader.take(reader.number());
}
