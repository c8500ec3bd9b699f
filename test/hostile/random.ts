/** Numbers that are the same for the same seed. */
export interface Random {
  /** A whole number from 0 up to, not including, `below`; 0 when that is 0. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
}

/** By mulberry32, a public-domain generator. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: (from) => from[below(from.length)]! };
}
