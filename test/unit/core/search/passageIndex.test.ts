import fc from 'fast-check';
import assert from 'node:assert/strict';
import { PassageIndexBuilder } from '../../../../src/core/search/passageIndexBuilder';
import { phrasePostings } from '../../../../src/core/search/phrases';
import { impactOf } from '../../../../src/core/search/impacts';
import { contentsOfIndex } from './contentsOfIndex';
import { FIELDS, frequencyShare, indexOf, somePassages, type Passage } from './passages';

/** The same, looked up in the passages. */
function expectedContents(passages: readonly Passage[]): Record<string, unknown> {
  const held: Record<string, Record<string, unknown>> = {};
  passages.forEach((passage, number) => {
    const places = [
      ...passage.title.map((word, at) => ({ word, at })),
      ...passage.text.map((word, at) => ({ word, at: passage.title.length + 64 + at })),
    ];
    for (const { word } of places) {
      const positions = places.filter((place) => place.word === word).map(({ at }) => at);
      (held[word] ??= {})[number] = {
        impact: impactOf(frequencyShare(passage, word), true),
        positions,
      };
    }
  });
  return held;
}

describe('passage index', () => {
  it('holds each word of each passage with impact and positions', () => {
    fc.assert(
      fc.property(somePassages, (passages) =>
        assert.deepEqual(contentsOfIndex(indexOf(passages)), expectedContents(passages)),
      ),
    );
  });

  it('goes on after it was built', () => {
    const builder = new PassageIndexBuilder(FIELDS);
    assert.equal(builder.add(['', 'a b']), 0);
    const before = builder.build();
    assert.equal(builder.add(['b', 'c']), 1);
    assert.deepEqual([...before.vocabulary], ['a', 'b']);
    assert.deepEqual([...builder.build().vocabulary], ['a', 'b', 'c']);
  });

  it('keeps long and far positions', () => {
    const text = Array.from({ length: 3000 }, (_, at) => (at % 700 === 0 ? 'mark' : 'fill'));
    const index = indexOf([{ title: [], text }]);
    const mark = index.vocabulary.indexOf('mark');
    assert.deepEqual(index.postings.positionsIn(mark, 0), [64, 764, 1464, 2164, 2864]);
  });

  it('finds its way in words of many postings', () => {
    const holds = (passage: number): boolean => passage % 3 === 0 || passage > 800;
    const index = indexOf(
      Array.from({ length: 1000 }, (_, passage) => ({
        title: [],
        text: holds(passage) ? ['x', 'a', 'a'] : ['b'],
      })),
    );
    const a = index.vocabulary.indexOf('a');
    for (let passage = 0; passage < 1000; passage += 1) {
      const positions = holds(passage) ? [65, 66] : [];
      assert.deepEqual(index.postings.positionsIn(a, passage), positions);
    }
  });

  it('finds nothing when it is empty', () => {
    const index = indexOf([]);
    assert.equal(index.size, 0);
    assert.deepEqual(phrasePostings(index, [index.vocabulary.indexOf('a')]), new Uint32Array());
  });
});

describe('phrases', () => {
  it('are found where their words stand together, and nowhere else', () => {
    const phrase = fc.array(fc.constantFrom('a', 'b', 'c', 'x'), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(somePassages, phrase, (passages, words) => {
        const index = indexOf(passages);
        const numbers = words.map((word) => index.vocabulary.indexOf(word));
        const found = Array.from(phrasePostings(index, numbers), (posting) => posting >>> 8);
        const sought = ` ${words.join(' ')} `;
        const holding = passages.flatMap(({ title, text }, number) =>
          [title, text].some((part) => ` ${part.join(' ')} `.includes(sought)) ? [number] : [],
        );
        assert.deepEqual(found, holding);
      }),
    );
  });
});
