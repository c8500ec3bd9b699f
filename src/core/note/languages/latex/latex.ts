import { BREAK, INVISIBLE, SPACE, type HiddenKind, type HiddenRanges } from '../../hiddenRanges';
import {
  BLANKS,
  BREAKING,
  EDITORIAL,
  FIRST_IS_NO_PROSE,
  isCitingCommand,
  NO_PROSE,
  NO_PROSE_COMMANDS,
  QUOTING,
  quotingCommand,
  quotingEnvironment,
  SECTIONS,
  TIE,
  ZONE_OF_COMMAND,
  WITHIN_SENTENCE,
  WITH_SETTINGS,
  type QuotingArguments,
} from './latexCommands';
import { LATEX_ACCENTS, LATEX_LETTERS } from '../../../text/latexLetters';
import { Finder, isAlphanumeric, lineEnd, skipBlanks } from '../../../text/lines';
import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  DOLLAR,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  STAR,
} from '../../../text/characters';

const PERCENT = 0x25;

const MOST_OPENINGS = 64;
const LONGEST_GROUP = 5000;

/** Scans a LaTeX text from an offset on. */
export function scanLatex(text: string, start: number, into: HiddenRanges): void {
  new LatexScanner(text, into).scan(start);
}

class LatexScanner {
  private readonly finder: Finder;
  /** What the closing braces to come are. */
  private readonly groups: HiddenKind[] = [];
  /** Where environments that quote or list references have begun, and have not ended. */
  private readonly environments: {
    readonly name: string;
    readonly start: number;
    readonly words: number;
  }[] = [];

  constructor(
    private readonly text: string,
    private readonly into: HiddenRanges,
  ) {
    this.finder = new Finder(text);
  }

  scan(start: number): void {
    const { text } = this;
    let i = start;
    while (i < text.length) {
      switch (text.charCodeAt(i)) {
        case BACKSLASH:
          i = this.command(i);
          break;
        case PERCENT:
          i = this.hide(i, lineEnd(text, i));
          break;
        case DOLLAR:
          i = this.math(i);
          break;
        case OPEN_BRACE:
          i = this.openGroup(i, i, INVISIBLE);
          break;
        case CLOSE_BRACE:
          i = this.hide(i, i + 1, this.groups.pop() ?? INVISIBLE);
          break;
        default:
          i++;
      }
    }
  }

  private hide(start: number, end: number, kind: HiddenKind = BREAK): number {
    this.into.add(start, end, kind);
    return end;
  }

  /** Hides from `start` up to the brace at `brace`, and takes note of what its end will be. */
  private openGroup(start: number, brace: number, kind: HiddenKind): number {
    this.groups.push(kind);
    return this.hide(start, brace + 1, kind);
  }

  private command(i: number): number {
    const { text } = this;
    let nameEnd = i + 1;
    while (nameEnd < text.length && isLetter(text.charCodeAt(nameEnd))) {
      nameEnd++;
    }
    if (nameEnd === i + 1) {
      return this.symbol(i);
    }
    const name = text.slice(i + 1, nameEnd);
    if (name === 'begin' || name === 'end') {
      return this.environment(i, nameEnd, name);
    }
    if (name === 'verb' || name === 'lstinline') {
      const verbatim = this.verbatim(i, nameEnd);
      if (verbatim > 0) {
        return verbatim;
      }
    }
    if (name === 'mintinline') {
      return this.hide(i, this.groupsEnd(nameEnd));
    }
    const letter = LATEX_LETTERS.get(name);
    if (letter !== undefined) {
      // Terms are sought by the letters of its name, which are much like it.
      this.into.zones?.print(i, letter, nameEnd);
      this.hide(i, i + 1, INVISIBLE);
      return this.hide(nameEnd, skipBlanks(text, nameEnd, text.length), INVISIBLE);
    }
    if (BLANKS.has(name)) {
      return this.hide(i, nameEnd, SPACE);
    }
    const behind = text.charCodeAt(nameEnd) === STAR ? nameEnd + 1 : nameEnd;
    if (NO_PROSE_COMMANDS.has(name) || isCitingCommand(name)) {
      const end = this.groupsEnd(this.nameEnd(behind));
      if (isCitingCommand(name)) {
        this.into.zones?.mark('reference', i, end);
      }
      return this.hide(i, end);
    }
    if (name === 'item') {
      return this.hide(i, behind);
    }
    if (BREAKING.has(name)) {
      return this.hide(i, this.optionEnd(behind));
    }
    const accent = LATEX_ACCENTS.get(name);
    if (accent !== undefined) {
      this.into.zones?.print(i, accent);
    }
    const quoting = quotingCommand(name);
    const isAccent = accent !== undefined || name === TIE;
    const kind = WITHIN_SENTENCE.has(name) || isAccent ? INVISIBLE : BREAK;
    let brace = quoting ? this.quotedFrom(behind, quoting) : this.optionEnd(behind);
    if (FIRST_IS_NO_PROSE.has(name) && text.charCodeAt(brace) === OPEN_BRACE) {
      brace = this.groupEnd(brace);
    }
    if (text.charCodeAt(brace) === OPEN_BRACE) {
      this.markCommand(name, i, brace);
      this.printAround(text.slice(i + 1, behind), i, brace);
      return this.openGroup(i, brace, kind);
    }
    // Blanks behind a command's name only end it.
    return this.hide(i, kind === INVISIBLE ? skipBlanks(text, behind, text.length) : behind, kind);
  }

  /** Takes note of a command whose last argument is a heading, link, quotation or footnote. */
  private markCommand(name: string, start: number, brace: number): void {
    const { zones } = this.into;
    const level = SECTIONS.indexOf(name);
    const kind = ZONE_OF_COMMAND.get(name);
    const isQuoting = quotingCommand(name) !== undefined;
    if (zones !== undefined && (level >= 0 || kind !== undefined || isQuoting)) {
      const end = this.groupEnd(brace);
      if (isQuoting) {
        zones.quotation('marks', start, end, brace + 1, end - 1);
      } else if (kind === undefined) {
        zones.heading(start, end, level);
      } else {
        zones.mark(kind, start, end);
      }
    }
  }

  /** Takes note of what a command for an editor's words prints before and behind them. */
  private printAround(command: string, start: number, brace: number): void {
    const [before, behind] = EDITORIAL.get(command) ?? [];
    const end = before === undefined ? brace : this.groupEnd(brace);
    if (before === undefined || behind === undefined || end === brace) {
      return;
    }
    const { zones } = this.into;
    if (end === brace + 2) {
      zones?.print(start, '\u2026');
    } else {
      zones?.print(start, before);
      zones?.print(end - 1, behind);
    }
  }

  /** Where the brace or the words begin that a command or an environment of csquotes quotes. */
  private quotedFrom(start: number, { hasLanguage, hasKey }: QuotingArguments): number {
    let at = hasLanguage ? this.bracesEnd(start) : start;
    at = this.optionsEnd(at);
    return hasKey ? this.optionsEnd(this.bracesEnd(at)) : at;
  }

  /** The offset behind an argument in braces that begins at `i`; `i` if none does. */
  private bracesEnd(i: number): number {
    return this.text.charCodeAt(i) === OPEN_BRACE ? this.groupEnd(i) : i;
  }

  private markEnvironment(command: string, name: string, start: number, end: number): void {
    const { zones } = this.into;
    const quoting = quotingEnvironment(name);
    const isQuoting = quoting !== undefined || QUOTING.has(name);
    if (zones === undefined || !(isQuoting || name === 'thebibliography')) {
      return;
    }
    if (command === 'begin') {
      const words = quoting ? this.quotedFrom(end, quoting) : this.optionsEnd(end);
      this.environments.push({ name, start, words });
      return;
    }
    const opening = this.environments.at(-1);
    if (opening?.name !== name) {
      return;
    }
    this.environments.pop();
    if (isQuoting) {
      zones.quotation('block', opening.start, end, opening.words, start);
    } else {
      zones.mark('reference', opening.start, end);
    }
  }

  /** Behind the name that "\newcommand\x" gives, if one does. */
  private nameEnd(i: number): number {
    let end = i;
    if (this.text.charCodeAt(i) === BACKSLASH) {
      end++;
      while (isLetter(this.text.charCodeAt(end))) {
        end++;
      }
    }
    return end;
  }

  /** A backslash and something that is no letter. */
  private symbol(i: number): number {
    const { text } = this;
    const unit = text.charAt(i + 1);
    if (unit === '\\') {
      return this.hide(i, i + 2 + lineBreakSettings(text, i + 2).length);
    }
    if (unit === '(' || unit === '[') {
      const close = this.finder.find(unit === '(' ? '\\)' : '\\]', i + 2);
      return this.hide(i, close < 0 ? i + 2 : close + 2);
    }
    const isTilde = unit === '~' && ACCENTED.test(text.slice(i + 2, i + 5));
    if (unit !== '' && ' ,;:!~\n'.includes(unit) && !isTilde) {
      return this.hide(i, unit === '\n' ? i + 1 : i + 2, SPACE);
    }
    const accent = LATEX_ACCENTS.get(unit);
    if (accent !== undefined) {
      this.into.zones?.print(i, accent);
      return text.charCodeAt(i + 2) === OPEN_BRACE
        ? this.openGroup(i, i + 2, INVISIBLE)
        : this.hide(i, i + 2, INVISIBLE);
    }
    if (unit === '-' || unit === '/') {
      return this.hide(i, i + 2, INVISIBLE);
    }
    // "\&" and the like print what follows.
    this.hide(i, i + 1, INVISIBLE);
    return i + 2;
  }

  private math(i: number): number {
    const { text } = this;
    if (text.charCodeAt(i + 1) === DOLLAR) {
      const close = this.finder.find('$$', i + 2);
      return close < 0 ? i + 2 : this.hide(i, close + 2);
    }
    for (let at = i + 1; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === BACKSLASH) {
        at++;
      } else if (unit === DOLLAR) {
        return this.hide(i, at + 1);
      } else if (unit === LINE_FEED && this.isBlankLine(at + 1)) {
        break;
      }
    }
    return i + 1;
  }

  private isBlankLine(start: number): boolean {
    const content = skipBlanks(this.text, start, this.text.length);
    return content === this.text.length || this.text.charCodeAt(content) === LINE_FEED;
  }

  private environment(i: number, nameEnd: number, command: string): number {
    const { text } = this;
    const close = text.charCodeAt(nameEnd) === OPEN_BRACE ? this.groupEnd(nameEnd) : nameEnd;
    const name = text.slice(nameEnd + 1, close - 1);
    this.markEnvironment(command, name, i, close);
    if (command === 'end') {
      return this.hide(i, name === 'document' ? text.length : close);
    }
    if (NO_PROSE.has(name.replace(/\*$/, ''))) {
      const end = this.finder.find(`\\end{${name}}`, close);
      return this.hide(i, end < 0 ? text.length : end + name.length + 6);
    }
    const quoting = quotingEnvironment(name);
    if (quoting !== undefined) {
      return this.hide(i, this.quotedFrom(close, quoting));
    }
    const settings = WITH_SETTINGS.has(name.replace(/\*$/, ''));
    return this.hide(i, settings ? this.groupsEnd(close) : this.optionEnd(close));
  }

  /** The offset behind "\verb|…|", given that of the name's end; 0 if braces are its delimiters. */
  private verbatim(i: number, nameEnd: number): number {
    const { text } = this;
    const start = text.charCodeAt(nameEnd) === STAR ? nameEnd + 1 : nameEnd;
    const delimiter = text.charCodeAt(start);
    if (start >= text.length || delimiter === OPEN_BRACE || delimiter === OPEN_BRACKET) {
      return 0;
    }
    const end = lineEnd(text, start);
    let close = start + 1;
    while (close < end && text.charCodeAt(close) !== delimiter) {
      close++;
    }
    return this.hide(i, Math.min(close + 1, end));
  }

  /** The offset behind all arguments, in brackets and braces, that begin at `i`. */
  private groupsEnd(i: number): number {
    let end = i;
    for (;;) {
      const next =
        this.text.charCodeAt(end) === OPEN_BRACE ? this.groupEnd(end) : this.optionEnd(end);
      if (next === end) {
        return end;
      }
      end = next;
    }
  }

  /** The offset behind all arguments in brackets that begin at `i`. */
  private optionsEnd(i: number): number {
    let end = i;
    for (let next = this.optionEnd(end); next !== end; next = this.optionEnd(end)) {
      end = next;
    }
    return end;
  }

  /** The offset behind an argument in brackets that begins at `i`; `i` if none does. */
  private optionEnd(i: number): number {
    return this.text.charCodeAt(i) === OPEN_BRACKET ? this.groupEnd(i) : i;
  }

  /**
   * The offset behind the group whose brace or bracket is at `i`; `i` if it is not closed within
   * reason. Depth and length have limits, which keep a million openings from costing more than a
   * few looks at each.
   */
  private groupEnd(i: number): number {
    const { text } = this;
    const limit = Math.min(text.length, i + LONGEST_GROUP);
    const inBrackets = text.charCodeAt(i) === OPEN_BRACKET;
    let braces = 0;
    let openings = 0;
    for (let at = i + 1; at < limit && openings < MOST_OPENINGS; at++) {
      const unit = text.charCodeAt(at);
      if (unit === BACKSLASH) {
        at++;
      } else if (unit === OPEN_BRACE) {
        braces++;
        openings++;
      } else if (unit === OPEN_BRACKET) {
        openings++;
      } else if (unit === CLOSE_BRACE) {
        if (braces === 0) {
          return inBrackets ? i : at + 1;
        }
        braces--;
      } else if (unit === CLOSE_BRACKET && inBrackets && braces === 0) {
        return at + 1;
      }
    }
    return i;
  }
}

/** What a tilde stands over, and is no blank. */
const ACCENTED = /^\{?(?:\\[ij]|\p{L})/u;
/** "*" for no page break here, and a length: `\\*[2pt]`. */
const LINE_BREAK_SETTINGS =
  /^\*?(?:\[\s*(?:-?[\d.,]+\s*\\?[a-zA-Z]{2,20}|-?\\[a-zA-Z]{2,20})\s*\])?/;

function lineBreakSettings(text: string, at: number): string {
  return LINE_BREAK_SETTINGS.exec(text.slice(at, at + 60))?.[0] ?? '';
}

function isLetter(unit: number): boolean {
  return isAlphanumeric(unit) && unit > 0x39;
}
