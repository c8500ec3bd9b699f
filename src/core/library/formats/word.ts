import { itemAt } from '../../../util/defined';
import { strToU8, zipSync } from 'fflate';
import type { Block, DocumentMetadata, Extraction, ExtractionOptions } from '../document';
import { decodeKnown } from '../../text/decode';
import { decodeBytes } from '../../text/encodings';
import { unzip } from './zip';
import { shortText } from './metadata';
import { wordBlocks, type WordDocument } from './wordBlocks';
import { readableMarkup } from './wordMarkup';
import { checkPart, coreProperties } from './wordParts';
import { type WordStyles, wordStyles } from './wordStyles';

/** Reads a Word file (.docx). Never rejects. */
export async function extractWord(
  bytes: Uint8Array,
  options: ExtractionOptions,
): Promise<Extraction> {
  try {
    return isCompoundFile(bytes) ? problemOfCompoundFile(bytes) : await read(bytes, options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: { kind: 'failed', reason } };
  }
}

async function read(bytes: Uint8Array, options: ExtractionOptions): Promise<Extraction> {
  const { maxBytes, onProgress, pause } = options;
  const parts = bytes.length > maxBytes ? undefined : unzip(bytes, isNeeded, maxBytes);
  if (!parts) {
    return { problem: { kind: 'tooLarge', limit: maxBytes } };
  }
  if (parts.size === 0) {
    return { problem: { kind: 'failed', reason: 'This is not a Word document (.docx).' } };
  }
  for (const part of parts.values()) {
    checkPart(textOf(part));
    await pause?.();
  }
  onProgress?.(0.3);
  const stylesPart = parts.get('word/styles.xml');
  const styles = wordStyles(stylesPart ? textOf(stylesPart) : '');
  const document = await modelOf(readableParts(parts, styles));
  onProgress?.(0.9);
  await pause?.();
  const blocks = document ? wordBlocks(document, styles.levels) : [];
  const properties = parts.get('docProps/core.xml');
  const said = properties ? coreProperties(textOf(properties)) : {};
  return blocks.length === 0
    ? { problem: { kind: 'noText' } }
    : { document: { format: 'word', metadata: withTitle(said, blocks), blocks } };
}

/** What mammoth reads the text from, and nothing else: no pictures, no fonts, no embedded files. */
function isNeeded(path: string): boolean {
  return (
    /\.(?:xml|rels)$/i.test(path) &&
    !/^(?:customXml|word\/(?:theme|glossary|embeddings|charts|diagrams|media))\//i.test(path)
  );
}

function textOf(part: Uint8Array): string {
  return decodeKnown(part)?.text ?? decodeBytes(part, 'windows-1252');
}

/** The parts of a file, those with text as mammoth is to read them. */
function readableParts(
  parts: ReadonlyMap<string, Uint8Array>,
  styles: WordStyles,
): ReadonlyMap<string, Uint8Array> {
  const readable = new Map(parts);
  for (const [path, part] of parts) {
    if (/^word\/(?:document|footnotes|endnotes)\d*\.xml$/i.test(path)) {
      const xml = textOf(part);
      const markup = readableMarkup(xml, styles);
      if (markup !== xml) {
        readable.set(path, strToU8(markup));
      }
    }
  }
  return readable;
}

/** The document as mammoth models it, which is taken before it makes HTML of it. */
async function modelOf(parts: ReadonlyMap<string, Uint8Array>): Promise<WordDocument | undefined> {
  const { default: mammoth } = await import('mammoth');
  const zip = zipSync(Object.fromEntries(parts), { level: 0 });
  let model: WordDocument | undefined;
  // Its build for Node takes the one and its build for browsers the other.
  const input = { buffer: zip, arrayBuffer: zip.buffer };
  await mammoth.convertToHtml(input, {
    includeEmbeddedStyleMap: false,
    externalFileAccess: false,
    transformDocument: (document: WordDocument) => {
      model = document;
      return { ...document, children: [] };
    },
  });
  return model;
}

/** With the title that the properties say, or else the heading that the text opens with. */
function withTitle(said: DocumentMetadata, blocks: readonly Block[]): DocumentMetadata {
  const heading = blocks.slice(0, 8).find(({ kind }) => kind === 'heading');
  const title = said.title ?? shortText(heading?.text);
  return title === undefined ? said : { ...said, title };
}

/** Word files of before 2007 and encrypted ones are containers in Microsoft's compound file format. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, at) => bytes[at] === byte);
}

function problemOfCompoundFile(bytes: Uint8Array): Extraction {
  return {
    problem: hasEntry(bytes, 'EncryptedPackage')
      ? { kind: 'encrypted' }
      : {
          kind: 'failed',
          reason: 'This is a Word document of the format before 2007 (.doc). Save it as .docx.',
        },
  };
}

/** Whether the name of an entry, which is in UTF-16, stands in a compound file. */
function hasEntry(bytes: Uint8Array, name: string): boolean {
  const pattern = Array.from(name).flatMap((character) => [character.charCodeAt(0), 0]);
  for (
    let at = bytes.indexOf(itemAt(pattern, 0));
    at >= 0;
    at = bytes.indexOf(itemAt(pattern, 0), at + 1)
  ) {
    if (pattern.every((byte, offset) => bytes[at + offset] === byte)) {
      return true;
    }
  }
  return false;
}
