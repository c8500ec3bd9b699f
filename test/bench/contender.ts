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
  /** How long the thread was held at most meanwhile. */
  readonly longestLoadSlice?: number;
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
  const builds: Times[] = [];
  const once = async (): Promise<{ readonly built: BuiltIndex; readonly bytes: number }> => {
    // What was awaited before is let go of in the next turn only.
    await new Promise((resolve) => setImmediate(resolve));
    const before = heapBytes();
    const { result, ...times } = await inSlices(build(passages));
    builds.push(times);
    return { built: result, bytes: heapBytes() - before };
  };
  // The first ones compile; what the last one leaves is the index and nothing else.
  while (builds.length < 2 && builds.reduce((sum, { ms }) => sum + ms, 0) < REBUILDS_WITHIN) {
    await once();
  }
  const { built, bytes } = await once();
  const { open, store } = built;

  // For the compiler; what they have cached is not kept.
  measureQuality(open(), items.slice(0, 60));
  const { all } = measureQuality(open(), items);
  const keystroke = measureTyping(open(), items);
  const loads = store && (await loadTimes(store()));
  return {
    engine: name,
    passages: passages.length,
    buildMs: median(builds),
    longestSlice: longest(builds),
    heapMB: bytes / 1e6,
    keystroke,
    all,
    ...(loads && { loadMs: median(loads), longestLoadSlice: longest(loads) }),
  };
}

async function loadTimes(load: () => Generator<undefined, unknown>): Promise<readonly Times[]> {
  const times: Times[] = [];
  for (let loads = 0; loads < 3; loads += 1) {
    const { ms, longestSlice } = await inSlices(load());
    times.push({ ms, longestSlice });
  }
  return times;
}

/** What sliced work took, in all and in its longest slice. */
interface Times {
  readonly ms: number;
  readonly longestSlice: number;
}

async function inSlices<T>(work: Generator<undefined, T>): Promise<Times & { readonly result: T }> {
  const slices: number[] = [];
  let start = performance.now();
  const result = await runInSlices(
    work,
    () => {
      slices.push(performance.now() - start);
      start = performance.now();
      return Promise.resolve();
    },
    () => performance.now(),
  );
  slices.push(performance.now() - start);
  return {
    result,
    ms: slices.reduce((sum, ms) => sum + ms, 0),
    longestSlice: Math.max(...slices),
  };
}

function median(times: readonly Times[]): number {
  return quantile(
    times.map(({ ms }) => ms),
    0.5,
  );
}

function longest(times: readonly Times[]): number {
  return Math.max(...times.map(({ longestSlice }) => longestSlice));
}

void main();
