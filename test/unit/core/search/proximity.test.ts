import fc from 'fast-check';
import assert from 'node:assert/strict';
import { proximityIn } from '../../../../src/core/search/proximity';
import type { Slot } from '../../../../src/core/search/slots';
import { RANKING } from '../../../../src/core/search/weights';
import { indexOf } from './passages';

/** By the definition: every pair of places is looked at. */
function naiveProximity(text: readonly string[], distance: number): number {
  const places = (word: string): number[] =>
    text.flatMap((other, at) => (other === word ? [at] : []));
  const pairs = places('a').flatMap((a) => places('b').map((b) => [a, b] as const));
  if (pairs.length === 0) {
    return 0;
  }
  const deviations = pairs.map(([a, b]) => (b > a ? Math.abs(b - a - distance) : a - b));
  const inOrder = pairs.some(([a, b]) => b > a) ? 1 : 0;
  const closeness = 1 / (1 + Math.min(...deviations)) ** 2;
  return RANKING.order * inOrder + (1 - RANKING.order) * closeness;
}

describe('proximity', () => {
  it('looks at the pair of places that stands most as in the query', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'x'), { maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        (text, distance) => {
          // All words are known, whatever the text.
          const index = indexOf([
            { title: [], text },
            { title: [], text: ['a', 'b'] },
          ]);
          const place = (word: string, at: number): { slot: Slot; at: number } => ({
            at,
            slot: {
              words: Uint32Array.of(index.vocabulary.indexOf(word)),
              weights: Float32Array.of(1),
              sequences: [],
              information: 1,
              optional: false,
            },
          });
          const found = proximityIn(index, 0, [place('a', 0), place('b', distance)]);
          assert.equal(found, naiveProximity(text, distance));
        },
      ),
    );
  });
});
