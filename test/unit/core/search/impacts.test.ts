import assert from 'node:assert/strict';
import {
  impactOf,
  LEAST_OWN_IMPACT,
  leastImpact,
  SHARE_OF_IMPACT,
} from '../../../../src/core/search/impacts';

describe('the impact of a word in a passage', () => {
  it('is a byte, never 0, higher for words of its own than for any above it', () => {
    assert.deepEqual(
      [0, 0.5, 1].map((share) => impactOf(share, true)),
      [16, 135, 255],
    );
    assert.deepEqual(
      [0, 0.5, 1].map((share) => impactOf(share, false)),
      [1, 8, 15],
    );
    assert.equal(LEAST_OWN_IMPACT, 16);
  });

  it('gives back the share that it was made of, but for rounding', () => {
    for (let share = 0.07; share <= 1; share += 0.01) {
      for (const [isOwn, level] of [
        [true, 1 / 240],
        [false, 1 / 15],
      ] as const) {
        const back = SHARE_OF_IMPACT[impactOf(share, isOwn)] ?? NaN;
        assert.ok(Math.abs(back - share) <= level / 2 + 1e-6, `${share}: ${back}`);
      }
    }
  });

  it('of several together is that of the least, of its own only where all are', () => {
    assert.equal(leastImpact([255, 135]), 135);
    assert.equal(leastImpact([255, 8]), 8);
    assert.equal(leastImpact([255, 0]), 0);
  });
});
