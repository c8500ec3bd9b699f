import { BREAK, type HiddenRanges } from '../../hiddenRanges';
import {
  Finder,
  closingBracket,
  lineEnd,
  nextLine,
  runLength,
  skipBlanks,
  trimEnd,
} from '../../../text/lines';
import {
  AT,
  BACKSLASH,
  COLON,
  DOLLAR,
  EQUALS,
  HASH,
  OPEN_BRACE,
  OPEN_BRACKET,
  STAR,
  TILDE,
} from '../../../text/characters';
import { itemAt } from '../../../../util/defined';

const NO_PROSE_BLOCK = /^#\+begin_(src|example|export|comment|latex|html)\b/i;
const KEYWORD = /^#\+([\w-]+)(?:\[[^\]\n]*\])?:/;
const PROSE_KEYWORDS = /^(?:caption|title|subtitle|description)$/i;
const QUOTE_BLOCK = /^#\+(begin|end)_(?:quote|verse)\b/i;
const DRAWER = /^:(?:properties|logbook|clock):\s*$/i;
const HEADING_TAGS = /(?<![ \t])[ \t]+:(?:[\w@#%]+:)+$/;
// What may stand before and behind code, after Org's own lists.
const BEFORE_CODE = /[\s\-–—('"{]/;
const BEHIND_CODE = /[\s\-–—.,;:!?'")}\\[]/;

/** Scans an Org text from an offset on. */
export function scanOrg(text: string, start: number, into: HiddenRanges): void {
  new OrgScanner(text, into).scan(start);
}

class OrgScanner {
  private readonly finder: Finder;
  /** The end of the line that has no more end of code in that mark. */
  private readonly noCodeEnd = new Map<string, number>();
  /** Where the block of a quotation and its words have begun; undefined outside of one. */
  private quote: { readonly start: number; readonly words: number } | undefined;

  constructor(
    private readonly text: string,
    private readonly into: HiddenRanges,
  ) {
    this.finder = new Finder(text);
  }

  scan(start: number): void {
    const { text } = this;
    for (let at = start; at < text.length;) {
      const end = lineEnd(text, at);
      const content = skipBlanks(text, at, end);
      at = content === end ? nextLine(text, end) : this.block(at, content, end);
    }
  }

  private hide(start: number, end: number): number {
    this.into.add(start, end, BREAK);
    return end;
  }

  /** Takes in a line that is not blank, or what it begins; gives where to go on. */
  private block(start: number, content: number, end: number): number {
    const { text } = this;
    const next = nextLine(text, end);
    switch (text.charCodeAt(content)) {
      case HASH:
        if (text.charAt(content + 1) === '+') {
          return this.keyword(content, end);
        }
        if (content + 1 === end || /\s/.test(text.charAt(content + 1))) {
          this.hide(content, end);
          return next;
        }
        break;
      case COLON:
        if (content + 1 === end || /\s/.test(text.charAt(content + 1))) {
          this.hide(content, end);
          return next;
        }
        if (DRAWER.test(text.slice(content, Math.min(end, content + 40)))) {
          return this.drawer(content, end);
        }
        break;
      case STAR:
        if (content === start && /^\*+\s/.test(text.slice(content, Math.min(end, content + 100)))) {
          this.heading(content, end);
          return next;
        }
    }
    this.inline(content, end);
    return next;
  }

  private keyword(content: number, end: number): number {
    const { text } = this;
    const head = text.slice(content, Math.min(end, content + 200));
    this.markQuotation(QUOTE_BLOCK.exec(head)?.[1], content, end);
    const block = NO_PROSE_BLOCK.exec(head);
    if (block !== null) {
      return this.codeBlock(content, end, itemAt(block, 1));
    }
    const keyword = KEYWORD.exec(head);
    if (keyword !== null && PROSE_KEYWORDS.test(itemAt(keyword, 1))) {
      if (/title/i.test(itemAt(keyword, 1))) {
        this.into.zones?.heading(content, end, 1);
      }
      this.hide(content, content + keyword[0].length);
      this.inline(content + keyword[0].length, end);
      this.hide(end, end);
    } else {
      this.hide(content, end);
    }
    return nextLine(text, end);
  }

  private markQuotation(border: string | undefined, content: number, end: number): void {
    if (border?.toLowerCase() === 'begin') {
      this.quote = { start: content, words: end };
    } else if (border !== undefined && this.quote !== undefined) {
      this.into.zones?.quotation('block', this.quote.start, end, this.quote.words, content);
      this.quote = undefined;
    }
  }

  private codeBlock(content: number, end: number, name: string): number {
    const { text } = this;
    const close = this.finder.findInEitherCase(`#+end_${name.toLowerCase()}`, end);
    if (close >= 0 && skipBlanks(text, text.lastIndexOf('\n', close) + 1, close) === close) {
      return nextLine(text, this.hide(content, lineEnd(text, close)));
    }
    // Org takes a block without an end for text.
    return nextLine(text, this.hide(content, end));
  }

  private drawer(content: number, end: number): number {
    const { text } = this;
    const close = this.finder.findInEitherCase(':end:', end);
    return nextLine(text, this.hide(content, close < 0 ? end : lineEnd(text, close)));
  }

  private heading(content: number, end: number): void {
    const { text } = this;
    const last = trimEnd(text, content, end);
    const tail = text.slice(Math.max(content, last - 200), last);
    const tags = HEADING_TAGS.exec(tail);
    this.into.zones?.heading(content, end, runLength(text, content, end));
    this.inline(content, tags === null ? end : last - tags[0].length);
    this.hide(tags === null ? end : last - tags[0].length, end);
  }

  private inline(start: number, end: number): void {
    const { text } = this;
    for (let i = start; i < end;) {
      switch (text.charCodeAt(i)) {
        case OPEN_BRACKET:
          i = this.bracket(i, end);
          break;
        case EQUALS:
        case TILDE:
          i = this.code(i, start, end);
          break;
        case DOLLAR:
          i = this.math(i, end);
          break;
        case BACKSLASH:
          i = this.fragment(i, end);
          break;
        case AT:
          i = text.startsWith('@@', i) ? this.between(i, '@@', end) : i + 1;
          break;
        case OPEN_BRACE:
          i = text.startsWith('{{{', i) ? this.between(i, '}}}', end) : i + 1;
          break;
        default:
          i++;
      }
    }
  }

  /** "[[target][label]]", where the label is read, "[[target]]", "[fn:1]", "[cite:@key]". */
  private bracket(i: number, end: number): number {
    const { text } = this;
    if (text.charCodeAt(i + 1) === OPEN_BRACKET) {
      const target = closingBracket(text, i + 2, end);
      const labelled = target > 0 && text.charCodeAt(target + 1) === OPEN_BRACKET;
      const last = labelled ? closingBracket(text, target + 2, end) : target;
      if (last > 0) {
        this.into.zones?.mark('link', i, last + 2);
      }
      return labelled ? this.hide(i, target + 2) : i + 2;
    }
    const special = /^\[(?:fn:[\w-]*:?|cite(?:\/[\w/-]*)?:)/.exec(text.slice(i, i + 60));
    if (special === null) {
      return i + 1;
    }
    const bracket = closingBracket(text, i + 1, end);
    const close = special[0].startsWith('[cite') ? bracket : -1;
    // A note that begins a line is read at the foot of the page.
    const isNote = special[0].startsWith('[fn') && text.charAt(i - 1) === '\n';
    this.into.zones?.mark('reference', i, isNote || bracket < 0 ? end : bracket + 1);
    return this.hide(i, close < 0 ? i + special[0].length : close + 1);
  }

  private code(i: number, start: number, end: number): number {
    const { text } = this;
    const mark = text.charAt(i);
    if (
      (i > start && !BEFORE_CODE.test(text.charAt(i - 1))) ||
      i + 2 >= end ||
      /\s/.test(text.charAt(i + 1))
    ) {
      return i + 1;
    }
    for (
      let close = this.finder.findBefore(mark, i + 2, this.noCodeEnd.get(mark) === end ? 0 : end);
      close >= 0;
      close = this.finder.findBefore(mark, close + 1, end)
    ) {
      const behind = text.charAt(close + 1);
      if (!/\s/.test(text.charAt(close - 1)) && (behind === '' || BEHIND_CODE.test(behind))) {
        return this.hide(i, close + 1);
      }
    }
    this.noCodeEnd.set(mark, end);
    return i + 1;
  }

  /**
   * "$x$" and "$$x$$". A dollar is money unless what it encloses touches both, and a blank or
   * punctuation follows: the rule of Org's manual (LaTeX fragments).
   */
  private math(i: number, end: number): number {
    const { text } = this;
    if (text.charCodeAt(i + 1) === DOLLAR) {
      return this.between(i, '$$', end);
    }
    const close = this.finder.findBefore('$', i + 1, end);
    const isMath =
      close > i + 1 &&
      !/\s/u.test(text.charAt(i + 1)) &&
      !/\s/u.test(text.charAt(close - 1)) &&
      /^(?:[\s\p{P}]|$)/u.test(text.charAt(close + 1));
    return isMath ? this.hide(i, close + 1) : i + 1;
  }

  /** Hides up to and with the next `mark` of the line; nothing if there is none. */
  private between(i: number, mark: string, end: number): number {
    const close = this.finder.findBefore(mark, i + mark.length, end);
    return close < 0 || close === i + 1 ? i + mark.length : this.hide(i, close + mark.length);
  }

  private fragment(i: number, end: number): number {
    const open = this.text.charAt(i + 1);
    const close = open === '(' ? '\\)' : open === '[' ? '\\]' : '';
    return close === '' ? i + 1 : this.between(i, close, end);
  }
}
