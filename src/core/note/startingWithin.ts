import { rank } from '../../util/rank';
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
  const first = rank(spans.length, (index) => spans[index]!.start < from);
  let end = first;
  while (end < spans.length && spans[end]!.start < to) {
    end += 1;
  }
  return spans.slice(first, end);
}
