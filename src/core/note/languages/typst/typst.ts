import { BREAK, INVISIBLE, SPACE, type HiddenKind, type HiddenRanges } from '../../hiddenRanges';
import {
  Finder,
  closingBracket,
  isBlankUnit,
  lineEnd,
  runLength,
  skipBlanks,
} from '../../../text/lines';
import { REFERENCED_KEY } from './typstCitekeys';
import {
  AT,
  BACKSLASH,
  BACKTICK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  DOLLAR,
  DOT,
  EQUALS,
  HASH,
  LESS_THAN,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  QUOTE,
  SLASH,
} from '../../../text/characters';

const SEMICOLON = 0x3b;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that begin a statement, which goes on to the end of its line. */
const STATEMENTS = words('let set show import include if for while return context');
/** Functions that change the look of words within a sentence. */
const WITHIN_SENTENCE = words(
  'emph strong text highlight underline overline strike smallcaps sub super lower upper quote',
);

const IDENTIFIER = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const KEY = new RegExp(REFERENCED_KEY, 'uy');
const LABEL = /<[\p{L}\p{N}_][\p{L}\p{N}_.:-]{0,200}>/uy;
const ADDRESS = /[^\s\][<>"]*/y;
const LIST_MARKER = /(?:[-+/]|\d{1,9}\.)(?=[ \t])/y;
const BLOCK = /\bblock\s{0,20}:\s{0,20}true\b/;
const LEVEL = /\blevel\s{0,20}:\s{0,20}(\d)/;
/** UTF-16 units of the arguments of a function that are looked at. */
const LONGEST_ARGUMENTS = 1000;
/** Brackets, parentheses and braces that may be open within each other. */
const DEEPEST_FRAMES = 1000;

/** A call of a function, and what is known of its arguments by now. */
interface Call {
  readonly name: string;
  readonly start: number;
  /** The arguments in parentheses. */
  arguments: string;
  /** The last argument in brackets. */
  content: { readonly start: number; readonly end: number } | undefined;
}

/** What is open, and what closes it; a statement is closed by the end of its line. */
interface Frame {
  readonly close: number;
  readonly start: number;
  readonly call: Call | undefined;
}

/** Scans a Typst text from an offset on. */
export function scanTypst(text: string, start: number, into: HiddenRanges): void {
  new TypstScanner(text, into).scan(start);
}

/**
 * Reads Typst as its own parser does, as far as it decides what is prose: markup, and in it code,
 * whose arguments in brackets are markup again.
 */
class TypstScanner {
  private readonly frames: Frame[] = [];
  /** Those of them that are content in brackets. */
  private openContents = 0;
  /** Where the code at hand begins that has not been hidden yet. */
  private codeStart = 0;
  /** The end of the heading at hand; -1 outside of one. */
  private headingEnd = -1;
  private readonly finder: Finder;
  private readonly specials = /[\\/`$#@<\]\n]/g;

  constructor(
    private readonly text: string,
    private readonly into: HiddenRanges,
  ) {
    this.finder = new Finder(text);
  }

  scan(start: number): void {
    const { text } = this;
    let i = this.beginLine(start);
    while (i < text.length) {
      i = this.isInCode() ? this.code(i) : this.markup(i);
    }
    if (this.isInCode()) {
      this.hide(this.codeStart, text.length);
    }
  }

  private hide(start: number, end: number, kind: HiddenKind = BREAK): number {
    this.into.add(start, end, kind);
    return end;
  }

  private isInCode(): boolean {
    const last = this.frames.at(-1);
    return last !== undefined && last.close !== CLOSE_BRACKET;
  }

  private markup(from: number): number {
    const { text, specials } = this;
    specials.lastIndex = from;
    const i = specials.test(text) ? specials.lastIndex - 1 : text.length;
    if (this.headingEnd >= 0 && i >= this.headingEnd) {
      this.hide(this.headingEnd, this.headingEnd);
      this.headingEnd = -1;
    }
    switch (text.charCodeAt(i)) {
      case LINE_FEED:
        return this.beginLine(i + 1);
      case BACKSLASH:
        return this.escape(i);
      case SLASH:
        return this.slash(i);
      case BACKTICK:
        return this.hide(i, this.rawEnd(i));
      case DOLLAR: {
        const end = this.mathEnd(i);
        return end > i + 1 ? this.hide(i, end) : end;
      }
      case HASH:
        return this.hash(i);
      case AT:
        return this.reference(i);
      case LESS_THAN: {
        const end = matchEnd(LABEL, text, i);
        return end < 0 ? i + 1 : this.hide(i, end);
      }
      case CLOSE_BRACKET:
        return this.frames.length > 0 ? this.closeContent(i) : i + 1;
      default:
        return i + 1;
    }
  }

  /** Takes in the marks that a line begins with; gives where its words do. */
  private beginLine(start: number): number {
    const { text } = this;
    if (start >= text.length) {
      return start;
    }
    const end = lineEnd(text, start);
    const content = skipBlanks(text, start, end);
    const level = text.charCodeAt(content) === EQUALS ? runLength(text, content, end) : 0;
    if (level > 0 && isBlankUnit(text.charCodeAt(content + level))) {
      this.into.zones?.heading(content, end, level);
      this.headingEnd = end;
      return this.hide(start, content + level);
    }
    const marker = matchEnd(LIST_MARKER, text, content);
    return marker < 0 ? content : this.hide(start, marker);
  }

  private escape(i: number): number {
    const { text } = this;
    const next = text.charAt(i + 1);
    if (next === '' || /\s/.test(next)) {
      return this.hide(i, i + 1, SPACE);
    }
    if (next === 'u' && text.charAt(i + 2) === '{') {
      const close = this.finder.findBefore('}', i + 3, i + 16);
      return close < 0 ? i + 2 : this.hide(i, close + 1);
    }
    this.hide(i, i + 1, INVISIBLE);
    return i + 2;
  }

  /** A comment, or a slash of an address, in which nothing is markup. */
  private slash(i: number): number {
    const { text } = this;
    if (text.charAt(i - 1) === ':' && text.charAt(i + 1) === '/') {
      return matchEnd(ADDRESS, text, i);
    }
    const end = this.commentEnd(i);
    return end === undefined ? i + 1 : this.hide(i, end);
  }

  /** The end of the comment that begins at a slash; undefined when none does. */
  private commentEnd(i: number): number | undefined {
    const { text } = this;
    const next = text.charAt(i + 1);
    if (next === '/') {
      return lineEnd(text, i);
    }
    if (next !== '*') {
      return undefined;
    }
    let depth = 1;
    let at = i + 2;
    while (depth > 0) {
      const close = this.finder.find('*/', at);
      if (close < 0) {
        return text.length;
      }
      const open = this.finder.find('/*', at);
      const opens = open >= 0 && open < close;
      depth += opens ? 1 : -1;
      at = (opens ? open : close) + 2;
    }
    return at;
  }

  /** Behind raw text, which begins and ends with the same number of backticks. */
  private rawEnd(i: number): number {
    const { text } = this;
    const length = runLength(text, i, Math.min(text.length, i + 100));
    if (length === 2) {
      return i + 2;
    }
    const close = this.finder.find('`'.repeat(length), i + length);
    return close < 0 ? (length > 2 ? text.length : i + 1) : close + length;
  }

  /** Behind mathematics; behind the dollar when nothing closes it. */
  private mathEnd(i: number): number {
    const { text } = this;
    for (let close = this.finder.find('$', i + 1); close >= 0;) {
      if (text.charCodeAt(close - 1) !== BACKSLASH) {
        return close + 1;
      }
      close = this.finder.find('$', close + 1);
    }
    return i + 1;
  }

  /** "@key" and "@key[p. 12]": a citation, or a reference to a figure and the like. */
  private reference(i: number): number {
    const { text } = this;
    const isWithinWord = /[\p{L}\p{N}]/u.test(text.charAt(i - 1));
    const end = isWithinWord ? -1 : matchEnd(KEY, text, i + 1);
    if (end < 0) {
      return i + 1;
    }
    const close =
      text.charCodeAt(end) === OPEN_BRACKET ? closingBracket(text, end + 1, text.length, 500) : -1;
    const behind = close < 0 ? end : close + 1;
    this.into.zones?.mark('reference', i, behind);
    return this.hide(i, behind);
  }

  /** What a hash begins: a statement, a call, a block of code or content, a string. */
  private hash(i: number): number {
    const { text } = this;
    const nameEnd = matchEnd(IDENTIFIER, text, i + 1);
    this.codeStart = i;
    if (nameEnd > 0) {
      const name = text.slice(i + 1, nameEnd);
      if (STATEMENTS.has(name)) {
        this.open(LINE_FEED, nameEnd, undefined);
        return nameEnd;
      }
      return this.callGoesOn(nameEnd, { name, start: i, arguments: '', content: undefined });
    }
    switch (text.charCodeAt(i + 1)) {
      case QUOTE:
        return this.hide(i, this.stringEnd(i + 1));
      case OPEN_PAREN:
      case OPEN_BRACE:
      case OPEN_BRACKET:
        return this.callGoesOn(i + 1, { name: '', start: i, arguments: '', content: undefined });
      default:
        return i + 1;
    }
  }

  /** Looks at what stands behind a name or an argument: more arguments, a method, or the call's end. */
  private callGoesOn(i: number, call: Call): number {
    const { text } = this;
    switch (text.charCodeAt(i)) {
      case OPEN_PAREN:
        if (call.name === 'cite') {
          return this.citation(i, call);
        }
        return this.open(CLOSE_PAREN, i + 1, call);
      case OPEN_BRACE:
        // Only a block of its own has braces.
        return call.name === '' && i === call.start + 1
          ? this.open(CLOSE_BRACE, i + 1, call)
          : this.endCall(i, call);
      case OPEN_BRACKET:
        this.hide(this.codeStart, i + 1, kindOf(call));
        return this.open(CLOSE_BRACKET, i + 1, call);
      case DOT: {
        const end = matchEnd(IDENTIFIER, text, i + 1);
        return end < 0 ? this.endCall(i, call) : this.callGoesOn(end, { ...call, name: '' });
      }
      default:
        return this.endCall(i, call);
    }
  }

  private citation(i: number, call: Call): number {
    const limit = Math.min(this.text.length, i + LONGEST_ARGUMENTS);
    const close = this.finder.findBefore(')', i, limit);
    // A label that is given as `label("key")` has parentheses of its own.
    const nested = this.text.slice(i + 1, Math.max(i + 1, close)).includes('(');
    const last = nested ? this.text.slice(0, limit).indexOf(')', close + 1) : close;
    const end = last < 0 ? i : last + 1;
    this.into.zones?.mark('reference', call.start, end);
    return this.isInCode() ? end : this.hide(call.start, end);
  }

  private open(close: number, start: number, call: Call | undefined): number {
    if (this.frames.length < DEEPEST_FRAMES) {
      this.frames.push({ close, start, call });
      this.openContents += close === CLOSE_BRACKET ? 1 : 0;
    }
    return start;
  }

  /** Closes the innermost frame with what stands at `i`; gives where to go on. */
  private close(i: number): number {
    const frame = this.frames.pop();
    if (frame === undefined) {
      return i + 1;
    }
    const { call, start } = frame;
    if (frame.close === CLOSE_BRACKET) {
      this.openContents -= 1;
      this.codeStart = i;
      if (call !== undefined) {
        call.content = { start, end: i };
      }
    } else if (call !== undefined) {
      call.arguments += this.text.slice(start, Math.min(i, start + LONGEST_ARGUMENTS));
    }
    return call === undefined ? this.resume(i + 1) : this.callGoesOn(i + 1, call);
  }

  /** Closes content, with what is still open in it. */
  private closeContent(i: number): number {
    while (this.frames.at(-1)?.close !== CLOSE_BRACKET) {
      this.frames.pop();
    }
    return this.close(i);
  }

  /** Goes on behind code that is no call: hides it where markup follows. */
  private resume(i: number): number {
    return this.isInCode() ? i : this.hide(this.codeStart, i);
  }

  private endCall(i: number, call: Call): number {
    const { zones } = this.into;
    const { name, start, content } = call;
    if (!this.isInCode()) {
      this.hide(this.codeStart, i, kindOf(call));
    }
    if (content !== undefined && zones !== undefined) {
      switch (name) {
        case 'quote':
          zones.quotation(
            BLOCK.test(call.arguments) ? 'block' : 'marks',
            start,
            i,
            content.start,
            content.end,
          );
          break;
        case 'footnote':
          zones.mark('reference', start, i);
          break;
        case 'link':
          zones.mark('link', start, i);
          break;
        case 'heading':
          zones.heading(start, i, Number(LEVEL.exec(call.arguments)?.[1] ?? 1));
      }
    }
    return i;
  }

  private code(i: number): number {
    const { text } = this;
    const unit = text.charCodeAt(i);
    switch (unit) {
      case QUOTE:
        return this.stringEnd(i);
      case BACKTICK:
        return this.rawEnd(i);
      case DOLLAR:
        return this.mathEnd(i);
      case SLASH:
        return this.commentEnd(i) ?? i + 1;
      case OPEN_PAREN:
        return this.open(CLOSE_PAREN, i + 1, undefined);
      case OPEN_BRACE:
        return this.open(CLOSE_BRACE, i + 1, undefined);
      case OPEN_BRACKET:
        this.hide(this.codeStart, i + 1);
        return this.open(CLOSE_BRACKET, i + 1, undefined);
      case CLOSE_PAREN:
      case CLOSE_BRACE:
        return this.closeCode(unit, i);
      case CLOSE_BRACKET:
        return this.closeContentFromCode(i);
      case SEMICOLON:
      case LINE_FEED:
        return this.endOfLine(unit, i);
      default: {
        const end = matchEnd(IDENTIFIER, text, i);
        return end < 0 ? i + 1 : this.nameInCode(i, end);
      }
    }
  }

  private nameInCode(start: number, end: number): number {
    const next = this.text.charCodeAt(end);
    return next === OPEN_PAREN || next === OPEN_BRACKET
      ? this.callGoesOn(end, {
          name: this.text.slice(start, end),
          start,
          arguments: '',
          content: undefined,
        })
      : end;
  }

  private closeCode(unit: number, i: number): number {
    // A statement within braces need not have a line of its own.
    while (this.frames.at(-1)?.close === LINE_FEED && this.frames.at(-2)?.close === unit) {
      this.frames.pop();
    }
    return this.frames.at(-1)?.close === unit ? this.close(i) : i + 1;
  }

  /** A bracket too many in code closes the content that the code stands in. */
  private closeContentFromCode(i: number): number {
    if (this.openContents === 0) {
      return i + 1;
    }
    this.hide(this.codeStart, i);
    return this.closeContent(i);
  }

  private endOfLine(unit: number, i: number): number {
    const { text } = this;
    if (this.frames.at(-1)?.close === LINE_FEED) {
      this.frames.pop();
      return this.isInCode() ? i + 1 : this.hide(this.codeStart, unit === LINE_FEED ? i : i + 1);
    }
    // A heading behind an empty line: whatever is open has been forgotten.
    if (unit === LINE_FEED && /^\r?\n=+ /.test(text.slice(i + 1, i + 12))) {
      this.frames.length = 0;
      this.openContents = 0;
      return this.hide(this.codeStart, i);
    }
    return i + 1;
  }

  /** Behind a string; at the end of the line when nothing closes it there. */
  private stringEnd(i: number): number {
    const { text } = this;
    // The line's end is not looked for first: a line may be long, and have many strings.
    for (let at = i + 1; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === LINE_FEED) {
        return at;
      }
      if (unit === QUOTE) {
        return at + 1;
      }
      if (unit === BACKSLASH && text.charCodeAt(at + 1) !== LINE_FEED) {
        at++;
      }
    }
    return text.length;
  }
}

function kindOf({ name, arguments: said }: Call): HiddenKind {
  return WITHIN_SENTENCE.has(name) && !BLOCK.test(said) ? INVISIBLE : BREAK;
}

/** Where an expression ends that begins at an offset; -1 when it does not. */
function matchEnd(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : -1;
}
