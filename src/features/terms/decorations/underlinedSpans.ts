import type { Span } from '../../../core/model';
import type { Note } from '../../../core/note/note';
import type { Occurrence } from '../../../core/terms/occurrence';
import { SpanSet } from '../../../core/text/spanSet';
import type { TermUses } from '../../../core/terms/termUses';

// A line of a term that runs over several, without indentation and quote marks.
const LINE_PART = /[^\s>][^\r\n]*/g;

/**
 * The stretches of a note that are underlined: the terms that `uses` asks for, line by line, ascending.
 * The first use of a term is the first one that may be underlined: headings and links have a look of
 * their own, and quotations are the words of others.
 *
 * @param occurrences those of the kinds that are marked
 */
export function underlinedSpans(
  note: Pick<Note, 'text' | 'zones' | 'quotations' | 'toldQuotations'>,
  occurrences: readonly Occurrence[],
  uses: TermUses,
): readonly Span[] {
  if (uses === 'off') {
    return [];
  }
  const quoted = quotedIn(note);
  const seen = new Set<string>();
  return occurrences
    .filter((occurrence) => {
      if (note.zones.touches(occurrence, ['heading', 'link']) || quoted.touches(occurrence)) {
        return false;
      }
      const isFirst = occurrence.terms.some((term) => !seen.has(term));
      occurrence.terms.forEach((term) => seen.add(term));
      return isFirst || uses === 'all';
    })
    .flatMap((occurrence) => linesOf(note.text, occurrence));
}

/** Blocks of any length, and quotations in marks that are no mere phrase. */
function quotedIn({
  quotations,
  toldQuotations,
}: Pick<Note, 'quotations' | 'toldQuotations'>): SpanSet {
  const blocks = toldQuotations.filter(({ kind }) => kind === 'block');
  return new SpanSet([...quotations, ...blocks].map(({ outer }) => outer));
}

function linesOf(text: string, { start, end }: Span): readonly Span[] {
  return Array.from(text.slice(start, end).matchAll(LINE_PART), ({ 0: part, index }) => {
    const from = start + index;
    return { start: from, end: from + part.trimEnd().length };
  });
}
