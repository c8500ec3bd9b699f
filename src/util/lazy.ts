/**
 * A value made on first use and kept. A promise that rejects is forgotten, so that the next
 * call tries again; `reset` forgets a value whose inputs have changed.
 */
export interface Lazy<T> {
  (): T;
  reset(): void;
}

/** Wraps `make`, which runs at most once until it is reset. */
export function lazy<T>(make: () => T): Lazy<T> {
  let value: { readonly made: T } | undefined;
  const get = (): T => {
    if (value === undefined) {
      const mine = { made: make() };
      value = mine;
      if (mine.made instanceof Promise) {
        mine.made.catch(() => {
          if (value === mine) {
            value = undefined;
          }
        });
      }
    }
    return value.made;
  };
  return Object.assign(get, { reset: () => void (value = undefined) });
}
