import type { Block, Extraction, ExtractionOptions } from '../document';
import { readTextFile } from '../../text/readText';
import { readDocumentHead } from './documentHead';
import { markdownBlocks, plainBlocks } from './markdownBlocks';
import { definitionsIn } from './markdownDefinitions';
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
