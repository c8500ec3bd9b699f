import {
  measureQuality,
  measureTyping,
  type CorpusPassage,
  type CorpusReport,
  type KnownItem,
} from '../../src/cli/corpus';
import { heapBytes, readCorpus } from '../../src/cli/corpusFiles';
import { quantile } from '../../scripts/lib/quantile.mjs';
import { runInSlices } from '../../src/util/slices';
import { CONTENDERS, type BuiltIndex, type Contender } from './engines';

/** What `npm run bench -- search` says of one engine. Times in milliseconds. */
export interface ContenderRow extends Omit<CorpusReport, 'kinds'> {
  readonly engine: string;
  /** How long the thread was held at most while the index was built in slices. */
  readonly longestSlice: number;
  /** From what is stored to an index; absent where the engine stores nothing. */
  readonly loadMs?: number;
}

/** Engines that build within this many milliseconds are built again, for a median. */
const REBUILDS_WITHIN = 4_000;

/** Measures one engine, in a process of its own: `contender.js NUMBER CORPUS QUERIES`. */
async function main(): Promise<void> {
  const [number = '', corpus = '', queries = ''] = process.argv.slice(2);
  const { passages, items } = await readCorpus(corpus, queries);
  const contender = CONTENDERS[Number(number)];
  if (contender !== undefined) {
    process.stdout.write(JSON.stringify(await measure(contender, passages, items)));
  }
}

async function measure(
  { name, mostPassages = Infinity, build }: Contender,
  corpus: readonly CorpusPassage[],
  knownItems: readonly KnownItem[],
): Promise<ContenderRow> {
  const passages = corpus.slice(0, mostPassages);
  const items = knownItems.filter(({ passage }) => passage < passages.length);
  const builds: number[] = [];
  const slices: number[] = [];
  const once = async (): Promise<{ readonly built: BuiltIndex; readonly bytes: number }> => {
    // What was awaited before is let go of in the next turn only.
    await new Promise((resolve) => setImmediate(resolve));
    const before = heapBytes();
    let start = performance.now();
    let total = 0;
    const lap = (): void => {
      const ms = performance.now() - start;
      slices.push(ms);
      total += ms;
    };
    const built = await runInSlices(
      build(passages),
      () => {
        lap();
        start = performance.now();
        return Promise.resolve();
      },
      () => performance.now(),
    );
    lap();
    builds.push(total);
    return { built, bytes: heapBytes() - before };
  };
  // The first ones compile; what the last one leaves is the index and nothing else.
  while (builds.length < 2 && builds.reduce((sum, ms) => sum + ms, 0) < REBUILDS_WITHIN) {
    await once();
  }
  const { built, bytes } = await once();
  const { open, store } = built;

  // For the compiler; what they have cached is not kept.
  measureQuality(open(), items.slice(0, 60));
  const { all } = measureQuality(open(), items);
  const keystroke = measureTyping(open(), items);
  return {
    engine: name,
    passages: passages.length,
    buildMs: quantile(builds, 0.5),
    longestSlice: Math.max(...slices),
    heapMB: bytes / 1e6,
    keystroke,
    all,
    ...(store && { loadMs: loadTime(store()) }),
  };
}

function loadTime(load: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    load();
    return performance.now() - start;
  });
  return quantile(times, 0.5);
}

void main();
