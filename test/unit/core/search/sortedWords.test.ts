import fc from 'fast-check';
import assert from 'node:assert/strict';
import { sortedPlaces } from '../../../../src/core/search/sortedWords';
import { runAtOnce } from '../../../../src/util/slices';
import { anyString } from './anyString';

function sorted(words: readonly string[]): readonly (string | undefined)[] {
  return Array.from(runAtOnce(sortedPlaces(words)), (place) => words[place]);
}

describe('sorted words', () => {
  it('are in the order of their units, whatever the script', () => {
    const alike = fc.stringMatching(/^[ab\u00fe\u00ff\u0171\u044c]{0,9}$/);
    fc.assert(
      fc.property(fc.uniqueArray(fc.oneof(alike, anyString)), (words) => {
        assert.deepEqual(sorted(words), [...words].sort());
      }),
    );
  });

  it('are so when there are many that begin alike', () => {
    const words = Array.from({ length: 20_000 }, (_, at) => `common${(at * 7919) % 20_000}`);
    assert.deepEqual(sorted(['common', ...words]), ['common', ...words].sort());
  });
});
