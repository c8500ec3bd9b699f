import fc from 'fast-check';
import assert from 'node:assert/strict';
import { joinIndexes } from '../../../../src/core/search/indexJoin';
import type { PassageIndex } from '../../../../src/core/search/passageIndex';
import { phrasePostings } from '../../../../src/core/search/phrases';
import { runAtOnce } from '../../../../src/util/slices';
import { contentsOfIndex } from './contentsOfIndex';
import { indexOf, somePassages, type Passage } from './passages';

/** Where each passage goes, by a random number; -1 for those that are left out. */
interface Placed {
  readonly passage: Passage;
  readonly part: number;
  readonly rank: number;
  readonly isLeftOut: boolean;
}

const somePlaced = fc
  .tuple(somePassages, fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat(), fc.boolean())))
  .map(([passages, places]) =>
    passages.map((passage, at): Placed => {
      const [part = 0, rank = at, isLeftOut = false] = places[at] ?? [];
      return { passage, part, rank, isLeftOut };
    }),
  );

/** The passages in their order among all, those that are left out excepted. */
function inOrder(placed: readonly Placed[]): readonly Placed[] {
  return placed.filter(({ isLeftOut }) => !isLeftOut).sort((a, b) => a.rank - b.rank);
}

function joined(placed: readonly Placed[]): PassageIndex {
  const all = inOrder(placed);
  const parts = [0, 1, 2].map((number) => {
    const own = placed.filter(({ part }) => part === number);
    return {
      index: indexOf(own.map(({ passage }) => passage)),
      passages: Int32Array.from(own, (entry) => all.indexOf(entry)),
    };
  });
  return runAtOnce(joinIndexes(parts, all.length));
}

describe('joined indexes', () => {
  it('are as the index of all passages that are left', () => {
    fc.assert(
      fc.property(somePlaced, (placed) => {
        const whole = indexOf(inOrder(placed).map(({ passage }) => passage));
        const index = joined(placed);
        assert.deepEqual([...index.vocabulary], [...whole.vocabulary]);
        assert.deepEqual(index.idf, whole.idf);
        assert.deepEqual(index.stems, whole.stems);
        assert.deepEqual(contentsOfIndex(index), contentsOfIndex(whole));
        const { size } = whole.vocabulary;
        const sum = whole.postings.countBetween(size >> 1, size);
        assert.equal(index.postings.countBetween(size >> 1, size), sum);
      }),
    );
  });

  it('hold the phrases of all passages that are left', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'x'), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(somePlaced, words, (placed, phrase) => {
        const whole = indexOf(inOrder(placed).map(({ passage }) => passage));
        const numbers = phrase.map((word) => whole.vocabulary.indexOf(word));
        assert.deepEqual(phrasePostings(joined(placed), numbers), phrasePostings(whole, numbers));
      }),
    );
  });
});
