import type { HiddenRanges } from '../hiddenRanges';
import type { ToldQuotation } from '../markup';
import { lineEnd, skipBlanks } from '../../text/lines';

/**
 * The marks that close a quotation, by those that open one: English, German and Slavic, French,
 * Danish, Nordic, Hungarian and East Asian usage. A straight mark and the Nordic ones are the same
 * at both ends, and what is around them tells.
 */
const CLOSING: Readonly<Record<string, readonly string[]>> = {
  '"': ['"'],
  '“': ['”'],
  '„': ['“', '”'],
  '”': ['”'],
  '«': ['»'],
  '»': ['«', '»'],
  '‹': ['›'],
  '›': ['‹', '›'],
  "'": ["'"],
  '‘': ['’'],
  '‚': ['‘', '’'],
  '「': ['」'],
  '『': ['』'],
  // LaTeX.
  '``': ["''"],
  '`': ["'"],
};
const MARKS = /["“”„«»‹›'‘’‚「」『』]/g;
const MARKS_AND_BACKTICKS = /``?|''|["“”„«»‹›'‘’‚「」『』]/g;
/** Marks that are the same at both ends, or that other languages close with. */
const AMBIGUOUS = '"”»›\'';
/** Marks that are apostrophes as well. */
const APOSTROPHES = "'’";

/**
 * Marks that open a quotation and do nothing else. Where its paragraph ends before it does and the
 * next one begins with the same mark, it goes on there.
 */
const ONLY_OPENING: ReadonlySet<string> = new Set(['“', '„', '«', '「', '『', '``']);
/** Marks of which that is certain only where they begin a paragraph, or what is said. */
const ALSO_OPENING: ReadonlySet<string> = new Set(['"', '”', '»', '‹', '›', '‘', '‚']);
const BEFORE_SPEECH = /(?:^|\n|[:,])[^\S\n]*[*_]{0,3}$/;
/** What stands between a paragraph that a quotation goes on from and the mark that begins the next one. */
const BETWEEN_PARAGRAPHS = /^(?:[\s*_]|<\/?p\b[^<>]*>|\\(?:noindent|indent|par)(?![A-Za-z]))*$/;
/** A citation at the end of a paragraph is that of the quotation, whose closing mark was forgotten. */
const ENDS_IN_CITATION =
  /(?:\[[^[\]@^#]*[@^#][^[\]]*\]_?|(?:cite|footnote)[a-z:]*(?:[[{][^[\]{}]*[\]}]){1,3})[^\p{L}\p{N}]*$/u;
const LONGEST_CITATION = 200;

/** Quotations that may be open within each other; more are not noticed. */
const DEEPEST_QUOTATIONS = 8;

const LIST_ITEM = /^\s*(?:[-*+•–—]|\(?(?:\d{1,3}|[a-zA-Z])[.)]|\\item\b)\s/;

interface OpenQuotation {
  readonly mark: string;
  readonly start: number;
  /** Where it ends if no better mark comes: behind "partners' ", which may be a possessive. */
  possibleEnd: number;
}

/**
 * The stretches of a text that stand in quotation marks. A quotation ends within its paragraph, or
 * goes on in the next one where that begins with the mark that opened it, or is none, so that a mark
 * too many does little harm; an apostrophe or the sign of inches is no mark. Linear in the text's
 * length.
 *
 * @param hidden what is no prose; marks in it do not count
 * @param hasBacktickMarks whether two backticks open a quotation, as in LaTeX
 */
export function quotationsInMarks(
  text: string,
  hidden: HiddenRanges,
  hasBacktickMarks: boolean,
): readonly ToldQuotation[] {
  const marks = hasBacktickMarks ? MARKS_AND_BACKTICKS : MARKS;
  const quotations: ToldQuotation[] = [];
  const paragraph = new QuotedParagraph(text, quotations);
  let range = 0;
  let line = 0;
  for (const { index, 0: mark } of text.matchAll(marks)) {
    for (; line <= index; line = lineEnd(text, line) + 1) {
      if (beginsParagraph(text, line, lineEnd(text, line))) {
        paragraph.end(line);
      }
    }
    while (range < hidden.count && hidden.end(range) <= index) {
      range++;
    }
    if (range === hidden.count || hidden.start(range) > index) {
      paragraph.mark(mark, index);
    }
  }
  paragraph.end(text.length);
  return quotations;
}

function beginsParagraph(text: string, start: number, end: number): boolean {
  const content = skipBlanks(text, start, end);
  return (
    content === end ||
    skipBlanks(text, behindQuoteMarks(text, content, end), end) === end ||
    LIST_ITEM.test(text.slice(start, Math.min(end, start + 80)))
  );
}

function behindQuoteMarks(text: string, content: number, end: number): number {
  let at = content;
  while (at < end && (text.charAt(at) === '>' || text.charAt(at) === ' ')) {
    at++;
  }
  return at;
}

class QuotedParagraph {
  private open: OpenQuotation[] = [];
  /** What was open when the last paragraph ended, which the next one may go on with. */
  private interrupted: readonly OpenQuotation[] = [];
  private interruptedAt = 0;

  constructor(
    private readonly text: string,
    private readonly quotations: ToldQuotation[],
  ) {}

  /** Takes in the next mark. */
  mark(mark: string, at: number): void {
    if (!this.goOn(mark, at) && !this.close(mark, at)) {
      this.begin(mark, at);
    }
  }

  /**
   * What is still open is no quotation, but for one whose end was in doubt, or that goes on.
   * @param at where the paragraph ends
   */
  end(at: number): void {
    if (this.open.length === 0) {
      return;
    }
    for (const quotation of this.open) {
      if (quotation.possibleEnd > 0) {
        this.tell(quotation, quotation.possibleEnd - 1, quotation.possibleEnd);
      }
    }
    const tail = this.text.slice(Math.max(0, at - LONGEST_CITATION), at);
    this.interrupted = ENDS_IN_CITATION.test(tail)
      ? []
      : this.open.filter((quotation) => this.mayGoOn(quotation));
    this.interruptedAt = at;
    this.open = [];
  }

  private mayGoOn({ mark, start, possibleEnd }: OpenQuotation): boolean {
    const before = this.text.slice(Math.max(0, start - 8), start);
    return (
      possibleEnd === 0 &&
      (ONLY_OPENING.has(mark) || (ALSO_OPENING.has(mark) && BEFORE_SPEECH.test(before)))
    );
  }

  /** Whether a mark is the first of its paragraph and says that a quotation goes on in it. */
  private goOn(mark: string, at: number): boolean {
    const { interrupted } = this;
    this.interrupted = [];
    const same = interrupted.findIndex((quotation) => quotation.mark === mark);
    if (same < 0 || isBlank(this.text, at + mark.length)) {
      return false;
    }
    if (!BETWEEN_PARAGRAPHS.test(this.text.slice(this.interruptedAt, at))) {
      return false;
    }
    this.open = interrupted.slice(0, same + 1);
    return true;
  }

  private close(mark: string, at: number): boolean {
    const { text } = this;
    let index = this.open.length - 1;
    while (index >= 0 && !CLOSING[this.open[index]!.mark]!.includes(mark)) {
      index--;
    }
    const quotation = this.open[index];
    if (
      quotation === undefined ||
      (mark !== '»' && (AMBIGUOUS + APOSTROPHES).includes(mark) && isBlank(text, at - 1))
    ) {
      return false;
    }
    if (APOSTROPHES.includes(mark)) {
      if (isWord(text, at + 1)) {
        return true;
      }
      if (/[sx]/i.test(text.charAt(at - 1)) && /\s\p{L}/u.test(text.slice(at + 1, at + 3))) {
        quotation.possibleEnd = at + 1;
        return true;
      }
    }
    this.tell(quotation, at, at + mark.length);
    this.open.length = index;
    return true;
  }

  private tell({ mark, start }: OpenQuotation, closing: number, end: number): void {
    // "`…"' of LaTeX, and "`…`" of AsciiDoc.
    const hasBacktick = mark === '"' && this.text.charAt(start + 1) === '`';
    const closesTwice = hasBacktick && closing > start + 2 && this.text.charAt(closing - 1) === '`';
    this.quotations.push({
      kind: 'marks',
      outer: { start, end: hasBacktick && this.text.charAt(end) === "'" ? end + 1 : end },
      start: start + (hasBacktick ? 2 : mark.length),
      end: closesTwice ? closing - 1 : closing,
    });
  }

  private begin(mark: string, at: number): void {
    const { text } = this;
    if (
      CLOSING[mark] === undefined ||
      (AMBIGUOUS.includes(mark) && (isBlank(text, at + 1) || !mayOpenBehind(text, at))) ||
      (mark === "'" && /\d/.test(text.charAt(at + 1)))
    ) {
      return;
    }
    // The same mark again: the one before was astray.
    const same = this.open.findIndex((quotation) => quotation.mark === mark);
    if (same >= 0) {
      this.open.length = same;
    }
    if (this.open.length < DEEPEST_QUOTATIONS) {
      this.open.push({ mark, start: at, possibleEnd: 0 });
    }
  }
}

function isBlank(text: string, at: number): boolean {
  return at < 0 || at >= text.length || /\s/.test(text.charAt(at));
}

function isWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}

/** Whether a mark at `at` may open a quotation by what is before it: a blank, bracket, dash or mark. */
function mayOpenBehind(text: string, at: number): boolean {
  return isBlank(text, at - 1) || /[([{<>/*_~=|\-–—…"“„«»‹›'‘‚]/.test(text.charAt(at - 1));
}
