import fc from 'fast-check';
import assert from 'node:assert/strict';
import type { SourceId } from '../../../../src/core/model';
import { createDeskSearcher } from '../../../../src/core/search/deskSearcher';
import type { SearchOptions } from '../../../../src/core/search/searcher';
import { SMALL_CATALOG } from '../../../support/smallPack';
import { libraryOf } from './library';

const kept = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `The ferry ${'sails '.repeat(at + 1)}at dawn.`);

const library = libraryOf([
  { id: 'log', title: 'Log', names: ['log.pdf'], texts: kept(15) },
  { id: 'plan', title: 'Plan', names: ['plan.pdf'], texts: [...kept(2), 'A buoy.'] },
  { id: 'list', title: 'List', names: ['list.pdf'], texts: ['No ferry in winter, at no time.'] },
]);
const searcher = createDeskSearcher(SMALL_CATALOG, () => library);

function found(query: string, options: SearchOptions): string[] {
  return searcher
    .search(query, options)
    .hits.map((hit) => `${hit.kind === 'passage' ? hit.source : hit.kind} ${hit.id}`);
}

describe('few passages of each source', () => {
  const few = { perSource: 3, limit: 20 };

  it('are the best of it, in the order that they have among all', () => {
    const all = found('ferry', { limit: 20 });
    assert.equal(all.length, 18);
    const counts = new Map<string, number>();
    const expected = all.filter((hit) => {
      const [source = ''] = hit.split(' ');
      counts.set(source, (counts.get(source) ?? 0) + 1);
      return (counts.get(source) ?? 0) <= 3;
    });
    assert.deepEqual(found('ferry', few), expected);
  });

  it('say how many others there are', () => {
    assert.deepEqual(searcher.search('ferry', few).more, [
      { source: 'log' as SourceId, count: 12, isLeast: false },
    ]);
    assert.deepEqual(searcher.search('ferry', { perSource: 3, limit: 2 }).more, [
      { source: 'log' as SourceId, count: 2, isLeast: true },
    ]);
    assert.equal('more' in searcher.search('buoy', few), false);
  });

  it('are all that a query finds that names its source', () => {
    assert.equal(found('ferry source:log.pdf', few).length, 15);
    assert.equal(found('source:"log.pdf" ferry', few).length, 15);
    assert.ok(found('ferry -source:plan.pdf', few).length < 15);
    assert.ok(found('ferry source:', few).length < 15);
  });

  it('are taken where filters alone are asked for', () => {
    assert.deepEqual(found('kind:passage', few), [
      'log p1',
      'log p2',
      'log p3',
      'plan p1',
      'plan p2',
      'plan p3',
      'list p1',
    ]);
  });

  it('are asked for by nobody else', () => {
    assert.equal(found('ferry', { limit: 50 }).length, 18);
    assert.equal('more' in searcher.search('ferry', { limit: 1 }), false);
  });

  it('are never more, whatever the limit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 20 }),
        (most, limit) => {
          const { hits } = searcher.search('ferry', { perSource: most, limit });
          const sources = hits.flatMap((hit) => (hit.kind === 'passage' ? [hit.source] : []));
          assert.ok(hits.length <= limit);
          new Set(sources).forEach((source) =>
            assert.ok(sources.filter((other) => other === source).length <= most),
          );
        },
      ),
    );
  });
});
