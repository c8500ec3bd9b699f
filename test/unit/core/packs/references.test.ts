import assert from 'node:assert/strict';
import { parsePack } from '../../../../src/core/packs/parse';
import { itLoadsTheRest, parse, places, set } from './badPack';
import { contentsOf, idsOf, put, soundPack } from './packFiles';

const TOPICS = ['topics/history', 'topics/early-years', 'topics/future'];

const remove =
  (...path: readonly [string, ...(string | number)[]]) =>
  (draft: Record<string, unknown>) =>
    put(draft, path, undefined);

describe('references', () => {
  describe('that lead nowhere are dropped from', () => {
    itLoadsTheRest([
      [
        'the topics of an excerpt',
        set('excerpts.json', 'excerpts', 0, 'topics')(['nowhere', 'history', 'constructor']),
        ['excerpts.json $.excerpts[0].topics[0]', 'excerpts.json $.excerpts[0].topics[2]'],
      ],
      [
        'the partners of an excerpt',
        set('excerpts.json', 'excerpts', 0, 'partners', 1)('nowhere'),
        ['excerpts.json $.excerpts[0].partners[1]'],
      ],
      [
        'the terms of an excerpt',
        set('excerpts.json', 'excerpts', 0, 'terms', 0)('nowhere'),
        ['excerpts.json $.excerpts[0].terms[0]'],
      ],
      [
        'the lists of an event',
        (draft) => {
          for (const list of ['topics', 'partners', 'excerpts']) {
            put(draft, ['events.json', 'events', 0, list, 0], 'nowhere');
          }
        },
        ['topics', 'partners', 'excerpts'].map((list) => `events.json $.events[0].${list}[0]`),
      ],
      [
        'the relations of a term',
        set('terms.json', 'terms', 0, 'related', 1)('nowhere'),
        ['terms.json $.terms[0].related[1]'],
      ],
      [
        'the partner of a term',
        set('terms.json', 'terms', 1, 'partner')('nowhere'),
        ['terms.json $.terms[1].partner'],
      ],
      [
        'the terms of a topic',
        set('topics.json', 'topics', 0, 'terms')(['nowhere']),
        ['topics.json $.topics[0].terms[0]'],
      ],
      [
        'the members of a group',
        set('partners.json', 'partners', 2, 'members', 1)('nowhere'),
        ['partners.json $.partners[2].members[1]'],
      ],
      [
        'a group that is its own member',
        set('partners.json', 'partners', 2, 'members', 1)('pair'),
        ['partners.json $.partners[2].members[1]'],
      ],
      [
        'groups that are members of each other',
        set('partners.json', 'partners', 1, 'members')(['pair', 'japan']),
        ['partners.json $.partners[1].members[0]', 'partners.json $.partners[2].members[1]'],
      ],
      [
        'the agreements of a partner',
        set('partners.json', 'partners', 0, 'agreements', 0, 'source')('nowhere'),
        ['partners.json $.partners[0].agreements[0].source'],
      ],
      [
        'a basis that has others',
        set('partners.json', 'partners', 0, 'basis', 'citations', 0, 'source')('nowhere'),
        ['partners.json $.partners[0].basis.citations[0].source'],
      ],
      [
        'the basis of a topic, which stays',
        set('topics.json', 'topics', 0, 'basis', 'citations', 0, 'source')('nowhere'),
        ['topics.json $.topics[0].basis.citations[0].source'],
      ],
      [
        'statements',
        (draft) => {
          put(draft, ['topics.json', 'topics', 0, 'inSource', 0, 'citations', 0, 'source'], 'gone');
          put(draft, ['terms.json', 'terms', 0, 'inSource', 0, 'citations', 1, 'source'], 'gone');
        },
        [
          'topics.json $.topics[0].inSource[0].citations[0].source',
          'terms.json $.terms[0].inSource[0].citations[1].source',
        ],
      ],
      [
        'what happened since',
        (draft) => {
          put(draft, ['topics.json', 'topics', 0, 'since', 0, 'source'], 'gone');
          put(draft, ['partners.json', 'partners', 0, 'since', 0, 'source'], 'gone');
          const agreement = ['partners.json', 'partners', 0, 'agreements', 0] as const;
          put(draft, [...agreement, 'since', 0, 'source'], 'gone');
          put(draft, ['excerpts.json', 'excerpts', 0, 'since', 0, 'source'], 'gone');
          put(draft, ['events.json', 'events', 0, 'since', 0, 'source'], 'gone');
        },
        [
          'partners.json $.partners[0].agreements[0].since[0].source',
          'partners.json $.partners[0].since[0].source',
          'topics.json $.topics[0].since[0].source',
          'excerpts.json $.excerpts[0].since[0].source',
          'events.json $.events[0].since[0].source',
        ],
      ],
      [
        'a basis of general knowledge',
        set('terms.json', 'terms', 1, 'basis', 'citations', 0, 'source')('nowhere'),
        ['terms.json $.terms[1].basis.citations[0].source'],
      ],
    ]);
  });

  it('leave a group without members a partner like any other', () => {
    const draft = set('partners.json', 'partners', 2, 'members')(['nowhere'])(soundPack());
    const group = parse(draft).pack?.partners.find(({ id }) => id === 'pair');
    assert.ok(group && !('members' in group));
  });

  describe('of what happened since are dropped where it is not later than', () => {
    const june = { text: 'June 2022', start: '2022-06', precision: 'month' };
    itLoadsTheRest([
      [
        'the day that an entry gives',
        set('terms.json', 'terms', 0, 'since', 0, 'date')(june),
        ['terms.json $.terms[0].since[0].date'],
      ],
      [
        'the day of a partner, for its agreements as well',
        (draft) => {
          put(draft, ['partners.json', 'partners', 0, 'since', 0, 'date'], june);
          const agreement = ['partners.json', 'partners', 0, 'agreements', 0] as const;
          put(draft, [...agreement, 'since', 0, 'date'], june);
        },
        [
          'partners.json $.partners[0].agreements[0].since[0].date',
          'partners.json $.partners[0].since[0].date',
        ],
      ],
      [
        'the day of the source of an excerpt',
        (draft) => {
          remove('excerpts.json', 'excerpts', 0, 'asOf')(draft);
          const day = { text: '9 July 2024', start: '2024-07-09', precision: 'day' };
          put(draft, ['excerpts.json', 'excerpts', 0, 'since', 0, 'date'], day);
        },
        ['excerpts.json $.excerpts[0].since[0].date'],
      ],
    ]);

    it('the entry, and only there', () => {
      const draft = soundPack();
      const facts = ['topics.json', 'topics', 0, 'since'] as const;
      const later = { text: 'It went on.', date: { ...june, start: '2025' }, source: 'paper' };
      put(draft, [...facts, 0, 'date'], june);
      put(draft, [...facts, 1], { ...later, date: { ...later.date, precision: 'year' } });
      const { pack } = parse(draft);
      assert.deepEqual(
        pack?.topics[0]?.since?.map(({ text }) => text),
        ['It went on.'],
      );
    });
  });

  describe('that an entry cannot do without take it along:', () => {
    itLoadsTheRest([
      [
        'the source of an excerpt',
        set('excerpts.json', 'excerpts', 1, 'source')('nowhere'),
        ['excerpts.json $.excerpts[1].source'],
        ['excerpts/outlook'],
      ],
      [
        'the source of an event',
        set('events.json', 'events', 0, 'source')('nowhere'),
        ['events.json $.events[0].source'],
        ['events/summit'],
      ],
      [
        'the only citation of a definition',
        set('terms.json', 'terms', 0, 'basis', 'citations', 0, 'source')('nowhere'),
        ['terms.json $.terms[0].basis.citations[0].source'],
        ['terms/ip4'],
      ],
    ]);
  });

  describe('to what has been left out go without a word, to', () => {
    itLoadsTheRest([
      [
        'a term that is not sound',
        set('terms.json', 'terms', 1, 'kind')('nation'),
        ['terms.json $.terms[1].kind'],
        ['terms/japan'],
      ],
      [
        'a partner that rests on nothing',
        set(
          'partners.json',
          'partners',
          0,
          'basis',
          'citations',
        )([{ source: 'nowhere', locator: '1' }]),
        ['partners.json $.partners[0].basis.citations[0].source'],
        ['partners/japan'],
      ],
      ['a missing file', remove('topics.json'), ['topics.json $'], TOPICS],
    ]);

    it('the sources, without which only general knowledge stands', () => {
      const parsed = parse(remove('sources.json')(soundPack()));
      assert.deepEqual(places(parsed), ['sources.json $']);
      assert.deepEqual(idsOf(parsed.pack), [
        ...TOPICS,
        'partners/nato',
        'partners/pair',
        'terms/japan',
        'terms/nato',
      ]);
    });
  });

  describe('between topics', () => {
    const parents = (history: string, earlyYears: string, future: string) => (draft: object) => {
      [history, earlyYears, future].forEach((parent, index) => {
        put({ ...draft }, ['topics.json', 'topics', index, 'parent'], parent || undefined);
      });
    };
    const moved = (...indexes: number[]): string[] =>
      indexes.map((index) => `topics.json $.topics[${index}].parent`);
    itLoadsTheRest([
      ['may point down the file', parents('future', 'future', ''), []],
      ['lead nowhere', parents('', 'nowhere', ''), moved(1)],
      ['do not go down three levels', parents('', 'history', 'early-years'), moved(2)],
      ['do not go to the topic itself', parents('history', '', ''), moved(0)],
      ['do not go in a circle of two', parents('early-years', 'history', ''), moved(0, 1)],
      ['do not go in a circle', parents('early-years', 'future', 'history'), moved(0, 1, 2)],
    ]);

    it('leave a topic at the first level when its parent is refused', () => {
      const draft = soundPack();
      parents('', 'history', 'early-years')(draft);
      const topics = parse(draft).pack?.topics.map(({ id, parent }) => [id, parent]);
      assert.deepEqual(topics, [
        ['history', undefined],
        ['early-years', 'history'],
        ['future', undefined],
      ]);
    });
  });

  describe('and ids that are taken:', () => {
    const again = (draft: Record<string, unknown>, list: string, index: number, id: string) =>
      put(draft, [`${list}.json`, list, index, 'id'], id);

    itLoadsTheRest([
      [
        'the first entry of a kind keeps its id',
        (draft) => again(draft, 'events', 1, 'summit'),
        ['events.json $.events[1].id'],
        ['events/founding'],
      ],
      [
        'an entry that is not sound takes no id',
        (draft) =>
          put(again(draft, 'events', 0, 'founding'), ['events.json', 'events', 0, 'text'], 1),
        ['events.json $.events[0].text'],
        ['events/summit'],
      ],
    ]);

    it('entries of different kinds may share an id', () => {
      const draft = again(again(soundPack(), 'events', 1, 'history'), 'sources', 1, 'paper');
      assert.deepEqual(places(parse(draft)), []);
    });

    it('an id that has a meaning for objects is an id like any other', () => {
      const { pack, problems } = parse(again(soundPack(), 'events', 1, 'constructor'));
      assert.deepEqual(problems, []);
      assert.equal(pack?.events[1]?.id, 'constructor');
    });

    it('an earlier pack keeps its ids, and a later one does not cite it by mistake', () => {
      const earlier = parse(soundPack()).pack;
      assert.ok(earlier);
      const later = {
        'pack.json': { ...(soundPack()['pack.json'] as object), id: 'later' },
        'sources.json': { sources: [{ id: 'paper', type: 'report', label: 'Another paper' }] },
        'topics.json': { topics: [{ id: 'methods', name: 'Methods', summary: 'How.' }] },
        'partners.json': { partners: [] },
        'terms.json': { terms: [] },
        'excerpts.json': {
          excerpts: [{ ...earlier.excerpts[1], id: 'from-another-paper', topics: ['methods'] }],
        },
        'events.json': { events: [] },
      };
      const { pack, problems } = parsePack('packs/later', contentsOf(later), [earlier]);
      assert.deepEqual(problems, [
        {
          file: 'packs/later/sources.json',
          path: '$.sources[0].id',
          message: 'The source "paper" is left out: "id" is taken by another pack.',
          remedy: 'Give it an id of its own, or remove it if it is the same thing.',
        },
      ]);
      assert.deepEqual(idsOf(pack), ['topics/methods']);
    });

    it('a pack with the id of an earlier one is left out as a whole', () => {
      const earlier = parse(soundPack()).pack;
      assert.ok(earlier);
      const { pack, problems } = parsePack('packs/copy', contentsOf(soundPack()), [earlier]);
      assert.equal(pack, undefined);
      assert.deepEqual(
        problems.map(({ file, path }) => [file, path]),
        [['packs/copy/pack.json', '$.id']],
      );
    });
  });
});
