import type { Catalog } from '../../src/core/packs/catalog';
import { createDeskSearcher } from '../../src/core/search/deskSearcher';
import type { Searcher } from '../../src/core/search/searcher';

/** The searcher over the entries of all packs, with nothing in the user's library. */
export function createPackSearcher(catalog: Catalog): Searcher {
  return createDeskSearcher(catalog, () => undefined);
}
