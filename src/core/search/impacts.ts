/**
 * How much a word weighs in a passage, in a byte: the lower numbers are for words that stand only
 * above the passage, in its title and headings, the others for those in its own text.
 */
const LEVELS_ABOVE = 15;
const LEVELS_OWN = 255 - LEVELS_ABOVE;

/** From this one on, a word stands in the passage's own text. */
export const LEAST_OWN_IMPACT = LEVELS_ABOVE + 1;

/**
 * @param share from 0 to 1; the result is never 0
 * @param isOwn whether the word stands in the passage's own text
 */
export function impactOf(share: number, isOwn: boolean): number {
  const levels = isOwn ? LEVELS_OWN : LEVELS_ABOVE;
  return (isOwn ? LEVELS_ABOVE : 0) + Math.max(1, Math.round(levels * share));
}

/** The share that an impact stands for. */
export const SHARE_OF_IMPACT = Float32Array.from({ length: 256 }, (_, impact) =>
  isOwnImpact(impact) ? (impact - LEVELS_ABOVE) / LEVELS_OWN : impact / LEVELS_ABOVE,
);

function isOwnImpact(impact: number): boolean {
  return impact >= LEAST_OWN_IMPACT;
}

/** The impact of words that count together: as much as the least of them. */
export function leastImpact(impacts: readonly number[]): number {
  return impacts.includes(0)
    ? 0
    : impactOf(
        Math.min(...impacts.map((impact) => SHARE_OF_IMPACT[impact]!)),
        impacts.every(isOwnImpact),
      );
}
