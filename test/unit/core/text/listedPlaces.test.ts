import assert from 'node:assert/strict';
import { listedPlaces, pagesWithin } from '../../../../src/core/text/listedPlaces';

describe('the places that a locator lists', () => {
  const rows: readonly (readonly [locator: string, pages: string, others: string])[] = [
    ['61', '61', ''],
    ['p. 61 and p. 63', 'p. 61|p. 63', ''],
    ['pp. 61, 63 & 65', 'pp. 61|63|65', ''],
    ['p.~61 und S.~63', 'p.~61|S.~63', ''],
    ['61,63', '61|63', ''],
    ['47,698', '47,698', ''],
    ['pp. xi and A-1', 'pp. xi|A-1', ''],
    ['A-1', '', 'A-1'],
    ['第12頁, 14頁', '第12頁|14頁', ''],
    ['sec. 2, p. 61', 'p. 61', 'sec. 2'],
    ['2, p. 61', 'p. 61', '2'],
    ['61, n. 2', '61', 'n. 2'],
    ['vol. 3, 2', '', 'vol. 3|vol. 2'],
    ['§§ 3, 5', '', '§§ 3|§§ 5'],
    ['3.3 and 3.5', '', '3.3|3.5'],
    ['under “Ice, oil and p. 3”, p. 61', 'p. 61', 'under “Ice, oil and p. 3”'],
    ['1, '.repeat(200), '', ''],
  ];
  for (const [locator, pages, others] of rows) {
    it(locator.slice(0, 40), () => {
      const places = listedPlaces(locator);
      const said = (isPage: boolean) =>
        places.filter((place) => place.isPage === isPage).map(({ text }) => text);
      assert.deepEqual([said(true).join('|'), said(false).join('|')], [pages, others]);
    });
  }

  it('have pages from the first to the last', () => {
    const within = (locator: string) => {
      const span = pagesWithin(locator);
      return span && locator.slice(span.start, span.end);
    };
    assert.equal(within('sec. 2, p. 61 and p. 63, n. 4'), 'p. 61 and p. 63');
    assert.equal(within('sec. 2'), undefined);
  });
});
