import type { Span } from '../model';
import { STYLE_TRAITS, type CitationStyle } from '../note/citationStyles';
import type { Note } from '../note/note';
import type { CitingForm } from './citable';

const STOP = /(?<![.!?…。！？])[.!?…。！？]+$/u;
/** Markup and marks that close behind a full stop. */
const CLOSING = /[*_~}”’"'»)\]]*/uy;
/** A sentence has few citations behind it. */
const MOST_CITATIONS = 20;

/**
 * Where in a note a citation, or a quotation with one, goes that belongs to a sentence. A citation that
 * is printed in the text goes before the full stop, the mark of a footnote behind it and behind the
 * marks that stand there, and a quotation behind all of that.
 * @param sentence its span in the note
 */
export function sentencePlace(
  { text, zones }: Pick<Note, 'text' | 'zones'>,
  sentence: Span,
  form: CitingForm,
  style: CitationStyle,
): number {
  CLOSING.lastIndex = sentence.end;
  const closed = sentence.end + (CLOSING.exec(text)?.[0].length ?? 0);
  if (form === 'citation' && !STYLE_TRAITS[style].isInFootnotes) {
    const [stop = ''] = STOP.exec(text.slice(sentence.start, sentence.end)) ?? [];
    return closed === sentence.end ? sentence.end - stop.length : closed;
  }
  let end = closed;
  const references = zones.of('reference');
  for (let count = 0; count < MOST_CITATIONS; count += 1) {
    const next = references.find(({ start }) => start === end || start === end + 1);
    if (next === undefined || (next.start > end && text.charAt(end) !== ' ')) {
      break;
    }
    end = next.end;
  }
  return end;
}
