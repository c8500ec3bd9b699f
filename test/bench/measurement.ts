/** One figure of the table that `npm run bench` prints. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** The value below which a share of the values lies, `0.5` for the median; 0 of no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Runs `work` and says how many milliseconds it took. */
export async function timed<T>(
  work: () => T | PromiseLike<T>,
): Promise<{ readonly result: T; readonly ms: number }> {
  const start = performance.now();
  const result = await work();
  return { result, ms: performance.now() - start };
}
