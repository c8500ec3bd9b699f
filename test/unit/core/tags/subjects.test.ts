import fc from 'fast-check';
import assert from 'node:assert/strict';
import { Catalog } from '../../../../src/core/packs/catalog';
import type { Passage } from '../../../../src/core/library/document';
import type { PartnerId, SourceId, TopicId } from '../../../../src/core/model';
import type { PassageTags } from '../../../../src/core/tags/passageTags';
import {
  idsOfSubject,
  passagesOfSubject,
  SubjectCounts,
  type CountedSource,
  type Subject,
} from '../../../../src/core/tags/subjects';
import { TagIndex } from '../../../../src/core/tags/tagIndex';
import { TagListsBuilder } from '../../../../src/core/tags/tagListsBuilder';
import { SMALL_CATALOG, SMALL_PACK } from '../../../support/smallPack';

const TOPICS = ['history', 'early', 'areas', 'cyber', 'bare'];
const PARTNERS = ['japan', 'nato'];
const SUBJECTS: readonly Subject[] = [
  ...TOPICS.map((id) => ({ kind: 'topic' as const, id })),
  ...PARTNERS.map((id) => ({ kind: 'partner' as const, id })),
];

const weight = fc.integer({ min: 0, max: 255 }).map((part) => part / 255);
const topicTag = fc.record({
  id: fc.constantFrom(...TOPICS).map((id) => id as TopicId),
  strength: fc.constantFrom('about' as const, 'mentions' as const),
  weight,
  why: fc.constant([]),
});
const partnerTag = fc.record({
  id: fc.constantFrom(...PARTNERS).map((id) => id as PartnerId),
  strength: fc.constantFrom('about' as const, 'mentions' as const),
  isAsGroup: fc.boolean(),
  weight,
  why: fc.constant([]),
});
const selector = ({ id }: { id: string }): string => id;
const tags: fc.Arbitrary<PassageTags> = fc.record({
  topics: fc.uniqueArray(topicTag, { selector, maxLength: 4 }),
  partners: fc.uniqueArray(partnerTag, { selector, maxLength: 2 }),
  terms: fc.constant([]),
});
/** A document: the tags of each passage, and whether it is a heading. */
const document = fc.array(fc.tuple(tags, fc.boolean()), { maxLength: 6 });

function sourceOf(id: string, passages: readonly (readonly [PassageTags, boolean])[]) {
  const builder = new TagListsBuilder();
  passages.forEach(([of]) => builder.add(of));
  const source: CountedSource = {
    id: id as SourceId,
    passages: passages.map(([, isHeading], at): Passage => ({
      id: String(at),
      locator: String(at),
      span: { start: at, end: at + 1 },
      ...(isHeading && { isHeading }),
    })),
  };
  return { source, tags: builder.build() };
}

describe('passages of subjects', () => {
  it('belong to a topic above as well', () => {
    assert.deepEqual(idsOfSubject(SMALL_CATALOG, { kind: 'topic', id: 'areas' }), [
      'areas',
      'cyber',
    ]);
    assert.deepEqual(idsOfSubject(SMALL_CATALOG, { kind: 'partner', id: 'japan' }), ['japan']);
  });

  it('are found where topics lie below each other', () => {
    const topics = SMALL_PACK.topics.map((topic) =>
      topic.id === 'areas' ? { ...topic, parent: 'cyber' as TopicId } : topic,
    );
    const catalog = new Catalog([{ ...SMALL_PACK, topics }]);
    assert.deepEqual(idsOfSubject(catalog, { kind: 'topic', id: 'areas' }), ['areas', 'cyber']);
    const counts = new SubjectCounts(catalog);
    const about = { id: 'cyber' as TopicId, strength: 'about', weight: 1, why: [] } as const;
    const { source, tags } = sourceOf('a', [[{ topics: [about], partners: [], terms: [] }, false]]);
    counts.update(source, tags);
    assert.equal(counts.of({ kind: 'topic', id: 'areas' }), 1);
  });

  it('are counted as they are listed, whatever came and went before', () => {
    const step = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.option(document));
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const counts = new SubjectCounts(SMALL_CATALOG);
        const index = new TagIndex();
        const sources = new Map<string, CountedSource>();
        for (const [id, passages] of steps) {
          if (passages === null) {
            index.remove(id);
            sources.delete(id);
            counts.remove(id);
          } else {
            const { source, tags } = sourceOf(id, passages);
            index.put(id, tags);
            sources.set(id, source);
            counts.update(source, tags);
          }
        }
        for (const subject of SUBJECTS) {
          const ids = idsOfSubject(SMALL_CATALOG, subject);
          const listed = [...sources.values()].map((source) => {
            const found = passagesOfSubject(index, subject.kind, ids, source);
            assert.equal(counts.of(subject, source.id), found.length);
            return found.length;
          });
          assert.equal(
            counts.of(subject),
            listed.reduce((sum, count) => sum + count, 0),
          );
        }
      }),
    );
  });
});
