import type { Excerpt, Partner } from '../model';
import type { Catalog } from './catalog';

/** The excerpts about a partner, those about a group that it belongs to apart. */
export interface PartnerExcerpts {
  readonly particular: readonly Excerpt[];
  /** Those that speak of the partner only as a member of a group. */
  readonly shared: readonly Excerpt[];
  /** How many partners the group of the shared ones has; 0 when there are none. */
  readonly partners: number;
  /** The entry of that group; `undefined` when no pack has one. */
  readonly group: Partner | undefined;
}

/** Parts what is said of one partner from what is said of a group that it belongs to. */
export function excerptsOfPartnerAndGroup(catalog: Catalog, partner: Partner): PartnerExcerpts {
  const excerpts = catalog.excerptsOfPartner(partner.id);
  const isShared = (excerpt: Excerpt) => catalog.isAsGroup(excerpt, partner.id);
  const shared = excerpts.filter(isShared);
  const [group] = catalog.groupsOfPartner(partner.id);
  const others = shared.length === 0 ? [] : (group?.members ?? ofOnePack(catalog, partner));
  return {
    particular: excerpts.filter((excerpt) => !isShared(excerpt)),
    shared,
    partners: others.length,
    group,
  };
}

/** The partners of the pack that a partner is from. */
function ofOnePack(catalog: Catalog, partner: Partner): readonly Partner[] {
  const pack = catalog.packs.find(({ partners }) => partners.includes(partner));
  return pack?.partners.filter(({ kind }) => kind === 'partner') ?? [];
}
