import { rank } from '../../util/rank';
import type { Span } from '../model';
import { lineEnd, nextLine, skipBlanks } from '../text/lines';
import type { HiddenRanges } from './hiddenRanges';
import type { CollectedMarkup } from './markup';
import type { FootnoteSyntax } from './noteLanguage';

/** A footnote: its mark in the text, and what it says. */
export interface Footnote {
  readonly mark: Span;
  /** Any number of marks may lead to the same words, which are one object then. */
  readonly words: Span;
  /** Whether its words stand where a mark would. */
  readonly isInline: boolean;
}

/** What a footnote says, where it does not stand in the text itself. */
export interface FootnoteDefinition extends Span {
  readonly label: string;
  /** The span is that of all of it, from its label to the end of its last line that is not blank. */
  readonly words: Span;
}

/** The footnotes of a note. */
export interface Footnotes {
  /** In the order of their marks; marks without a definition are left out. */
  readonly all: readonly Footnote[];
  /** In the order of the note. */
  readonly definitions: readonly FootnoteDefinition[];
  /** Marks in the text, in the order of the note, with those that lead nowhere. */
  readonly marks: readonly FootnoteMark[];
  /** All labels that are taken; one in code as well, since nobody is helped by one that looks taken. */
  readonly labels: ReadonlySet<string>;
}

export interface FootnoteMark extends Span {
  readonly label: string;
}

export const NO_FOOTNOTES: Footnotes = {
  all: [],
  definitions: [],
  marks: [],
  labels: new Set(),
};

/** UTF-16 units of the beginning of a footnote: what its label may have, and a few more. */
const LONGEST_BEGINNING = 240;
/** The label of reStructuredText that is a number by its place among such labels. */
const COUNTED = '#';

/**
 * Finds the footnotes of a note; what stands in code is none. Linear in its length.
 * @param markup what the scanner of the language has told
 */
export function footnotesIn(
  text: string,
  syntax: FootnoteSyntax,
  hidden: HiddenRanges,
  markup: Pick<CollectedMarkup, 'reference'>,
): Footnotes {
  const definitions = definitionsIn(text, syntax, markup.reference);
  const written = syntax.mark === undefined ? [] : marksIn(text, syntax.mark);
  const taken = syntax.label === undefined ? written : marksIn(text, syntax.label);
  const begun = new Set(definitions.map(({ start }) => start));
  const marks = written.filter(
    ({ start }) => !begun.has(start) && !begun.has(start - 3) && !isWithinMarkup(hidden, start),
  );
  const inline = syntax.inline === undefined ? [] : inlineIn(text, syntax.inline, hidden);
  return {
    all: [...marked(marks, definitions), ...inline].sort(
      (one, other) => one.mark.start - other.mark.start,
    ),
    definitions,
    marks,
    labels: new Set([...definitions, ...taken].map(({ label }) => label)),
  };
}

function definitionsIn(
  text: string,
  { definition }: FootnoteSyntax,
  references: readonly Span[],
): readonly FootnoteDefinition[] {
  const found: FootnoteDefinition[] = [];
  if (definition === undefined) {
    return found;
  }
  const starts = new Set(
    references.map(({ start }) => start).filter((start) => isOnItsOwn(text, start)),
  );
  for (const start of [...starts].sort((one, other) => one - other)) {
    const [opening, label] =
      definition.beginning.exec(text.slice(start, start + LONGEST_BEGINNING)) ?? [];
    if (opening === undefined || label === undefined) {
      continue;
    }
    const last = found.at(-1);
    // One that begins in the lines of the footnote before it goes on as far as that one does.
    const isWithin = last !== undefined && start < last.end;
    const end = isWithin ? last.end : definitionEnd(text, start, definition);
    const words = { start: Math.min(end, start + opening.length), end };
    found.push({ start, end, label, words });
  }
  return found;
}

/** Whether nothing but blanks is before an offset on its line, such as the mark of a quote. */
function isOnItsOwn(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  return /\n {0,3}$/.test(before) || (start < 4 && before.trim() === '');
}

function definitionEnd(
  text: string,
  start: number,
  { next, indent }: NonNullable<FootnoteSyntax['definition']>,
): number {
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

function marksIn(text: string, mark: RegExp): readonly FootnoteMark[] {
  return Array.from(text.matchAll(mark), ({ 0: all, 1: label = '', index }) => ({
    start: index,
    end: index + all.length,
    label,
  }));
}

function marked(
  marks: readonly FootnoteMark[],
  definitions: readonly FootnoteDefinition[],
): readonly Footnote[] {
  const words = new Map<string, Span>();
  const keyOf = counting();
  for (const { label, words: said } of definitions) {
    const key = keyOf(label);
    words.set(key, words.get(key) ?? said);
  }
  const keyOfMark = counting();
  return marks.flatMap(({ start, end, label }): readonly Footnote[] => {
    const said = words.get(keyOfMark(label));
    return said === undefined ? [] : [{ mark: { start, end }, words: said, isInline: false }];
  });
}

/** What tells labels that are counted apart. */
function counting(): (label: string) => string {
  let counted = 0;
  return (label) => (label === COUNTED ? `${COUNTED}${(counted += 1)}` : label);
}

function inlineIn(text: string, inline: RegExp, hidden: HiddenRanges): readonly Footnote[] {
  return Array.from(text.matchAll(inline), ({ 0: all, 1: said = '', index }): Footnote => {
    const start = index + all.lastIndexOf(said);
    return {
      mark: { start: index, end: index + all.length },
      words: { start, end: start + said.length },
      isInline: true,
    };
  }).filter(({ mark }) => !isWithinMarkup(hidden, mark.start));
}

/** Whether an offset lies in a hidden range that begins before it, as in code and comments. */
export function isWithinMarkup(hidden: HiddenRanges, offset: number): boolean {
  const next = rank(hidden.count, (index) => hidden.end(index) <= offset);
  return next < hidden.count && hidden.start(next) < offset;
}
