/**
 * The places of `words` in the ascending order of their UTF-16 units, found in slices.
 * @param words distinct
 */
export function* sortedPlaces(words: readonly string[]): Generator<undefined, number[]> {
  return yield* sorted(words, [...words.keys()], 0);
}

/** So many words are sorted at once, which takes some milliseconds. */
const SORTED_AT_ONCE = 2048;

/** @param places of words that share their first `depth` units */
function* sorted(
  words: readonly string[],
  places: number[],
  depth: number,
): Generator<undefined, number[]> {
  if (places.length <= SORTED_AT_ONCE) {
    return places.sort((a, b) => (words[a]! < words[b]! ? -1 : 1));
  }
  // By the next unit; the word that has none comes first.
  const byUnit = new Map<number, number[]>();
  for (const place of places) {
    const unit = depth < words[place]!.length ? words[place]!.charCodeAt(depth) : -1;
    const alike = byUnit.get(unit);
    if (alike) {
      alike.push(place);
    } else {
      byUnit.set(unit, [place]);
    }
  }
  yield;
  const result: number[] = [];
  for (const unit of [...byUnit.keys()].sort((a, b) => a - b)) {
    for (const place of yield* sorted(words, byUnit.get(unit)!, depth + 1)) {
      result.push(place);
    }
    yield;
  }
  return result;
}
