import { authorYear, briefOfMetadata } from '../../core/citation/authorYear';
import type { LibrarySource } from '../../workspace/library/library';
import { lazy } from '../../util/lazy';

/** What the view may be sorted by; the first unless the user chooses another. */
export const SOURCE_ORDERS = ['title', 'author', 'date', 'added'] as const;

export type SourceOrder = (typeof SOURCE_ORDERS)[number];

const names = lazy(() => new Intl.Collator('en', { numeric: true, ignorePunctuation: true }));

/** "Author, 2024", as a row shows it; empty when neither is known. */
export function sourceByline({ citation }: Pick<LibrarySource, 'citation'>): string {
  return authorYear(briefOfMetadata(citation), ', ');
}

/** Compares texts that people read in a list: numbers by their values, whatever the case. */
export function compareNames(a: string, b: string): number {
  return names().compare(a, b);
}

/**
 * Sources in the order that the user has chosen: titles and authors from A to Z, dates from the latest
 * on. What is not known of a source puts it last; what is the same, its title decides.
 */
export function sortSources(
  sources: readonly LibrarySource[],
  order: SourceOrder,
): readonly LibrarySource[] {
  const compare = COMPARISONS[order];
  return [...sources].sort(
    (a, b) => compare(a, b) || compareNames(a.title, b.title) || compareNames(a.path, b.path),
  );
}

type Compare = (a: LibrarySource, b: LibrarySource) => number;

const COMPARISONS: Readonly<Record<SourceOrder, Compare>> = {
  title: () => 0,
  author: unknownLast(
    ({ citation }) => briefOfMetadata(citation).authors.join(' '),
    (a, b) => compareNames(a, b),
  ),
  date: unknownLast(
    ({ citation }) => dayOf(citation.issued?.['date-parts'][0]),
    (a, b) => b - a,
  ),
  added: unknownLast(
    ({ file }) => file?.created,
    (a, b) => b - a,
  ),
};

/** Compares by what `keyOf` tells; an empty text, zero and nothing are unknown. */
function unknownLast<K extends string | number>(
  keyOf: (source: LibrarySource) => K | undefined,
  compare: (a: K, b: K) => number,
): Compare {
  return (first, second) => {
    const [a, b] = [keyOf(first), keyOf(second)];
    return a && b ? compare(a, b) : Number(!a) - Number(!b);
  };
}

/** A date as one number that grows with it; undefined without one. */
function dayOf([year, month = 0, day = 0]: readonly number[] = []): number | undefined {
  return year === undefined ? undefined : year * 10_000 + month * 100 + day;
}
