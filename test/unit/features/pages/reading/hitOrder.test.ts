import assert from 'node:assert/strict';
import {
  inReadingOrder,
  neighbourOf,
  type PlacedHit,
  type ReadingPlace,
} from '../../../../../src/features/pages/reading/hitOrder';

function hit(order: number, start: number, end: number): PlacedHit {
  return { ref: { source: `s${order}`, passage: `${start}` }, order, span: { start, end } };
}

const hits = inReadingOrder([hit(2, 0, 9), hit(1, 50, 60), hit(1, 10, 20)]);

describe('hits in reading order', () => {
  it('are ordered by document, then by place', () => {
    assert.deepEqual(
      hits.map(({ order, span }) => [order, span.start]),
      [
        [1, 10],
        [1, 50],
        [2, 0],
      ],
    );
  });

  const cases: readonly (readonly [string, ReadingPlace | undefined, number, number])[] = [
    ['from nowhere', undefined, 0, 2],
    ['in front of the first', { order: 1, offset: 3 }, 0, 2],
    ['within one', { order: 1, offset: 10 }, 1, 2],
    ['at the end of one', { order: 1, offset: 20 }, 1, 2],
    ['between two', { order: 1, offset: 30 }, 1, 0],
    ['in the last', { order: 2, offset: 4 }, 0, 1],
    ['behind the last', { order: 2, offset: 400 }, 0, 2],
    ['in a document without hits', { order: 0, offset: 4 }, 0, 2],
  ];
  for (const [where, place, next, previous] of cases) {
    it(`lead on ${where}`, () => {
      assert.equal(neighbourOf(hits, place, 'next'), next);
      assert.equal(neighbourOf(hits, place, 'previous'), previous);
    });
  }

  it('lead round when there is one only', () => {
    assert.equal(neighbourOf([hit(1, 0, 9)], { order: 1, offset: 3 }, 'next'), 0);
    assert.equal(neighbourOf([hit(1, 0, 9)], { order: 1, offset: 3 }, 'previous'), 0);
  });
});
