import fc from 'fast-check';
import assert from 'node:assert/strict';
import { editDistance, prefixEditDistance } from '../../../src/core/search/editDistance';

/** The whole matrix, by the book. */
function naiveDistance(a: string, b: string): number {
  const cost = (i: number, j: number): number => {
    if (i === 0 || j === 0) {
      return i + j;
    }
    const substituted = distance(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    return Math.min(
      substituted,
      distance(i - 1, j) + 1,
      distance(i, j - 1) + 1,
      swapped ? distance(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
    );
  };
  const known = new Map<number, number>();
  const distance = (i: number, j: number): number => {
    const key = i * 100 + j;
    const value = known.get(key) ?? cost(i, j);
    known.set(key, value);
    return value;
  };
  return distance(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
const max = fc.integer({ min: 0, max: 3 });

describe('edit distance', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['alliance', 'alliance', 0],
    ['aliance', 'alliance', 1],
    ['allliance', 'alliance', 1],
    ['allience', 'alliance', 1],
    ['allaince', 'alliance', 1],
    ['alinace', 'alliance', 2],
    ['', 'ab', 2],
  ];
  for (const [a, b, expected] of cases) {
    it(`is ${expected} from “${a}” to “${b}”`, () => assert.equal(editDistance(a, b, 2), expected));
  }

  it('is that of the whole matrix, or more than asked for', () => {
    fc.assert(
      fc.property(word, word, max, (a, b, most) =>
        assert.equal(editDistance(a, b, most), Math.min(naiveDistance(a, b), most + 1)),
      ),
    );
  });

  it('to a beginning is the least over all beginnings', () => {
    fc.assert(
      fc.property(word, word, max, (typed, whole, most) => {
        const beginnings = Array.from({ length: whole.length + 1 }, (_, end) =>
          whole.slice(0, end),
        );
        const least = Math.min(...beginnings.map((part) => naiveDistance(typed, part)));
        assert.equal(prefixEditDistance(typed, whole, most), Math.min(least, most + 1));
      }),
    );
  });

  it('takes very long words for different', () => {
    assert.equal(editDistance('a'.repeat(500), 'a'.repeat(499), 2), 3);
  });
});
