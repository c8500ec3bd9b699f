import fc from 'fast-check';
import assert from 'node:assert/strict';
import { Catalog } from '../../../../src/core/packs/catalog';
import type { Pack, PackId, Topic, TopicId } from '../../../../src/core/model';
import { knownTermOfPack } from '../../../../src/core/terms/knownTerm';
import { documentFingerprint, knowledgeFingerprint } from '../../../../src/core/tags/fingerprints';
import { Tagger } from '../../../../src/core/tags/tagger';
import { runAtOnce } from '../../../../src/util/slices';
import { ownTerms } from '../../../support/knownTerms';
import { SMALL_PACK } from '../../../support/smallPack';
import { taggable } from '../../../support/taggable';

const NAMES = [
  ...SMALL_PACK.topics.map(({ name }) => name),
  ...SMALL_PACK.partners.map(({ name }) => name),
  ...SMALL_PACK.terms.map(({ name }) => name),
];
const line = fc
  .array(fc.oneof(fc.constantFrom(...NAMES), fc.constantFrom('the', 'said.', 'In', 'of')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((words) => words.join(' '));
const document = fc.array(line, { minLength: 1, maxLength: 6 });
const CATALOG = new Catalog([SMALL_PACK]);
const KNOWLEDGE = { catalog: CATALOG, terms: CATALOG.all('term').map(knownTermOfPack) };
const TAGGER = Tagger.of(KNOWLEDGE);

describe('tagging', () => {
  it('gives the same whatever was tagged before, and by a tagger made anew', () => {
    fc.assert(
      fc.property(document, document, (lines, others) => {
        const { lists } = TAGGER.tag(taggable(lines));
        TAGGER.tag(taggable(others));
        assert.deepEqual(TAGGER.tag(taggable(lines)).lists, lists);
        assert.deepEqual(Tagger.of(KNOWLEDGE).tag(taggable(lines)).lists, lists);
      }),
      { numRuns: 30 },
    );
  });

  it('gives a passage the same in a long document as in a short one', () => {
    fc.assert(
      fc.property(line, (text) => {
        const filler = Array.from({ length: 300 }, () =>
          'Gulls cry over the pier and so on. '.repeat(4),
        );
        const long = TAGGER.tag(taggable([...filler, text]));
        assert.deepEqual(long.at(300), TAGGER.tag(taggable([text])).at(0));
      }),
      { numRuns: 20 },
    );
  });
});

describe('a fingerprint', () => {
  it('of knowledge is another one for another name, and the same for the same', () => {
    const own = ownTerms('own', [{ name: 'quay' }]);
    const prints = [[], own, ownTerms('own', [{ name: 'quays' }])].map((terms) =>
      runAtOnce(knowledgeFingerprint({ ...KNOWLEDGE, terms: [...terms, ...KNOWLEDGE.terms] })),
    );
    assert.equal(new Set(prints).size, 3);
    assert.equal(prints[0], runAtOnce(knowledgeFingerprint({ ...KNOWLEDGE })));
  });

  it('of a document is another one for another title, date or passage', () => {
    const prints = [
      taggable(['One.']),
      taggable(['One.', 'Two.']),
      taggable(['One.'], { title: 'Other' }),
      taggable(['One.'], { year: 2020 }),
    ].map(documentFingerprint);
    assert.equal(new Set(prints).size, 4);
  });
});

describe('tagging with packs from outside', () => {
  const packWith = (topics: readonly Topic[]): Pack => ({
    ...SMALL_PACK,
    info: { ...SMALL_PACK.info, id: 'outside' as PackId },
    topics,
    partners: [],
    terms: [],
    excerpts: [],
    events: [],
  });
  const topic = (id: string, more: Partial<Topic> = {}): Topic => ({
    id: id as TopicId,
    name: `Topic ${id}`,
    summary: id,
    ...more,
  });

  it('takes 50,000 topics', () => {
    const topics = Array.from({ length: 50_000 }, (_, at) =>
      topic(`t${at}`, { aliases: [`alias ${at}`], query: `word${at} other${at % 100} | gull` }),
    );
    const tagger = Tagger.of({ catalog: new Catalog([packWith(topics)]), terms: [] });
    const { topics: found } = tagger.tag(taggable(['Topic t7 has a word9 and an other9.'])).at(0);
    assert.deepEqual(
      found.map(({ id }) => id),
      ['t7', 't9'],
    );
  });

  it('takes topics that stand below each other in a circle', () => {
    const topics = [
      topic('a', { parent: 'b' as TopicId }),
      topic('b', { parent: 'a' as TopicId }),
      topic('c', { parent: 'c' as TopicId }),
    ];
    const tagger = Tagger.of({ catalog: new Catalog([packWith(topics)]), terms: [] });
    assert.deepEqual(
      tagger
        .tag(taggable(['Topic a, topic c.']))
        .at(0)
        .topics.map(({ id }) => id)
        .sort(),
      ['a', 'c'],
    );
  });

  it('takes a query that asks for nothing, and one that no text meets', () => {
    const topics = [
      topic('a', { name: 'x', query: '| - || "" partner: partner:nowhere -"gull"' }),
      topic('b', { name: 'y', query: 'gull '.repeat(500) }),
    ];
    const tagger = Tagger.of({ catalog: new Catalog([packWith(topics)]), terms: [] });
    const { topics: found } = tagger.tag(taggable(['A gull.'])).at(0);
    assert.deepEqual(
      found.map(({ id }) => id),
      ['b'],
    );
  });
});
