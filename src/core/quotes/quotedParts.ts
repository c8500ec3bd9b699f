import type { Span } from '../model';
import { quoteWords, type QuoteWord } from './quoteWords';
import type { ReadableText } from '../note/readableText';

/**
 * What a quotation is made of. Spans are in the note.
 * - `word`: must stand in the source.
 * - `gap`: an ellipsis; the source may have any words there.
 * - `insertion`: an editor's words in brackets, in place of some of the source's or beside them.
 */
export type QuotedPart =
  | {
      readonly kind: 'word';
      readonly span: Span;
      readonly word: QuoteWord;
      /** Its first letter may be of the other case: it begins the quotation or follows an ellipsis. */
      readonly isFirst: boolean;
      /** Whether a sentence ends before it. */
      readonly beginsSentence: boolean;
      /** What stands before letters that an editor has changed: "ally[ies]" answers to any word that begins so. */
      readonly stem?: string;
    }
  | { readonly kind: 'gap' | 'insertion'; readonly span: Span };

const ELLIPSIS = /\u2026|\.[ \u00A0]?\.[ \u00A0]?\.(?:[ \u00A0]?\.)?/g;
/** Short, so that a bracket that is never closed costs nothing. */
const BRACKETED = /\[([^[\]]{0,200})\]/g;
const IS_ELLIPSIS = /^\s*(?:\u2026|\.\s?\.\s?\.)\s*$/;
/** What editors say about a quotation in brackets, in the languages of our users. */
const REMARK =
  /^(?:sic[.!]?|emphas[ie]s .*|italics .*|.*\b(?:emphasis|italics|translation|trans\.?) (?:added|mine|ours|in (?:the )?original|by .*)|my (?:emphasis|italics|translation)|our (?:emphasis|italics|translation)|footnotes? omitted|citations? omitted)$/i;
const ENDS_SENTENCE = /[.!?。！？]["”’'»)\]]*(?:\s+["“‘«„([]*|(?<=[。！？]))$/;
const FEW_LETTERS = /^\p{L}{1,2}$/u;
const LETTERS = /^\p{L}{1,6}$/u;

/** Brackets of a quotation by what they say. Spans are in the readable text, brackets included. */
interface Brackets {
  readonly gaps: readonly Span[];
  readonly insertions: readonly Span[];
  /** To be read as if they were not there. */
  readonly cuts: readonly Span[];
  /** Where the letter of a word whose case was changed stands, and where changed letters of words begin. */
  readonly recased: readonly number[];
  readonly respelt: readonly number[];
}

/** Tells the parts of a quotation. Linear in its length. */
export function quotedParts(quotation: ReadableText): readonly QuotedPart[] {
  const brackets = bracketsOf(quotation.text);
  const readable = quotation.without(brackets.cuts);
  const shift = shifter(brackets.cuts);
  const gaps = [
    ...brackets.gaps.map(shift),
    ...Array.from(readable.text.matchAll(ELLIPSIS), ({ 0: dots, index }) => ({
      start: index,
      end: index + dots.length,
    })),
  ];
  const insertions = brackets.insertions.map(shift);
  const recased = new Set(brackets.recased.map((at) => shift({ start: at, end: at }).start));
  const respelt = brackets.respelt.map((at) => shift({ start: at, end: at }).start);
  const special = [
    ...gaps.map((span) => ({ kind: 'gap' as const, span })),
    ...insertions.map((span) => ({ kind: 'insertion' as const, span })),
  ].sort((a, b) => a.span.start - b.span.start);

  const parts: QuotedPart[] = [];
  let next = 0;
  let covered = 0;
  let edited = 0;
  let isFirst = true;
  const takeSpecial = (before: number): void => {
    for (let item = special[next]; item && item.span.start < before; item = special[++next]) {
      // An ellipsis in brackets is found twice.
      if (item.span.start >= covered) {
        parts.push({ kind: item.kind, span: readable.spanOf(item.span) });
        covered = item.span.end;
      }
      isFirst = true;
    }
  };
  for (const word of quoteWords(readable.text)) {
    takeSpecial(word.end);
    if (word.start >= covered) {
      while (edited < respelt.length && respelt[edited]! <= word.start) {
        edited += 1;
      }
      const changed = respelt[edited] ?? Infinity;
      parts.push({
        kind: 'word',
        span: readable.spanOf(word),
        word,
        isFirst: isFirst || recased.has(word.start),
        beginsSentence: ENDS_SENTENCE.test(
          readable.text.slice(Math.max(0, word.start - 8), word.start),
        ),
        ...(changed <= word.end && { stem: word.smallKey.slice(0, changed - word.start) }),
      });
      isFirst = false;
    }
  }
  takeSpecial(readable.text.length + 1);
  return parts;
}

function bracketsOf(text: string): Brackets {
  const gaps: Span[] = [];
  const insertions: Span[] = [];
  const cuts: Span[] = [];
  const recased: number[] = [];
  const respelt: number[] = [];
  for (const { 0: all, 1: content = '', index: start } of text.matchAll(BRACKETED)) {
    const end = start + all.length;
    const isBehindLetter = isLetter(text, start - 1);
    if (IS_ELLIPSIS.test(content)) {
      gaps.push({ start, end });
    } else if (REMARK.test(content.trim()) || content.trim() === '') {
      cuts.push({ start, end });
      if (content === '' && isBehindLetter) {
        // "keeper[]" for "keepers"
        respelt.push(start);
      }
    } else if (!isBehindLetter && FEW_LETTERS.test(content) && isLetter(text, end)) {
      recased.push(start + 1);
      cuts.push({ start, end: start + 1 }, { start: end - 1, end });
    } else if (isBehindLetter && LETTERS.test(content)) {
      respelt.push(start);
      cuts.push({ start, end: start + 1 }, { start: end - 1, end });
    } else {
      insertions.push({ start, end });
    }
  }
  return { gaps, insertions, cuts, recased, respelt };
}

/** Says where a stretch stands once earlier ones are cut. */
function shifter(cuts: readonly Span[]): (span: Span) => Span {
  const move = (at: number): number =>
    at - cuts.reduce((sum, { start, end }) => sum + Math.min(at, end) - Math.min(at, start), 0);
  return ({ start, end }) => ({ start: move(start), end: move(end) });
}

function isLetter(text: string, at: number): boolean {
  return /\p{L}/u.test(text.charAt(at));
}
