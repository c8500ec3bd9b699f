/** A value that is there by construction. Throws where it is not, so that a fault shows where it is. */
export function defined<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) {
    throw new TypeError('What must be there is not.');
  }
  return value;
}

/** The item of a list, which is long enough by construction. Throws where it is not. */
export function itemAt<T>(list: ArrayLike<T>, index: number): T {
  return defined(list[index]);
}
