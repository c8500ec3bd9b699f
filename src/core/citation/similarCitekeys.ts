import { editDistance } from '../search/editDistance';

/** Of a shorter key the beginning may be that of any number of others. */
const SHORTEST_BEGINNING = 4;

/**
 * The citekeys that may be meant by one that is unknown, the likeliest first: those that differ by a
 * slip or two, letter case left aside, then those that go on where it ends.
 *
 * @param most how many
 */
export function similarCitekeys(
  unknown: string,
  known: Iterable<string>,
  most: number,
): readonly string[] {
  const written = unknown.toLowerCase();
  // A third of a short key would be another one.
  const slips = written.length < 4 ? 1 : written.length < 9 ? 2 : 3;
  const found = new Map<string, number>();
  for (const citekey of known) {
    const key = citekey.toLowerCase();
    const distance = editDistance(written, key, slips);
    if (distance <= slips) {
      found.set(citekey, distance);
    } else if (written.length >= SHORTEST_BEGINNING && key.startsWith(written)) {
      found.set(citekey, slips + 1);
    }
  }
  return [...found]
    .sort(([one, near], [other, far]) => near - far || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([citekey]) => citekey);
}
