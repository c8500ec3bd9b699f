import fc from 'fast-check';
import assert from 'node:assert/strict';
import { similarCitekeys } from '../../../../src/core/citation/similarCitekeys';
import { editDistance } from '../../../../src/core/search/editDistance';

const KEYS = ['galic2024', 'galic2023', 'Galic2024', 'doe99', 'quay', 'harbour-office-2001'];

describe('the citekeys that may be meant', () => {
  const cases: readonly (readonly [unknown: string, keys: readonly string[]])[] = [
    ['gailc2024', ['Galic2024', 'galic2024', 'galic2023']],
    ['GALIC2023', ['galic2023', 'Galic2024', 'galic2024']],
    ['galic', ['Galic2024', 'galic2023', 'galic2024']],
    ['harb', ['harbour-office-2001']],
    ['har', []],
    ['quary', ['quay']],
    ['nobody', []],
  ];
  for (const [unknown, keys] of cases) {
    it(unknown, () => assert.deepEqual(similarCitekeys(unknown, KEYS, 3), keys));
  }

  it('are counted by edits, in both directions alike', () => {
    const words = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(words, words, fc.integer({ min: 0, max: 4 }), (one, other, max) => {
        const distance = editDistance(one, other, max);
        assert.equal(distance, editDistance(other, one, max));
        assert.equal(distance === 0, one === other);
        assert.ok(distance >= Math.min(max + 1, Math.abs(one.length - other.length)));
        assert.equal(distance <= max, editDistance(one, other, 12) <= max);
      }),
    );
  });
});
