import type { Block, Extraction, ExtractionOptions } from '../document';
import { readTextFile } from '../../text/readText';
import { readDocumentHead } from './documentHead';
import { markdownBlocks, plainBlocks } from './markdownBlocks';
import { markdownPieces } from './markdownPieces';
import { metadataOf, shortText } from './metadata';
import { Pacer } from './pacer';

/**
 * Reads a Markdown file: CommonMark with the extensions of GitHub, footnotes among them, and front
 * matter. Never rejects.
 */
export async function extractMarkdown(
  bytes: Uint8Array,
  options: ExtractionOptions,
): Promise<Extraction> {
  const decoded = await readTextFile(bytes, options.encoding);
  if ('problem' in decoded) {
    return decoded;
  }
  const { text, ...encoding } = decoded;
  const pacer = new Pacer(options, text.length);
  const { metadata, end } = readDocumentHead(text);
  const definitions = definitionsIn(text);
  const blocks: Block[] = [];
  for (const { span, isPlain } of markdownPieces(text, end)) {
    const piece = text.slice(span.start, span.end);
    const read = isPlain
      ? plainBlocks(piece, span.start)
      : markdownBlocks(piece, span.start, definitions.missingIn(piece));
    for (const block of read) {
      blocks.push(block);
    }
    // Parsing takes far longer than reading plain text does, so that every piece is worth a rest.
    await pacer.rest(span.end);
  }
  if (blocks.length === 0) {
    return { problem: { kind: 'noText' } };
  }
  const heading = blocks.find(({ kind, level }) => kind === 'heading' && level === 1);
  const title = metadata.title ?? shortText(heading?.text);
  return {
    document: {
      format: 'markdown',
      ...encoding,
      metadata: metadataOf({ ...metadata, title }),
      blocks,
    },
  };
}

/** The labels that a file defines, of links (`[label]: …`) and footnotes (`[^label]: …`). */
function definitionsIn(text: string): { missingIn(piece: string): string } {
  const labels = new Set<string>();
  for (const [, label = ''] of text.matchAll(/^ {0,3}\[([^[\]\\\n\r]{1,100})\]:/gmu)) {
    labels.add(label.toLowerCase());
  }
  return {
    /** Empty definitions of what a piece refers to and does not define itself. */
    missingIn: (piece) => {
      const found = new Set<string>();
      for (const [, label = ''] of piece.matchAll(/\[([^[\]\\\n\r]{1,100})\](?!:)/gu)) {
        if (labels.has(label.toLowerCase())) {
          found.add(label.toLowerCase());
        }
      }
      for (const [, label = ''] of piece.matchAll(/^ {0,3}\[([^[\]\\\n\r]{1,100})\]:/gmu)) {
        found.delete(label.toLowerCase());
      }
      return [...found].map((label) => `[${label}]: x`).join('\n\n');
    },
  };
}
