import type { Hit, SearchResponse } from '../core/search/searcher';
import type { Occurrence } from '../core/terms/occurrence';
import type { TermSet } from '../core/terms/termSet';
import { linePlaces } from './linePlaces';

/** One term of one occurrence, as `--terms --json` prints it. Offsets count UTF-16 units. */
export interface OccurrenceRow {
  readonly term: string;
  readonly name: string;
  /** What the glossary is called that the term is from; `null` for a shipped one. */
  readonly glossary: string | null;
  readonly definition: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The hits as an array in rank order. Every key of its kind is always there: `null` where an entry
 * has none. Passages have `page` and `headings` besides, evidence `sentence` and always `page`.
 */
export function hitsAsJson(hits: readonly Hit[]): string {
  const objects = hits.map((hit) => {
    const { kind, id, title, text, source, locator, score } = hit;
    return {
      kind,
      id,
      title,
      text,
      source: source ?? null,
      locator: locator ?? null,
      ...(hit.sentence && { page: null }),
      ...(hit.kind === 'passage' && { page: hit.page ?? null, headings: hit.headings }),
      ...(hit.sentence && { sentence: text.slice(hit.sentence.start, hit.sentence.end) }),
      score,
    };
  });
  return JSON.stringify(objects, undefined, 2);
}

export function hitsAsText(query: string, { hits, nearest }: SearchResponse): string {
  if (hits.length === 0) {
    return nearest.length === 0
      ? `Nothing for "${query}".`
      : `Nothing for "${query}". Nearest: ${nearest.join(', ')}`;
  }
  return hits
    .map(({ kind, title, text, source, locator, sentence }, index) => {
      const place = source === undefined ? '' : ` [${source} ${locator ?? ''}]`;
      const shown = text.slice(sentence?.start, sentence?.end);
      return `${String(index + 1).padStart(2)}. ${title} (${kind})${place}\n    ${shown}`;
    })
    .join('\n\n');
}

/** A row for each term of each occurrence, in the order of the text; nearest first in one place. */
export function occurrenceRows(
  text: string,
  occurrences: readonly Occurrence[],
  terms: TermSet,
): readonly OccurrenceRow[] {
  return occurrences.flatMap((occurrence) =>
    terms.termsAt(occurrence).map(({ id, name, definition, origin }) => ({
      term: id,
      name,
      glossary: origin.kind === 'glossary' ? origin.label : null,
      definition,
      text: text.slice(occurrence.start, occurrence.end),
      start: occurrence.start,
      end: occurrence.end,
    })),
  );
}

/** A line for each row, with its place as `line:column`, both counted from 1. */
export function rowsAsText(rows: readonly OccurrenceRow[], text: string): string {
  const places = linePlaces(text, rows);
  return rows
    .map(
      ({ name, text: found }, index) =>
        `${(places[index] ?? '').padEnd(8)} ${found.replace(/\s+/g, ' ')}  →  ${name}`,
    )
    .join('\n');
}
