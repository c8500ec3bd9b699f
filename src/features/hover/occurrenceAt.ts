import type { Occurrence } from '../../core/terms/occurrence';

/**
 * The occurrence that holds the character at `offset`, or else ends there: a caret behind a word is
 * at that word.
 *
 * @param occurrences ascending, without overlap
 */
export function occurrenceAt(
  occurrences: readonly Occurrence[],
  offset: number,
): Occurrence | undefined {
  // Binary search for the last one that starts at or before the offset.
  let low = 0;
  let high = occurrences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((occurrences[middle]?.start ?? Infinity) <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const found = occurrences[low - 1];
  return found !== undefined && offset <= found.end ? found : undefined;
}
