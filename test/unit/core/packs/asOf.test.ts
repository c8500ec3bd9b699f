import assert from 'node:assert/strict';
import { asOfDay, dayText, isLater } from '../../../../src/core/packs/asOf';
import { Catalog } from '../../../../src/core/packs/catalog';
import type { EntryKind, Source } from '../../../../src/core/model';
import { defined } from '../../../../src/util/defined';
import { SMALL_PACK } from '../../../support/smallPack';

function catalogWith(packDay: string | undefined, issued: Source['issued']): Catalog {
  const { info, sources } = SMALL_PACK;
  return new Catalog([
    {
      ...SMALL_PACK,
      info: { ...info, ...(packDay !== undefined && { asOf: packDay }) },
      sources: sources.map(({ id, type, label }) => ({
        id,
        type,
        label,
        ...(issued && { issued }),
      })),
    },
  ]);
}

function dayOf(catalog: Catalog, kind: EntryKind, id: string): string | undefined {
  return asOfDay(catalog, defined(catalog.get(kind, id)));
}

describe('the day whose state an entry gives', () => {
  it('is for what a source says that of the source, the end of a span', () => {
    const issued = {
      'date-parts': [
        [2024, 3],
        [2024, 4, 9],
      ],
    };
    assert.equal(dayOf(catalogWith('2025', issued), 'excerpt', 'first'), '2024-04-09');
    assert.equal(dayOf(catalogWith('2025', { 'date-parts': [[987]] }), 'event', 'madrid'), '0987');
  });

  it('is for what sources say of a term or a partner that of the latest of them', () => {
    const catalog = catalogWith('2025', { 'date-parts': [[2024, 7]] });
    assert.equal(dayOf(catalog, 'term', 'alliance'), '2024-07');
    assert.equal(dayOf(catalog, 'partner', 'japan'), '2024-07');
    assert.equal(dayOf(catalog, 'term', 'ecole'), undefined);
  });

  it('is that of the pack where the source has none, and for what sources define', () => {
    const catalog = catalogWith('2025-06', undefined);
    assert.equal(dayOf(catalog, 'excerpt', 'first'), '2025-06');
    assert.equal(dayOf(catalog, 'term', 'alliance'), '2025-06');
    assert.equal(dayOf(catalog, 'partner', 'japan'), '2025-06');
  });

  it('is unknown for settled knowledge, sources themselves, and where nobody says', () => {
    const catalog = catalogWith('2025-06', undefined);
    assert.equal(dayOf(catalog, 'term', 'ecole'), undefined);
    assert.equal(dayOf(catalog, 'source', 'interview'), undefined);
    assert.equal(dayOf(catalogWith(undefined, undefined), 'term', 'alliance'), undefined);
  });

  it('is what an entry says before all else', () => {
    const { terms } = SMALL_PACK;
    const catalog = new Catalog([
      { ...SMALL_PACK, terms: terms.map((term) => ({ ...term, asOf: '2026-11' })) },
    ]);
    assert.equal(dayOf(catalog, 'term', 'ecole'), '2026-11');
  });

  it('is earlier than what is later, or may be', () => {
    for (const [start, end, day, expected] of [
      ['2024-07-12', undefined, '2024-07-11', true],
      ['2024-07-11', undefined, '2024-07-11', false],
      ['2024-07-09', '2024-07-12', '2024-07-11', true],
      ['2024-07', undefined, '2024-07-11', true],
      ['2024', undefined, '2024-04', true],
      ['2024-06', undefined, '2024-07', false],
      ['2023', undefined, '2024-04', false],
    ] as const) {
      const date = { text: '', start, ...(end && { end }), precision: 'day' } as const;
      assert.equal(isLater(date, day), expected, `${start} behind ${day}`);
    }
  });

  it('is written with no more precision than it has', () => {
    assert.equal(dayText('2024'), '2024');
    assert.equal(dayText('2024-04'), 'April 2024');
    assert.equal(dayText('2024-04-03'), '3 April 2024');
  });
});
