import assert from 'node:assert/strict';
import { Catalog } from '../../../../src/core/packs/catalog';
import { excerptsOfPartnerAndGroup } from '../../../../src/core/packs/partnerGroups';
import { defined } from '../../../../src/util/defined';
import { SMALL_CATALOG, withSecondPartner } from '../../../support/smallPack';

const TWO = new Catalog([withSecondPartner()]);

function parted(catalog: Catalog, id: string) {
  const { particular, shared, partners } = excerptsOfPartnerAndGroup(
    catalog,
    defined(catalog.get('partner', id)),
  );
  return {
    particular: particular.map((excerpt) => excerpt.id),
    shared: shared.map((excerpt) => excerpt.id),
    partners,
  };
}

describe('excerptsOfPartnerAndGroup', () => {
  it('parts what is about all partners from what is about one', () => {
    assert.deepEqual(parted(TWO, 'japan'), {
      particular: ['second'],
      shared: ['first'],
      partners: 2,
    });
    assert.deepEqual(parted(TWO, 'tonga'), { particular: [], shared: ['first'], partners: 2 });
  });

  it('calls nothing shared where there is one partner, nor for actors', () => {
    assert.deepEqual(parted(SMALL_CATALOG, 'japan'), {
      particular: ['first', 'second'],
      shared: [],
      partners: 0,
    });
    assert.deepEqual(parted(TWO, 'nato'), { particular: ['first'], shared: [], partners: 0 });
  });
});
