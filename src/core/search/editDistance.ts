/** Longer words are never compared: a typo in one is better left to its other words. */
export const LONGEST_COMPARED = 64;

/**
 * The least distance between `typed` and any beginning of `word`, counted as optimal string
 * alignment: insertions, deletions, substitutions and transpositions of neighbours, no stretch edited
 * twice (https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance).
 * @returns the distance when it is at most `max`, else `max + 1`
 */
export function prefixEditDistance(typed: string, word: string, max: number): number {
  if (typed.length - word.length > max) {
    return max + 1;
  }
  const row = lastRow(typed, word, max);
  if (row === undefined) {
    return max + 1;
  }
  let least = max + 1;
  const end = Math.min(word.length, typed.length + max);
  for (let column = Math.max(0, typed.length - max); column <= end; column += 1) {
    least = Math.min(least, row[column]!);
  }
  return least;
}

/**
 * The distance between two words as a whole, counted in the same way.
 * @returns the distance when it is at most `max`, else `max + 1`
 */
export function editDistance(one: string, other: string, max: number): number {
  if (Math.abs(one.length - other.length) > max) {
    return max + 1;
  }
  return Math.min(max + 1, lastRow(one, other, max)?.[other.length] ?? max + 1);
}

/** Three rows of the dynamic programme, used in turn and never shared with a caller for long. */
const rows = [0, 1, 2].map(() => new Uint8Array(LONGEST_COMPARED + 2)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];

/**
 * The last row of the distance matrix, right within `max` cells of the diagonal (Ukkonen's band);
 * `undefined` when every cell of a row exceeds `max`, so that none after it can be less.
 */
function lastRow(a: string, b: string, max: number): Uint8Array | undefined {
  if (a.length > LONGEST_COMPARED || b.length > LONGEST_COMPARED) {
    return undefined;
  }
  let [beforePrevious, previous, current] = rows;
  for (let column = 0; column <= Math.min(b.length, max + 1); column += 1) {
    previous[column] = column;
  }
  for (let row = 1; row <= a.length; row += 1) {
    const from = Math.max(1, row - max);
    const to = Math.min(b.length, row + max);
    const unit = a.charCodeAt(row - 1);
    current[from - 1] = from === 1 ? row : max + 1;
    let least = current[from - 1]!;
    for (let column = from; column <= to; column += 1) {
      const other = b.charCodeAt(column - 1);
      const above = column < row + max ? previous[column]! + 1 : max + 1;
      let cost = Math.min(
        previous[column - 1]! + (unit === other ? 0 : 1),
        current[column - 1]! + 1,
        above,
      );
      if (
        row > 1 &&
        column > 1 &&
        unit === b.charCodeAt(column - 2) &&
        other === a.charCodeAt(row - 2)
      ) {
        cost = Math.min(cost, beforePrevious[column - 2]! + 1);
      }
      current[column] = cost;
      least = Math.min(least, cost);
    }
    if (least > max) {
      return undefined;
    }
    [beforePrevious, previous, current] = [previous, current, beforePrevious];
  }
  return previous;
}
