import type { Catalog } from '../packs/catalog';
import { formatCitation } from './plainCitation';
import type { Citation, Locator } from '../model';

/** Places as a reader wants them cited, those in one source together; empty when there are none. */
export function citePlaces(catalog: Catalog, citations: readonly Citation[]): string {
  const bySource = new Map<string, Set<Locator>>();
  for (const { source, locator } of citations) {
    bySource.set(source, (bySource.get(source) ?? new Set()).add(locator));
  }
  return [...bySource]
    .map(([id, locators]) => {
      const source = catalog.source(id);
      const [first, ...others] = locators;
      return source && [formatCitation(source, first), ...others].join(', ');
    })
    .filter((text) => text !== undefined)
    .join('; ');
}
