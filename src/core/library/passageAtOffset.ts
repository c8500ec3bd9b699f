import { rank } from '../../util/rank';
import type { Passage } from './document';

/**
 * The passage that an offset into a document's text lies in or at the end of; where two passages
 * meet, the one that begins there. `undefined` between passages.
 *
 * @param passages in the order of the text, without overlap
 */
export function passageAtOffset(passages: readonly Passage[], offset: number): Passage | undefined {
  const passage = passages[countStarted(passages, offset) - 1];
  return passage !== undefined && offset <= passage.span.end ? passage : undefined;
}

/** The passages that a stretch of a document's text touches; those at an offset when it is empty. */
export function passagesWithin(
  passages: readonly Passage[],
  { start, end }: { readonly start: number; readonly end: number },
): readonly Passage[] {
  if (start >= end) {
    const passage = passageAtOffset(passages, start);
    return passage === undefined ? [] : [passage];
  }
  return passages
    .slice(Math.max(0, countStarted(passages, start) - 1), countStarted(passages, end))
    .filter(({ span }) => span.start < end && span.end > start);
}

/** How many passages begin at or before `offset`. */
function countStarted(passages: readonly Passage[], offset: number): number {
  return rank(passages.length, (index) => (passages[index]?.span.start ?? Infinity) <= offset);
}
