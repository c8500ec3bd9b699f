import type { PdfFragment } from './pdfLines';

/** So many fragments to the left are compared: what is printed over itself lies close. */
const LOOKED_AT = 3;
/** How far, in parts of the size, text may be set off that is printed over itself. */
const NEAR = 0.15;
/** How far a word may be set off from its shadow; shorter ones may stand so close beside each other. */
const SHADOW = 0.35;
const SHORT = 3;
/** From here on, in parts of the size, text lies over other text and not only close to it. */
const OVER = 0.2;

/**
 * Fragments of a row without what is printed over itself to look bold, whichever pieces the first and
 * the second print have it in.
 * @param row from left to right
 */
export function withoutDoubles(row: readonly PdfFragment[]): readonly PdfFragment[] {
  const kept: PdfFragment[] = [];
  for (const fragment of row) {
    let rest: PdfFragment | undefined = fragment;
    for (let at = kept.length - 1; rest && at >= Math.max(0, kept.length - LOOKED_AT); at--) {
      const below = kept[at];
      rest = below && withoutOverprint(rest, below);
    }
    if (rest) {
      kept.push(rest);
    }
  }
  return kept;
}

/** What of a fragment does not stand over the same letters of another; `undefined` when all does. */
function withoutOverprint(fragment: PdfFragment, below: PdfFragment): PdfFragment | undefined {
  const { text, left, right, size } = fragment;
  const near = NEAR * size;
  const fall = Math.abs(fragment.baseline - below.baseline);
  if (text === below.text) {
    const far = text.length < SHORT ? near : SHADOW * size;
    return Math.abs(left - below.left) < far && fall < far ? undefined : fragment;
  }
  if (fall > near) {
    return fragment;
  }
  const isOver = Math.abs(size - below.size) < 0.05 * size && below.right - left > OVER * size;
  if (!isOver || LEADERS.test(text)) {
    return fragment;
  }
  const places = placesIn(below);
  const ends = placesIn(fragment);
  for (const [at, place] of places.entries()) {
    const rest = below.text.slice(at, at + LONGEST_PIECE);
    if (rest === '' || place > left + offOf(below)) {
      break;
    }
    if (place < left - offOf(below)) {
      continue;
    }
    if (rest.startsWith(text) && right < below.right + near) {
      return undefined;
    }
    const end = ends[rest.length] ?? Infinity;
    if (text.startsWith(rest) && Math.abs(end - below.right) < offOf(fragment)) {
      return { ...fragment, text: text.slice(rest.length), left: below.right, isSpaced: false };
    }
  }
  return fragment;
}

/** Signs in rows, which lie over each other without being the same. */
const LEADERS = /^[\s.·…_-]+$/u;
/** Longer pieces are not compared. */
const LONGEST_PIECE = 400;

/** About where each letter of a fragment begins, and the last one ends. */
function placesIn({ text, left, right }: PdfFragment): readonly number[] {
  const widths = Array.from(text.slice(0, LONGEST_PIECE).split(''), widthOf);
  const unit = (right - left) / widths.reduce((sum, width) => sum + width, 0);
  let place = left;
  return [left, ...widths.map((width) => (place += width * unit))];
}

/** About how wide a letter is in most fonts, in parts of its size. */
function widthOf(letter: string): number {
  return letter >= '\u2e80'
    ? 1
    : /[ .,:;'’|!ijl()[\]ftr-]/.test(letter)
      ? 0.3
      : /[mwMW—%]/.test(letter)
        ? 0.85
        : /[A-Z]/.test(letter)
          ? 0.68
          : 0.5;
}

/** How far such a place may be off, in points. */
function offOf({ size, left, right }: PdfFragment): number {
  return 0.25 * size + 0.04 * Math.min(right - left, 10 * size);
}
