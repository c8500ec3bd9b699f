import fc from 'fast-check';
import assert from 'node:assert/strict';
import { prefixEditDistance } from '../../../../src/core/search/editDistance';
import { naiveDistance } from './naiveDistance';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
const max = fc.integer({ min: 0, max: 3 });

describe('edit distance to a beginning', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['alliance', 'alliance', 0],
    ['aliance', 'alliance', 1],
    ['allliance', 'alliance', 1],
    ['allience', 'alliance', 1],
    ['allaince', 'alliance', 1],
    ['alinace', 'alliance', 2],
    ['ab', '', 2],
    ['all', 'alliance', 0],
    ['aln', 'alliance', 1],
  ];
  for (const [a, b, expected] of cases) {
    it(`is ${expected} from “${a}” to “${b}”`, () =>
      assert.equal(prefixEditDistance(a, b, 2), expected));
  }

  it('is the least over all beginnings', () => {
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
    assert.equal(prefixEditDistance('a'.repeat(500), 'a'.repeat(499), 2), 3);
  });
});
