import fc from 'fast-check';
import assert from 'node:assert/strict';
import { createDeskSearcher } from '../../../../src/core/search/deskSearcher';
import type { LibraryContents } from '../../../../src/core/search/libraryIndex';
import { createPackSearcher } from '../../../support/packSearcher';
import type { SearchOptions } from '../../../../src/core/search/searcher';
import { SMALL_CATALOG } from '../../../support/smallPack';
import { anyString } from './anyString';
import { libraryOf } from './library';

const library = libraryOf([
  {
    id: 'harbour-1',
    title: 'Minutes of the harbour council',
    names: ['harbour minutes.pdf', 'sources/harbour minutes.pdf', 'council2021'],
    issued: [2021, 3],
    texts: [
      'The council of Little Haven met to discuss the lighthouse and its keeper.',
      'A delegation from Nippon admired the fog horn, as did the alliance of fishermen.',
      'Text of first importance is the repair of the lamp.',
    ],
  },
  {
    id: 'lamp-2',
    title: 'The lamp and its keeper',
    names: ['lamp.md'],
    issued: [2023],
    texts: [
      'The keeper of the lamp trims the wick at dusk.',
      'Fields of topic areas are ploughed.',
    ],
  },
]);

const searcher = createDeskSearcher(SMALL_CATALOG, () => library);

/** Hits as `kind id`, those of passages with their source. */
function found(query: string, options?: SearchOptions): string[] {
  return searcher
    .search(query, options)
    .hits.map((hit) =>
      hit.kind === 'passage' ? `${hit.source} ${hit.id}` : `${hit.kind} ${hit.id}`,
    );
}

describe('search of packs and library', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['finds what only a document says', 'trims the wick', ['lamp-2 p1']],
    ['finds it with a typo', 'trims the wikc', ['lamp-2 p1']],
    ['takes phrases', '"keeper of the lamp"', ['lamp-2 p1']],
    ['leaves out words', 'keeper -wick -title -areas', ['harbour-1 p1']],
    ['knows sources by their file name', 'source:lamp keeper', ['lamp-2 p1', 'lamp-2 p2']],
    ['knows them by their citekey', 'source:council2021 fog', ['harbour-1 p2']],
    ['knows them by their id', 'source:harbour-1 fog', ['harbour-1 p2']],
    ['knows them by their title', 'source:"the lamp and its keeper" wick', ['lamp-2 p1']],
    ['leaves out sources', 'lamp -source:lamp.md kind:passage', ['harbour-1 p3']],
    ['lists a source', 'source:lamp', ['lamp-2 p1', 'lamp-2 p2']],
    ['takes names of partners in passages', 'partner:japan kind:passage', ['harbour-1 p2']],
    ['takes names of topics in passages', 'topic:areas kind:passage', ['lamp-2 p2']],
    ['takes dates of sources', 'after:2022 kind:passage wick', ['lamp-2 p1']],
    ['takes months', 'before:2021-04 fog', ['harbour-1 p2']],
    ['leaves a month out of what is before it', 'before:2021-03 kind:passage', []],
    [
      'takes dates of events',
      'before:2022-06-30 after:2022-06-28 kind:event',
      ['event later', 'event madrid'],
    ],
  ];
  for (const [title, query, expected] of cases) {
    it(title, () => assert.deepEqual(found(query), expected));
  }

  it('puts names first, and an entry before a passage that is as good', () => {
    assert.equal(found('Japan')[0], 'partner japan');
    assert.deepEqual(found('after:2022'), [
      'event later',
      'event madrid',
      'lamp-2 p1',
      'lamp-2 p2',
    ]);
  });

  it('finds only the kinds that are asked for', () => {
    assert.deepEqual(found('fog', { kinds: ['excerpt', 'term'] }), []);
    assert.deepEqual(found('text of first', { kinds: ['passage'] }), ['harbour-1 p3']);
  });

  it('finds other names that the pack knows', () => {
    assert.equal(found('Japan', { kinds: ['passage'] })[0], 'harbour-1 p2');
  });

  it('gives what there is to say of a passage', () => {
    const [hit] = searcher.search('lighthouse minutes').hits;
    assert.ok(hit && hit.score > 0);
    assert.deepEqual(hit, {
      kind: 'passage',
      id: 'p1',
      title: 'Minutes of the harbour council',
      text: 'The council of Little Haven met to discuss the lighthouse and its keeper.',
      source: 'harbour-1',
      locator: '1.1',
      headings: ['Report', 'Findings'],
      score: hit.score,
      highlights: { title: [{ start: 0, end: 7 }], text: [{ start: 47, end: 57 }] },
    });
    const [paged] = searcher.search('repair').hits;
    assert.equal(paged?.kind === 'passage' && paged.page, 2);
  });

  it('names titles that are near when it finds nothing', () => {
    assert.deepEqual(searcher.search('"minutes of harbour"').nearest, [
      'Minutes of the harbour council',
    ]);
    assert.deepEqual(searcher.search('wick source:lmap').nearest, ['The lamp and its keeper']);
  });

  it('completes filters', () => {
    const completed = (query: string): string[] =>
      searcher.completeFilter(query, query.length).map((completion) => completion.query);
    assert.deepEqual(completed('source:harb'), ['source:harbor-minutes-pdf ']);
    assert.deepEqual(completed('kind:pas'), ['kind:passage ']);
    assert.deepEqual(completed('before:202'), ['before:2023 ', 'before:2022 ', 'before:2021 ']);
  });

  it('knows no passages and gives what it gave without a library', () => {
    const pack = createPackSearcher(SMALL_CATALOG);
    const none = createDeskSearcher(SMALL_CATALOG, () => undefined);
    fc.assert(
      fc.property(anyString, (query) => assert.deepEqual(none.search(query), pack.search(query))),
    );
    assert.deepEqual(none.search('kind:passage'), { hits: [], nearest: [] });
  });

  it('follows the library', () => {
    let contents: LibraryContents | undefined;
    const following = createDeskSearcher(SMALL_CATALOG, () => contents);
    const wicks = (): number => following.search('wick').hits.length;
    assert.equal(wicks(), 0);
    contents = library;
    assert.equal(wicks(), 1);
    contents = libraryOf([]);
    assert.equal(wicks(), 0);
  });

  it('lists what stands below a heading alone behind what says so itself', () => {
    const below = libraryOf([
      { id: 'a', title: 'Marland', texts: ['Nina Sample', 'Copied', 'Marland has a harbour.'] },
    ]);
    const { hits } = createDeskSearcher(SMALL_CATALOG, () => below).search('marland');
    assert.deepEqual(
      hits.map(({ id }) => id),
      ['p3', 'p1', 'p2'],
    );
  });

  it('asks for texts of hits alone', () => {
    const asked: string[] = [];
    const spied: LibraryContents = {
      ...library,
      sources: library.sources.map((source) => ({
        ...source,
        textOf: (passage) => {
          asked.push(passage.id);
          return source.textOf(passage);
        },
      })),
    };
    createDeskSearcher(SMALL_CATALOG, () => spied).search('lamp', { limit: 1 });
    assert.equal(asked.length, 1);
  });

  it('takes tags for topics and partners of passages, and names where there are none', () => {
    const asked: string[] = [];
    const tagged = createDeskSearcher(SMALL_CATALOG, () => library, {
      passagesWith: (kind, ids, source) => {
        asked.push(`${kind}:${ids.join('|')}`);
        return source === 'harbour-1' ? [0, 2, 99] : undefined;
      },
    });
    const passages = (query: string): readonly string[] =>
      tagged
        .search(query, { kinds: ['passage'] })
        .hits.map((hit) => (hit.kind === 'passage' ? `${hit.source} ${hit.id}` : ''));
    assert.deepEqual(passages('topic:areas'), ['harbour-1 p1', 'harbour-1 p3', 'lamp-2 p2']);
    assert.deepEqual(passages('partner:japan|nato'), ['harbour-1 p1', 'harbour-1 p3']);
    assert.deepEqual(passages('-partner:japan source:harbour-1'), ['harbour-1 p2']);
    assert.deepEqual(
      [...new Set(asked)],
      ['topic:areas|cyber', 'partner:japan|nato', 'partner:japan'],
    );
  });

  it('finds all excerpts and passages, by source, and says when there may be more', () => {
    const of = (query: string, limit = 100): unknown => {
      const { excerpts, passages, isLeast } = searcher.findTexts(query, limit);
      return {
        excerpts: excerpts.map((hit) => hit().id),
        passages: [...passages].map(([source, hits]) => [source, hits.map((hit) => hit().id)]),
        isLeast,
      };
    };
    assert.deepEqual(of('keeper'), {
      excerpts: [],
      passages: [
        ['lamp-2', ['p1', 'p2']],
        ['harbour-1', ['p1']],
      ],
      isLeast: false,
    });
    assert.deepEqual(of('keeper', 1), {
      excerpts: [],
      passages: [['lamp-2', ['p1']]],
      isLeast: true,
    });
    assert.deepEqual(of('topic:cyber'), {
      excerpts: ['third'],
      passages: [],
      isLeast: false,
    });
    assert.deepEqual(of(' '), { excerpts: [], passages: [], isLeast: false });
  });

  it('never throws, and gives as many hits as asked for, in order', () => {
    fc.assert(
      fc.property(anyString, fc.constantFrom(0, 1, 3, 1e9, -1, NaN, undefined), (query, limit) => {
        const { hits, nearest } = searcher.search(query, limit === undefined ? {} : { limit });
        assert.ok(hits.length <= Math.max(0, limit ?? 20) || Number.isNaN(limit));
        assert.ok(hits.length === 0 || nearest.length === 0);
        hits.slice(1).forEach(({ score }, at) => assert.ok(score <= hits[at]!.score));
      }),
    );
  });

  it('takes queries of any length and script', () => {
    const units = ['a', 'a ', 'the lamp ', '"', '-a ', '"a" ', 'é', '日本', '🙂', '\ud800', '\0'];
    for (const unit of [...units, '(a+)+$ ', 'topic:a ', 'source:"', 'before:2001 ']) {
      const query = unit.repeat(Math.ceil(10_000 / unit.length));
      assert.ok(Array.isArray(searcher.search(query).hits));
      assert.ok(Array.isArray(searcher.completeFilter(query, query.length)));
    }
  });
});
