import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { median } from '../../../util/median';
import type { ExtractedDocument, Extraction, ExtractionOptions } from '../document';
import { gutterOf, readingOrder, regionOf, type PageRegion } from './pdfColumns';
import { withoutFurniture } from './pdfFurniture';
import type { Gutter } from './pdfGutters';
import type { OutlineEntry } from './pdfHeadings';
import type { PdfPageRows, PdfRow } from './pdfLines';
import { pdfFilesOf } from './pdfFiles';
import { mendedFragments } from './pdfMending';
import { pdfMetadata, type PdfStatements } from './pdfMetadata';
import { outlineOf } from './pdfOutline';
import { pageLabelsOf, printedNumbersOf } from './pdfPageNumbers';
import { blocksOf } from './pdfParagraphs';
import type { FlowLine } from './pdfTypography';
import { rowsOfPage, type PdfDirectedItem } from './pdfVertical';

/** No document of people has more; a damaged one may say so. */
const MOST_PAGES = 20_000;
/** After so many pages in a row that cannot be read, the rest is not tried. */
const MOST_FAILURES = 50;
/** With fewer letters a page than this, pages are pictures with a stamp. */
const FEWEST_LETTERS = 4;

/**
 * Reads a PDF file. Pages that cannot be read are left out, as long as others can. Never rejects;
 * runs without network, fonts and the evaluation of code.
 */
export async function extractPdf(
  bytes: Uint8Array,
  options: ExtractionOptions,
): Promise<Extraction> {
  if (bytes.length > options.maxBytes) {
    return { problem: { kind: 'tooLarge', limit: options.maxBytes } };
  }
  try {
    const { getDocument } = await import('unpdf/pdfjs');
    const loading = getDocument({
      // pdf.js takes what it is given to itself.
      data: bytes.slice(),
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      useWorkerFetch: false,
      useWasm: false,
      BinaryDataFactory: pdfFilesOf(options),
      verbosity: 0,
    });
    try {
      return await read(await loading.promise, options);
    } finally {
      await loading.destroy();
    }
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function errorOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function problemOf(error: unknown): Extract<Extraction, { problem: unknown }>['problem'] {
  const { name, message } = errorOf(error);
  return name === 'PasswordException'
    ? { kind: 'encrypted' }
    : { kind: 'failed', reason: message === '' ? name : message };
}

async function read(pdf: PDFDocumentProxy, options: ExtractionOptions): Promise<Extraction> {
  const pages = await readPages(pdf, options);
  const letters = pages.reduce((sum, page) => sum + lettersIn(page.rows), 0);
  if (letters < FEWEST_LETTERS * pages.length || letters === 0) {
    return { problem: { kind: 'noText' } };
  }
  const labels = await unlessDamaged(() => pdf.getPageLabels(), null);
  const outline = await unlessDamaged(() => outlineOf(pdf), []);
  const statements = await unlessDamaged(() => statementsOf(pdf), { info: {}, xmp: () => null });
  return { document: await documentOf(pages, { labels, outline, statements }, options) };
}

async function readPages(
  pdf: PDFDocumentProxy,
  { onProgress, pause }: ExtractionOptions,
): Promise<readonly PdfPageRows[]> {
  const count = Math.min(pdf.numPages, MOST_PAGES);
  const pages: PdfPageRows[] = [];
  let failures = 0;
  let failure: Error | undefined;
  for (let number = 1; number <= count && failures < MOST_FAILURES; number++) {
    try {
      pages.push(await readPage(pdf, number));
      failures = 0;
    } catch (error) {
      pages.push({ rows: [], width: 0, height: 0 });
      failures++;
      failure = errorOf(error);
    }
    onProgress?.(number / count);
    await pause?.();
  }
  if (failures === pages.length && failure) {
    throw failure;
  }
  return pages;
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<PdfPageRows> {
  const page = await pdf.getPage(number);
  try {
    const { items } = await page.getTextContent();
    const texts = items.filter((item): item is typeof item & PdfDirectedItem => 'str' in item);
    return rowsOfPage(texts, page.getViewport({ scale: 1 }), mendedFragments);
  } finally {
    page.cleanup();
  }
}

/** What a file says besides the text of its pages. */
interface PdfSurroundings {
  readonly labels: readonly string[] | null;
  readonly outline: readonly OutlineEntry[];
  readonly statements: PdfStatements;
}

async function documentOf(
  pages: readonly PdfPageRows[],
  { labels, outline, statements }: PdfSurroundings,
  options: ExtractionOptions,
): Promise<ExtractedDocument> {
  const pause = async (): Promise<void> => options.pause?.();
  const printed = printedNumbersOf(pages);
  const ofFile = labels?.length === pages.length ? labels : undefined;
  const pageLabels = pageLabelsOf(printed, ofFile);
  const rows = withoutFurniture(
    pages.map((page, at) => ({
      ...page,
      label: pageLabels?.[at] || String(at + 1),
      printed: printed?.[at],
    })),
  );
  const regions: PageRegion[] = [];
  for (const ofPage of rows) {
    await pause();
    regions.push(regionOf(ofPage));
  }
  const gutters = usualGutters(regions.map(gutterOf));
  const lines: FlowLine[][] = [];
  for (const [at, region] of regions.entries()) {
    await pause();
    lines.push(readingOrder(region, gutters).map((line) => ({ ...line, page: at + 1 })));
  }
  const blocks = await blocksOf(lines, outline, pause);
  return {
    format: 'pdf',
    metadata: pdfMetadata(statements, blocks),
    blocks,
    ...(pageLabels && { pageLabels }),
  };
}

/** The gutters that two pages and more have. */
function usualGutters(ofPages: readonly (Gutter | undefined)[]): readonly Gutter[] {
  const near: Gutter[][] = [];
  for (const gutter of ofPages) {
    if (gutter !== undefined) {
      const group = near.find(([first = 0]) => Math.abs(first - gutter) < 8);
      if (group) {
        group.push(gutter);
      } else {
        near.push([gutter]);
      }
    }
  }
  return near
    .filter((group) => group.length > 1)
    .sort((a, b) => b.length - a.length)
    .map(median);
}

function lettersIn(rows: readonly PdfRow[]): number {
  let count = 0;
  for (const { fragments } of rows) {
    for (const { text } of fragments) {
      count += text.match(/\p{L}/gu)?.length ?? 0;
      // A character of these scripts says as much as two letters.
      count += text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
    }
  }
  return count;
}

async function statementsOf(pdf: PDFDocumentProxy): Promise<PdfStatements> {
  const { info, metadata } = await pdf.getMetadata();
  return {
    info: Object.fromEntries(Object.entries(info)),
    // The packet is missing in most files, whatever the declaration says.
    xmp: (name) => (metadata as typeof metadata | null)?.get(name) as unknown,
  };
}

/** What a damaged part of a file would say is not worth the rest of it. */
async function unlessDamaged<Value>(ask: () => Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await ask();
  } catch {
    return otherwise;
  }
}
