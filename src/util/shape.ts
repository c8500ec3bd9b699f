/** Tells whether a value from elsewhere is what is expected of it. */
export type Guard<T> = (value: unknown) => value is T;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

export function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

/** Of a list, all of whose items are what is expected. */
export function isListOf<T>(isItem: (value: unknown) => value is T): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(isItem);
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Of a field that may be absent. */
export function optional(test: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => value === undefined || test(value);
}

/** Of an object whose fields are what is expected; it may have others. */
export function hasShape<T extends object>(fields: {
  readonly [Name in keyof T]-?: (value: unknown) => boolean;
}): Guard<T> {
  const tests: readonly (readonly [string, (value: unknown) => boolean])[] = Object.entries(fields);
  return (value): value is T => isObject(value) && tests.every(([name, test]) => test(value[name]));
}
