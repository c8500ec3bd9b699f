import type { TextEdit } from '../../model';
import { STYLE_TRAITS, type CitationStyle } from '../../note/citationStyles';
import type { Footnotes } from '../../note/footnotes';
import { noteLanguage } from '../../note/languages/registry';
import { Note } from '../../note/note';

/**
 * A note as its footnotes are read in a style of citation, which may belong to another language than
 * the note's.
 */
export function inLanguageOf(style: CitationStyle, note: Note): Note {
  const { language: id, isInFootnotes } = STYLE_TRAITS[style];
  if (id === undefined || !isInFootnotes) {
    return note;
  }
  const language = noteLanguage(id);
  return language.footnotes === note.language.footnotes ? note : new Note(note.text, language);
}

/** The smallest number that is nobody's label. */
export function nextNumber({ labels }: Pick<Footnotes, 'labels'>): string {
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
export function endOfProse(note: Note, style: CitationStyle): number {
  const { text } = note;
  const definitions = STYLE_TRAITS[style].isInFootnotes
    ? inLanguageOf(style, note).footnotes.definitions
    : [];
  let end = text.trimEnd().length;
  for (const definition of [...definitions].reverse()) {
    if (definition.end !== end) {
      break;
    }
    end = text.slice(0, definition.start).trimEnd().length;
  }
  return end;
}
