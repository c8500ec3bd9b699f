/** Optimal string alignment distance by the whole matrix, as in the book. */
export function naiveDistance(a: string, b: string): number {
  const cost = (i: number, j: number): number => {
    if (i === 0 || j === 0) {
      return i + j;
    }
    const substituted = distance(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    return Math.min(
      substituted,
      distance(i - 1, j) + 1,
      distance(i, j - 1) + 1,
      swapped ? distance(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
    );
  };
  const known = new Map<number, number>();
  const distance = (i: number, j: number): number => {
    const key = i * 100 + j;
    const value = known.get(key) ?? cost(i, j);
    known.set(key, value);
    return value;
  };
  return distance(a.length, b.length);
}
