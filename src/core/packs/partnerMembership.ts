import type { Event, Excerpt, Pack, Partner, PartnerId } from '../model';

/** The partners that an excerpt or event is about. */
export interface PartnersOf {
  /** Those that it names, groups among them. */
  readonly particular: readonly PartnerId[];
  /** Those that it speaks of only as members of a group. */
  readonly asGroup: readonly PartnerId[];
}

/** Which partners belong together, so that what is said of a group is told apart from what is said of one. */
export class PartnerMembership {
  private readonly groups: ReadonlyMap<string, Partner>;
  private readonly groupsByMember: ReadonlyMap<string, readonly Partner[]>;
  private readonly unnamedGroups: readonly (readonly PartnerId[])[];

  constructor(packs: readonly Pack[]) {
    const groups = packs.flatMap(({ partners }) => partners.filter(({ members }) => members));
    this.groups = new Map(groups.map((group) => [group.id, group]));
    this.groupsByMember = byMember(groups);
    this.unnamedGroups = packs.flatMap(unnamedGroup);
  }

  /** The groups that a partner is a member of, in the order of the packs. */
  groupsOf(partnerId: string): readonly Partner[] {
    return this.groupsByMember.get(partnerId) ?? [];
  }

  /** Parts the partners that an entry is about: those that it names, and the members of groups that it names. */
  partnersOf({ partners }: Pick<Excerpt | Event, 'partners'>): PartnersOf {
    const listed = this.unnamedGroups
      .filter((group) => group.every((member) => partners.includes(member)))
      .flat();
    const particular = partners.filter((partner) => !listed.includes(partner));
    const members = partners.flatMap((partner) => this.groups.get(partner)?.members ?? []);
    const asGroup = [...new Set([...members, ...listed])];
    return { particular, asGroup: asGroup.filter((member) => !particular.includes(member)) };
  }
}

function byMember(groups: readonly Partner[]): ReadonlyMap<string, readonly Partner[]> {
  const found = new Map<string, Partner[]>();
  for (const group of groups) {
    for (const member of group.members ?? []) {
      const known = found.get(member);
      if (known) {
        known.push(group);
      } else {
        found.set(member, [group]);
      }
    }
  }
  return found;
}

/**
 * All partners of a pack that has no entry for them as a group: such a pack lists them one by one
 * when it means them all. Empty where the pack has such an entry, or fewer than two partners.
 */
function unnamedGroup({ partners }: Pack): readonly (readonly PartnerId[])[] {
  const all = partners.filter(({ kind }) => kind === 'partner').map(({ id }) => id);
  const isNamed = partners.some(({ members = [] }) => members.some((id) => all.includes(id)));
  return all.length < 2 || isNamed ? [] : [all];
}
