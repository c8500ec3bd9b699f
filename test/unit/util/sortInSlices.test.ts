import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sortInSlices } from '../../../src/util/sortInSlices';
import { runAtOnce } from '../../../src/util/slices';

describe('sortInSlices', () => {
  it('sorts as an array does', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (words) => {
        assert.deepEqual(runAtOnce(sortInSlices(words)), [...words].sort());
      }),
    );
  });

  it('sorts more than one run, and can be interrupted all the way', () => {
    for (const count of [0, 4_095, 4_096, 4_097, 50_000]) {
      const numbers = Array.from({ length: count }, (_, at) => (at * 7_919) % 10_007);
      let sorted: readonly number[] | undefined;
      let pauses = 0;
      for (const work = sortInSlices(numbers); sorted === undefined; pauses++) {
        const step = work.next();
        sorted = step.done ? step.value : undefined;
      }
      assert.deepEqual(
        sorted,
        [...numbers].sort((a, b) => a - b),
      );
      assert.ok(pauses > count / 4_096, `${count}: ${pauses}`);
    }
  });
});
