import fc from 'fast-check';
import assert from 'node:assert/strict';
import type { Partner, PartnerId } from '../../../../src/core/model';
import { Catalog } from '../../../../src/core/packs/catalog';
import { excerptsOfPartnerAndGroup } from '../../../../src/core/packs/partnerGroups';
import { defined } from '../../../../src/util/defined';
import {
  SMALL_CATALOG,
  SMALL_PACK,
  withGroup,
  withSecondPartner,
} from '../../../support/smallPack';

/** A pack without an entry for its partners as a group. */
const TWO = new Catalog([withSecondPartner()]);
const GROUPED = new Catalog([withGroup()]);

const ids = (entries: readonly { readonly id: string }[]): string[] => entries.map(({ id }) => id);

function parted(catalog: Catalog, id: string) {
  const { particular, shared, partners, group } = excerptsOfPartnerAndGroup(
    catalog,
    defined(catalog.get('partner', id)),
  );
  return { particular: ids(particular), shared: ids(shared), partners, group: group?.id };
}

describe('excerptsOfPartnerAndGroup', () => {
  it('parts what names a partner from what names a group that it is in', () => {
    const group = { shared: ['third'], partners: 2, group: 'pair' };
    assert.deepEqual(parted(GROUPED, 'japan'), { particular: ['first', 'second'], ...group });
    assert.deepEqual(parted(GROUPED, 'tonga'), { particular: ['first'], ...group });
  });

  it('takes what names a group as particular to the group', () => {
    assert.deepEqual(parted(GROUPED, 'pair'), {
      particular: ['third'],
      shared: [],
      partners: 0,
      group: undefined,
    });
  });

  it('takes all partners of a pack without a group, named one by one, for the group', () => {
    assert.deepEqual(parted(TWO, 'japan'), {
      particular: ['second'],
      shared: ['first'],
      partners: 2,
      group: undefined,
    });
    assert.deepEqual(parted(TWO, 'tonga'), {
      particular: [],
      shared: ['first'],
      partners: 2,
      group: undefined,
    });
  });

  it('calls nothing shared where there is one partner, nor for actors', () => {
    assert.deepEqual(parted(SMALL_CATALOG, 'japan'), {
      particular: ['first', 'second'],
      shared: [],
      partners: 0,
      group: undefined,
    });
    assert.deepEqual(parted(TWO, 'nato').shared, []);
    assert.deepEqual(parted(GROUPED, 'nato').shared, []);
  });
});

describe('the partners of an entry', () => {
  it('are those in particular and those as a group', () => {
    const third = defined(GROUPED.get('excerpt', 'third'));
    assert.deepEqual(GROUPED.partnersOf(third), {
      particular: ['pair'],
      asGroup: ['japan', 'tonga'],
    });
    assert.ok(GROUPED.isAsGroup(third, 'tonga'));
    assert.ok(!GROUPED.isAsGroup(third, 'pair'));
    assert.deepEqual(ids(GROUPED.groupsOfPartner('tonga')), ['pair']);
    assert.deepEqual(GROUPED.groupsOfPartner('nato'), []);
  });

  it('have the events of their groups, by date', () => {
    assert.deepEqual(ids(GROUPED.eventsOfPartner('japan')), ['contact', 'later', 'madrid']);
    assert.deepEqual(ids(GROUPED.eventsOfPartner('tonga')), ['later']);
    const later = defined(GROUPED.get('event', 'later'));
    assert.ok(GROUPED.isAsGroup(later, 'japan'));
  });

  const anyIds = (of: readonly string[]) => fc.subarray([...of]).map((some) => some as PartnerId[]);

  it('stand on one side each, whatever groups there are', () => {
    const all = ['a', 'b', 'c', 'd', 'g', 'h'];
    const world = fc.record({
      g: fc.option(anyIds(['a', 'b', 'c']), { nil: undefined }),
      h: fc.option(anyIds(['b', 'c', 'd']), { nil: undefined }),
      named: anyIds(all),
    });
    fc.assert(
      fc.property(world, ({ named, ...groups }) => {
        const members: Readonly<Record<string, PartnerId[] | undefined>> = groups;
        const partners = all.map((id) => {
          const kind = id < 'g' ? 'partner' : 'framework';
          const group = members[id];
          return { id, kind, name: id, ...(group?.length && { members: group }) };
        });
        const excerpts = SMALL_PACK.excerpts
          .slice(0, 1)
          .map((one) => ({ ...one, partners: named }));
        const catalog = new Catalog([
          { ...SMALL_PACK, partners: partners as unknown as Partner[], excerpts },
        ]);
        const excerpt = defined(catalog.all('excerpt')[0]);
        const { particular, asGroup } = catalog.partnersOf(excerpt);
        assert.ok(particular.every((id) => named.includes(id) && !asGroup.includes(id)));
        assert.ok(named.every((id) => [...particular, ...asGroup].includes(id)));
        const reached = new Set([...named, ...named.flatMap((id) => members[id] ?? [])]);
        assert.deepEqual(new Set([...particular, ...asGroup]), reached);
        for (const id of all) {
          assert.equal(catalog.excerptsOfPartner(id).length, reached.has(id as PartnerId) ? 1 : 0);
        }
      }),
    );
  });
});
