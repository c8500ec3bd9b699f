import type { Span } from '../model';
import type { GlossaryEntry } from './glossary';

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;

/**
 * Where, at a place in a glossary file, one of the entry's own forms is written: its name, its
 * abbreviation or an alias, the longest first, so that in "ICI Regional Centre" the whole is found.
 * `undefined` when the place is outside the entry or none is written there.
 *
 * @param offset of a character, or of the caret behind the form
 */
export function writingAt(text: string, entry: GlossaryEntry, offset: number): Span | undefined {
  const { span, nameSpan, name, abbreviation, aliases } = entry;
  if (offset < span.start || offset > span.end) {
    return undefined;
  }
  if (offset >= nameSpan.start && offset <= nameSpan.end) {
    return nameSpan;
  }
  const forms = [name, ...(abbreviation === undefined ? [] : [abbreviation]), ...aliases];
  for (const form of forms.sort((one, other) => other.length - one.length)) {
    const from = Math.max(span.start, offset - form.length);
    const around = text.slice(from, Math.min(span.end, offset + form.length));
    const at = around.indexOf(form);
    const start = from + at;
    const end = start + form.length;
    if (at !== -1 && !isInWord(text, start - 1) && !isInWord(text, end)) {
      return { start, end };
    }
  }
  return undefined;
}

function isInWord(text: string, offset: number): boolean {
  return WORD_CHARACTER.test(text.charAt(offset));
}
