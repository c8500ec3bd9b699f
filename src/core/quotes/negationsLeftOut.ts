import { countUpTo } from '../../util/rank';
import type { Span } from '../model';
import { sentenceEnds } from '../text/sentences';
import { wording } from './differences';
import { isNegation, isPrefix, negationAt, type FoundNegation } from './negations';
import type { NegationLeftOut } from './quoteCheck';
import type { QuotedPart } from './quotedParts';
import type { QuoteMatch } from './quoteMatcher';
import { quoteWords } from './quoteWords';
import type { SourceWords } from './sourceWords';
import { HOLE, type Stretch } from './stretch';

/**
 * Ellipses and brackets in the note, one beside another, and the first and the last word of a stretch
 * that they stand for.
 */
interface Omission {
  readonly span: Span;
  readonly first: number;
  readonly last: number;
  /** Whether words in brackets stand in their place, which go on with the sentence. */
  readonly isReplaced: boolean;
  /** Whether words before and behind them are kept. */
  readonly isBehindKept: boolean;
  readonly isBeforeKept: boolean;
}

/** So far from a word that is kept, in words, a negation bears on it, where nothing parts the two. */
const REACH = 6;
/** So many words a bracket may stand for that begins or ends a quotation. */
const REPLACED_AT_END = 3;

/** What parts clauses, beside punctuation: conjunctions and relatives of English, French and German. */
const CLAUSE_WORDS: ReadonlySet<string> = new Set([
  ...['and', 'or', 'but', 'yet', 'that', 'which', 'who', 'whom', 'whose', 'where', 'when', 'while'],
  ...['because', 'although', 'though', 'since', 'if', 'whether', 'as', 'than', 'so', 'what', 'how'],
  ...['et', 'ou', 'mais', 'que', 'qui', 'dont', 'où', 'quand', 'si', 'comme', 'lorsque', 'car'],
  ...['und', 'oder', 'aber', 'sondern', 'dass', 'daß', 'weil', 'wenn', 'als', 'obwohl', 'ob'],
]);
const CLAUSE_SIGN = /[,;:()[\]–—―“”„«»‹›"、，。；：（）「」]|\s-\s/;

/**
 * The negations of a source that an ellipsis or a bracket of a verbatim quotation stands for, the
 * first of each, where they bear on words that are kept: an omission may end a sentence early, begin
 * one late, or pass over clauses and sentences, but a reader takes for one clause what it joins.
 */
export function negationsLeftOut(
  text: string,
  parts: readonly QuotedPart[],
  { alignment: { steps }, stretch }: QuoteMatch,
  sources: SourceWords,
): readonly NegationLeftOut[] {
  const clauses = new Clauses(stretch, sources);
  return omissionsOf(parts, steps, stretch.length).flatMap((omission) => {
    const { span, first, last } = omission;
    const found = clauses.negationIn(omission);
    // "[no]" in place of "not one" says the same.
    const isSaid = quoteWords(text.slice(span.start, span.end)).some(({ key }) => isNegation(key));
    if (found === undefined || isSaid) {
      return [];
    }
    const word = wording(stretch, found.first, found.last, sources);
    const source = wording(
      stretch,
      omission.isBehindKept ? first : found.first,
      omission.isBeforeKept ? last : found.last,
      sources,
    );
    return [{ ...span, kind: 'negation left out', word, source }];
  });
}

const STANDS_AMID = { isReplaced: true, isBehindKept: true, isBeforeKept: true } as const;

function omissionsOf(
  parts: readonly QuotedPart[],
  steps: QuoteMatch['alignment']['steps'],
  length: number,
): readonly Omission[] {
  const omissions: Omission[] = [];
  let marks: readonly QuotedPart[] = [];
  let before: number | undefined;
  const close = (behind: number | undefined): void => {
    const [mark, lastMark] = [marks[0], marks.at(-1)];
    const isReplaced = marks.some(({ kind }) => kind === 'insertion');
    marks = [];
    const [isBehindKept, isBeforeKept] = [before !== undefined, behind !== undefined];
    if (!mark || !lastMark || !((isBehindKept && isBeforeKept) || isReplaced)) {
      return;
    }
    const first = before === undefined ? (behind ?? 0) - REPLACED_AT_END : before + 1;
    const last = behind === undefined ? first + REPLACED_AT_END - 1 : behind - 1;
    const span = { start: mark.span.start, end: lastMark.span.end };
    omissions.push({
      span,
      first: Math.max(0, first),
      last: Math.min(last, length - 1),
      isReplaced,
      isBehindKept,
      isBeforeKept,
    });
  };
  for (const { parts: range, words } of steps) {
    const first = parts[range?.[0] ?? -1];
    if (words !== undefined) {
      close(words[0]);
      if (first?.kind === 'word' && first.stem !== undefined) {
        // "do[es]" answers to "don't".
        omissions.push({ ...STANDS_AMID, span: first.span, first: words[0], last: words[1] });
      }
      before = words[1];
    } else if (first !== undefined && first.kind !== 'word') {
      marks = [...marks, first];
    }
  }
  close(undefined);
  return omissions;
}

/** Where clauses and sentences of a stretch end. */
class Clauses {
  private readonly ends = new Map<number, readonly number[]>();

  constructor(
    private readonly stretch: Stretch,
    private readonly sources: SourceWords,
  ) {}

  /**
   * The first negation among words left out that bears on what is kept. Where a sentence is cut short,
   * or begins late, and the other one is whole, none does, unless words stand in their place.
   */
  negationIn({ first, last, ...omission }: Omission): FoundNegation | undefined {
    const [before, behind] = [first - 1, last + 1];
    let firstEnd = behind;
    let lastEnd = before - 1;
    for (let at = before; at < behind; at += 1) {
      if (this.endsSentence(at)) {
        firstEnd = Math.min(firstEnd, at);
        lastEnd = at;
      }
    }
    if (!omission.isReplaced && (firstEnd === before || lastEnd === last)) {
      return undefined;
    }
    for (let at = first; at <= last; at += 1) {
      const found = negationAt(this.stretch, at);
      if (
        found !== undefined &&
        (at === last || !isPrefix(this.stretch, at)) &&
        ((omission.isBehindKept && at <= firstEnd && this.isOneClause(before, found.first)) ||
          (omission.isBeforeKept && at > lastEnd && this.isOneClause(found.last, behind)))
      ) {
        return found;
      }
    }
    return undefined;
  }

  private isOneClause(first: number, last: number): boolean {
    if (last - first > REACH) {
      return false;
    }
    for (let at = first; at < last; at += 1) {
      if (CLAUSE_SIGN.test(this.gapBehind(at)) || CLAUSE_WORDS.has(this.keyAt(at + 1))) {
        return false;
      }
    }
    return true;
  }

  private keyAt(at: number): string {
    return this.stretch[at]?.word.key.toLowerCase() ?? '';
  }

  private gapBehind(at: number): string {
    const [one, next] = [this.stretch[at], this.stretch[at + 1]];
    return one === undefined || next === undefined || one.passage !== next.passage
      ? ''
      : this.sources.text(one.passage).slice(one.word.end, next.word.start);
  }

  private endsSentence(at: number): boolean {
    const [one, next] = [this.stretch[at], this.stretch[at + 1]];
    if (one === undefined || next === undefined || one.passage !== next.passage || one === HOLE) {
      return true;
    }
    const ends = this.endsIn(one.passage);
    const end = ends[countUpTo(ends, one.word.end)];
    return end !== undefined && end <= next.word.start;
  }

  private endsIn(passage: number): readonly number[] {
    let ends = this.ends.get(passage);
    if (ends === undefined) {
      ends = sentenceEnds(this.sources.text(passage));
      this.ends.set(passage, ends);
    }
    return ends;
  }
}
