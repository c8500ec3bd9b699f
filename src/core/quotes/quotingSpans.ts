import type { Note } from '../note/note';
import type { Quotation } from '../note/quotations/quotation';
import type { Span } from '../model';
import { alignLetters, lettersIn, mapLetters, type MappedLetters } from '../text/letterAlignment';

/** Of a quotation's letters, those that have to be the passage's: it may leave words out, and alter some. */
const LEAST_SHARED = 0.6;

/**
 * The quotations of a note that quote some of the words of a passage.
 * @param passage its text
 * @param words where in it the words stand
 */
export function quotationsOf(
  note: Note,
  passage: MappedLetters,
  words: Span,
): readonly Quotation[] {
  return note.quotations.filter((quotation) => {
    const quoted = mapLetters(note.text.slice(quotation.start, quotation.end));
    const shared = alignLetters(passage, quoted);
    return (
      shared.some(({ start, end }) => start < words.end && words.start < end) &&
      lettersIn(shared, passage) >= LEAST_SHARED * quoted.letters.length
    );
  });
}
