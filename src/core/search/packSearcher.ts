import type { Catalog } from '../catalog/catalog';
import { createDeskSearcher } from './deskSearcher';
import type { Searcher } from './searcher';

/** Makes the searcher over the entries of all packs, without a library. */
export function createPackSearcher(catalog: Catalog): Searcher {
  return createDeskSearcher(catalog, () => undefined);
}
