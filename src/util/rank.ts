/**
 * How many things of a list come before a place in it, by binary search.
 * @param length of the list
 * @param isBefore whether the thing at an index does; where one does, all in front of it do
 */
export function rank(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** How many of ascending numbers are no larger than a limit. */
export function countUpTo(ascending: readonly number[], limit: number): number {
  return rank(ascending.length, (index) => (ascending[index] ?? Infinity) <= limit);
}
