/** Things by each of their keys, in the order in which the keys first come up. */
export function groupBy<T, K>(
  things: readonly T[],
  keysOf: (thing: T) => readonly K[],
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    for (const key of new Set(keysOf(thing))) {
      const group = groups.get(key);
      if (group) {
        group.push(thing);
      } else {
        groups.set(key, [thing]);
      }
    }
  }
  return groups;
}
