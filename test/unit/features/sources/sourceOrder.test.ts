import assert from 'node:assert/strict';
import {
  compareNames,
  sortSources,
  sourceByline,
  type SourceOrder,
} from '../../../../src/features/sources/sourceOrder';
import { librarySource } from '../../../support/librarySources';

/** A source with a title and, where they are known, the family name of its author, its date, and when it was added. */
function source(
  title: string,
  author?: string,
  date?: readonly number[],
  created?: number,
): ReturnType<typeof librarySource> {
  const plain = librarySource(`${title}.txt`, { title });
  return {
    ...plain,
    citation: {
      ...plain.citation,
      ...(author !== undefined && { author: [{ family: author }] }),
      ...(date !== undefined && { issued: { 'date-parts': [date] } }),
    },
    ...(created !== undefined && { file: { created, mtime: 0, size: 0 } }),
  };
}

const SOURCES = [
  source('Report 10', 'Roe', [2021, 3], 5),
  source('report 2', 'Perch', [2021], 0),
  source('“A quoted title”', undefined, [2021, 3, 9], 7),
  source('Zones', 'Perch', undefined, 6),
];

describe('the order of sources', () => {
  const orders: Readonly<Record<SourceOrder, readonly string[]>> = {
    // Numbers by their values, whatever the case and the marks.
    title: ['“A quoted title”', 'report 2', 'Report 10', 'Zones'],
    author: ['report 2', 'Zones', 'Report 10', '“A quoted title”'],
    date: ['“A quoted title”', 'Report 10', 'report 2', 'Zones'],
    added: ['“A quoted title”', 'Zones', 'Report 10', 'report 2'],
  };
  for (const [order, titles] of Object.entries(orders) as [SourceOrder, readonly string[]][]) {
    it(`by ${order} does not hang on that before; what is unknown comes last`, () => {
      for (const sources of [SOURCES, [...SOURCES].reverse()]) {
        assert.deepEqual(
          sortSources(sources, order).map(({ title }) => title),
          titles,
        );
      }
    });
  }

  it('is that of paths where all else is the same', () => {
    const twins = ['b/x.txt', 'a/x.txt'].map((path) => librarySource(path, { title: 'Twin' }));
    assert.deepEqual(
      sortSources(twins, 'author').map(({ path }) => path),
      ['a/x.txt', 'b/x.txt'],
    );
  });

  it('has accents beside their letters', () => {
    assert.ok(compareNames('Éclair', 'Fog') < 0);
  });
});

describe('what is said beside the title of a source', () => {
  it('is its author and its year, as far as they are known', () => {
    assert.deepEqual(SOURCES.map(sourceByline), ['Roe, 2021', 'Perch, 2021', '2021', 'Perch']);
  });
});
