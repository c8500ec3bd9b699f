import type { Span } from '../model';

/**
 * The stretches that begin at `from` or behind it, and before `to`.
 * @param spans in the order of their beginnings
 */
export function startingWithin<T extends Span>(
  spans: readonly T[],
  from: number,
  to: number,
): readonly T[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle]!.start < from) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  let end = low;
  while (end < spans.length && spans[end]!.start < to) {
    end += 1;
  }
  return spans.slice(low, end);
}
