import { quantile } from '../../scripts/lib/quantile.mjs';
import { indexCorpus, type CorpusPassage } from '../../src/cli/corpus';
import { readPassages } from '../../src/cli/corpusFiles';
import type { SourceId } from '../../src/core/model';
import { Catalog } from '../../src/core/packs/catalog';
import { createDeskSearcher } from '../../src/core/search/deskSearcher';
import type { IndexedSource } from '../../src/core/search/libraryIndex';
import { itemAt } from '../../src/util/defined';
import { randomFrom, type Random } from '../hostile/random';
import type { Measurement } from './measurement';

/** A smaller corpus is gone through again until there are as many. */
const PASSAGES = 100_000;
const SENTENCES = 400;
const A_SOURCE = 12;
const SEED = 13;
/** One in so many words of a passage is another than in the sentence that evidence is sought for. */
const OTHER_WORDS = 3;
const AS_IN_THE_PALETTE = { limit: 20, perSource: 3 };

/**
 * Measures the evidence for sentences: `evidence.js CORPUS`, see `readPassages`. Prints a list of
 * measurements as JSON.
 */
async function main(): Promise<void> {
  const read = await readPassages(process.argv[2] ?? '');
  const passages = Array.from({ length: PASSAGES }, (_, at) => itemAt(read, at % read.length));
  const library = { index: indexCorpus(passages), sources: sourcesOf(passages) };
  const searcher = createDeskSearcher(new Catalog([]), () => library);
  const find = (sentence: string) => searcher.findEvidence(sentence, AS_IN_THE_PALETTE);
  const random = randomFrom(SEED);
  const sentences = Array.from({ length: SENTENCES }, () => sentenceLike(passages, random));
  // Once for the compiler.
  sentences.forEach((sentence) => find(sentence));
  const times = sentences.map((sentence) => {
    const start = performance.now();
    find(sentence);
    return performance.now() - start;
  });
  const figure = (name: string, share: number): Measurement => ({
    name: `evidence: a sentence among ${PASSAGES.toLocaleString('en')} passages, ${name}`,
    value: quantile(times, share),
    unit: 'ms',
  });
  process.stdout.write(JSON.stringify([figure('p50', 0.5), figure('p95', 0.95)]));
}

/** Sources of a dozen passages each. */
function sourcesOf(passages: readonly CorpusPassage[]): readonly IndexedSource[] {
  const textAt = (at: number) => [itemAt(passages, at)[0] ?? ''].flat().join(' ');
  return Array.from({ length: Math.ceil(passages.length / A_SOURCE) }, (_, source) => {
    const first = source * A_SOURCE;
    const texts = passages.slice(first, first + A_SOURCE).map((_, at) => textAt(first + at));
    return {
      id: `source-${source}` as SourceId,
      title: `Source ${source}`,
      names: [],
      passages: texts.map((text, at) => ({
        id: String(at),
        locator: `1.${at}`,
        span: { start: 0, end: text.length },
      })),
      headingsOf: () => [],
      textOf: ({ id }) => itemAt(texts, Number(id)),
    };
  });
}

/** A sentence of a passage in which some words are those of another. */
function sentenceLike(passages: readonly CorpusPassage[], random: Random): string {
  const wordsOf = (passage: CorpusPassage): readonly string[] => {
    const sentences = [passage[0] ?? '']
      .flat()
      .join(' ')
      .split(/(?<=[.!?])\s+/);
    return random.pick(sentences).split(/\s+/);
  };
  const others = wordsOf(random.pick(passages));
  return wordsOf(random.pick(passages))
    .map((word) => (random.below(OTHER_WORDS) === 0 ? random.pick(others) : word))
    .join(' ');
}

void main();
