import type { Span, TextEdit } from '../../model';
import type { CitationStyle } from '../citable';
import { markupOf } from '../../note/languages';
import { HiddenRanges } from '../../note/hiddenRanges';
import { lineEnd, nextLine, skipBlanks } from '../../text/lines';
import type { MarkedKind, ZoneMarks } from '../../note/zoneMarks';

/** The footnotes of a note. */
export interface Footnotes {
  /** All labels that are defined or referred to. */
  readonly labels: ReadonlySet<string>;
  /** In the order of the note. */
  readonly definitions: readonly FootnoteDefinition[];
  /** Where they are referred to, in the order of the note. */
  readonly references: readonly { readonly label: string; readonly at: number }[];
}

/** Its text with the mark that begins it; the end is that of its last line that is not blank. */
export interface FootnoteDefinition extends Span {
  readonly label: string;
}

/** How footnotes are written in a markup. */
export interface FootnoteSyntax {
  /** The language whose rules tell definitions from code. */
  readonly language: string;
  /** A reference or the beginning of a definition, with the label as its group. */
  readonly mark: RegExp;
  readonly definition: RegExp;
  /** What no paragraph of a footnote goes on with. */
  readonly next: RegExp;
  /** Columns by which further paragraphs of a footnote are indented at least. */
  readonly indent: number;
}

export const MARKDOWN_FOOTNOTES: FootnoteSyntax = {
  language: 'markdown',
  mark: /\[\^([^\]\s^[]{1,200})\]/g,
  definition: /^\[\^([^\]\s^[]{1,200})\]:/,
  next: /^(?:#{1,6}\s|\[|>|`{3}|~{3}|[-*+]\s|\d+[.)]\s|:::|\||<)/,
  indent: 4,
};

export const RESTRUCTUREDTEXT_FOOTNOTES: FootnoteSyntax = {
  language: 'restructuredtext',
  mark: /\[(#?[\w.-]{0,200}|\*)\](?:_|(?= ))/g,
  definition: /^\.\.[ \t]+\[(#?[\w.-]{0,200}|\*)\]/,
  // Whatever is not indented.
  next: /^/,
  indent: 1,
};

/** Finds the footnotes of a note; what stands in code is none. Linear in its length. */
export function footnotesOf(text: string, syntax: FootnoteSyntax): Footnotes {
  const starts = new DefinitionMarks(text, syntax.definition);
  markupOf(syntax.language).hide(text, new HiddenRanges(starts));
  const definitions = starts.found
    .sort((a, b) => a.start - b.start)
    .map(({ start, label }) => ({ start, end: definitionEnd(text, start, syntax), label }));
  const begun = new Set(definitions.map(({ start }) => start));
  const marks = Array.from(text.matchAll(syntax.mark), ({ 1: label = '', index }) => ({
    label,
    at: index,
  }));
  return {
    // One that stands in code counts too: nobody is helped by a label that looks taken.
    labels: new Set(marks.map(({ label }) => label)),
    definitions,
    references: marks.filter(({ at }) => !begun.has(at) && !begun.has(at - 3)),
  };
}

class DefinitionMarks implements ZoneMarks {
  readonly found: { readonly start: number; readonly label: string }[] = [];

  constructor(
    private readonly text: string,
    private readonly definition: RegExp,
  ) {}

  mark(kind: MarkedKind, start: number): void {
    const label =
      kind === 'reference' && this.isOnItsOwn(start)
        ? this.definition.exec(this.text.slice(start, start + 240))?.[1]
        : undefined;
    if (label !== undefined && this.found.at(-1)?.start !== start) {
      this.found.push({ start, label });
    }
  }

  heading(): void {
    // None of them is a footnote.
  }

  tag(): void {
    // None of them is a footnote.
  }

  /** Whether nothing but blanks is before it on its line, such as the mark of a quote. */
  private isOnItsOwn(start: number): boolean {
    const before = this.text.slice(Math.max(0, start - 4), start);
    return /\n {0,3}$/.test(before) || (start < 4 && before.trim() === '');
  }
}

function definitionEnd(text: string, start: number, { next, indent }: FootnoteSyntax): number {
  let end = lineEnd(text, start);
  let last = contentEnd(text, end);
  let afterBlank = false;
  for (let line = nextLine(text, end); line < text.length; line = nextLine(text, end)) {
    end = lineEnd(text, line);
    const content = skipBlanks(text, line, end);
    if (content === end) {
      afterBlank = true;
      continue;
    }
    const isIndented = content - line >= indent || text.charAt(line) === '\t';
    const mayGoOn = !afterBlank && !next.test(text.slice(content, content + 12));
    if (!isIndented && !mayGoOn) {
      break;
    }
    last = contentEnd(text, end);
    afterBlank = false;
  }
  return last;
}

/** The end of a line without its "\r". */
function contentEnd(text: string, end: number): number {
  return text.charAt(end - 1) === '\r' ? end - 1 : end;
}

/** The smallest number that is nobody's label. */
export function nextNumber({ labels }: Footnotes): string {
  let number = 1;
  while (labels.has(String(number))) {
    number++;
  }
  return String(number);
}

/**
 * Puts a definition behind the last one, or else at the end of the note behind an empty line.
 * @param at where the citation itself goes; a definition that begins there goes behind it
 */
export function addDefinition(
  text: string,
  definition: string,
  { definitions }: Footnotes,
  at: number,
  eol: string,
): TextEdit {
  const last = definitions.at(-1);
  if (last !== undefined) {
    const before = definitions.at(-2);
    const isApart = before !== undefined && /\n\s*\n/.test(text.slice(before.end, last.start));
    const gap = isApart ? eol + eol : eol;
    return { start: last.end, end: last.end, text: gap + definition };
  }
  const content = Math.max(text.trimEnd().length, at);
  const breaks = text.slice(content).split('\n').length - 1;
  const gap = eol.repeat(Math.max(0, 2 - breaks));
  const tail = text.trim() === '' || text.endsWith('\n') ? eol : '';
  return { start: text.length, end: text.length, text: gap + definition + tail };
}

/** Where the text of a note ends: before the footnotes that stand behind it, and blanks. */
export function endOfProse(text: string, style: CitationStyle): number {
  const syntax = style === 'restructuredtext' ? RESTRUCTUREDTEXT_FOOTNOTES : MARKDOWN_FOOTNOTES;
  const isOfFootnotes = style === 'restructuredtext' || style === 'footnote';
  let end = text.trimEnd().length;
  for (const definition of isOfFootnotes
    ? [...footnotesOf(text, syntax).definitions].reverse()
    : []) {
    if (definition.end !== end) {
      break;
    }
    end = text.slice(0, definition.start).trimEnd().length;
  }
  return end;
}
