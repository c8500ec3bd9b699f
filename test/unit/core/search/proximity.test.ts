import fc from 'fast-check';
import assert from 'node:assert/strict';
import {
  gatheringOf,
  positionsIn,
  proximityOf,
  type SlotPlace,
} from '../../../../src/core/search/proximity';
import type { PassageIndex } from '../../../../src/core/search/passageIndex';
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

function placeOf(index: PassageIndex, word: string, at: number, information = 1): SlotPlace {
  return {
    at,
    slot: {
      words: Uint32Array.of(index.vocabulary.indexOf(word)),
      weights: Float32Array.of(1),
      sequences: [],
      information,
      optional: false,
    },
  };
}

/** By the definition: what each run of so many words holds. */
function naiveGathering(
  text: readonly string[],
  information: Readonly<Record<string, number>>,
  within: number,
): number {
  const told = (words: Iterable<string>): number =>
    [...new Set(words)].reduce((sum, word) => sum + (information[word] ?? 0), 0);
  const runs = text.map((_, from) => told(text.slice(from, from + within)));
  return Math.max(0, ...runs) / told(Object.keys(information));
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
          const places = [placeOf(index, 'a', 0), placeOf(index, 'b', distance)];
          const found = proximityOf(places, positionsIn(index, 0, places));
          assert.equal(found, naiveProximity(text, distance));
        },
      ),
    );
  });

  it('finds where most of what the words tell stands together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c', 'x'), { maxLength: 30 }),
        fc.integer({ min: 1, max: 8 }),
        fc.record({ a: fc.integer({ min: 1, max: 9 }), b: fc.constant(2), c: fc.constant(5) }),
        (text, within, information) => {
          const index = indexOf([
            { title: [], text },
            { title: [], text: ['a', 'b', 'c'] },
          ]);
          const places = Object.entries(information).map(([word, told], at) =>
            placeOf(index, word, at, told),
          );
          assert.equal(
            gatheringOf(places, positionsIn(index, 0, places), within),
            naiveGathering(text, information, within),
          );
        },
      ),
    );
  });
});
