import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DocumentReader } from '../../src/cli/documentReader';
import { libraryOf } from '../../src/cli/library';
import type { SourceDocument } from '../../src/core/library/document';
import { Note } from '../../src/core/note/note';
import { quotedParts } from '../../src/core/quotes/quotedParts';
import { QuoteMatcher, type QuoteMatch } from '../../src/core/quotes/quoteMatcher';
import { checkOracle, oracleReading, type OracleSentence } from './oracle';

const MAX_BYTES = 256 << 20;

/** How well a PDF file is read. */
export interface LayoutRow {
  readonly file: string;
  /** Sentences that the oracle reads alike in both of its ways. */
  readonly sentences: number;
  /** How many of them stand in what we read as they are. */
  readonly found: number;
  /** How many of those stand on the right page. */
  readonly onPage: number;
  /** Sentences that the oracle itself is not sure of, and that are no part of the sample. */
  readonly leftOut: number;
  /** What took the reading, in milliseconds. */
  readonly ms: number;
  /** Why it cannot be read; absent when it can. */
  readonly problem?: string;
  /** The sentences that are not found, or not on their page. */
  readonly missed: readonly OracleSentence[];
}

/** Measures the reading of the PDF files of a folder; prints a list of `LayoutRow` as JSON. */
async function main(): Promise<void> {
  const [folder = '.'] = process.argv.slice(2);
  await checkOracle();
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.toLowerCase().endsWith('.pdf')).sort();
  const reader = new DocumentReader(__dirname);
  const rows: LayoutRow[] = [];
  try {
    for (const file of files) {
      rows.push(await rowOf(folder, file, reader));
    }
  } finally {
    reader.dispose();
  }
  process.stdout.write(JSON.stringify(rows));
}

async function rowOf(folder: string, file: string, reader: DocumentReader): Promise<LayoutRow> {
  const path = join(folder, file);
  const { alike, leftOut } = await oracleReading(path);
  const bytes = await readFile(path);
  const start = performance.now();
  const extraction = await reader.read(bytes, path, MAX_BYTES);
  const row = { file, sentences: alike.length, leftOut, ms: performance.now() - start };
  if ('problem' in extraction) {
    const { problem } = extraction;
    const why = problem.kind === 'failed' ? problem.reason : problem.kind;
    return { ...row, found: 0, onPage: 0, problem: why, missed: alike };
  }
  const pagesWith = finderIn(file, extraction.document);
  const results = alike.map((sentence) => {
    const isOn = pagesWith(sentence.text);
    return { sentence, isFound: isOn !== undefined, isRight: isOn?.(sentence.page) === true };
  });
  return {
    ...row,
    found: results.filter(({ isFound }) => isFound).length,
    onPage: results.filter(({ isRight }) => isRight).length,
    missed: results.filter(({ isRight }) => !isRight).map(({ sentence }) => sentence),
  };
}

/**
 * Finds sentences as quotations are checked. What is returned for one that stands in the document
 * tells of a page whether it stands there.
 */
function finderIn(
  path: string,
  document: SourceDocument,
): (sentence: string) => ((page: number) => boolean) | undefined {
  const contents = libraryOf([{ path, document }]);
  if (contents.index.size === 0) {
    return () => undefined;
  }
  const matcher = new QuoteMatcher(contents);
  return (sentence) => {
    const whole = { start: 0, end: sentence.length };
    const { exact } = matcher.match(quotedParts(new Note(sentence, 'plaintext').read(whole)));
    return exact.length === 0
      ? undefined
      : (page) => exact.some((match) => isOnPage(match, matcher, page));
  };
}

function isOnPage(
  { stretch, alignment }: QuoteMatch,
  matcher: QuoteMatcher,
  page: number,
): boolean {
  return alignment.steps.some(({ words }) =>
    words?.some((at) => {
      const { passage } = matcher.sources.at(stretch[at]!.passage);
      const { page: first = 0, lastPage: last = first } = passage;
      return first <= page && page <= last;
    }),
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
