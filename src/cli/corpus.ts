import { itemAt } from '../util/defined';
import { evidenceWords } from '../core/search/evidenceWords';
import { TextAnalyser } from '../core/search/highlights';
import { LIBRARY_FIELDS } from '../core/search/libraryFields';
import type { PassageIndex } from '../core/search/passageIndex';
import { PassageIndexBuilder, type FieldText } from '../core/search/passageIndexBuilder';
import { PassageSearcher } from '../core/search/passageSearcher';
import { parseQuery } from '../core/search/queryParser';
import { SentencePicker } from '../core/search/sentencePicker';
import type { Slot } from '../core/search/slots';
import { quantile } from '../../scripts/lib/quantile.mjs';

/** A query, and the passage that it was made from. */
export interface KnownItem {
  /** The passage's number: its line in the corpus, from 0. */
  readonly passage: number;
  readonly kind: string;
  readonly query: string;
  /** The sentence of the passage that is its evidence, where the items say. */
  readonly sentence?: string;
}

/** What a search engine offers to be measured. */
export interface MeasuredEngine {
  /** The numbers of the passages found, best first, at most `MOST_RANKED`. */
  search(query: string): readonly number[];
  /** The sentence of a passage that bears most on `query`; absent where an engine picks none. */
  sentenceIn?(query: string, passage: number): string;
}

/** How well, and how fast, the passages sought were found. Times in milliseconds. */
export interface Quality {
  readonly queries: number;
  /** The share of queries that find their passage first, and among the first ten. */
  readonly 'recall@1': number;
  readonly 'recall@10': number;
  /** The mean of one over the place at which it is found; 0 where it is not among the first ten. */
  readonly 'mrr@10': number;
  /** A whole query, at once. */
  readonly p50: number;
  readonly p95: number;
  /** The share of those that name a sentence for which it is picked; absent where none is known. */
  readonly sentence?: number;
}

export interface CorpusReport {
  readonly passages: number;
  readonly buildMs: number;
  /** What the index takes, buffers included; in units of a million bytes. */
  readonly heapMB: number;
  readonly all: Quality;
  readonly kinds: Readonly<Record<string, Quality>>;
  /** A keystroke while some of the queries are typed letter by letter, in milliseconds. */
  readonly keystroke: { readonly p50: number; readonly p95: number };
}

export const MOST_RANKED = 10;

/** So many queries, spread over all, are typed letter by letter. */
const TYPED = 30;

/**
 * Reads known items: a line each of passage, kind, query and, if known, the sentence that is its
 * evidence, parted by tabs, below a line of titles.
 * @throws Error that names the line which is none
 */
export function parseKnownItems(text: string): readonly KnownItem[] {
  return text
    .split(/\r?\n/)
    .map((line, at) => ({ line, number: at + 1 }))
    .slice(1)
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => {
      const [passage = '', kind, query, sentence] = line.split('\t');
      if (!/^\d+$/.test(passage) || !kind || !query) {
        throw new Error(`Line ${number} of the queries is not passage, kind and query: "${line}".`);
      }
      return { passage: Number(passage), kind, query, ...(sentence && { sentence }) };
    });
}

/** What each field of a passage holds, in the order of `LIBRARY_FIELDS`. */
export type CorpusPassage = readonly FieldText[];

/** Reads a line of a corpus: a JSON object with the fields of `LIBRARY_FIELDS`. */
export function parsePassage(line: string): CorpusPassage {
  const passage = JSON.parse(line) as Readonly<Record<string, FieldText>>;
  return Object.keys(LIBRARY_FIELDS).map((field) => passage[field] ?? '');
}

export function indexCorpus(passages: readonly CorpusPassage[]): PassageIndex {
  const builder = new PassageIndexBuilder(Object.values(LIBRARY_FIELDS));
  passages.forEach((passage) => builder.add(passage));
  return builder.build();
}

/** A searcher over the index that has seen no query yet. */
export function engineOver(index: PassageIndex): MeasuredEngine {
  const searcher = new PassageSearcher(index);
  return {
    search: (query) =>
      searcher
        .find(parseQuery(query), undefined, MOST_RANKED)
        .passages.map(({ passage }) => passage),
  };
}

/** Finds evidence for sentences, and picks the sentence of each passage, as the desk does. */
export function evidenceOver(
  index: PassageIndex,
  passages: readonly CorpusPassage[],
): MeasuredEngine {
  const searcher = new PassageSearcher(index);
  const analyser = new TextAnalyser(index.vocabulary);
  const find = (sentence: string) =>
    searcher.bearOn(evidenceWords(sentence), NO_QUERY, undefined, MOST_RANKED);
  const pick = (slots: readonly Slot[], passage: number): string => {
    const text = [itemAt(passages, passage)[0]].flat().join('\n');
    const { start, end } = new SentencePicker(slots).pick(text, analyser.analyse(text));
    return text.slice(start, end);
  };
  return {
    search: (sentence) => {
      const found = find(sentence);
      return found.passages.map(({ passage }) => {
        pick(found.slots, passage);
        return passage;
      });
    },
    sentenceIn: (sentence, passage) => pick(find(sentence).slots, passage),
  };
}

const NO_QUERY = parseQuery('');

/**
 * Asks an engine for known items.
 * @param clock milliseconds from any moment on
 * @returns per kind, in their order in `items`, and in all
 */
export function measureQuality(
  engine: MeasuredEngine,
  items: readonly KnownItem[],
  clock: () => number = () => performance.now(),
): Pick<CorpusReport, 'all' | 'kinds'> {
  const asked = items.map(({ passage, kind, query, sentence }): Answer => {
    const start = clock();
    const place = engine.search(query).indexOf(passage);
    const ms = clock() - start;
    const picked = sentence === undefined ? undefined : engine.sentenceIn?.(query, passage);
    return {
      kind,
      place,
      ms,
      ...(picked !== undefined && { isPicked: oneLine(picked) === oneLine(sentence ?? '') }),
    };
  });
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  return {
    all: qualityOf(asked),
    kinds: Object.fromEntries(
      kinds.map((kind) => [kind, qualityOf(asked.filter((answer) => answer.kind === kind))]),
    ),
  };
}

interface Answer {
  readonly kind: string;
  /** From 0; -1 when the passage was not found. */
  readonly place: number;
  readonly ms: number;
  /** Whether the sentence picked is the one that the item names. */
  readonly isPicked?: boolean;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function qualityOf(answers: readonly Answer[]): Quality {
  const mean = (value: (place: number) => number): number =>
    answers.reduce((sum, { place }) => sum + (place < 0 ? 0 : value(place)), 0) /
    Math.max(1, answers.length);
  const times = answers.map(({ ms }) => ms);
  const picks = answers.flatMap(({ isPicked = [] }) => isPicked);
  return {
    queries: answers.length,
    'recall@1': mean((place) => (place === 0 ? 1 : 0)),
    'recall@10': mean((place) => (place < MOST_RANKED ? 1 : 0)),
    'mrr@10': mean((place) => (place < MOST_RANKED ? 1 / (place + 1) : 0)),
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    ...(picks.length > 0 && { sentence: picks.filter(Boolean).length / picks.length }),
  };
}

/** Times each keystroke while queries spread over `items` are typed letter by letter. */
export function measureTyping(
  engine: MeasuredEngine,
  items: readonly KnownItem[],
  clock: () => number = () => performance.now(),
): CorpusReport['keystroke'] {
  const step = Math.max(1, items.length / TYPED);
  const times: number[] = [];
  for (let at = 0; at < items.length; at += step) {
    const { query } = itemAt(items, Math.floor(at));
    for (let length = 1; length <= query.length; length += 1) {
      const start = clock();
      engine.search(query.slice(0, length));
      times.push(clock() - start);
    }
  }
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

export function corpusReportAsText(report: CorpusReport): string {
  const { passages, buildMs, heapMB, keystroke, all, kinds } = report;
  const rows = [...Object.entries(kinds), ['all', all] as const].map(([kind, quality]) =>
    [
      kind.padEnd(12),
      ...[quality['recall@1'], quality['recall@10'], quality['mrr@10']].map((share) =>
        share.toFixed(3).padStart(9),
      ),
      ...[quality.p50, quality.p95].map((ms) => ms.toFixed(2).padStart(8)),
      ...(quality.sentence === undefined ? [] : [quality.sentence.toFixed(3).padStart(9)]),
    ].join(' '),
  );
  return [
    `${passages} passages, built in ${buildMs.toFixed(0)} ms, ${heapMB.toFixed(1)} MB`,
    `keystroke: p50 ${keystroke.p50.toFixed(2)} ms, p95 ${keystroke.p95.toFixed(2)} ms`,
    `kind          recall@1 recall@10    mrr@10   p50 ms   p95 ms${all.sentence === undefined ? '' : '  sentence'}`,
    ...rows,
  ].join('\n');
}
