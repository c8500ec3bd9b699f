import type { Span } from '../model';
import type { Sequence, Slot } from './slots';
import { canonicalWord, scanWords } from './textAnalysis';
import type { IndexVocabulary } from './vocabulary';

/** A text with its words looked up, so that highlighting it costs no analysis. */
export interface AnalysedText {
  readonly spans: readonly Span[];
  /** The word number of each span; -1 for words that the index does not know. */
  readonly words: readonly number[];
}

/** Looks the words of texts up in a vocabulary. */
export class TextAnalyser {
  /** The number of each word as written, since texts share most of them. */
  private readonly numbers = new Map<string, number>();

  constructor(private readonly vocabulary: IndexVocabulary) {}

  analyse(text: string): AnalysedText {
    const spans: Span[] = [];
    const words: number[] = [];
    scanWords(text, (start, end) => {
      const number = this.numberOf(text.slice(start, end));
      if (number !== NO_WORD) {
        spans.push({ start, end });
        words.push(number);
      }
    });
    return { spans, words };
  }

  /** -1 when the index does not know the word, `NO_WORD` when nothing is left of it. */
  private numberOf(written: string): number {
    const known = this.numbers.get(written);
    if (known !== undefined) {
      return known;
    }
    if (this.numbers.size >= MOST_KEPT) {
      this.numbers.clear();
    }
    const word = canonicalWord(written);
    const number = word === '' ? NO_WORD : this.vocabulary.indexOf(word);
    this.numbers.set(written, number);
    return number;
  }
}

const NO_WORD = -2;
const MOST_KEPT = 20_000;

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
      if (
        sequence.words[0] === word &&
        sequence.words.every((wanted, offset) => words[at + offset] === wanted)
      ) {
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
