import { impactOf, SHARE_OF_IMPACT } from '../../../../src/core/search/impacts';
import type { Slot } from '../../../../src/core/search/slots';
import { RANKING } from '../../../../src/core/search/weights';
import { frequencyShare, type Passage } from './passages';

/** As the index has it, to the nearest impact. */
function shareOf(passage: Passage, word: string): number {
  return SHARE_OF_IMPACT[impactOf(frequencyShare(passage, word), true)]!;
}

/** What the formula gives a passage, places of the words left out. */
export function naiveScore(
  slots: readonly Slot[],
  passage: Passage,
  words: readonly string[],
  idf: Float32Array,
): number {
  let total = 0;
  let covered = 0;
  const held = new Set([...passage.title, ...passage.text]);
  const optionalCounts = slots.every((slot) => slot.optional);
  const value = (slot: Slot): { best: number; weight: number } => {
    let best = 0;
    let weight = 0;
    slot.words.forEach((number, at) => {
      const word = words[number] ?? '';
      if (held.has(word)) {
        const information = Math.min(idf[number]!, slot.information);
        best = Math.max(best, slot.weights[at]! * information * shareOf(passage, word));
        weight = Math.max(weight, slot.weights[at]!);
      }
    });
    return { best, weight };
  };
  const brings = slots.some((slot) => (!slot.optional || optionalCounts) && value(slot).best > 0);
  for (const slot of brings ? slots : []) {
    const { best, weight } = value(slot);
    total += best;
    covered += slot.information * weight ** RANKING.coverageOfWeight;
  }
  const information = slots.reduce((sum, slot) => sum + slot.information, 0);
  return (total / information) * Math.min(1, covered / information) ** RANKING.coveragePower;
}
