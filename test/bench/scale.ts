import { quantile } from '../../scripts/lib/quantile.mjs';
import type { CorpusPassage } from '../../src/cli/corpus';
import { heapBytes, readCorpus } from '../../src/cli/corpusFiles';
import type { SourceId } from '../../src/core/model';
import { Catalog } from '../../src/core/packs/catalog';
import { createDeskSearcher } from '../../src/core/search/deskSearcher';
import { decodeIndex, encodeIndex } from '../../src/core/search/indexCodec';
import { LIBRARY_FIELDS } from '../../src/core/search/libraryFields';
import type { IndexedSource } from '../../src/core/search/libraryIndex';
import { PassageIndexBuilder } from '../../src/core/search/passageIndexBuilder';
import { defined, itemAt } from '../../src/util/defined';
import { ContentsBuilder } from '../../src/workspace/library/contentsBuilder';
import { randomFrom } from '../hostile/random';
import { STRANGE_QUERIES } from './strangeQueries';
import type { Measurement } from './measurement';

/** Of long reports. */
const PASSAGES = 250;
const DOCUMENTS = [40, 200, 400, 1000];
const TYPED = 60;
const SEED = 5;
const AS_IN_THE_PALETTE = { limit: 20, perSource: 3 };
/** As when a library is opened: see `SourceTracker`. */
const WORTH_MERGING = 2;

/**
 * Measures how a library's index grows: `scale.js CORPUS QUERIES`, see `readCorpus`. A smaller
 * corpus goes on with passages put together of halves of two others. Prints a list of measurements as
 * JSON; times are of the processor, of all threads.
 */
async function main(): Promise<void> {
  const [corpus = '', queries = ''] = process.argv.slice(2);
  const { passages, items } = await readCorpus(corpus, queries);
  const texts = passages.map(([text = '']) => [text].flat().join(' '));
  const typed = Array.from({ length: TYPED }, (_, at) =>
    itemAt(items, Math.floor((at * items.length) / TYPED)),
  );
  const found: Measurement[] = [];
  const stored: Uint8Array[] = [];
  const random = randomFrom(SEED);
  for (const documents of DOCUMENTS) {
    while (stored.length < documents) {
      const first = stored.length * PASSAGES;
      const own = Array.from({ length: PASSAGES }, (_, at) => {
        const text = itemAt(texts, (first + at) % texts.length);
        const other = itemAt(texts, random.below(texts.length));
        return first + at < texts.length
          ? text
          : `${text.slice(0, text.length >> 1)} ${other.slice(other.length >> 1)}`;
      });
      stored.push(
        encodeIndex(indexOf(own.map((text): CorpusPassage => [text, `Report ${first}`]))),
      );
    }
    const words = typed.map(({ query }) => query);
    const long = [itemAt(texts, 77), texts.slice(0, 5).join(' ')];
    found.push(...(await measure(stored, words, [...STRANGE_QUERIES, ...long])));
  }
  process.stdout.write(JSON.stringify(found));
}

async function measure(
  stored: readonly Uint8Array[],
  typed: readonly string[],
  strange: readonly string[],
): Promise<readonly Measurement[]> {
  const before = heapBytes();
  const builder = new ContentsBuilder();
  const start = processorTime();
  for (const [number, bytes] of stored.entries()) {
    builder.put(sourceOf(number), defined(decodeIndex(bytes)));
    if (builder.isWorthMerging(WORTH_MERGING)) {
      await builder.flush();
    }
  }
  await builder.flush();
  const load = processorTime() - start;
  const heap = heapBytes() - before;

  const begun = processorTime();
  builder.put(sourceOf(5), defined(decodeIndex(itemAt(stored, 6))));
  await builder.flush();
  const change = processorTime() - begun;

  const searcher = createDeskSearcher(new Catalog([]), () => builder.contents);
  const timed = (query: string): number => {
    const asked = processorTime();
    searcher.search(query, AS_IN_THE_PALETTE);
    return processorTime() - asked;
  };
  const type = () =>
    typed.flatMap((query) => Array.from(query, (_, at) => timed(query.slice(0, at + 1))));
  // Once for the compiler.
  type();
  const keys = type();
  const passages = (stored.length * PASSAGES).toLocaleString('en');
  const named = (what: string, value: number, unit: string): Measurement => ({
    name: `scale: ${passages} passages in ${stored.length} documents, ${what}`,
    value,
    unit,
  });
  return [
    named('from storage', load, 'ms'),
    named('one changed document', change, 'ms'),
    named('index', heap / 1e6, 'MB'),
    named('stored', stored.reduce((sum, { length }) => sum + length, 0) / 1e6, 'MB'),
    named('key, p50', quantile(keys, 0.5), 'ms'),
    named('key, p95', quantile(keys, 0.95), 'ms'),
    named('key, longest', Math.max(...keys), 'ms'),
    named('longest of strange queries', Math.max(...strange.map(timed)), 'ms'),
  ];
}

function indexOf(passages: readonly CorpusPassage[]) {
  const builder = new PassageIndexBuilder(Object.values(LIBRARY_FIELDS));
  passages.forEach((passage) => builder.add(passage));
  return builder.build();
}

/** Sources whose order is another than that in which they come, and whose texts cost nothing. */
function sourceOf(number: number): IndexedSource {
  return {
    id: `source-${(number * 7919) % 10_007}` as SourceId,
    title: `Report ${number}`,
    names: [],
    passages: Array.from({ length: PASSAGES }, (_, at) => ({
      id: String(at),
      locator: `1.${at}`,
      span: { start: at, end: at + 1 },
    })),
    headingsOf: () => [],
    textOf: () => '',
  };
}

/** Milliseconds of all threads. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

void main();
