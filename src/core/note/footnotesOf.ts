import type { Span } from '../model';

/** The mark of a footnote in the text, and what the note says. */
export interface Footnote {
  readonly mark: Span;
  readonly note: Span;
}

/** How a language writes footnotes. */
interface FootnoteMarkup {
  /** Marks; the group is the label, which is empty where notes are counted. */
  readonly mark?: RegExp;
  /** The beginnings of notes, at the beginning of a line; the group is the label. */
  readonly note?: RegExp;
  /** Notes that stand where their marks would; the group is what they say. */
  readonly inline?: RegExp;
}

const MARKDOWN: FootnoteMarkup = {
  mark: /\[\^([^\]\s]{1,100})\](?!:)/g,
  note: /^ {0,3}\[\^([^\]\s]{1,100})\]:[ \t]*/gm,
  inline: /\^\[([^\]]{1,1000})\]/g,
};
const LATEX: FootnoteMarkup = {
  inline:
    /\\footnote(?:text)?\s*(?:\[\d*\])?\{((?:[^{}]|\{(?:[^{}]|\{[^{}]{0,500}\}){0,500}\}){1,2000})\}/g,
};

const MARKUP: Readonly<Record<string, FootnoteMarkup>> = {
  markdown: MARKDOWN,
  quarto: MARKDOWN,
  latex: LATEX,
  tex: LATEX,
  asciidoc: { inline: /footnote:[\w-]*\[((?:\\\]|[^\]]){1,2000})\]/g },
  restructuredtext: {
    mark: /\[((?:#|\d)[\w-]*|#)\]_/g,
    note: /^\.\.[ \t]+\[((?:#|\d)[\w-]*|#)\][ \t]*/gm,
  },
  org: {
    mark: /(?<!^)\[fn:([\w-]+)\]/gm,
    note: /^\[fn:([\w-]+)\][ \t]*/gm,
    inline: /\[fn:[\w-]*:([^\]]{1,2000})\]/g,
  },
};

/** The footnotes of a note, in the order of their marks; marks without a note are left out. */
export function footnotesOf(text: string, language: string): readonly Footnote[] {
  const { mark, note, inline } = MARKUP[language] ?? {};
  const notes = new Map<string, Span>();
  let counted = 0;
  let end = 0;
  for (const { 0: all, 1: label = '', index } of note ? text.matchAll(note) : []) {
    const key = label === '#' ? `#${(counted += 1)}` : label;
    if (!notes.has(key)) {
      const start = index + all.length;
      // One that begins in the lines of the note before it goes on as far as that one does.
      end = start < end ? end : endOfNote(text, start);
      notes.set(key, { start, end });
    }
  }
  const found: Footnote[] = [];
  let marks = 0;
  for (const { 0: all, 1: label = '', index } of mark ? text.matchAll(mark) : []) {
    const said = notes.get(label === '#' ? `#${(marks += 1)}` : label);
    if (said !== undefined) {
      found.push({ mark: { start: index, end: index + all.length }, note: said });
    }
  }
  for (const { 0: all, 1: said = '', index } of inline ? text.matchAll(inline) : []) {
    const start = index + all.lastIndexOf(said);
    found.push({
      mark: { start: index, end: index + all.length },
      note: { start, end: start + said.length },
    });
  }
  return found.sort((a, b) => a.mark.start - b.mark.start);
}

/** A note goes on over lines that are indented, and over those that follow without an empty line. */
function endOfNote(text: string, start: number): number {
  let end = lineEnd(text, start);
  while (end < text.length) {
    const next = end + 1;
    const nextEnd = lineEnd(text, next);
    const line = text.slice(next, nextEnd);
    if (
      line.trim() === ''
        ? !/^[ \t]{2,}\S/.test(text.slice(nextEnd + 1, nextEnd + 40))
        : !/^[ \t]/.test(line)
    ) {
      return end;
    }
    end = nextEnd;
  }
  return end;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
