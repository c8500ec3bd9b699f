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
 * The stretches of a text that stand in quotation marks. A quotation ends within
 * its paragraph or is none, so that a mark too many does no harm beyond it; an apostrophe or the sign
 * of inches is no mark. Linear in the text's length.
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
        paragraph.end();
      }
    }
    while (range < hidden.count && hidden.end(range) <= index) {
      range++;
    }
    if (range === hidden.count || hidden.start(range) > index) {
      paragraph.mark(mark, index);
    }
  }
  paragraph.end();
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

  constructor(
    private readonly text: string,
    private readonly quotations: ToldQuotation[],
  ) {}

  /** Takes in the next mark. */
  mark(mark: string, at: number): void {
    if (!this.close(mark, at)) {
      this.begin(mark, at);
    }
  }

  /** What is still open is no quotation, but for one whose end was in doubt. */
  end(): void {
    for (const quotation of this.open) {
      if (quotation.possibleEnd > 0) {
        this.tell(quotation, quotation.possibleEnd - 1, quotation.possibleEnd);
      }
    }
    this.open = [];
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
    this.quotations.push({
      kind: 'marks',
      outer: { start, end },
      start: start + mark.length,
      end: closing,
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
