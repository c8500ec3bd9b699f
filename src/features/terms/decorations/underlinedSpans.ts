import type { Span } from '../../../core/model';
import type { Occurrence } from '../../../core/terms/occurrence';
import type { Zones } from '../../../core/note/zones';
import type { TermUses } from '../../../core/terms/termUses';

// A line of a term that runs over several, without indentation and quote marks.
const LINE_PART = /[^\s>][^\r\n]*/g;

/**
 * What is underlined in a text: the terms that `uses` asks for, line by line, ascending. The first
 * use of a term is the first one that may be underlined: headings and links have a look of their own.
 */
export function underlinedSpans(
  text: string,
  occurrences: readonly Occurrence[],
  zones: Zones,
  uses: TermUses,
): readonly Span[] {
  if (uses === 'off') {
    return [];
  }
  const seen = new Set<string>();
  return occurrences
    .filter((occurrence) => {
      if (zones.touches(occurrence, ['heading', 'link'])) {
        return false;
      }
      const isFirst = occurrence.terms.some((term) => !seen.has(term));
      occurrence.terms.forEach((term) => seen.add(term));
      return isFirst || uses === 'all';
    })
    .flatMap((occurrence) => linesOf(text, occurrence));
}

function linesOf(text: string, { start, end }: Span): readonly Span[] {
  return Array.from(text.slice(start, end).matchAll(LINE_PART), ({ 0: part, index }) => {
    const from = start + index;
    return { start: from, end: from + part.trimEnd().length };
  });
}
