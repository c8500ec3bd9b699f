import type { Span } from '../model';
import type { Sequence, Slot } from './slots';
import { tokenize } from './textAnalysis';
import type { Vocabulary } from './vocabulary';

/** A text with its words looked up, so that highlighting it costs no analysis. */
export interface AnalysedText {
  readonly spans: readonly Span[];
  /** The word number of each span; -1 for words that the index does not know. */
  readonly words: readonly number[];
}

export function analyseText(text: string, vocabulary: Vocabulary): AnalysedText {
  const tokens = tokenize(text);
  return {
    spans: tokens.map(({ start, end }) => ({ start, end })),
    words: tokens.map(({ word }) => vocabulary.indexOf(word)),
  };
}

/** Marks in the texts of entries what a query found there. */
export class Highlighter {
  private readonly slots: readonly MarkedSlot[];

  constructor(slots: readonly Slot[]) {
    const telling = slots.filter((slot) => !slot.optional);
    this.slots = (telling.length > 0 ? telling : slots).map(({ words, weights, sequences }) => ({
      weightOf: new Map(Array.from(words, (word, at) => [word, weights[at] ?? 0])),
      sequences,
    }));
  }

  /**
   * For each word of the query, marks its best match among the texts of one entry and others about
   * as good: where the word itself stands, one that merely resembles it is no match.
   * @returns for each text its spans, ascending and disjoint
   */
  spans(texts: readonly AnalysedText[]): Span[][] {
    const found = texts.map((): Span[] => []);
    for (const slot of this.slots) {
      const matches = texts.map((text) => matchesOf(slot, text));
      const best = Math.max(0, ...matches.flat().map(({ weight }) => weight));
      matches.forEach((ofText, at) => {
        const good = ofText.filter(({ weight }) => weight >= best * NEARLY_AS_GOOD);
        found[at]?.push(...good.map(({ span }) => span));
      });
    }
    return found.map(merge);
  }
}

const NEARLY_AS_GOOD = 0.7;

interface MarkedSlot {
  readonly weightOf: ReadonlyMap<number, number>;
  readonly sequences: readonly Sequence[];
}

interface Match {
  readonly span: Span;
  readonly weight: number;
}

function matchesOf(slot: MarkedSlot, { spans, words }: AnalysedText): Match[] {
  const matches: Match[] = [];
  const mark = (first: number, last: number, weight: number): void => {
    const [from, to] = [spans[first], spans[last]];
    if (from && to) {
      matches.push({ span: { start: from.start, end: to.end }, weight });
    }
  };
  words.forEach((word, at) => {
    const weight = slot.weightOf.get(word);
    if (weight !== undefined) {
      mark(at, at, weight);
    }
    for (const sequence of slot.sequences) {
      if (sequence.words.every((wanted, offset) => words[at + offset] === wanted)) {
        mark(at, at + sequence.words.length - 1, sequence.weight);
      }
    }
  });
  return matches;
}

/** Sorts spans and joins those that overlap. */
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && span.start < last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else {
      merged.push(span);
    }
  }
  return merged;
}
