import fc from 'fast-check';
import assert from 'node:assert/strict';
import { Catalog } from '../../../../src/core/packs/catalog';
import type { Pack, Since, SourceId } from '../../../../src/core/model';
import { createPackSearcher } from '../../../support/packSearcher';
import type { Hit } from '../../../../src/core/search/searcher';
import { SMALL_CATALOG, SMALL_PACK, withGroup } from '../../../support/smallPack';
import { anyString } from './anyString';

const citations = [{ source: 'interview', locator: '1.1' }];

const PARTNERS_OF: Readonly<Record<string, readonly string[]>> = {
  tests: ['japan'],
  programme: ['japan'],
  group: ['japan', 'ici', 'north-korea', 'australia'],
};

/** Enough to have names, other names and texts to search. */
const catalog = new Catalog([
  {
    ...SMALL_PACK,
    topics: [
      {
        id: 'frameworks',
        name: 'Partnership frameworks',
        summary: 'How NATO groups its partners.',
      },
    ],
    partners: [
      { id: 'ici', kind: 'framework', name: 'Istanbul Cooperation Initiative', aliases: ['ICI'] },
      { id: 'north-korea', kind: 'actor', name: 'North Korea', aliases: ['DPRK'] },
      { id: 'japan', kind: 'partner', name: 'Japan' },
      { id: 'australia', kind: 'partner', name: 'Australia' },
    ].map((partner) => ({ ...partner, profile: '', basis: { kind: 'source', citations } })),
    terms: [
      {
        id: 'ici-term',
        name: 'Istanbul Cooperation Initiative',
        kind: 'framework',
        abbreviation: 'ICI',
        definition: 'A framework with four Gulf states.',
        partner: 'ici',
        basis: { kind: 'general', citations: [] },
      },
      {
        id: 'cyber-defence',
        name: 'cyber defence',
        kind: 'concept',
        definition: 'Protection of networks.',
        basis: { kind: 'source', citations },
      },
    ],
    excerpts: [
      ['gulf', '1.1', 'Gulf partners', 'The Istanbul Cooperation Initiative gathers four states.'],
      ['tests', '1.2', 'Missile tests', 'North Korea’s tests worried Japan in 2016.'],
      ['areas', '2.1', 'Ten priority areas', 'They likely include cyber defense and innovation.'],
      ['programme', '2.2', 'A new programme', 'Japan signed a programme and other agreements.'],
      ['hubs', '2.3', 'Hubs of the US', 'Their spokes have little in common.'],
      ['group', '2.4', 'Safety in numbers', 'Together they are heard.'],
    ].map(([id, locator, heading, text]) => ({
      id,
      locator,
      heading,
      text,
      source: 'interview',
      topics: id === 'gulf' ? ['frameworks'] : [],
      partners: PARTNERS_OF[id ?? ''] ?? [],
      terms: [],
      dates: [],
    })),
    events: [],
  } as unknown as Pack,
]);
const searcher = createPackSearcher(catalog);

function ids(query: string, kinds?: readonly Hit['kind'][]): string[] {
  return searcher.search(query, kinds && { kinds }).hits.map(({ kind, id }) => `${kind} ${id}`);
}

/** The best excerpt for a query. */
function best(query: string): string | undefined {
  return searcher.search(query, { kinds: ['excerpt'] }).hits[0]?.id;
}

describe('pack search', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['an acronym for its expansion', 'ICI', 'gulf'],
    ['another name of a state', 'DPRK tests', 'tests'],
    ['an adjective for a country', 'Korean tests', 'tests'],
    ['British spelling for American', 'cyber defence', 'areas'],
    ['two words written as one', 'cyberdefence', 'areas'],
    ['American spelling for British', 'new program', 'programme'],
    ['digits for a number word', '10 areas', 'areas'],
    ['words that mean nearly the same', 'treaty', 'programme'],
    ['an irregular form of such a word', 'conclusion', 'programme'],
    ['a country that is written like a pronoun', 'US together', 'hubs'],
    ['a question', 'what have they signed with Japan', 'programme'],
    ['the beginning of a word', 'innov', 'areas'],
    ['a typo', 'misile', 'tests'],
    ['words in another order', 'areas priority', 'areas'],
    ['another inflection', 'worrying test', 'tests'],
    ['a year', '2016', 'tests'],
  ];
  for (const [title, query, expected] of cases) {
    it(`finds ${title}`, () => assert.equal(best(query), expected));
  }

  it('puts what the query names first, then excerpts', () => {
    assert.deepEqual(ids('Istanbul Cooperation Initiative').slice(0, 3), [
      'partner ici',
      'term ici-term',
      'excerpt gulf',
    ]);
    assert.deepEqual(ids('Istambul cooperation initative')[0], 'partner ici');
    assert.deepEqual(ids('what is the ICI?')[0], 'partner ici');
  });

  it('lets excerpts lead otherwise', () => {
    assert.equal(ids('missile tests in Japan')[0], 'excerpt tests');
  });

  it('takes an excerpt on many partners for one on none of them alone', () => {
    assert.deepEqual(ids('Japan', ['excerpt']), ['excerpt tests', 'excerpt programme']);
  });

  it('finds only the kinds that are asked for', () => {
    assert.deepEqual(ids('cyber', ['term']), ['term cyber-defence']);
    assert.deepEqual(ids('kind:term cyber', ['excerpt']), []);
  });

  it('narrows by filters', () => {
    assert.deepEqual(ids('partner:japan kind:excerpt tests'), ['excerpt tests']);
    assert.deepEqual(ids('topic:frameworks states kind:excerpt'), ['excerpt gulf']);
  });

  it('lists what filters leave when there are no words', () => {
    assert.deepEqual(ids('partner:japan kind:excerpt'), [
      'excerpt tests',
      'excerpt programme',
      'excerpt group',
    ]);
    assert.deepEqual(ids('partner:japan kind:excerpt -missile'), [
      'excerpt programme',
      'excerpt group',
    ]);
  });

  describe('for a partner', () => {
    const grouped = createPackSearcher(new Catalog([withGroup()]));
    const found = (query: string): string[] =>
      grouped.search(query).hits.map(({ kind, id }) => `${kind} ${id}`);

    it('puts what names it before what names a group that it is in', () => {
      assert.deepEqual(found('partner:japan kind:excerpt'), [
        'excerpt first',
        'excerpt second',
        'excerpt third',
      ]);
      assert.deepEqual(found('partner:tonga kind:excerpt'), ['excerpt first', 'excerpt third']);
      assert.deepEqual(found('partner:tonga kind:event'), ['event later']);
    });

    it('does so however well either matches', () => {
      assert.deepEqual(found('partner:japan kind:excerpt text of third second'), [
        'excerpt second',
        'excerpt third',
      ]);
      assert.equal(found('kind:excerpt text of third second')[0], 'excerpt third');
    });

    it('does so for all of several', () => {
      assert.deepEqual(found('partner:japan partner:tonga kind:excerpt'), [
        'excerpt first',
        'excerpt third',
      ]);
    });

    it('finds of a group what names the group', () => {
      assert.deepEqual(found('partner:pair kind:excerpt'), ['excerpt third']);
      assert.deepEqual(found('partner:p2 kind:event'), ['event later']);
    });

    it('leaves out both kinds where it is excluded', () => {
      assert.deepEqual(found('kind:excerpt -partner:tonga'), ['excerpt second', 'excerpt loose']);
    });

    it('finds its group after what is about itself', () => {
      assert.deepEqual(found('partner:tonga kind:partner'), [
        'partner japan',
        'partner nato',
        'partner tonga',
        'partner pair',
      ]);
    });
  });

  it('requires phrases and leaves out what is excluded', () => {
    assert.deepEqual(ids('"priority areas"', ['excerpt']), ['excerpt areas']);
    assert.deepEqual(ids('Japan -"missile tests"', ['excerpt']), ['excerpt programme']);
  });

  it('gives title, text, source and locator of a hit, and where the query matched', () => {
    const [hit] = searcher.search('cyber innovation area', { kinds: ['excerpt'] }).hits;
    assert.ok(hit);
    const { score, ...rest } = hit;
    assert.ok(score > 0);
    const inText = hit.highlights.text.map(({ start, end }) => hit.text.slice(start, end));
    assert.deepEqual(inText, ['cyber', 'innovation']);
    assert.deepEqual(rest, {
      kind: 'excerpt',
      id: 'areas',
      title: 'Ten priority areas',
      text: 'They likely include cyber defense and innovation.',
      source: 'interview',
      locator: '2.1',
      highlights: { ...hit.highlights, title: [{ start: 13, end: 18 }] },
    });
  });

  it('finds nothing for nothing', () => {
    for (const query of ['', '  ', '""', '-', 'topic:', '-japan']) {
      assert.deepEqual(searcher.search(query), { hits: [], nearest: [] });
      assert.deepEqual(searcher.search(query, { kinds: ['term'] }), { hits: [], nearest: [] });
    }
  });

  it('names what is near when it finds nothing', () => {
    const { hits, nearest } = searcher.search('"Istanbul initiative"');
    assert.deepEqual(hits, []);
    assert.equal(nearest[0], 'Istanbul Cooperation Initiative');
    assert.ok(nearest.length <= 3);
    assert.ok(searcher.search(nearest[0]).hits.length > 0);
  });

  it('names nothing that has no word of the query', () => {
    for (const query of [
      '"resilience audits"',
      'kind:partner deterrence',
      'kind:term xylophones',
    ]) {
      assert.deepEqual(searcher.search(query), { hits: [], nearest: [] }, query);
    }
  });

  it('names values near an unknown one of a filter', () => {
    assert.deepEqual(searcher.search('tests partner:jpaan'), { hits: [], nearest: ['Japan'] });
    assert.deepEqual(searcher.search('tests partner:mars'), { hits: [], nearest: [] });
  });

  it('gives at most as many hits as asked for, the best ones', () => {
    const all = searcher.search('japan partners').hits;
    assert.deepEqual(searcher.search('japan partners', { limit: 2 }).hits, all.slice(0, 2));
    assert.ok(all.length > 2);
  });

  it('never throws, keeps scores in order and highlights within the texts', () => {
    fc.assert(
      fc.property(anyString, (query) => {
        const { hits, nearest } = searcher.search(query);
        assert.ok(hits.length === 0 || nearest.length === 0);
        hits.forEach((hit, at) => {
          assert.ok(hit.score <= (hits[at - 1]?.score ?? Number.POSITIVE_INFINITY));
          for (const [text, spans] of [
            [hit.title, hit.highlights.title],
            [hit.text, hit.highlights.text],
          ] as const) {
            let before = 0;
            for (const { start, end } of spans) {
              assert.ok(start >= before && end > start && end <= text.length);
              before = end;
            }
          }
        });
      }),
    );
  });

  it('takes queries of any length and script', () => {
    for (const unit of [
      'a',
      'a ',
      '"',
      '-a ',
      '"a" ',
      'é',
      '日本',
      '🙂',
      '\ud800',
      '\0',
      '(a+)+$ ',
    ]) {
      const query = unit.repeat(Math.ceil(10_000 / unit.length));
      assert.ok(Array.isArray(searcher.search(query).hits));
    }
  });

  it('works on a catalog without entries', () => {
    const empty = createPackSearcher(new Catalog([]));
    assert.deepEqual(empty.search('japan partner:japan'), { hits: [], nearest: [] });
    assert.deepEqual(empty.completeFilter('topic:', 6), []);
  });

  it('completes filters', () => {
    const [first] = createPackSearcher(SMALL_CATALOG).completeFilter('partner:ja', 10);
    assert.deepEqual(first, { label: 'Japan', query: 'partner:japan ' });
  });

  it('finds what has been overtaken by the words of what has happened since', () => {
    const since: readonly Since[] = [
      {
        text: 'The quay burned down.',
        date: { text: '1 May 2025', start: '2025-05-01', precision: 'day' },
        source: 'interview' as SourceId,
      },
    ];
    const dated = new Catalog([
      {
        ...SMALL_PACK,
        terms: SMALL_PACK.terms.map((term) => (term.name === 'École' ? { ...term, since } : term)),
      },
    ]);
    const [first] = createPackSearcher(dated).search('quay burned').hits;
    assert.equal(first?.id, 'ecole');
  });
});
