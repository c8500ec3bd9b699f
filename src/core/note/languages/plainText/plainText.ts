import { isCapitals, numberedLevel, underlineLevel } from '../../../text/textHeadings';
import type { HiddenRanges } from '../../hiddenRanges';
import { lineEnd, nextLine, skipBlanks, trimEnd } from '../../../text/lines';
import type { MarkupEvents } from '../../markupEvents';
import { firstFound, PARENTHESES } from '../../quotations/attribution';
import { addressesIn } from '../../webAddresses';
import { PANDOC_CITATION } from '../markdown/pandocCitekeys';

/** Longer lines are no heading, and are not looked at. */
const LONGEST_HEADING = 120;
const REFERENCES =
  /^(?:references|bibliography|works cited|further reading|endnotes|footnotes):?$/i;

/** A paragraph of which all lines are indented as plain text sets quotations. */
interface Indented {
  readonly start: number;
  end: number;
}

const QUOTED_INDENT = /^(?: {4,}|\t)\S/;
/** UTF-16 units at the end of a paragraph in which its citation is looked for. */
const LONGEST_TAIL = 600;

/**
 * Scans a plain text from an offset on: nothing is hidden. Lines behind ">" are quoted, as in mail;
 * so are paragraphs that are indented and end with a citation, since nothing else tells a quotation
 * from a list or a table. Lines that look like headings are some.
 */
export function scanPlainText(text: string, start: number, { zones }: HiddenRanges): void {
  if (zones !== undefined) {
    new PlainTextLines(text, zones).read(start);
  }
}

class PlainTextLines {
  /** The lines behind ">" at hand. */
  private quoted: { readonly start: number; readonly words: number; end: number } | undefined;
  /** The indented paragraph at hand; undefined outside of paragraphs and within others. */
  private indented: Indented | undefined;
  private isAfterBlank = true;

  constructor(
    private readonly text: string,
    private readonly zones: MarkupEvents,
  ) {}

  read(from: number): void {
    const { text } = this;
    for (let start = from; start < text.length;) {
      const end = lineEnd(text, start);
      this.line(start, skipBlanks(text, start, end), end);
      start = nextLine(text, end);
    }
    this.endQuoted();
    this.endIndented();
  }

  private line(start: number, content: number, end: number): void {
    const { text } = this;
    if (text.charAt(content) === '>') {
      this.quoted ??= { start: content, words: behindMarks(text, content, end), end };
      this.quoted.end = end;
    } else {
      this.endQuoted();
    }
    if (content === end) {
      this.endIndented();
      this.isAfterBlank = true;
      return;
    }
    const isIndented = QUOTED_INDENT.test(text.slice(start, content + 1));
    if (isIndented && this.isAfterBlank) {
      this.indented = { start: content, end };
    } else if (isIndented && this.indented !== undefined) {
      this.indented.end = end;
    } else {
      this.indented = undefined;
    }
    this.isAfterBlank = false;
    if (text.charAt(content) !== '>' && end - content <= LONGEST_HEADING) {
      this.mayBeHeading(content, end);
    }
  }

  private mayBeHeading(content: number, end: number): void {
    const { text } = this;
    const next = nextLine(text, end);
    const line = text.slice(content, trimEnd(text, content, end));
    const below = lineEnd(text, next);
    const underline = below - next > LONGEST_HEADING ? '' : text.slice(next, below).trimEnd();
    const level = levelOf(line, underline);
    if (level !== undefined) {
      this.zones.heading(content, end, level);
    }
  }

  private endQuoted(): void {
    if (this.quoted !== undefined) {
      const { start, words, end } = this.quoted;
      this.zones.quotation('block', start, end, words, end);
      this.quoted = undefined;
    }
  }

  private endIndented(): void {
    if (this.indented === undefined) {
      return;
    }
    const { text } = this;
    const { start } = this.indented;
    const end = trimEnd(text, start, this.indented.end);
    this.indented = undefined;
    const tail = text.slice(Math.max(start, end - LONGEST_TAIL), end);
    // What has an address in it is an entry of a list of references.
    if (
      firstFound(tail, [PARENTHESES, PANDOC_CITATION]) !== undefined &&
      addressesIn(text.slice(start, end)).length === 0
    ) {
      this.zones.quotation('block', start, end, start, end);
    }
  }
}

/** Behind the marks of quoted lines and blanks. */
function behindMarks(text: string, content: number, end: number): number {
  let at = content;
  while (at < end && '> \t'.includes(text.charAt(at))) {
    at++;
  }
  return at;
}

function levelOf(line: string, below: string): number | undefined {
  return (
    underlineLevel(line, below) ??
    (below === '' ? numberedLevel(line) : undefined) ??
    /^(#{1,6})\s/.exec(line)?.[1]?.length ??
    (isCapitals(line) || REFERENCES.test(line) ? 1 : undefined)
  );
}
