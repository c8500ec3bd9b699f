import fc from 'fast-check';
import assert from 'node:assert/strict';
import { mergeResults } from '../../../../src/core/search/merge';

/** Places have numbers from 100 on. */
function merged(
  excerpts: readonly number[],
  places: readonly (readonly [score: number, closeness: number])[],
): number[] {
  return mergeResults(
    excerpts.map((score, document) => ({ document, score })),
    places.map(([score, closeness], at) => ({ document: 100 + at, score, closeness })),
  ).map(({ document }) => document);
}

describe('merging of excerpts and places', () => {
  it('puts a place that is named first', () => {
    assert.deepEqual(merged([0.9, 0.8], [[0.5, 1]]), [100, 0, 1]);
  });

  it('puts the nearest names first, and two at most', () => {
    assert.deepEqual(
      merged(
        [0.2, 0.1, 0.1],
        [
          [0.9, 0.85],
          [0.9, 1],
          [0.9, 0.9],
        ],
      ),
      [101, 102, 0, 1, 2, 100],
    );
  });

  it('lets excerpts lead when nothing is named', () => {
    assert.deepEqual(
      merged(
        [0.5, 0.4, 0.3, 0.2, 0.1],
        [
          [0.9, 0.3],
          [0.8, 0.3],
        ],
      ),
      [0, 100, 1, 2, 3, 101, 4],
    );
  });

  it('puts what is about a partner as a group after all else', () => {
    const results = mergeResults(
      [
        { id: 'group', score: 0.9, isAsGroup: true },
        { id: 'one', score: 0.1 },
      ],
      [
        { id: 'named group', score: 0.9, closeness: 1, isAsGroup: true },
        { id: 'place', score: 0.2, closeness: 0.1 },
      ],
    );
    assert.deepEqual(
      results.map(({ id }) => id),
      ['one', 'place', 'named group', 'group'],
    );
    assert.ok(results.every(({ score }, at) => score <= (results[at - 1]?.score ?? Infinity)));
  });

  it('gives places alone when there is no excerpt', () => {
    assert.deepEqual(
      merged(
        [],
        [
          [0.1, 0.01],
          [0.3, 0],
          [0.2, 0.9],
        ],
      ),
      [102, 101, 100],
    );
  });

  it('keeps all, each kind in its order, scores falling, and two places among five at most', () => {
    const score = fc.double({ min: 0, max: 1, noNaN: true });
    const excerptScores = fc.array(score, { maxLength: 9 }).map((all) => all.sort((a, b) => b - a));
    fc.assert(
      fc.property(
        excerptScores,
        fc.array(fc.tuple(score, score), { maxLength: 9 }),
        (excerpts, places) => {
          const results = mergeResults(
            excerpts.map((value, document) => ({ document, score: value })),
            places.map(([value, closeness], at) => ({
              document: 100 + at,
              score: value,
              closeness,
            })),
          );
          const documents = results.map(({ document }) => document);
          assert.equal(new Set(documents).size, excerpts.length + places.length);
          const excerptsFound = documents.filter((document) => document < 100);
          assert.deepEqual(excerptsFound, [...excerpts.keys()]);
          results.slice(1).forEach((result, at) => assert.ok(result.score <= results[at]!.score));
          const placesFirst = documents.slice(0, 5).filter((document) => document >= 100).length;
          assert.ok(placesFirst <= Math.max(2, 5 - excerpts.length));
        },
      ),
    );
  });
});
