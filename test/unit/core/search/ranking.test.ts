import fc from 'fast-check';
import assert from 'node:assert/strict';
import { PassageSearcher } from '../../../../src/core/search/passageSearcher';
import { parseQuery } from '../../../../src/core/search/queryParser';
import { Ranker } from '../../../../src/core/search/ranking';
import { SlotPlanner } from '../../../../src/core/search/slots';
import { RANKING } from '../../../../src/core/search/weights';
import { PassageIndexBuilder } from '../../../../src/core/search/passageIndexBuilder';
import { naiveScore } from './naiveScore';
import { indexOf, somePassages, someQuery, type Passage } from './passages';

describe('ranking', () => {
  it('scores by the formula', () => {
    fc.assert(
      fc.property(somePassages, someQuery, (passages, query) => {
        const index = indexOf(passages);
        // Without a second word, places do not count.
        const slots = new SlotPlanner(index).plan(parseQuery(query).words, false);
        const ranked = new Ranker(index).rank(slots, undefined, passages.length);
        const scores = new Map(ranked.map(({ passage, score }) => [passage, score]));
        passages.forEach((passage, number) => {
          const plain = naiveScore(slots, passage, [...index.vocabulary], index.idf);
          const score = scores.get(number) ?? 0;
          assert.ok(score >= plain * 0.9999, `${score} is less than ${plain}`);
          assert.ok(score <= plain * (1 + RANKING.proximity) * 1.0001, `${score} of ${plain}`);
        });
      }),
    );
  });

  it('gives the best, in order, however few are asked for', () => {
    fc.assert(
      fc.property(
        somePassages,
        someQuery,
        fc.integer({ min: 1, max: 5 }),
        (passages, query, limit) => {
          const searcher = new PassageSearcher(indexOf(passages));
          const all = searcher.find(parseQuery(query), undefined, passages.length).passages;
          const few = searcher.find(parseQuery(query), undefined, limit).passages;
          assert.deepEqual(few, all.slice(0, limit));
          all.slice(1).forEach(({ score, passage }, at) => {
            const before = all[at]!;
            assert.ok(score < before.score || (score === before.score && passage > before.passage));
          });
        },
      ),
    );
  });

  it('does not depend on the order in which passages were added', () => {
    fc.assert(
      fc.property(somePassages, someQuery, (passages, query) => {
        const scores = (order: readonly Passage[]): Map<Passage | undefined, number> => {
          const { passages: found } = new PassageSearcher(indexOf(order)).find(
            parseQuery(query),
            undefined,
            order.length,
          );
          return new Map(found.map(({ passage, score }) => [order[passage], score]));
        };
        assert.deepEqual(scores([...passages].reverse()), scores(passages));
      }),
    );
  });

  it('leaves nothing behind for the next query', () => {
    fc.assert(
      fc.property(somePassages, someQuery, someQuery, (passages, first, second) => {
        const index = indexOf(passages);
        const used = new PassageSearcher(index);
        used.find(parseQuery(first), undefined, 3);
        assert.deepEqual(
          used.find(parseQuery(second), undefined, 3).passages,
          new PassageSearcher(index).find(parseQuery(second), undefined, 3).passages,
        );
      }),
    );
  });

  it('finds only what is accepted', () => {
    fc.assert(
      fc.property(
        somePassages,
        someQuery,
        fc.infiniteStream(fc.boolean()),
        (passages, query, coin) => {
          const accepts = Uint8Array.from(passages, () => (coin.next().value ? 1 : 0));
          const searcher = new PassageSearcher(indexOf(passages));
          const { passages: found } = searcher.find(parseQuery(query), accepts, passages.length);
          assert.ok(found.every(({ passage }) => accepts[passage] === 1));
        },
      ),
    );
  });
});

describe('passage search', () => {
  const texts = [
    'Russia sends a signal to China',
    'China sends Russia a message',
    'The alliance met its allies',
    'A summit of the alliance in Madrid',
    'Polar regions and arms control',
    'Arms and the control of polar trade',
  ];
  const passages = texts.map((text) => ({ title: [], text: text.split(' ') }));
  const searcher = new PassageSearcher(indexOf(passages));
  const first = (query: string): string | undefined =>
    texts[searcher.find(parseQuery(query), undefined, 3).passages[0]?.passage ?? -1];

  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ['prefers words that stand as in the query', 'arms control', texts[4]],
    ['prefers their order', 'control of polar', texts[5]],
    ['prefers the word as it is to its inflections', 'allies met', texts[2]],
    ['finds other inflections', 'ally meeting', texts[2]],
    ['finds a word being typed', 'summit mad', texts[3]],
    ['finds a word cut short inside', 'summ madrid', texts[3]],
    ['forgives one typo', 'sumit', texts[3]],
    ['forgives two typos in a long word', 'aliiance madrid', texts[3]],
    ['forgives a typo in a word being typed', 'madr alianc', texts[3]],
    ['forgives swapped letters', 'sumimt', texts[3]],
    ['forgives a typo that makes another word', 'trade message china', texts[1]],
    ['takes function words for little', 'what is the summit', texts[3]],
    ['finds function words alone', 'of the', texts[3]],
    ['brings nothing for function words beside an unknown word', 'the xyzzyplugh', undefined],
    ['requires a phrase', '"arms control"', texts[4]],
    ['finds nothing for a phrase that is nowhere', '"control arms"', undefined],
    ['leaves out what is excluded', 'arms -regions', texts[5]],
    ['leaves out an excluded phrase', 'polar -"arms control"', texts[5]],
    ['leaves out the plural of what is excluded', 'polar -region', texts[5]],
    ['leaves out the singular of what is excluded', 'alliance -summits', texts[2]],
    ['finds nothing for nothing', '', undefined],
  ];
  for (const [title, query, expected] of cases) {
    it(title, () => assert.equal(first(query), expected));
  }

  describe('with headings', () => {
    const fields = [
      { weight: 1, lengthNorm: 0.8, typicalLength: 110 },
      { weight: 0.75, lengthNorm: 0.5, typicalLength: 5, isAbove: true as const },
    ];
    const order = (parts: readonly (readonly [string, string])[], query: string): number[] => {
      const builder = new PassageIndexBuilder(fields);
      parts.forEach((part) => builder.add(part));
      const found = new PassageSearcher(builder.build()).find(parseQuery(query), undefined, 20);
      return found.passages.map(({ passage }) => passage);
    };
    const fragments = ['Nina Sample', '+ Follow', 'Copied'];
    const long = (sentence: string): string => `${sentence} ${'and so on '.repeat(90)}`;
    const page: readonly (readonly [string, string])[] = [
      ...fragments.map((text) => [text, 'Marlandish ferries sail again'] as const),
      [long('The ferries of Marland are old.'), 'Ferries'],
      ['Marland', 'Contents'],
      [long('Marland buys two ferries.'), 'Marlandish ferries sail again'],
    ];

    it('puts a passage below those that say it themselves where its heading alone says it', () => {
      const found = order(page, 'Marland');
      assert.deepEqual(new Set(found.slice(0, 3)), new Set([3, 4, 5]));
      assert.equal(found[0], 4);
    });

    it('does so while a word is typed, and for an inflection', () => {
      assert.deepEqual(new Set(order(page, 'Marlan').slice(0, 3)), new Set([3, 4, 5]));
      assert.deepEqual(new Set(order(page, 'ferry ').slice(0, 2)), new Set([3, 5]));
    });

    it('gives the same best, however few are asked for', () => {
      fc.assert(
        fc.property(
          somePassages,
          someQuery,
          fc.integer({ min: 1, max: 5 }),
          (passages, query, limit) => {
            const builder = new PassageIndexBuilder(fields);
            passages.forEach(({ title, text }) => builder.add([text.join(' '), title.join(' ')]));
            const searcher = new PassageSearcher(builder.build());
            const all = searcher.find(parseQuery(query), undefined, passages.length).passages;
            const few = searcher.find(parseQuery(query), undefined, limit).passages;
            assert.deepEqual(few, all.slice(0, limit));
          },
        ),
      );
    });

    it('lets a heading help a passage that says something of it', () => {
      const parts = [
        ['The keeper lit the lamp.', 'Harbours'],
        ['The keeper lit the lamp.', 'Lighthouses'],
      ] as const;
      assert.deepEqual(order(parts, 'lighthouse keeper')[0], 1);
    });

    it('finds by headings what no passage says as a whole', () => {
      const parts = [
        [long('The council met twice.'), 'Minutes'],
        ['It was adjourned.', 'Annual harbour review'],
        [long('The harbour was closed.'), 'Minutes'],
      ] as const;
      assert.equal(order(parts, 'annual harbour review')[0], 1);
    });
  });

  it('takes words for inflections only within their family', () => {
    const families = [
      ['informality', 'information'],
      ['community', 'communication'],
      ['international', 'internal'],
      ['organization', 'organ'],
      ['universities', 'universal'],
    ].flat();
    const index = indexOf(families.map((word) => ({ title: [], text: [word, 'said'] })));
    const found = (query: string): string[] =>
      new PassageSearcher(index)
        .find(parseQuery(query), undefined, 9)
        .passages.map(({ passage }) => families[passage] ?? '');
    assert.deepEqual(found('informally said').slice(0, 1), ['informality']);
    assert.deepEqual(found('informal '), ['informality']);
    assert.deepEqual(found('communities '), ['community']);
    assert.deepEqual(found('internationally '), ['international']);
    assert.deepEqual(found('organizations '), ['organization']);
    assert.deepEqual(found('university '), ['universities']);
  });

  describe('with accents', () => {
    const words = ['défense', 'defense', 'défenses', 'Müller', 'muller'];
    const index = indexOf(words.map((word) => ({ title: [], text: [word, 'paris'] })));
    const found = (query: string): string[] =>
      new PassageSearcher(index)
        .find(parseQuery(query), undefined, 9)
        .passages.map(({ passage }) => words[passage] ?? '');

    it('puts the word as typed first', () => {
      assert.equal(found('défense ')[0], 'défense');
      assert.equal(found('DE\u0301FENSE ')[0], 'défense');
      assert.equal(found('paris müller')[0], 'Müller');
      assert.ok(found('défense ').includes('defense'));
    });

    it('finds both without', () => {
      assert.deepEqual(new Set(found('muller ')), new Set(['Müller', 'muller']));
      assert.deepEqual(new Set(found('defen')), new Set(['défense', 'defense', 'défenses']));
    });

    it('takes the plain word where no text has the accents', () => {
      assert.equal(found('pâris ').length, 5);
    });

    it('prefers it while it is typed', () => {
      assert.equal(found('défen')[0], 'défense');
    });
  });

  it('takes no other number for a typo', () => {
    const years = indexOf([{ title: [], text: ['2016', 'meeting'] }]);
    const found = new PassageSearcher(years).find(parseQuery('2019 '), undefined, 3);
    assert.deepEqual(found.passages, []);
  });
});
