import { BREAK, INVISIBLE, SPACE, type HiddenRanges } from '../../hiddenRanges';
import { hideHtml } from '../../html';
import { linkTargetEnd } from './linkTarget';
import {
  Finder,
  closingBracket,
  isAlphanumeric,
  isBlankUnit,
  lineEnd,
  runLength,
} from '../../../text/lines';
import {
  BACKSLASH,
  BACKTICK,
  CARET,
  CLOSE_BRACKET,
  DOLLAR,
  LESS_THAN,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  PIPE,
  SPACE_UNIT,
} from '../../../text/characters';

const AMPERSAND = 0x26;

/** As in the reference implementation of CommonMark. */
const LONGEST_CODE_FENCE = 80;

/** The beginning of a group of citations as Pandoc writes them. */
const CITATION = /^\[(?:[^@\]\n]*[\s;-])?-?@[\w{]/;

/**
 * Hides the markup within the paragraphs of a Markdown text: code, math, HTML, link targets and
 * labels, attributes, shortcodes, escapes. Every search that may fail is remembered as failed for
 * the rest of the paragraph or text, which keeps the time linear.
 */
export class MarkdownInline {
  private readonly finder: Finder;
  private end = 0;
  /** The offsets of brackets that may yet turn out to open a link. */
  private readonly openBrackets: number[] = [];
  /** Where runs of so many backticks were last seen, valid once the paragraph has been read. */
  private readonly lastBackticks = new Int32Array(LONGEST_CODE_FENCE + 1);
  private backticksRead = false;
  private mathEnds = true;
  private readonly specials = /[$&<[\\\]`{|]/g;
  /** Where the next of them is, as far as is known. */
  private upcoming = -1;
  /** How far the markup seen so far has led. */
  private reached = 0;
  private prefixes: readonly number[] = [];
  private prefix = 0;
  /** The line break that ends the row of a table; -1 outside of one. */
  private rowEnd = -1;

  constructor(
    private readonly text: string,
    private readonly into: HiddenRanges,
  ) {
    this.finder = new Finder(text);
  }

  /**
   * Hides the markup from `start` to `end`, the extent of one paragraph, cell row or heading.
   * Gives the offset up to which that has led: beyond `end` when an HTML element or comment goes on.
   * @param prefixes where the paragraph's later lines begin and where their text does, in pairs:
   *   quote marks and indentation
   */
  scan(start: number, end: number, prefixes: readonly number[]): number {
    const { text } = this;
    this.end = end;
    this.openBrackets.length = 0;
    this.backticksRead = false;
    this.mathEnds = true;
    this.prefixes = prefixes;
    this.prefix = 0;
    this.rowEnd = -1;
    let i = this.nextSpecial(start);
    while (i < end) {
      this.hideLineStarts(i);
      i = this.nextSpecial(this.special(text.charCodeAt(i), i));
    }
    this.hideLineStarts(end);
    return Math.max(end, this.reached);
  }

  /** The offset of the first unit from `i` on that may begin markup; the text's end if none does. */
  private nextSpecial(i: number): number {
    this.reached = i;
    if (this.upcoming < i) {
      // A pattern runs over plain text three times as fast as a loop.
      this.specials.lastIndex = i;
      this.upcoming = this.specials.test(this.text)
        ? this.specials.lastIndex - 1
        : this.text.length;
    }
    return this.upcoming;
  }

  /** Hides, of what lies before `i`, the prefixes, and the line breaks that end rows of a table. */
  private hideLineStarts(i: number): void {
    const { prefixes, into } = this;
    while (this.prefix < prefixes.length && prefixes[this.prefix]! < i) {
      this.endRow(prefixes[this.prefix]!);
      into.add(prefixes[this.prefix]!, prefixes[this.prefix + 1]!, INVISIBLE);
      this.prefix += 2;
    }
    this.endRow(i);
  }

  private endRow(i: number): void {
    if (this.rowEnd >= 0 && this.rowEnd < i) {
      this.into.add(this.rowEnd, this.rowEnd, BREAK);
      this.rowEnd = -1;
    }
  }

  private special(unit: number, i: number): number {
    switch (unit) {
      case BACKTICK:
        return this.codeSpan(i);
      case LESS_THAN:
        return Math.max(i + 1, hideHtml(this.text, i, this.end, this.finder, this.into));
      case OPEN_BRACKET:
        return this.openBracket(i);
      case CLOSE_BRACKET:
        return this.closeBracket(i);
      case OPEN_BRACE:
        return this.braces(i);
      case DOLLAR:
        return this.math(i);
      case AMPERSAND:
        return this.entity(i);
      case PIPE:
        return this.cellEnd(i);
      default:
        return this.escape(i);
    }
  }

  private cellEnd(i: number): number {
    if (this.rowEnd < i) {
      this.rowEnd = lineEnd(this.text, i);
    }
    return i + 1;
  }

  private hide(start: number, end: number): number {
    this.into.add(start, end, BREAK);
    return end;
  }

  /** Takes note of brackets that are "^[a note]" or "[see @key, p. 3]". */
  private markReference(open: number, end: number): void {
    const { zones } = this.into;
    if (zones === undefined) {
      return;
    }
    const { text } = this;
    const head = text.slice(open, Math.min(end, open + 200));
    if (text.charCodeAt(open - 1) === CARET || CITATION.test(head)) {
      zones.mark('reference', open, end);
    }
  }

  private hideReference(start: number, end: number): number {
    this.into.zones?.mark('reference', start, end);
    return this.hide(start, end);
  }

  private escape(i: number): number {
    const next = this.text.charCodeAt(i + 1);
    if (i + 1 >= this.end) {
      return i + 1;
    }
    if (isBlankUnit(next) || next === LINE_FEED) {
      this.into.add(i, i + 1, SPACE);
      return i + 1;
    }
    if (next > SPACE_UNIT && next < 0x7f && !isAlphanumeric(next)) {
      this.into.add(i, i + 1, INVISIBLE);
      return i + 2;
    }
    return i + 1;
  }

  private codeSpan(i: number): number {
    const length = runLength(this.text, i, this.end);
    const content = i + length;
    if (length > LONGEST_CODE_FENCE) {
      return content;
    }
    if (this.backticksRead && this.lastBackticks[length]! < content) {
      return content;
    }
    if (!this.backticksRead) {
      this.lastBackticks.fill(-1);
    }
    for (let at = this.text.indexOf('`', content); at >= 0 && at < this.end;) {
      const run = runLength(this.text, at, this.end);
      if (run === length) {
        return this.hide(i, at + run);
      }
      if (run <= LONGEST_CODE_FENCE) {
        this.lastBackticks[run] = at;
      }
      at = this.text.indexOf('`', at + run);
    }
    this.backticksRead = true;
    return content;
  }

  /** Pandoc's rule: no blank inside the dollars, no digit behind, which spares "$5 to $10". */
  private math(i: number): number {
    const { text } = this;
    if (text.charCodeAt(i + 1) === DOLLAR) {
      const close = this.finder.findBefore('$$', i + 2, this.end);
      return close < 0 ? i + 2 : this.hide(i, close + 2);
    }
    if (!this.mathEnds || i + 1 >= this.end || text.charCodeAt(i + 1) <= SPACE_UNIT) {
      return i + 1;
    }
    for (let at = i + 2; at < this.end; at++) {
      const unit = text.charCodeAt(at);
      if (unit === BACKSLASH) {
        at++;
      } else if (unit === DOLLAR && text.charCodeAt(at - 1) > SPACE_UNIT) {
        const next = text.charCodeAt(at + 1);
        if (!(next >= 0x30 && next <= 0x39)) {
          return this.hide(i, at + 1);
        }
      }
    }
    this.mathEnds = false;
    return i + 1;
  }

  private entity(i: number): number {
    const match = /^&(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i.exec(
      this.text.slice(i, i + 34),
    );
    if (match === null) {
      return i + 1;
    }
    const name = match[1]!.toLowerCase();
    const kind = /^(?:nbsp|ensp|emsp|thinsp|#160|#xa0)$/.test(name)
      ? SPACE
      : /^(?:shy|zwnj|zwj|#173|#xad)$/.test(name)
        ? INVISIBLE
        : BREAK;
    this.into.add(i, i + match[0].length, kind);
    return i + match[0].length;
  }

  private openBracket(i: number): number {
    const { text } = this;
    const next = text.charCodeAt(i + 1);
    if (next === OPEN_BRACKET) {
      return this.wikiLink(i);
    }
    if (next === CARET) {
      const close = closingBracket(text, i + 2, this.end);
      return close < 0 ? i + 1 : this.hideReference(i, close + 1);
    }
    this.openBrackets.push(i);
    return i + 1;
  }

  /** In "[[target|label]]" the label is prose; in "[[target]]" the target is what is read. */
  private wikiLink(i: number): number {
    const { text } = this;
    const close = closingBracket(text, i + 2, this.end);
    if (close < 0 || text.charCodeAt(close + 1) !== CLOSE_BRACKET) {
      this.openBrackets.push(i);
      return i + 1;
    }
    this.into.zones?.mark('link', i, close + 2);
    const pipe = text.slice(i + 2, close).indexOf('|');
    return pipe < 0 ? close + 2 : this.hide(i, i + 3 + pipe);
  }

  private closeBracket(i: number): number {
    const open = this.openBrackets.pop();
    if (open === undefined) {
      return i + 1;
    }
    const { text } = this;
    const next = text.charCodeAt(i + 1);
    const end =
      next === OPEN_PAREN
        ? linkTargetEnd(text, i + 2, this.end)
        : next === OPEN_BRACKET
          ? closingBracket(text, i + 2, this.end) + 1
          : 0;
    if (end > 0) {
      this.into.zones?.mark('link', open, end);
      return this.hide(i, end);
    }
    this.markReference(open, i + 1);
    return i + 1;
  }

  /** Pandoc attributes, Hugo and Quarto shortcodes, Liquid tags. */
  private braces(i: number): number {
    const { text } = this;
    const opening = text.slice(i, i + 3);
    const close = /^\{\{[<%]/.test(opening)
      ? `${opening[2] === '<' ? '>' : '%'}}}`
      : opening.startsWith('{%')
        ? '%}'
        : '';
    if (close !== '') {
      const at = this.finder.findBefore(close, i + 2, this.end);
      return at < 0 ? i + 1 : this.hide(i, at + close.length);
    }
    const limit = Math.min(this.end, i + 999);
    let end = i + 1;
    while (end < limit && !'{}\n'.includes(text[end]!)) {
      end++;
    }
    return text[end] === '}' && /^\s*[.#=:-]|[\w-]=/.test(text.slice(i + 1, end))
      ? this.hide(i, end + 1)
      : i + 1;
  }
}
