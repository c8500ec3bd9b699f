import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { brotliDecompressSync } from 'node:zlib';
import type { PassageIndex } from '../core/search/passageIndex';
import { quantile } from '../../scripts/lib/quantile.mjs';
import {
  engineOver,
  evidenceOver,
  indexCorpus,
  measureQuality,
  measureTyping,
  parseKnownItems,
  parsePassage,
  type CorpusPassage,
  type CorpusReport,
  type KnownItem,
} from './corpus';

/**
 * Reads passages.
 * @param corpusFile a JSON object a line, compressed with brotli when the name ends in `.br`
 */
export async function readPassages(corpusFile: string): Promise<readonly CorpusPassage[]> {
  const corpus = await readFile(corpusFile);
  const text = corpusFile.endsWith('.br') ? brotliDecompressSync(corpus) : corpus;
  return Array.from(linesOf(text), parsePassage);
}

/**
 * Reads passages, and queries for known ones among them.
 * @param corpusFile see `readPassages`
 * @param queriesFile see `parseKnownItems`
 */
export async function readCorpus(
  corpusFile: string,
  queriesFile: string,
): Promise<{ readonly passages: readonly CorpusPassage[]; readonly items: readonly KnownItem[] }> {
  const [passages, queries] = await Promise.all([readPassages(corpusFile), readFile(queriesFile)]);
  return { passages, items: parseKnownItems(queries.toString()) };
}

/**
 * Indexes a corpus and asks it for known items; see `readCorpus`.
 * @param isEvidence takes the queries for sentences that evidence is sought for
 */
export async function reportCorpus(
  corpusFile: string,
  queriesFile: string,
  isEvidence = false,
): Promise<CorpusReport> {
  const { passages, items } = await readCorpus(corpusFile, queriesFile);

  const { index, buildMs, heapMB } = build(passages);

  const engine = () => (isEvidence ? evidenceOver(index, passages) : engineOver(index));
  // Once for the compiler, and then with nothing kept from the first time.
  measureQuality(engine(), items);
  return {
    passages: index.size,
    buildMs,
    heapMB,
    ...measureQuality(engine(), items),
    keystroke: measureTyping(engine(), items),
  };
}

/** Builds several times, as the first are slower and leave code behind on the heap. */
function build(
  passages: readonly CorpusPassage[],
): { index: PassageIndex } & Pick<CorpusReport, 'buildMs' | 'heapMB'> {
  const times: number[] = [];
  const timedBuild = (): PassageIndex => {
    const start = performance.now();
    const index = indexCorpus(passages);
    times.push(performance.now() - start);
    return index;
  };
  for (let warmUps = 2; warmUps > 0; warmUps -= 1) {
    timedBuild();
  }
  const before = heapBytes();
  const index = timedBuild();
  return { index, buildMs: quantile(times, 0.5), heapMB: (heapBytes() - before) / 1e6 };
}

/** The lines of a text that are not empty, without a second copy of all of it. */
function* linesOf(text: Buffer): Generator<string> {
  for (let start = 0; start < text.length;) {
    const found = text.indexOf(0x0a, start);
    const end = found === -1 ? text.length : found;
    const line = text.toString('utf8', start, end).trim();
    if (line !== '') {
      yield line;
    }
    start = end + 1;
  }
}

/** What lives on the heap and in buffers beside it, garbage collected. */
export function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // Buffers are let go of in the collection after that of their owners.
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
