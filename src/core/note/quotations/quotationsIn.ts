import { trimmedSpan } from '../../text/trimmedSpan';
import { countWords } from '../../text/words';
import type { ToldQuotation } from '../markup';
import type { Note } from '../note';
import { firstFound, PARENTHESES } from './attribution';
import { FEWEST_QUOTED_WORDS, type Quotation } from './quotation';
import { itemAt } from '../../../util/defined';

/** UTF-16 units at the end of a block in which its citation and whose it is are looked for. */
const LONGEST_TAIL = 600;

/**
 * The quotations of a note: five words or more in quotation marks of any language, over line breaks
 * and with others within them, and block quotations. Those in footnotes and lists of references are
 * titles, mostly, and are left out. Linear in the note's length.
 */
export function quotationsIn(
  note: Pick<Note, 'text' | 'language' | 'toldQuotations' | 'zones' | 'read'>,
): readonly Quotation[] {
  const references = note.zones.of('reference');
  let reference = 0;
  return outermost(note.toldQuotations).flatMap((told): readonly Quotation[] => {
    const { outer } = told;
    while (reference < references.length && itemAt(references, reference).end < outer.end) {
      reference += 1;
    }
    const { start, end } = references[reference] ?? { start: Infinity, end: 0 };
    if (start <= outer.start && outer.end <= end) {
      return [];
    }
    const quotation = told.kind === 'marks' ? trimmed(note.text, told) : wordsOfBlock(note, told);
    return quotation !== undefined && countWords(note.read(quotation).text) >= FEWEST_QUOTED_WORDS
      ? [quotation]
      : [];
  });
}

/** Those that stand in no other. Of two that overlap, as no author means it, the first goes on. */
function outermost(told: readonly ToldQuotation[]): readonly ToldQuotation[] {
  const found: ToldQuotation[] = [];
  const inOrder = [...told].sort(
    (one, other) => one.outer.start - other.outer.start || other.outer.end - one.outer.end,
  );
  for (const quotation of inOrder) {
    const last = found.at(-1);
    if (last === undefined || quotation.outer.start >= last.outer.end) {
      found.push(quotation);
    } else if (quotation.outer.end > last.outer.end) {
      const { kind, outer, start } = last;
      found[found.length - 1] = {
        kind,
        outer: { start: outer.start, end: quotation.outer.end },
        start,
        end: quotation.end,
      };
    }
  }
  return found;
}

/** A block without the citation and the line below it that says whose it is. */
function wordsOfBlock(
  { text, language }: Pick<Note, 'text' | 'language'>,
  told: ToldQuotation,
): Quotation | undefined {
  const { attribution, citation } = language.quotations;
  const { start } = told;
  let end = endOfWords(text, start, told.end);
  for (const behind of [[attribution], [PARENTHESES, citation], [attribution]]) {
    // Only the tail, so that a long block is not looked through from each of its characters.
    const from = Math.max(start, end - LONGEST_TAIL);
    const tail = firstFound(text.slice(from, end), behind);
    end = endOfWords(text, start, tail === undefined ? end : from + tail);
  }
  return trimmed(text, { ...told, end });
}

/** Before blanks, and quote marks of lines without words. */
function endOfWords(text: string, start: number, from: number): number {
  let end = from;
  while (end > start && /[>\s]/.test(text.charAt(end - 1))) {
    end -= 1;
  }
  return end;
}

/** Without the blanks at either end; undefined when nothing is left. */
function trimmed(text: string, { kind, outer, ...words }: ToldQuotation): Quotation | undefined {
  const { start, end } = trimmedSpan(text, words);
  return start < end ? { kind, outer, start, end } : undefined;
}
