import fc from 'fast-check';
import assert from 'node:assert/strict';
import type { PartnerId, TermId, TopicId } from '../../../../src/core/model';
import type { PassageTags, TagReason } from '../../../../src/core/tags/passageTags';
import { MANNERS, PLACES, type SourceTags } from '../../../../src/core/tags/sourceTags';
import { decodeTags, encodeTags } from '../../../../src/core/tags/tagCodec';
import { TagIndex } from '../../../../src/core/tags/tagIndex';
import { TagListsBuilder } from '../../../../src/core/tags/tagListsBuilder';

const IDS = ['a', 'b', 'c', 'd'];
const PLAIN = { noNullPrototype: true };

const why = fc.array(
  fc.record<TagReason>(
    {
      by: fc.constantFrom(...MANNERS),
      wording: fc.string(),
      place: fc.constantFrom(...PLACES),
    },
    PLAIN,
  ),
  { minLength: 1, maxLength: 3 },
);
const strength = fc.constantFrom('about' as const, 'mentions' as const);
const weight = fc.integer({ min: 0, max: 255 }).map((number) => number / 255);
const tag = { strength, weight, why };

const passageTags: fc.Arbitrary<PassageTags> = fc.record(
  {
    partners: fc.uniqueArray(
      fc.record(
        {
          id: fc.constantFrom(...(IDS as PartnerId[])),
          isAsGroup: fc.boolean(),
          ...tag,
        },
        PLAIN,
      ),
      { selector: ({ id }) => id },
    ),
    topics: fc.uniqueArray(
      fc.record({ id: fc.constantFrom(...(IDS as TopicId[])), ...tag }, PLAIN),
      {
        selector: ({ id }) => id,
      },
    ),
    terms: fc.uniqueArray(fc.constantFrom(...(IDS as TermId[]))),
  },
  PLAIN,
);

function sourceTags(passages: readonly PassageTags[]): SourceTags {
  const builder = new TagListsBuilder();
  passages.forEach((passage) => builder.add(passage));
  return builder.build();
}

const library = fc.dictionary(
  fc.constantFrom('one', 'two', 'three'),
  fc.array(passageTags, { maxLength: 5 }),
);

/** All that an index can be asked. */
function answersOf(index: TagIndex): unknown {
  const asked = [...IDS.map((id) => [id]), IDS, ['nowhere']];
  return (['topic', 'partner', 'term'] as const).map((kind) =>
    asked.map((ids) => ({
      count: index.count(kind, ids),
      sources: [...index.sourcesOf(kind, ids)]
        .sort((one, other) => (one.source < other.source ? -1 : 1))
        .map(({ source, count }) => ({
          source,
          count,
          passages: index.passagesOf(kind, ids, source),
        })),
    })),
  );
}

describe('the tags of a source', () => {
  it('are those of its passages, and are read back as they were written', () => {
    fc.assert(
      fc.property(fc.array(passageTags), (passages) => {
        const stamp = { knowledge: 'k', document: 'd' };
        const decoded = decodeTags(encodeTags({ stamp, tags: sourceTags(passages) }));
        assert.deepEqual(decoded?.stamp, stamp);
        assert.deepEqual(
          passages.map((_, at) => decoded?.tags.at(at)),
          passages,
        );
      }),
    );
  });

  it('are not read from bytes that are damaged', () => {
    const bytes = encodeTags({
      stamp: { knowledge: 'k', document: 'd' },
      tags: sourceTags([{ partners: [], topics: [], terms: ['a' as TermId] }]),
    });
    for (let at = 0; at < bytes.length; at += 1) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      assert.equal(decodeTags(damaged), undefined);
      assert.equal(decodeTags(bytes.slice(0, at)), undefined);
    }
  });
});

describe('the index of tags', () => {
  it('is asked what each passage is asked', () => {
    fc.assert(
      fc.property(library, (sources) => {
        const index = new TagIndex();
        const all = Object.entries(sources);
        all.forEach(([id, passages]) => index.put(id, sourceTags(passages)));
        const having = all.flatMap(([source, passages]) =>
          passages.flatMap(({ topics }, passage) => {
            const found = topics.filter(({ id }) => id === 'a' || id === 'b');
            assert.equal(index.has('topic', ['a', 'b'], source, passage), found.length > 0);
            return found.length === 0 ? [] : [found.some((one) => one.strength === 'about')];
          }),
        );
        const about = having.filter((isAbout) => isAbout).length;
        assert.deepEqual(index.count('topic', ['a', 'b']), { all: having.length, about });
      }),
    );
  });

  it('does not depend on the order of sources, and keeps no trace of one that is removed', () => {
    fc.assert(
      fc.property(library, fc.array(passageTags), (sources, other) => {
        const all = Object.entries(sources);
        const [one, another] = [new TagIndex(), new TagIndex()];
        all.forEach(([id, passages]) => one.put(id, sourceTags(passages)));
        another.put('gone', sourceTags(other));
        all.forEach(([id]) => another.put(id, sourceTags(other)));
        [...all].reverse().forEach(([id, passages]) => another.put(id, sourceTags(passages)));
        another.remove('gone');
        assert.deepEqual(answersOf(another), answersOf(one));
      }),
    );
  });

  it('gives the best passages first, each once', () => {
    const index = new TagIndex();
    const found = (id: string, about: boolean, weight: number): PassageTags => ({
      partners: [],
      terms: [],
      topics: [
        {
          id: id as TopicId,
          strength: about ? 'about' : 'mentions',
          weight,
          why: [{ by: 'name', wording: id, place: 'text' }],
        },
      ],
    });
    const both = {
      ...found('a', false, 1),
      topics: ['a', 'b'].flatMap((id) => found(id, id === 'b', 0.2).topics),
    };
    index.put(
      'one',
      sourceTags([found('a', false, 0.8), both, found('b', true, 0.6), found('c', true, 1)]),
    );
    assert.deepEqual(
      index
        .passagesOf('topic', ['a', 'b'], 'one')
        .map(({ passage, strength }) => [passage, strength]),
      [
        [2, 'about'],
        [1, 'about'],
        [0, 'mentions'],
      ],
    );
  });
});
