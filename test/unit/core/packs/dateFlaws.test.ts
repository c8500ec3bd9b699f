import assert from 'node:assert/strict';
import { compareDates } from '../../../../src/core/packs/catalog';
import { findDateFlaw } from '../../../../src/core/packs/dateFlaws';
import type { SourceDate } from '../../../../src/core/model';
import { parse, places } from './badPack';
import { put, soundPack } from './packFiles';

/** "2022-06..2022-07 month", "1949 year" */
function date(text: string): SourceDate {
  const [span = '', precision = ''] = text.split(' ');
  const [start = '', end] = span.split('..');
  return {
    text,
    start,
    ...(end !== undefined && { end }),
    precision: precision as SourceDate['precision'],
  };
}

describe('findDateFlaw', () => {
  const sound = [
    '1949 year',
    '2022-06 month',
    '2022-06-29 day',
    '2024-02-29 day',
    '2000-02-29 day',
    '2009..2016 range',
    '1990..1993 approximate',
    '2019-10 approximate',
    '2016..2016 range',
    '2016-05..2016 approximate',
    '2016..2016-05 approximate',
    '2016-05-31..2016-05 approximate',
  ];
  for (const text of sound) {
    it(`finds none in ${text}`, () => {
      assert.equal(findDateFlaw(date(text)), undefined);
    });
  }

  const flawed = [
    ['2023-02-29 day', 'start'],
    ['1900-02-29 day', 'start'],
    ['2022-04-31 day', 'start'],
    ['2022..2022-11-31 range', 'end'],
    ['2016..2009 range', 'end'],
    ['2016-05..2016-04 range', 'end'],
    ['2016-05-01..2016-04 range', 'end'],
    ['2016-05-02..2016-05-01 range', 'end'],
    ['2016-05..2015 range', 'end'],
    ['2009 range', 'precision'],
    ['2022 month', 'precision'],
    ['2022-06 year', 'precision'],
    ['2022-06 day', 'precision'],
  ] as const;
  for (const [text, field] of flawed) {
    it(`finds one in the ${field} of ${text}`, () => {
      assert.equal(findDateFlaw(date(text))?.field, field);
    });
  }
});

describe('the dates of a pack', () => {
  const cases = [
    ['partners.json', 'partners', 0, 'agreements', 0, 'date', 'start'],
    ['excerpts.json', 'excerpts', 0, 'dates', 0, 'start'],
    ['events.json', 'events', 0, 'date', 'start'],
  ] as const;
  for (const path of cases) {
    it(`are checked in ${path[0]}`, () => {
      const [file, list, index, ...field] = path;
      const parsed = parse(put(soundPack(), path, '2022-06-31'));
      const below = field.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
      assert.deepEqual(places(parsed), [`${file} $.${list}[${index}]${below}`]);
    });
  }
});

describe('compareDates', () => {
  it('sorts by the earliest day, then by the latest', () => {
    const sorted = ['1949', '2016', '2016-01', '2016-01..2016-02', '2016-01..2017', '2016-07-09'];
    const shuffled = [3, 0, 5, 1, 4, 2].map((index) => date(`${sorted[index]} year`));
    assert.deepEqual(
      shuffled.sort(compareDates).map(({ text }) => text.split(' ')[0]),
      sorted,
    );
  });
});
