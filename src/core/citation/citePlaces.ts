import type { Catalog } from '../packs/catalog';
import { formatCitation } from './plainCitation';
import type { Citation, Locator, Source } from '../model';

/** A source, and the places in it that are cited, each once, in their order. */
export interface CitedSource {
  readonly source: Source;
  readonly locators: readonly Locator[];
}

/** Places by their sources, in the order of the first place in each; without sources that no pack has. */
export function citedSources(
  catalog: Catalog,
  citations: readonly Citation[],
): readonly CitedSource[] {
  const bySource = new Map<string, Set<Locator>>();
  for (const { source, locator } of citations) {
    const locators = bySource.get(source) ?? new Set();
    bySource.set(source, locator === '' ? locators : locators.add(locator));
  }
  return [...bySource].flatMap(([id, locators]) => {
    const source = catalog.source(id);
    return source === undefined ? [] : [{ source, locators: [...locators] }];
  });
}

/** Places as a reader wants them cited, those in one source together; empty when there are none. */
export function citePlaces(catalog: Catalog, citations: readonly Citation[]): string {
  return citedSources(catalog, citations)
    .map(({ source, locators: [first, ...others] }) =>
      [formatCitation(source, first), ...others].join(', '),
    )
    .join('; ');
}
