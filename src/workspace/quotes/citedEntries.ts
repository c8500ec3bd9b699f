import type { Note } from '../../core/note/note';
import type { CitedEntry } from '../../core/quotes/quoteLibrary';
import type { NoteBibliography } from '../bibliographies/noteBibliographies';

/** What bibliographies said of the citekeys of a note at one moment. */
export type CitedEntries = ReadonlyMap<string, string>;

/** What the bibliographies of a note say of the sources that it cites by key. */
export function entriesCitedIn(
  { citekeyUses }: Pick<Note, 'citekeyUses'>,
  bibliographies: readonly NoteBibliography[],
): CitedEntries {
  return new Map(citekeyUses.map(({ citekey }) => [citekey, said(bibliographies, citekey)]));
}

/** Whether bibliographies say the same of what a note cites as they did. */
export function areSameEntries(
  before: CitedEntries,
  bibliographies: readonly NoteBibliography[],
): boolean {
  return [...before].every(([citekey, entry]) => said(bibliographies, citekey) === entry);
}

/** What tells which source of the library a citekey means. */
export function citedEntry(
  bibliographies: readonly NoteBibliography[],
  citekey: string,
): CitedEntry | undefined {
  for (const bibliography of bibliographies) {
    const entry = bibliography.entry(citekey);
    if (entry !== undefined) {
      const { title, DOI, URL } = entry.metadata;
      return {
        files: entry.files,
        ...(title !== undefined && { title }),
        ...(DOI !== undefined && { DOI }),
        ...(URL !== undefined && { URL }),
      };
    }
  }
  return undefined;
}

function said(bibliographies: readonly NoteBibliography[], citekey: string): string {
  return JSON.stringify(citedEntry(bibliographies, citekey) ?? null);
}
