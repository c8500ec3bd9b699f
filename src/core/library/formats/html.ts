import type { Block, Extraction, ExtractionOptions } from '../document';
import { readTextFile } from '../../text/readText';
import { htmlBlocks } from './htmlBlocks';
import { contentOf } from './htmlContent';
import { htmlMetadata } from './htmlMetadata';
import { parseHtml, TooComplexError } from './htmlTree';
import { shortText } from './metadata';
import { Pacer } from './pacer';

/**
 * Reads a page: its main content without what the site puts around it, and what it says about itself.
 * Never rejects.
 */
export async function extractHtml(
  bytes: Uint8Array,
  options: ExtractionOptions,
): Promise<Extraction> {
  const decoded = await readTextFile(bytes, options.encoding, declaredEncoding);
  if ('problem' in decoded) {
    return decoded;
  }
  const { text, ...encoding } = decoded;
  // Parsing is nearly all of the work; the tree is counted as the second half of it.
  const pacer = new Pacer(options, text.length * 2);
  try {
    const page = await parseHtml(text, pacer);
    const blocks: Block[] = [];
    for (const block of htmlBlocks(contentOf(page))) {
      blocks.push(block);
      const position = text.length + (block.original?.end ?? 0);
      if (pacer.isDue(position)) {
        await pacer.rest(position);
      }
    }
    if (blocks.length === 0) {
      return { problem: { kind: 'noText' } };
    }
    const heading = blocks.find(({ kind, level }) => kind === 'heading' && level === 1);
    const metadata = htmlMetadata(page, shortText(heading?.text));
    return { document: { format: 'html', ...encoding, metadata, blocks } };
  } catch (error) {
    const reason = error instanceof TooComplexError ? error.message : String(error);
    return { problem: { kind: 'failed', reason } };
  }
}

/** The encoding that a page names in its head, or XHTML in its declaration. */
function declaredEncoding(head: string): string | undefined {
  const name =
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w:.-]+)/i.exec(head) ??
    /<meta\b[^>]*\bcharset\s*=\s*(?:["']\s*)?([\w:.-]+)/i.exec(head);
  return name?.[1];
}
