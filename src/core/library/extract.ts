import type { DocumentFormat, Extraction, ExtractionOptions, SourceDocument } from './document';
import { formatOfPath } from './formatOfPath';
import { extractHtml } from './formats/html';
import { extractMarkdown } from './formats/markdown';
import { extractPdf } from './formats/pdf';
import { extractText } from './formats/text';
import { extractWord } from './formats/word';
import { structureDocument } from './structure';

const EXTRACTORS: Readonly<
  Record<DocumentFormat, (bytes: Uint8Array, options: ExtractionOptions) => Promise<Extraction>>
> = {
  text: extractText,
  markdown: extractMarkdown,
  html: extractHtml,
  pdf: extractPdf,
  word: extractWord,
};

/**
 * Reads a document. A file whose first bytes tell another format than its name is read as what it
 * is. Never rejects: what cannot be read is a problem.
 */
export async function readDocument(
  bytes: Uint8Array,
  path: string,
  options: ExtractionOptions,
): Promise<Extraction<SourceDocument>> {
  if (bytes.length === 0) {
    return { problem: { kind: 'noText', isEmpty: true } };
  }
  const format = formatOfContent(bytes, formatOfPath(path));
  if (typeof format === 'object') {
    return { problem: { kind: 'failed', reason: format.reason } };
  }
  try {
    const extraction = await EXTRACTORS[format](bytes, options);
    if ('problem' in extraction) {
      return extraction;
    }
    const document = structureDocument(extraction.document);
    return document.text === '' ? { problem: { kind: 'noText' } } : { document };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: { kind: 'failed', reason } };
  }
}

/** So far into a file is looked for what tells its format; PDF allows for so much before its header. */
const HEAD = 1024;

/** What a file is by its first bytes, or else by its name; `reason` where it is nothing we read. */
function formatOfContent(
  bytes: Uint8Array,
  promised: DocumentFormat | undefined,
): DocumentFormat | { readonly reason: string } {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  const isText = promised === 'text' || promised === 'markdown';
  if (isText ? head.startsWith('%PDF-') : head.includes('%PDF-')) {
    return 'pdf';
  }
  if (head.startsWith('PK\x03\x04')) {
    return 'word';
  }
  // The container of Word documents before .docx, and of .docx files with a password.
  if (head.startsWith('\xd0\xcf\x11\xe0')) {
    return promised === 'word'
      ? 'word'
      : { reason: 'This is a document of an old Office format. Save it as .docx.' };
  }
  if (head.startsWith('{\\rtf')) {
    return { reason: 'This is a document in Rich Text Format. Save it as .docx.' };
  }
  if (promised !== 'markdown' && /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)\b/i.test(head)) {
    return 'html';
  }
  if (promised === 'pdf' || promised === 'word') {
    // A text under a wrong name; bytes that no text has are left to the extractor to explain.
    return hasControls(head) ? promised : 'text';
  }
  return promised ?? 'text';
}

/** Whether there are characters that no text has. */
function hasControls(head: string): boolean {
  return Array.from(head).some(
    (character) => character < '\t' || (character > '\r' && character < ' '),
  );
}
