import { childPath } from './jsonPath';
import type { DescribedViolation } from './violations';

/**
 * No schema allows a text as long as this, or an entry of so many values. Such entries are refused
 * before they are validated: on texts of several megabytes, patterns exhaust the stack of the engine,
 * and a validator that gathers all errors takes quadratic time to gather a million of them.
 */
const MAX_TEXT_LENGTH = 100_000;
const MAX_VALUES = 10_000;

/**
 * What makes an entry too big to be validated; `undefined` when nothing does. Keeps its own stack, so
 * that depth is no danger.
 */
export function findExcess(entry: unknown): DescribedViolation | undefined {
  const pending = [{ value: entry, path: '$' }];
  let count = 1;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && value.length > MAX_TEXT_LENGTH) {
      return {
        path,
        message: `is longer than ${MAX_TEXT_LENGTH} characters`,
        remedy: 'Shorten it to what its schema allows.',
      };
    }
    if (typeof value === 'object' && value !== null) {
      const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
      for (const key of keys) {
        if (++count > MAX_VALUES) {
          return {
            path: '$',
            message: `holds more than ${MAX_VALUES} values`,
            remedy: 'Remove what does not belong there.',
          };
        }
        pending.push({
          value: (value as Readonly<Record<string | number, unknown>>)[key],
          path: childPath(path, key),
        });
      }
    }
  }
  return undefined;
}
