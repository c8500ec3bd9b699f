import type { DocumentMetadata } from '../library/document';

/**
 * What a list of entries shows of one, and what it is found by. Read without the parser that the
 * metadata takes, which would need seconds for a large bibliography: LaTeX is taken away by simple
 * rules, and what they do not know stays.
 */
export interface EntryBrief {
  /** Family names, or the names of bodies; of the editors when there is no author. */
  readonly authors: readonly string[];
  /** Empty when none is given. */
  readonly year: string;
  /** With the subtitle; empty when none is given. */
  readonly title: string;
}

/** The brief of an entry whose metadata is there already, as that of CSL-JSON is. */
export function briefOfMetadata({
  author = [],
  editor = [],
  issued,
  title,
  publisher,
}: DocumentMetadata): EntryBrief {
  const people = author.length > 0 ? author : editor;
  const authors = people.map(({ family, literal, given }) => literal ?? family ?? given);
  const year = issued?.['date-parts'][0]?.[0];
  return {
    authors: authors.length > 0 ? authors.map((name) => name ?? '') : publisher ? [publisher] : [],
    year: year === undefined ? '' : String(year),
    title: title ?? '',
  };
}

/**
 * "Author 2024", "A and B 2024", "A et al. 2024"; empty when nothing is known.
 *
 * @param separator what stands before the year
 */
export function authorYear({ authors, year }: Omit<EntryBrief, 'title'>, separator = ' '): string {
  const [first = '', second, ...more] = authors;
  const names =
    second === undefined ? first : more.length > 0 ? `${first} et al.` : `${first} and ${second}`;
  return [names, year].filter((part) => part !== '').join(separator);
}
