import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../../../scripts/lib/paths.mjs';
import type {
  Block,
  ExtractedDocument,
  Extraction,
} from '../../../../../src/core/library/document';
import { extractPdf } from '../../../../../src/core/library/formats/pdf';
import { characterMapReader } from '../../../../../src/worker/characterMaps';
import { makePdf, type PdfSpec, type PdfText } from '../../../../support/makePdf';

/** In milliseconds: properties of whole files take their time on a busy machine. */
export const SLOW = 20_000;
export const options = { maxBytes: 10_000_000 };

/** The character maps of the package, which the build puts beside the extractor. */
export const readCharacterMap = characterMapReader((path) =>
  readFile(join(root, 'node_modules/pdfjs-dist', path.replace('pdf/', ''))),
);

export async function extract(spec: PdfSpec): Promise<ExtractedDocument> {
  return documentOf(await extractPdf(await makePdf(spec), options));
}

export function documentOf(extraction: Extraction): ExtractedDocument {
  assert.ok('document' in extraction, JSON.stringify(extraction));
  return extraction.document;
}

export async function problemOf(bytes: Uint8Array, maxBytes = options.maxBytes): Promise<unknown> {
  const extraction = await extractPdf(bytes, { maxBytes });
  return 'problem' in extraction ? extraction.problem : extraction;
}

/** A page of lines, each below the one before. */
export function page(...lines: readonly (string | Partial<PdfText>)[]): { texts: PdfText[] } {
  let y = 760;
  return {
    texts: lines.map((line) => {
      const text = typeof line === 'string' ? { text: line } : line;
      const placed = { text: '', x: 72, y, size: 11, ...text };
      y = placed.y - 13.5;
      return placed;
    }),
  };
}

/** What is compared of blocks: "heading 1: Scope". */
export function shown(blocks: readonly Block[]): readonly string[] {
  return blocks.map(
    ({ kind, level, text }) => `${kind}${level === undefined ? '' : ` ${String(level)}`}: ${text}`,
  );
}
