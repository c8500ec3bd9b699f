import type { Span } from '../model';
import type { Sequence, Slot } from './slots';
import { scanIndexWords } from './signWords';
import { accentedWord, canonicalWord } from './textAnalysis';
import type { IndexVocabulary } from './vocabulary';

/** A text with its words looked up, so that highlighting it costs no analysis. */
export interface AnalysedText {
  /** Of each word; those of pairs of signs overlap. */
  readonly spans: readonly Span[];
  /** The word number of each span; -1 for words that the index does not know. */
  readonly words: readonly number[];
  /** The same for the word with its diacritics; -1 for one without any. */
  readonly accented: readonly number[];
}

/** Looks the words of texts up in a vocabulary. */
export class TextAnalyser {
  /** The numbers of each word as written, since texts share most of them. */
  private readonly known = new Map<string, WrittenNumbers>();

  constructor(private readonly vocabulary: IndexVocabulary) {}

  analyse(text: string): AnalysedText {
    const spans: Span[] = [];
    const words: number[] = [];
    const accented: number[] = [];
    scanIndexWords(text, (start, end) => {
      const numbers = this.numbersOf(text.slice(start, end));
      if (numbers.word !== NO_WORD) {
        spans.push({ start, end });
        words.push(numbers.word);
        accented.push(numbers.accented);
      }
    });
    return { spans, words, accented };
  }

  private numbersOf(written: string): WrittenNumbers {
    const known = this.known.get(written);
    if (known !== undefined) {
      return known;
    }
    if (this.known.size >= MOST_KEPT) {
      this.known.clear();
    }
    const word = canonicalWord(written);
    const accented = accentedWord(written);
    const numbers = {
      word: word === '' ? NO_WORD : this.vocabulary.indexOf(word),
      accented: accented === undefined ? -1 : this.vocabulary.indexOf(accented),
    };
    this.known.set(written, numbers);
    return numbers;
  }
}

interface WrittenNumbers {
  /** -1 when the index does not know the word, `NO_WORD` when nothing is left of it. */
  readonly word: number;
  readonly accented: number;
}

const NO_WORD = -2;
const MOST_KEPT = 20_000;

/** Marks in the texts of entries what a query found there. */
export class Highlighter {
  private readonly slots: readonly MarkedSlot[];
  /** The words of all slots, of which a text has few. */
  private readonly sought: ReadonlySet<number>;

  constructor(slots: readonly Slot[]) {
    const telling = slots.filter((slot) => !slot.optional);
    this.slots = (telling.length > 0 ? telling : slots).map((slot) => ({
      weightOf: new Map(Array.from(slot.words, (word, at) => [word, slot.weights[at] ?? 0])),
      sequences: slot.sequences,
      isSign: slot.isSign === true,
    }));
    this.sought = new Set(this.slots.flatMap(({ weightOf }) => [...weightOf.keys()]));
  }

  /**
   * For each word of the query, marks its best match among the texts of one entry and others about
   * as good: where the word itself stands, one that merely resembles it is no match.
   * @returns for each text its spans, ascending and disjoint
   */
  spans(texts: readonly AnalysedText[]): Span[][] {
    const found = texts.map((): Span[] => []);
    const places = texts.map(({ words, accented }) =>
      [...words.keys()].filter(
        (at) => this.sought.has(words[at]!) || this.sought.has(accented[at]!),
      ),
    );
    for (const slot of this.slots) {
      const matches = texts.map((text, at) => matchesOf(slot, text, places[at]!));
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
  /** Only the first sign of each word was asked for. */
  readonly isSign: boolean;
}

interface Match {
  readonly span: Span;
  readonly weight: number;
}

/** @param places the only ones at which a word of a slot stands */
function matchesOf(slot: MarkedSlot, text: AnalysedText, places: readonly number[]): Match[] {
  const matches: Match[] = [];
  const mark = (first: number, last: number, weight: number, isSign: boolean): void => {
    const [from, to] = [text.spans[first], text.spans[last]];
    if (from && to) {
      const end = isSign ? endOfFirstSign(text, last) : to.end;
      matches.push({ span: { start: from.start, end }, weight });
    }
  };
  for (const at of slot.sequences.length > 0 ? text.words.keys() : places) {
    const weight = Math.max(
      slot.weightOf.get(text.words[at]!) ?? 0,
      slot.weightOf.get(text.accented[at] ?? -1) ?? 0,
    );
    if (weight > 0) {
      mark(at, at, weight, slot.isSign);
    }
    for (const sequence of slot.sequences) {
      if (standsAt(sequence, text, at)) {
        const last = at + sequence.words.length - (sequence.ending ? 0 : 1);
        mark(at, last, sequence.weight, sequence.ending !== undefined);
      }
    }
  }
  return matches;
}

/** Whether the words of a sequence stand in a text from its word `at` on. */
export function standsAt({ words, ending }: Sequence, text: AnalysedText, at: number): boolean {
  const next = text.words[at + words.length] ?? -1;
  return (
    words.every((wanted, offset) => text.words[at + offset] === wanted) &&
    (ending === undefined || (ending.from <= next && next < ending.to))
  );
}

/** Where the first sign ends of a word that is a pair of them, as the next word begins with the second. */
function endOfFirstSign({ spans }: AnalysedText, at: number): number {
  const { end = 0 } = spans[at] ?? {};
  return Math.min(end, spans[at + 1]?.start ?? end);
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
