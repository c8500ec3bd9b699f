import { itemAt } from './defined';

/** Items that are sorted or merged between two places where the work may be interrupted. */
const ITEMS_AT_ONCE = 4_096;

/**
 * Items in ascending order, as `<` has it: strings by their UTF-16 units. Runs of some thousand are
 * sorted and then merged, two and two. Yields for `runInSlices`.
 */
export function* sortInSlices<T extends string | number>(
  items: Iterable<T>,
): Generator<undefined, readonly T[]> {
  let runs: (readonly T[])[] = [];
  let run: T[] = [];
  for (const item of items) {
    run.push(item);
    if (run.length === ITEMS_AT_ONCE) {
      runs.push(run.sort(ascending));
      run = [];
      yield;
    }
  }
  runs.push(run.sort(ascending));
  while (runs.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [one = [], other = []] = runs.slice(at, at + 2);
      merged.push(yield* merge(one, other));
    }
    runs = merged;
  }
  return itemAt(runs, 0);
}

function* merge<T extends string | number>(
  one: readonly T[],
  other: readonly T[],
): Generator<undefined, readonly T[]> {
  const merged: T[] = [];
  let [first, second] = [0, 0];
  while (first < one.length && second < other.length) {
    const [a, b] = [itemAt(one, first), itemAt(other, second)];
    if (b < a) {
      merged.push(b);
      second++;
    } else {
      merged.push(a);
      first++;
    }
    if (merged.length % ITEMS_AT_ONCE === 0) {
      yield;
    }
  }
  return merged.concat(one.slice(first), other.slice(second));
}

function ascending<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
