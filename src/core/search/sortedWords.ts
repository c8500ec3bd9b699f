/**
 * The places of `words` in the ascending order of their UTF-16 units, found in slices.
 * @param words distinct
 */
export function* sortedPlaces(words: readonly string[]): Generator<undefined, Uint32Array> {
  const places = Uint32Array.from(words.keys());
  yield* sort(words, places, 0);
  return places;
}

/** So many words are sorted at once, which takes some milliseconds. */
const SORTED_AT_ONCE = 8192;

/** So many bits of a key, which is a double, say which word it is of; the others how it goes on. */
const PLACE_BITS = 13;
const UNIT_BITS = 8;
const UNITS = 5;
/** Of all units that a key cannot tell apart; 0 is the end of a word. */
const LAST_CODE = 2 ** UNIT_BITS - 1;

/** @param places of words that share their first `depth` units; they are put in order */
function* sort(words: readonly string[], places: Uint32Array, depth: number): Generator<undefined> {
  if (places.length <= SORTED_AT_ONCE) {
    sortAtOnce(words, places, depth);
    yield;
    return;
  }
  // By the next unit; the word that has none comes first.
  const byUnit = new Map<number, number[]>();
  for (const [at, place] of places.entries()) {
    const unit = depth < words[place]!.length ? words[place]!.charCodeAt(depth) : -1;
    const alike = byUnit.get(unit);
    if (alike) {
      alike.push(place);
    } else {
      byUnit.set(unit, [place]);
    }
    if (at % SORTED_AT_ONCE === SORTED_AT_ONCE - 1) {
      yield;
    }
  }
  let from = 0;
  for (const unit of [...byUnit.keys()].sort((a, b) => a - b)) {
    const alike = byUnit.get(unit)!;
    const part = places.subarray(from, (from += alike.length));
    part.set(alike);
    yield* sort(words, part, depth + 1);
  }
}

/** By numbers that begin as the words do, which are sorted several times as fast; then by the rest. */
function sortAtOnce(words: readonly string[], places: Uint32Array, depth: number): void {
  const keys = new Float64Array(places.length);
  for (let at = 0; at < places.length; at += 1) {
    const word = words[places[at]!]!;
    let key = 0;
    // Behind units that look alike nothing tells words apart.
    let isAlike = false;
    for (let unit = depth; unit < depth + UNITS; unit += 1) {
      const isOver: boolean = isAlike || unit >= word.length;
      const code: number = isOver ? 0 : Math.min(word.charCodeAt(unit) + 1, LAST_CODE);
      isAlike ||= code === LAST_CODE;
      key = key * 2 ** UNIT_BITS + code;
    }
    keys[at] = key * 2 ** PLACE_BITS + at;
  }
  keys.sort();
  const before = places.slice();
  const beginning = (at: number): number => Math.floor(keys[at]! / 2 ** PLACE_BITS);
  for (let from = 0; from < places.length;) {
    let end = from;
    do {
      places[end] = before[keys[end]! % 2 ** PLACE_BITS]!;
      end += 1;
    } while (end < places.length && beginning(end) === beginning(from));
    if (end - from > 1) {
      places
        .subarray(from, end)
        .set([...places.subarray(from, end)].sort((a, b) => (words[a]! < words[b]! ? -1 : 1)));
    }
    from = end;
  }
}
