import { BREAK, INVISIBLE, type HiddenRanges } from '../../hiddenRanges';
import {
  Finder,
  closingBracket,
  isAlphanumeric,
  lineEnd,
  nextLine,
  trimEnd,
} from '../../../text/lines';
import { BACKTICK, LESS_THAN, OPEN_BRACE, OPEN_BRACKET } from '../../../text/characters';

const DELIMITER = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|```.*)$/;
const ATTRIBUTE = /^:!?\w[\w-]*!?:(?:\s|$)/;
const CODE_STYLE = /^\[(?:source|listing|literal|stem|latexmath|asciimath|pass|comment)\b/;
const BLOCK_MACRO = /^(include|image|video|audio|toc|ifdef|ifndef|ifeval|endif)::\S*\[/;
const QUOTE_DELIMITER = /^_{4,}$/;
const QUOTE_STYLE = /^\[(?:quote|verse)\b/;
const HEADING = /^(?:=+|#+) /;
/** The level of the title of a block, below those of sections. */
const DEEPEST_LEVEL = 9;
const LIST_MARKER = /^(?:[*.-]+|\d+\.|[a-z]\.|<\d+>) /;
/** A macro or URL up to its bracket; the first are those whose bracket holds no prose. */
const NO_PROSE_MACRO = /(?:stem|latexmath|asciimath|pass|kbd|btn|menu|icon|anchor|bibitem):\S*$/;
const MACRO = /(?:(?:link|xref|mailto|image|footnote|indexterm2?|term):\S*|https?:\/\/\S+)$/;

/** Scans an AsciiDoc text from an offset on. */
export function scanAsciiDoc(text: string, start: number, into: HiddenRanges): void {
  new AsciiDocScanner(text, into).scan(start);
}

class AsciiDocScanner {
  /** The line that closes the hidden block; empty outside of one. */
  private delimiter = '';
  /** Whether all is code up to the next blank line. */
  private inCodeParagraph = false;
  private afterBlank = true;
  private lastLength = 0;
  private listIsOpen = false;
  /** Where the delimited block of a quotation and its words have begun; undefined outside of one. */
  private quote: { readonly start: number; readonly words: number } | undefined;
  /** The paragraph that is a quotation, as far as it goes. */
  private quotedParagraph:
    { readonly start: number; readonly words: number; end: number } | undefined;
  /** Where the line stands that makes what comes next a quotation; undefined without one. */
  private quoteStyle: number | undefined;
  /** Whether the paragraph at hand, or the one to come, is a quotation by its style. */
  private inQuoteParagraph = false;
  private readonly finder: Finder;

  constructor(
    private readonly text: string,
    private readonly into: HiddenRanges,
  ) {
    this.finder = new Finder(text);
  }

  scan(start: number): void {
    for (let at = start; at < this.text.length;) {
      const end = lineEnd(this.text, at);
      this.line(at, end);
      at = nextLine(this.text, end);
    }
    this.endParagraph();
  }

  private hide(start: number, end: number): number {
    this.into.add(start, end, BREAK);
    return end;
  }

  private line(start: number, end: number): void {
    const { text } = this;
    const length = trimEnd(text, start, end) - start;
    const first = text.charCodeAt(start);
    const mayBeMarkup = length > 0 && first < 0x80 && !isAlphanumeric(first);
    // Markup is told by a line's beginning; only delimiters and styles are read to their end.
    const head = text.slice(start, start + Math.min(length, 200));
    if (this.delimiter !== '') {
      this.hide(start, end);
      if (head === this.delimiter) {
        this.delimiter = '';
        this.afterBlank = true;
      }
      return;
    }
    const underline = !this.afterBlank && Math.abs(length - this.lastLength) < 2;
    const afterBlank = this.afterBlank;
    this.afterBlank = length === 0;
    this.lastLength = length;
    if (length === 0) {
      this.inCodeParagraph = false;
      this.inQuoteParagraph = false;
      this.quoteStyle = undefined;
      this.endParagraph();
      return;
    }
    this.markQuotation(start, end, head);
    if (mayBeMarkup && length < 200 && DELIMITER.test(head) && !underline) {
      this.delimiter = /^`+/.exec(head)?.[0] ?? head;
      this.inCodeParagraph = false;
      this.hide(start, end);
      return;
    }
    if (this.inCodeParagraph) {
      this.hide(start, end);
      return;
    }
    const listItem = LIST_MARKER.test(head.trimStart());
    this.listIsOpen = listItem || (this.listIsOpen && !(afterBlank && first > 0x20));
    if (first <= 0x20 && afterBlank && !listItem && !this.listIsOpen) {
      this.inCodeParagraph = true;
      this.hide(start, end);
      return;
    }
    this.prose(start, end, head, mayBeMarkup, text.charCodeAt(start + length - 1), afterBlank);
  }

  private markQuotation(start: number, end: number, head: string): void {
    const { zones } = this.into;
    if (QUOTE_DELIMITER.test(head)) {
      if (this.quote !== undefined) {
        zones?.quotation('block', this.quote.start, end, this.quote.words, start);
        this.quote = undefined;
      } else {
        this.quote = { start: this.quoteStyle ?? start, words: end };
      }
      this.quoteStyle = undefined;
      this.inQuoteParagraph = false;
    } else if (this.inQuoteParagraph || head.startsWith('> ')) {
      if (this.quotedParagraph === undefined) {
        const words = this.inQuoteParagraph ? start : start + 2;
        this.quotedParagraph = { start: this.quoteStyle ?? start, words, end };
        this.quoteStyle = undefined;
      }
      this.quotedParagraph.end = end;
    }
    if (QUOTE_STYLE.test(head)) {
      this.quoteStyle ??= start;
      this.inQuoteParagraph = true;
    }
  }

  private endParagraph(): void {
    if (this.quotedParagraph !== undefined) {
      const { start, words, end } = this.quotedParagraph;
      this.into.zones?.quotation('block', start, end, words, end);
      this.quotedParagraph = undefined;
    }
  }

  private prose(
    start: number,
    end: number,
    head: string,
    markup: boolean,
    last: number,
    afterBlank: boolean,
  ): void {
    const isComment = head.startsWith('//') && !head.startsWith('///');
    const isStyle = head.startsWith('[') && last === 0x5d && !/^\[[^\]]*\]./.test(head);
    if (markup && (isComment || isStyle || ATTRIBUTE.test(head))) {
      this.hide(start, end);
      this.inCodeParagraph = isStyle && CODE_STYLE.test(head);
      // A comment does not end the paragraph that it stands in.
      this.afterBlank = afterBlank || !isComment;
      return;
    }
    const macro = BLOCK_MACRO.exec(head);
    if (macro !== null) {
      this.hide(start, macro[1] === 'image' ? start + macro[0].length : end);
    }
    this.inline(start, end);
    const heading = HEADING.exec(head);
    if (heading !== null || /^\.[^\s.]/.test(head)) {
      this.into.zones?.heading(start, end, heading?.[0].length ?? DEEPEST_LEVEL);
      this.hide(end, end);
    }
  }

  private inline(start: number, end: number): void {
    const { text } = this;
    let wordStart = start;
    for (let i = start; i < end;) {
      const unit = text.charCodeAt(i);
      if (unit === BACKTICK) {
        i = this.monospace(i, end);
      } else if (unit === OPEN_BRACKET) {
        i = this.bracket(i, wordStart, end);
        wordStart = i;
      } else if (unit === LESS_THAN && text.charCodeAt(i + 1) === LESS_THAN) {
        i = this.crossReference(i, end);
      } else if (unit === OPEN_BRACE) {
        i = this.attribute(i, end);
      } else {
        i++;
        wordStart = unit <= 0x20 ? i : wordStart;
      }
    }
    const last = trimEnd(text, start, end) - 1;
    if (last > start && text.charAt(last) === '+' && text.charAt(last - 1) === ' ') {
      // A line break.
      this.into.add(last, last + 1, INVISIBLE);
    }
  }

  /** "`mono`" and "``mo``no"; within quotes, backticks only curve them. */
  private monospace(i: number, end: number): number {
    const { text } = this;
    const double = text.charCodeAt(i + 1) === BACKTICK;
    const content = i + (double ? 2 : 1);
    const before = text.charAt(i - 1);
    if (i > 0 && (before === '"' || before === "'" || (!double && /\w/.test(before)))) {
      return content;
    }
    const mark = double ? '``' : '`';
    const close = this.finder.findBefore(mark, content + 1, end);
    if (close < 0 || (!double && /\s/.test(text.charAt(content)))) {
      return content;
    }
    return this.hide(i, close + mark.length);
  }

  private bracket(i: number, wordStart: number, end: number): number {
    const { text } = this;
    const before = text.slice(Math.max(wordStart, i - 500), i);
    const close = closingBracket(text, i + 1, end);
    const hidden = NO_PROSE_MACRO.exec(before);
    if (hidden !== null) {
      return this.hide(i - before.length + hidden.index, close < 0 ? i + 1 : close + 1);
    }
    const macro = MACRO.exec(before);
    if (macro !== null) {
      const from = i - before.length + macro.index;
      const isNote = macro[0].startsWith('footnote');
      if (close > 0) {
        this.into.zones?.mark(isNote ? 'reference' : 'link', from, close + 1);
      }
      return this.hide(from, i + 1);
    }
    // "[[anchor]]" and "[.role]#text#".
    if (text.charCodeAt(i + 1) === OPEN_BRACKET) {
      const inner = closingBracket(text, i + 2, end);
      return inner < 0 ? i + 1 : this.hide(i, inner + 1);
    }
    if (close > 0 && (text.charAt(close + 1) === '#' || /[.#%]/.test(text.charAt(i + 1)))) {
      return this.hide(i, close + 1);
    }
    return i + 1;
  }

  /** "<<target>>" and "<<target,text>>". */
  private crossReference(i: number, end: number): number {
    const close = this.finder.findBefore('>>', i + 2, end);
    if (close < 0) {
      return i + 2;
    }
    this.into.zones?.mark('link', i, close + 2);
    const comma = this.finder.findBefore(',', i + 2, close);
    return this.hide(i, comma < 0 ? close + 2 : comma + 1);
  }

  private attribute(i: number, end: number): number {
    const reference = /^\{[\w:-]+\}/.exec(this.text.slice(i, Math.min(end, i + 80)));
    return reference === null ? i + 1 : this.hide(i, i + reference[0].length);
  }
}
