import { readFile } from 'node:fs/promises';
import { brotliDecompressSync } from 'node:zlib';
import { quantile } from '../../scripts/lib/quantile.mjs';
import { libraryOf } from '../../src/cli/library';
import { structureDocument } from '../../src/core/library/structure';
import type { Block } from '../../src/core/library/document';
import type { SourceId } from '../../src/core/model';
import type { QuoteCheck } from '../../src/core/quotes/quoteCheck';
import { QuoteChecker } from '../../src/core/quotes/quoteChecker';
import { randomFrom } from '../hostile/random';
import type { Measurement } from './measurement';
import { makeCase, plain, QUOTE_KINDS, type QuoteCase } from './quoteCases';
import { Note } from '../../src/core/note/note';

const SEED = 11;
/** So many cases are made of each kind. */
const CASES = 300;
/** One in so many passages is kept out of the library. */
const STRANGERS = 20;

interface Line {
  readonly title: string;
  readonly text: string;
}

interface Result {
  readonly quote: QuoteCase;
  readonly check: QuoteCheck | undefined;
  readonly ms: number;
}

/**
 * Measures how well altered quotations are told from true ones: `quotes.js CORPUS`, a JSON object
 * with `title` and `text` a line, compressed with brotli when the name ends in `.br`. Prints a list
 * of measurements as JSON.
 */
async function main(): Promise<void> {
  const [corpus = ''] = process.argv.slice(2);
  const bytes = await readFile(corpus);
  const text = (corpus.endsWith('.br') ? brotliDecompressSync(bytes) : bytes).toString();
  const lines = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
  const kept = lines.filter((_, at) => at % STRANGERS !== 0);
  const material = {
    passages: kept.map((line) => line.text),
    strangers: lines.filter((_, at) => at % STRANGERS === 0).map((line) => line.text),
  };
  const checker = checkerOver(kept);
  const random = randomFrom(SEED);
  const results: Result[] = [];
  for (const kind of QUOTE_KINDS) {
    for (let made = 0, drawn = 0; made < CASES && drawn < 100 * CASES; drawn += 1) {
      const quote = makeCase(kind, material, random);
      if (quote !== undefined) {
        made += 1;
        results.push(resultOf(checker, quote));
      }
    }
  }
  process.stdout.write(JSON.stringify(measurementsOf(results, kept.length)));
}

/** Passages that follow each other under one title are one source. */
function checkerOver(lines: readonly Line[]): QuoteChecker {
  const sources: { path: string; blocks: Block[] }[] = [];
  let title: string | undefined;
  for (const line of lines) {
    if (line.title !== title) {
      sources.push({ path: `${sources.length}.txt`, blocks: [] });
      title = line.title;
    }
    sources.at(-1)!.blocks.push({ kind: 'paragraph', text: line.text });
  }
  const documents = sources.map(({ path, blocks }) => ({
    path,
    document: structureDocument({ format: 'text', metadata: {}, blocks }),
  }));
  return new QuoteChecker({
    contents: libraryOf(documents),
    sources: documents.map(({ path }) => ({
      id: path as SourceId,
      title: path,
      path,
      state: 'ready',
      authors: [],
    })),
    document: () => undefined,
    entry: () => undefined,
  });
}

function resultOf(checker: QuoteChecker, quote: QuoteCase): Result {
  const note = `They wrote: “${quote.quoted}”.\n\n[^1]: A remark.\n`;
  const start = performance.now();
  const [check] = checker.checkNote(new Note(note, 'markdown'));
  return { quote, check, ms: performance.now() - start };
}

/** A quotation that stands in several sources is as true as one that stands in one. */
function verdictOf({ check }: Result): string {
  return check?.verdict === 'ambiguous' ? 'verbatim' : (check?.verdict ?? 'none');
}

function hasRightWord({ quote, check }: Result): boolean {
  const { word } = quote;
  return (
    check !== undefined &&
    word !== undefined &&
    check.differences.some(
      // Of words with a hyphen one part may differ.
      ({ quoted, source }) => isPart(quoted, word.quoted) && isPart(source, word.source),
    )
  );
}

/** What is told of it: the kinds of its differences, or of what is to be known of it. */
function toldAs({ check }: Result): string {
  return [...(check?.differences ?? []), ...(check?.remarks ?? [])]
    .map(({ kind }) => kind)
    .join(', ');
}

function isPart(part: string, word: string): boolean {
  return /[^\p{L}\p{N}]/u.test(word)
    ? plain(word).includes(plain(part))
    : plain(word) === plain(part);
}

function measurementsOf(results: readonly Result[], passages: number): readonly Measurement[] {
  const at = `${passages.toLocaleString('en')} passages`;
  const share = (some: readonly Result[], test: (result: Result) => boolean): number =>
    (100 * some.filter(test).length) / some.length;
  const rows: Measurement[] = [];
  const add = (name: string, value: number, unit: string): void =>
    void rows.push({ name: `quotes, ${at}: ${name}`, value, unit });
  for (const kind of QUOTE_KINDS) {
    const some = results.filter(({ quote }) => quote.kind === kind);
    const [{ quote }] = some as [Result];
    add(
      `${kind}, found ${quote.expected}`,
      share(some, (one) => verdictOf(one) === quote.expected),
      '%',
    );
    if (quote.expected !== 'verbatim') {
      add(
        `${kind}, called verbatim`,
        some.filter((one) => verdictOf(one) === 'verbatim').length,
        '',
      );
    }
    if (quote.told !== undefined) {
      const as = quote.told || 'no more';
      const isSo = (one: Result): boolean => toldAs(one) === one.quote.told;
      add(`${kind}, told as ${as}`, share(some, isSo), '%');
    }
    if (quote.word !== undefined) {
      add(`${kind}, altered with the right word`, share(some, hasRightWord), '%');
    }
  }
  for (const verdict of ['verbatim', 'altered', 'not found']) {
    const meant = results.filter(({ quote }) => quote.expected === verdict);
    const said = results.filter((one) => verdictOf(one) === verdict);
    add(
      `${verdict}, recall`,
      share(meant, (one) => verdictOf(one) === verdict),
      '%',
    );
    add(
      `${verdict}, precision`,
      share(said, ({ quote }) => quote.expected === verdict),
      '%',
    );
  }
  const times = results.map(({ ms }) => ms);
  add('a quotation, p50', quantile(times, 0.5), 'ms');
  add('a quotation, p95', quantile(times, 0.95), 'ms');
  add('a quotation, slowest', Math.max(...times), 'ms');
  return rows;
}

void main();
