import { authorYear, briefOfMetadata } from '../../core/citation/authorYear';
import type { LibrarySource } from '../library/library';

/** What is known of a document that is listed. */
export type ListedSource = Pick<LibrarySource, 'id' | 'title' | 'citation'>;

/** Which documents are listed; an empty list leaves none out. */
export interface DocumentFilter {
  readonly years: readonly number[];
  /** Ids. */
  readonly sources: readonly string[];
}

export const ALL_DOCUMENTS: DocumentFilter = { years: [], sources: [] };

/** Whether a filter leaves none out. */
export function isOpen({ years, sources }: DocumentFilter): boolean {
  return years.length + sources.length === 0;
}

/** Whether a filter lets a document pass: one of its years, and one of its sources. */
export function passes(source: ListedSource, { years, sources }: DocumentFilter): boolean {
  const year = yearOf(source);
  return (
    (years.length === 0 || (year !== undefined && years.includes(year))) &&
    (sources.length === 0 || sources.includes(source.id))
  );
}

/** The year that a document is from; `undefined` when that is not known. */
export function yearOf({ citation }: Pick<ListedSource, 'citation'>): number | undefined {
  return citation.issued?.['date-parts'][0]?.[0];
}

/** Orders documents from the latest to the earliest; those without a date come last, the same by their titles. */
export function compareNewest(a: ListedSource, b: ListedSource): number {
  return dayOf(b) - dayOf(a) || compareText(a.title, b.title) || compareText(a.id, b.id);
}

/** "Author 2024"; empty when neither is known. */
export function documentByline({ citation }: Pick<ListedSource, 'citation'>): string {
  return authorYear(briefOfMetadata(citation));
}

/** A date as a number that grows with it; what is not said of it comes first. */
function dayOf({ citation }: ListedSource): number {
  const [year = 0, month = 0, day = 0] = citation.issued?.['date-parts'][0] ?? [];
  return (year * 100 + month) * 100 + day;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
