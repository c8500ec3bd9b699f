import { canonicalWord } from './textAnalysis';
import type { IndexVocabulary } from './vocabulary';

const SHORTEST_PART = 2;
const LONGEST_COMPOUND = 40;

/**
 * The ways to read a word as two or three known ones written together ("hubandspoke").
 * @param typed folded, but not respelt: its parts are spelt on their own ("cyberdefence")
 * @returns the canonical words of each reading
 */
export function compoundParts(vocabulary: IndexVocabulary, typed: string): string[][] {
  if (typed.length > LONGEST_COMPOUND) {
    return [];
  }
  const known = (part: string): boolean => vocabulary.indexOf(canonicalWord(part)) !== -1;
  const readings = splits(typed).flatMap(([head, tail]) => [
    ...(known(head) && known(tail) ? [[head, tail]] : []),
    ...(known(head)
      ? splits(tail)
          .filter((rest) => rest.every(known))
          .map((rest) => [head, ...rest])
      : []),
  ]);
  return readings.map((parts) => parts.map(canonicalWord));
}

function splits(word: string): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
    found.push([word.slice(0, at), word.slice(at)]);
  }
  return found;
}
