import type { Excerpt, Partner } from '../model';
import type { Catalog } from './catalog';

/** The excerpts about a partner, those about all partners of its pack together apart. */
export interface PartnerExcerpts {
  readonly particular: readonly Excerpt[];
  readonly shared: readonly Excerpt[];
  /** How many partners the shared ones are about; fewer than two: there are none. */
  readonly partners: number;
}

/**
 * Parts what is said of one partner from what is said of the whole group: an excerpt that names every
 * partner of a pack tells nothing that is particular to any of them. Of actors and frameworks every
 * excerpt is particular.
 */
export function excerptsOfPartnerAndGroup(catalog: Catalog, partner: Partner): PartnerExcerpts {
  const excerpts = catalog.excerptsOfPartner(partner.id);
  const pack = catalog.packs.find(({ partners }) => partners.includes(partner));
  const group = pack?.partners.filter(({ kind }) => kind === 'partner') ?? [];
  if (partner.kind !== 'partner' || group.length < 2) {
    return { particular: excerpts, shared: [], partners: 0 };
  }
  const isShared = (excerpt: Excerpt) => group.every(({ id }) => excerpt.partners.includes(id));
  return {
    particular: excerpts.filter((excerpt) => !isShared(excerpt)),
    shared: excerpts.filter(isShared),
    partners: group.length,
  };
}
