import { BREAK, INVISIBLE, type HiddenRanges } from '../../hiddenRanges';
import {
  Finder,
  closingBracket,
  indentation,
  lineEnd,
  nextLine,
  runLength,
  skipBlanks,
  trimEnd,
} from '../../../text/lines';
import { BACKSLASH, BACKTICK, OPEN_BRACKET, PIPE } from '../../../text/characters';
import { itemAt } from '../../../../util/defined';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Directives whose argument and content are code, data or remark. */
const NO_PROSE = words(
  'code code-block sourcecode highlight literalinclude include raw math parsed-literal ' +
    'productionlist doctest testcode testsetup testoutput prompt graphviz digraph mermaid uml ' +
    'toctree contents bibliography index meta default-role role',
);
/** Directives whose argument is a path, and whose content is prose. */
const WITH_PATH = words('image figure csv-table video');
/** Directives whose content is a quotation. */
const QUOTING = words('epigraph highlights pull-quote');
/** Roles whose text is a key, a path or code. */
const NO_PROSE_ROLES =
  /^(?:code|math|file|kbd|samp|command|program|option|envvar|literal|download|doc|ref|numref|eq|pep|rfc|any|raw|cite.*|(?:py|c|cpp|js|rst|std):.*|func|class|meth|mod|attr|data|exc|obj|const)$/;

const ROLE_BEFORE = /:([a-z][\w+:.-]{0,40}):$/i;
const TABLE_BORDER = /^=+(?: +=+)+$/;
const ADORNMENT = /[!-/:-@[-`{-~]/;
/** Of a footnote, as far as it is looked for. */
const MOST_LINES = 100;
const LIST_MARKER = /^(?:[-*+•]|\(?(?:\d+|[a-z#])[.)])\s/i;

/** Scans a reStructuredText from an offset on. */
export function scanRestructuredText(text: string, start: number, into: HiddenRanges): void {
  new RestructuredTextScanner(text, into).scan(start);
}

class RestructuredTextScanner {
  /** While at or above 0: lines that are indented further are hidden. */
  private hiddenBelow = -1;
  /** Whether the lines that follow a directive may still be its options. */
  private optionsMayFollow = false;
  private inTable = false;
  /** The indentation of the list item or directive that later lines may belong to; -1 for none. */
  private container = -1;
  /** The block quotation at hand, of one paragraph or more. */
  private quotation: { readonly indent: number; readonly start: number; end: number } | undefined;
  /** The marks that titles are underlined with, the highest first. */
  private readonly adornments: string[] = [];
  private readonly finder: Finder;

  constructor(
    private readonly text: string,
    private readonly into: HiddenRanges,
  ) {
    this.finder = new Finder(text);
  }

  scan(from: number): void {
    const { text } = this;
    for (let start = from; start < text.length;) {
      const end = lineEnd(text, start);
      const content = skipBlanks(text, start, end);
      if (content === end) {
        this.optionsMayFollow = false;
        this.inTable = false;
        start = nextLine(text, end);
        continue;
      }
      const indent = indentation(text, start, end);
      if (this.hiddenBelow >= 0 && indent > this.hiddenBelow) {
        this.hide(start, end);
        start = nextLine(text, end);
        continue;
      }
      this.hiddenBelow = -1;
      start = this.block(start, content, end, indent);
    }
    this.endQuotation();
  }

  private hide(start: number, end: number): void {
    this.into.add(start, end, BREAK);
  }

  /** Takes in a line that is not blank, and the paragraph that it begins; gives where to go on. */
  private block(start: number, content: number, end: number, indent: number): number {
    const { text } = this;
    const next = nextLine(text, end);
    if (indent < (this.quotation?.indent ?? 0) || isExplicit(text, content)) {
      this.endQuotation();
    }
    if (this.optionsMayFollow && /^:[\w-]+:/.test(text.slice(content, content + 40))) {
      this.hide(start, end);
      return next;
    }
    this.optionsMayFollow = false;
    if (isExplicit(text, content)) {
      this.explicit(content, end, indent);
      return next;
    }
    if (text.startsWith('__ ', content)) {
      this.hide(start, end);
      return next;
    }
    if (text.startsWith('>>> ', content)) {
      this.hide(start, end);
      this.hiddenBelow = indent;
      return next;
    }
    if (this.inTable || isTableBorder(text, content, end)) {
      this.inTable = true;
      this.tableRow(content, end);
      return next;
    }
    return this.paragraph(content, end, indent);
  }

  /** What begins with "..": directives, targets, footnotes, substitutions, comments. */
  private explicit(content: number, end: number, indent: number): void {
    const { text } = this;
    const inner = skipBlanks(text, content + 2, end);
    const head = text.slice(inner, Math.min(end, inner + 200));
    const note = /^\[[^\]]{1,100}\]/.exec(head);
    const directive = /^(?:\|[^|]{1,100}\|\s+)?([a-z][\w+:.-]*)::(?=\s|$)/i.exec(head);
    this.container = indent;
    if (note !== null) {
      this.into.zones?.mark('reference', content, this.bodyEnd(end, indent));
      this.hide(content, inner + note[0].length);
      this.inline(inner + note[0].length, end);
    } else if (directive !== null && !NO_PROSE.has(itemAt(directive, 1).toLowerCase())) {
      const name = itemAt(directive, 1).toLowerCase();
      const path = WITH_PATH.has(name);
      this.container = QUOTING.has(name) ? -1 : indent;
      const argument = inner + directive[0].length;
      this.hide(content, path ? end : argument);
      this.inline(path ? end : argument, end);
      this.hide(end, end);
      this.optionsMayFollow = true;
    } else {
      this.hide(content, end);
      if (inner === end && this.isBlankLine(nextLine(text, end))) {
        // An empty comment ends what is above it, and has nothing below it.
        this.container = -1;
      } else {
        this.hiddenBelow = indent;
      }
    }
  }

  private isBlankLine(start: number): boolean {
    const end = lineEnd(this.text, start);
    return skipBlanks(this.text, start, end) === end;
  }

  /** The end of the paragraph that begins on the line that ends at `end` and goes on indented. */
  private bodyEnd(end: number, indent: number): number {
    const { text } = this;
    let last = end;
    for (let lines = 0; lines < MOST_LINES; lines++) {
      const next = nextLine(text, last);
      const stop = lineEnd(text, next);
      if (skipBlanks(text, next, stop) === stop || indentation(text, next, stop) <= indent) {
        break;
      }
      last = stop;
    }
    return last;
  }

  private tableRow(content: number, end: number): void {
    this.inline(content, end);
    this.hide(end, end);
  }

  private paragraph(first: number, firstEnd: number, indent: number): number {
    const { text } = this;
    const field = /^:[^:\n`]{1,60}:(?=\s|$)/.exec(text.slice(first, first + 64));
    const start = field === null ? first : first + field[0].length;
    this.hide(first, start);
    const isItem = LIST_MARKER.test(text.slice(first, first + 8)) || field !== null;
    const isQuotation = indent > 0 && !isItem && !(this.container >= 0 && indent > this.container);
    let end = firstEnd;
    let lineStart = first;
    let next = nextLine(text, end);
    let lastIndent = indent;
    const breaks: number[] = [];
    while (next < text.length) {
      const lineStop = lineEnd(text, next);
      const content = skipBlanks(text, next, lineStop);
      if (content === lineStop || isExplicit(text, content)) {
        break;
      }
      const lineIndent = indentation(text, next, lineStop);
      // A term and its definition; an item's later lines are indented as well.
      if (lineIndent !== lastIndent && !isItem) {
        breaks.push(next);
      }
      lastIndent = lineIndent;
      this.markTitle(lineStart, content, lineStop);
      lineStart = content;
      end = lineStop;
      next = nextLine(text, end);
    }
    if (isQuotation) {
      this.quotation ??= { indent, start: first, end };
      this.quotation.end = end;
    } else {
      this.endQuotation();
      // What is indented below an item or a definition belongs to it.
      this.container = isItem || breaks.length > 0 ? indent : Math.min(this.container, indent - 1);
    }
    this.inline(start, end, breaks);
    const last = trimEnd(text, first, end);
    if (text.startsWith('::', last - 2) && last - 2 >= first) {
      this.hiddenBelow = isItem ? indent : lastIndent;
    }
    return next;
  }

  /** Takes note of the block quotation at hand, whose paragraphs are one quotation. */
  private endQuotation(): void {
    if (this.quotation !== undefined) {
      const { start, end } = this.quotation;
      this.into.zones?.quotation('block', start, end, start, end);
      this.quotation = undefined;
    }
  }

  /** Takes note of a title if the line below it, from `content` to `end`, underlines it. */
  private markTitle(title: number, content: number, end: number): void {
    const { text } = this;
    const { zones } = this.into;
    const mark = text.charAt(content);
    if (zones === undefined || !ADORNMENT.test(mark) || ADORNMENT.test(text.charAt(title))) {
      return;
    }
    const length = runLength(text, content, end);
    if (length >= 3 && skipBlanks(text, content + length, end) === end) {
      const known = this.adornments.indexOf(mark);
      const level = known < 0 ? this.adornments.push(mark) : known + 1;
      zones.heading(title, end, level);
    }
  }

  private inline(start: number, end: number, breaks: readonly number[] = []): void {
    const { text } = this;
    let nextBreak = 0;
    for (let i = start; i < end;) {
      if (nextBreak < breaks.length && itemAt(breaks, nextBreak) <= i) {
        this.hide(i, i);
        nextBreak++;
      }
      switch (text.charCodeAt(i)) {
        case BACKTICK:
          i = this.interpreted(i, start, end);
          break;
        case PIPE:
          i = this.substitution(i, end);
          break;
        case OPEN_BRACKET:
          i = this.reference(i, end);
          break;
        case BACKSLASH:
          // An escaped blank is nothing at all.
          this.into.add(i, text.charCodeAt(i + 1) === 0x20 ? i + 2 : i + 1, INVISIBLE);
          i += 2;
          break;
        case 0x20:
          i = this.blanks(i, end);
          break;
        default:
          i++;
      }
    }
  }

  /** Two blanks and more part the cells of a simple table. */
  private blanks(i: number, end: number): number {
    const content = skipBlanks(this.text, i, end);
    if (this.inTable && content > i + 1) {
      this.hide(i, content);
    }
    return content;
  }

  private interpreted(i: number, start: number, end: number): number {
    const { text } = this;
    if (text.charCodeAt(i + 1) === BACKTICK) {
      const close = this.finder.findBefore('``', i + 2, end);
      if (close < 0) {
        return i + 2;
      }
      this.hide(i, close + 2);
      return close + 2;
    }
    const close = this.finder.findBefore('`', i + 1, end);
    if (close < 0) {
      return i + 1;
    }
    const role = ROLE_BEFORE.exec(text.slice(Math.max(start, i - 44), i));
    const from = role === null ? i : i - role[0].length;
    // "text <target>": what is read is the text.
    const target = text.charAt(close - 1) === '>' ? text.slice(i + 1, close).lastIndexOf('<') : -1;
    const isCitation = role !== null && /^cite/i.test(itemAt(role, 1));
    if (isCitation || target > 0 || text.charAt(close + 1) === '_') {
      this.into.zones?.mark(isCitation ? 'reference' : 'link', from, close + 1);
    }
    if (target > 0) {
      this.hide(from, i + 1);
      this.hide(i + 1 + target, close + 1);
    } else if (role !== null && NO_PROSE_ROLES.test(itemAt(role, 1))) {
      this.hide(from, close + 1);
    } else {
      this.hide(from, i + 1);
    }
    return close + 1;
  }

  private substitution(i: number, end: number): number {
    const { text } = this;
    const close = this.finder.findBefore('|', i + 1, end);
    const reference =
      close > i + 1 && close - i < 100 && /^\S(?:.*\S)?$/.test(text.slice(i + 1, close));
    if (!reference) {
      return i + 1;
    }
    this.hide(i, close + 1);
    return close + 1;
  }

  private reference(i: number, end: number): number {
    const close = closingBracket(this.text, i + 1, end, 100);
    if (close < 0 || this.text.charAt(close + 1) !== '_') {
      return i + 1;
    }
    this.into.zones?.mark('reference', i, close + 2);
    this.hide(i, close + 2);
    return close + 2;
  }
}

function isExplicit(text: string, content: number): boolean {
  const behind = text.charAt(content + 2);
  return text.startsWith('..', content) && (behind === '' || ' \t\r\n'.includes(behind));
}

function isTableBorder(text: string, content: number, end: number): boolean {
  return (
    text.charAt(content) === '=' &&
    TABLE_BORDER.test(text.slice(content, trimEnd(text, content, end)))
  );
}
