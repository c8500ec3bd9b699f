import type { Locator, SourceFingerprint } from '../model';
import type { SourceDocument } from './document';
import { lettersOf, mixBits } from '../text/normalise';
import { paragraphsIn } from './paragraphsIn';

/**
 * Fingerprints of paragraphs: a bottom-k sketch (Broder 1997, "On the resemblance and containment of
 * documents") of all runs of `SHINGLE` letters. The runs with the smallest hashes are a sample of the
 * paragraph that does not depend on where it begins, so that a copy which is edited here and there,
 * or cut elsewhere, still holds most of them. Letters rather than words, as hyphens and blanks are
 * what differs between two settings of a text.
 */

/** About four words: fewer are common to many texts, more are lost with every word that is edited. */
const SHINGLE = 20;

/** How many hashes make a fingerprint. */
const SKETCH = 16;

/** Digits of a hash in base 36. */
const DIGITS = 6;

/** Shorter paragraphs (a caption, "All rights reserved.") may stand in any document. */
const FEWEST_LETTERS = 80;

/**
 * Calls `visit` for every run of `SHINGLE` letters with its hash, a number of 30 bits, and where it
 * begins.
 * @param letters see `lettersOf`
 */
export function forEachShingle(
  letters: Uint16Array,
  visit: (hash: number, start: number) => void,
): void {
  // Karp and Rabin's rolling hash, modulo 2^32; its low bits need mixing.
  let rolling = 0;
  for (let end = 0; end < letters.length; end += 1) {
    rolling = Math.imul(rolling, BASE) + letters[end]!;
    if (end >= SHINGLE) {
      rolling -= Math.imul(letters[end - SHINGLE]!, OUTGOING);
    }
    rolling |= 0;
    if (end >= SHINGLE - 1) {
      // Engines keep larger numbers on the heap, which takes twice the time.
      visit(mixBits(rolling) >>> 2, end + 1 - SHINGLE);
    }
  }
}

const BASE = 0x01000193;
/** What the letter that leaves a run has been multiplied by: `BASE` to the power of `SHINGLE`. */
const OUTGOING = Array.from({ length: SHINGLE }, () => BASE).reduce(Math.imul, 1);

/** The fingerprint of a paragraph; `undefined` for one that is too short to be told from others. */
export function fingerprintOf(
  text: string,
): Pick<SourceFingerprint, 'length' | 'sketch'> | undefined {
  const letters = lettersOf(text);
  if (letters.length < FEWEST_LETTERS) {
    return undefined;
  }
  const hashes = new Set<number>();
  forEachShingle(letters, (hash) => hashes.add(hash));
  const sketch = Array.from(Uint32Array.from(hashes).sort().subarray(0, SKETCH), (hash) =>
    hash.toString(36).padStart(DIGITS, '0'),
  );
  return { length: letters.length, sketch: sketch.join('') };
}

/** The hashes of a sketch; none of one that is not in that form. */
export function hashesOf(sketch: string): readonly number[] {
  return (sketch.match(/[\da-z]{6}/g) ?? []).map((digits) => Number.parseInt(digits, 36));
}

/** The fingerprints of a document's paragraphs, in order; none for short ones. */
export function fingerprintsOf(document: SourceDocument): readonly SourceFingerprint[] {
  const paragraphs: { locator: Locator; start: number; end: number }[] = [];
  for (const { locator, span } of paragraphsIn(document)) {
    const last = paragraphs.at(-1);
    // Only blocks are parted by empty lines, not the pieces of a long one.
    if (last && !document.text.slice(last.end, span.start).includes('\n\n')) {
      last.end = span.end;
    } else {
      paragraphs.push({ locator, ...span });
    }
  }
  return paragraphs.flatMap(({ locator, start, end }) => {
    const fingerprint = fingerprintOf(document.text.slice(start, end));
    return fingerprint ? [{ locator, ...fingerprint }] : [];
  });
}
