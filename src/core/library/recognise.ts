import { itemAt, defined } from '../../util/defined';
import type { Locator, SourceFingerprint, SourceId } from '../model';
import type { SourceDocument } from './document';
import { forEachShingle, hashesOf } from './fingerprints';
import { lettersOf } from '../text/normalise';
import { paragraphsIn } from './paragraphsIn';
import { passageText } from './structure';

/** A source that a pack knows by the fingerprints of its paragraphs, without their text. */
export interface KnownSource {
  readonly id: SourceId;
  readonly fingerprints: readonly SourceFingerprint[];
}

/** A passage of a document that is a paragraph of a known source. */
export interface RecognisedPlace {
  readonly source: SourceId;
  readonly locator: Locator;
  /** The passage's id. */
  readonly passage: string;
}

/** Of its hashes, so many must stand in the document for a paragraph to be there. */
const SHARE_FOUND = 0.5;

/** And within so many times its length, as words may have been added. */
const STRETCH = 1.5;

/**
 * Finds paragraphs of known sources in a document, whatever its format, its line breaks, quotes,
 * dashes and headings, a few words edited. Where passages are cut otherwise than the source's
 * paragraphs, the passage that holds the most of a paragraph is the one.
 * @returns in the order of `known` and its fingerprints, for each at most one
 */
export function recogniseSources(
  document: SourceDocument,
  known: readonly KnownSource[],
): readonly RecognisedPlace[] {
  const sketches = known.flatMap(({ id, fingerprints }) =>
    fingerprints.map((fingerprint): Sketch => ({
      source: id,
      locator: fingerprint.locator,
      hashes: hashesOf(fingerprint.sketch),
      reach: fingerprint.length * STRETCH,
    })),
  );
  const passages = paragraphsIn(document);
  const { letters, passageAt } = lettersIn(passages.map((one) => passageText(document, one)));
  const places = placesOf(new Set(sketches.flatMap(({ hashes }) => hashes)), letters);
  return sketches.flatMap(({ source, locator, hashes, reach }) => {
    const found = densest(hashes, places, reach);
    if (found.distinct === 0 || found.distinct < hashes.length * SHARE_FOUND) {
      return [];
    }
    const passage = passages[mostFrequent(found.places.map(passageAt))];
    return passage ? [{ source, locator, passage: passage.id }] : [];
  });
}

interface Sketch {
  readonly source: SourceId;
  readonly locator: Locator;
  readonly hashes: readonly number[];
  /** Within how many letters its hashes must be found. */
  readonly reach: number;
}

/** The letters of all texts in one, so that it does not matter where one ends. */
function lettersIn(texts: readonly string[]): {
  readonly letters: Uint16Array;
  /** The index of the text that has the letter at an offset. */
  readonly passageAt: (offset: number) => number;
} {
  const parts = texts.map(lettersOf);
  const starts: number[] = [];
  const all = parts.reduce((sum, part) => {
    starts.push(sum);
    return sum + part.length;
  }, 0);
  const letters = new Uint16Array(all);
  parts.forEach((part, at) => letters.set(part, starts[at]));
  const passageAt = (offset: number): number => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      [low, high] = itemAt(starts, middle) <= offset ? [middle, high] : [low, middle];
    }
    return low;
  };
  return { letters, passageAt };
}

/** Where in a text each of some hashes stands, ascending. */
function placesOf(
  sought: ReadonlySet<number>,
  letters: Uint16Array,
): ReadonlyMap<number, readonly number[]> {
  // Nearly all hashes of a text are not sought, and a look at 16 bits of them tells that soonest.
  const isLike = new Uint8Array(0x10000);
  sought.forEach((hash) => (isLike[hash & 0xffff] = 1));
  const places = new Map<number, number[]>();
  forEachShingle(letters, (hash, start) => {
    if (isLike[hash & 0xffff] === 1 && sought.has(hash)) {
      const before = places.get(hash);
      if (before) {
        before.push(start);
      } else {
        places.set(hash, [start]);
      }
    }
  });
  return places;
}

/** As many of the hashes as stand within `reach` letters; the first such where there are several. */
function densest(
  hashes: readonly number[],
  places: ReadonlyMap<number, readonly number[]>,
  reach: number,
): { readonly distinct: number; readonly places: readonly number[] } {
  const found = hashes
    .flatMap((hash) => (places.get(hash) ?? []).map((place) => ({ hash, place })))
    .sort((one, other) => one.place - other.place);
  const counts = new Map<number, number>();
  let best = { first: 0, end: 0, distinct: 0 };
  let first = 0;
  found.forEach(({ hash, place }, at) => {
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
    for (; place - itemAt(found, first).place > reach; first += 1) {
      const { hash: leaving } = itemAt(found, first);
      const left = defined(counts.get(leaving)) - 1;
      if (left === 0) {
        counts.delete(leaving);
      } else {
        counts.set(leaving, left);
      }
    }
    if (counts.size > best.distinct) {
      best = { first, end: at + 1, distinct: counts.size };
    }
  });
  return {
    distinct: best.distinct,
    places: found.slice(best.first, best.end).map(({ place }) => place),
  };
}

/** The first of those that come up most. */
function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  numbers.forEach((number) => counts.set(number, (counts.get(number) ?? 0) + 1));
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}
