import fc from 'fast-check';
import assert from 'node:assert/strict';
import { joinIndexes } from '../../../../src/core/search/indexJoin';
import type { PassageIndex } from '../../../../src/core/search/passageIndex';
import { phrasePostings } from '../../../../src/core/search/phrases';
import { PassageSearcher } from '../../../../src/core/search/passageSearcher';
import { parseQuery } from '../../../../src/core/search/queryParser';
import { Ranker } from '../../../../src/core/search/ranking';
import { SlotPlanner } from '../../../../src/core/search/slots';
import { RANKING } from '../../../../src/core/search/weights';
import { runAtOnce } from '../../../../src/util/slices';
import { contentsOfIndex } from './contentsOfIndex';
import { naiveScore } from './naiveScore';
import { indexOf, somePassages, someQuery, type Passage } from './passages';

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

  it('rank as the index of all passages that are left, sentences too', () => {
    fc.assert(
      fc.property(somePlaced, someQuery, fc.integer({ min: 1, max: 5 }), (placed, text, limit) => {
        const whole = indexOf(inOrder(placed).map(({ passage }) => passage));
        const query = parseQuery(text);
        const sentence = query.words.map((word) => ({ word, weight: 1 }));
        const [found, expected] = [joined(placed), whole].map((index) => {
          const searcher = new PassageSearcher(index);
          return [
            searcher.find(query, undefined, limit).passages,
            searcher.bearOn(sentence, parseQuery(''), undefined, limit).passages,
          ];
        });
        assert.deepEqual(found, expected);
      }),
    );
  });

  it('score by the formula', () => {
    fc.assert(
      fc.property(somePlaced, someQuery, (placed, query) => {
        const index = joined(placed);
        const slots = new SlotPlanner(index).plan(parseQuery(query).words, false);
        const ranked = new Ranker(index).rank(slots, undefined, index.size);
        const scores = new Map(ranked.map(({ passage, score }) => [passage, score]));
        inOrder(placed).forEach(({ passage }, number) => {
          const plain = naiveScore(slots, passage, [...index.vocabulary], index.idf);
          const score = scores.get(number) ?? 0;
          assert.ok(score >= plain * 0.9999, `${score} is less than ${plain}`);
          assert.ok(score <= plain * (1 + RANKING.proximity) * 1.0001, `${score} of ${plain}`);
        });
      }),
    );
  });
});
