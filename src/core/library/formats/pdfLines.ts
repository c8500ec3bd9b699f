import { withoutDoubles } from './pdfDoubles';
import { withoutLetterSpacing } from './letterSpacing';
import { blockText } from './plainText';

/** A run of text as a page shows it. Lengths are in points, heights run down from the page's top. */
export interface PdfFragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** The size of its type. */
  readonly size: number;
  /** The name of its font, unique in a document but no name for people. */
  readonly font: string;
  readonly isRightToLeft: boolean;
  /** Whether a blank stands before it. */
  readonly isSpaced: boolean;
}

/** Fragments on one baseline, over all columns of a page, from left to right. */
export interface PdfRow {
  readonly fragments: readonly PdfFragment[];
  readonly baseline: number;
  /** The size of most of its letters. */
  readonly size: number;
}

/** The rows of a page from top to bottom, and the width and height, in points, that they are measured in. */
export interface PdfPageRows {
  readonly rows: readonly PdfRow[];
  readonly width: number;
  readonly height: number;
}

/** A stretch of a line between wide gaps. */
export interface PdfCell {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A line of a column. */
export interface PdfLine {
  readonly text: string;
  /** Whether it ends in a soft hyphen, which `text` has no more. */
  readonly endsSoft: boolean;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** The size and font of most of its letters. */
  readonly size: number;
  readonly font: string;
  /** The mark of a note that it begins with, set above the line; not in `text`. */
  readonly mark?: string;
  readonly cells: readonly PdfCell[];
}

/** What pdf.js gives for a piece of text: see `TextItem` in its API. */
export interface PdfTextItem {
  readonly str: string;
  readonly dir: string;
  readonly width: number;
  readonly fontName: string;
  readonly transform: readonly number[];
}

/**
 * The upright fragments of a page. `toPage` is the matrix from the space of the text to the page as
 * it is shown, with y running down. Text in the direction of most letters counts as upright, for
 * pages that are set sideways; what runs in any other direction (watermarks, stamps in the margin)
 * is left out.
 */
export function fragmentsOf(
  items: readonly PdfTextItem[],
  toPage: readonly number[],
): readonly PdfFragment[] {
  const letters = [0, 0, 0, 0];
  const turned = items.map((item) => {
    const matrix = multiply(toPage, item.transform);
    const quarter = quarterOf(matrix);
    if (quarter !== undefined) {
      letters[quarter]! += item.str.trim().length;
    }
    return { item, matrix, quarter };
  });
  const upright = letters.indexOf(Math.max(...letters));
  const fragments: PdfFragment[] = [];
  let isSpaced = false;
  for (const { item, matrix, quarter } of turned) {
    const [, , c = 0, d = 0, e = 0, f = 0] = matrix;
    const size = Math.hypot(c, d);
    if (quarter !== upright) {
      isSpaced = true;
    } else if (blockText(item.str) === '' && !item.str.includes('\u00ad')) {
      isSpaced ||= item.str !== '';
    } else if (Number.isFinite(e + f + size + item.width) && size > 0) {
      // Turning by quarters keeps lengths, so that only the place is turned.
      const [left, baseline] = [
        [e, f],
        [f, -e],
        [-e, -f],
        [-f, e],
      ][upright] as [number, number];
      fragments.push({
        text: item.str,
        left,
        right: left + Math.abs(item.width),
        baseline,
        size,
        font: item.fontName,
        isRightToLeft: item.dir === 'rtl',
        isSpaced,
      });
      isSpaced = false;
    }
  }
  return fragments;
}

/** The product of two matrices in PDF's form [a b c d e f]. */
function multiply(m: readonly number[], n: readonly number[]): readonly number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

/** By how many quarters, with the clock, text is turned on the page; `undefined` when aslant. */
function quarterOf([a = 0, b = 0]: readonly number[]): number | undefined {
  const angle = Math.atan2(b, a) / (Math.PI / 2);
  const quarter = Math.round(angle);
  return Math.abs(angle - quarter) > 0.05 ? undefined : (quarter + 4) % 4;
}

/** How far, in parts of the size, baselines may lie apart in one row. */
const SAME_BASELINE = 0.3;

/** The rows of a page from top to bottom. */
export function rowsOf(fragments: readonly PdfFragment[]): readonly PdfRow[] {
  const groups: PdfFragment[][] = [];
  // The sort is stable: pieces on one place keep the order of the file.
  for (const fragment of [...fragments].sort((a, b) => a.baseline - b.baseline)) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (
      group &&
      first &&
      fragment.baseline - first.baseline <= SAME_BASELINE * Math.min(first.size, fragment.size)
    ) {
      group.push(fragment);
    } else {
      groups.push([fragment]);
    }
  }
  return raised(groups)
    .filter((group) => group.length > 0)
    .map((group) => rowOf(group));
}

/** More pieces than this on one height are a line of their own. */
const MOST_RAISED = 40;

/**
 * Puts small type that stands a little above or below a line into it: marks of notes, ordinals,
 * formulas.
 */
function raised(groups: readonly PdfFragment[][]): readonly PdfFragment[][] {
  for (const [at, group] of groups.entries()) {
    if (group.length > MOST_RAISED || !group.every(({ text }) => text.trim().length <= 5)) {
      continue;
    }
    for (const other of [groups[at + 1], groups[at - 1]]) {
      const stays: PdfFragment[] = [];
      for (const fragment of group) {
        const base = other?.find((base) => carries(base, fragment));
        (base && other ? other : stays).push(fragment);
      }
      group.splice(0, group.length, ...stays);
    }
  }
  return groups;
}

function carries(base: PdfFragment, small: PdfFragment): boolean {
  const rise = (base.baseline - small.baseline) / base.size;
  const gap = Math.max(small.left - base.right, base.left - small.right);
  return small.size <= 0.85 * base.size && rise > -0.4 && rise < 0.75 && gap < 0.5 * base.size;
}

function rowOf(group: readonly PdfFragment[]): PdfRow {
  const fragments = withoutDoubles([...group].sort((a, b) => a.left - b.left));
  const size = mostOf(fragments, (fragment) => fragment.size);
  const main = fragments.find((fragment) => fragment.size === size);
  return { fragments, size, baseline: main?.baseline ?? 0 };
}

/** The value that most letters have; the first of them where several are equal. */
function mostOf<Value>(
  fragments: readonly PdfFragment[],
  valueOf: (fragment: PdfFragment) => Value,
): Value {
  const counts = new Map<Value, number>();
  for (const fragment of fragments) {
    const value = valueOf(fragment);
    counts.set(value, (counts.get(value) ?? 0) + fragment.text.trim().length);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most![0];
}

/** From here on, in parts of the size, a gap divides cells; below, it is a blank between words. */
const CELL_GAP = 1.5;
/** From here on a gap is a blank even where the file has none. */
const WORD_GAP = 0.25;

/** The stretches of a row between gaps of at least `gap` sizes. */
export function rowPieces(row: PdfRow, gap: number): readonly (readonly PdfFragment[])[] {
  const pieces: PdfFragment[][] = [];
  let right = -Infinity;
  for (const fragment of row.fragments) {
    const isApart = fragment.left - right > gap * Math.max(row.size, fragment.size);
    if (pieces.length === 0 || isApart) {
      pieces.push([fragment]);
    } else {
      pieces.at(-1)!.push(fragment);
    }
    right = Math.max(right, fragment.right);
  }
  return pieces;
}

export function rightOf(fragments: readonly PdfFragment[]): number {
  return fragments.reduce((right, fragment) => Math.max(right, fragment.right), -Infinity);
}

/** The line that fragments make, which are not none and stand from left to right. */
export function lineOf(fragments: readonly PdfFragment[]): PdfLine {
  const row = rowOf(fragments);
  const isRightToLeft = mostOf(fragments, (fragment) => fragment.isRightToLeft);
  const written = row.fragments.filter((fragment) => !isNoteMark(fragment, row));
  const [first] = row.fragments;
  const isMarked = first !== undefined && written.length > 0 && !written.includes(first);
  const cells = rowPieces({ ...row, fragments: written }, CELL_GAP).map((piece) => ({
    text: lineText(textOf(piece, isRightToLeft)),
    left: piece[0]!.left,
    right: rightOf(piece),
  }));
  const raw = textOf(written, isRightToLeft);
  return {
    text: lineText(raw),
    endsSoft: /\u00ad\s*$/u.test(raw),
    left: row.fragments[0]!.left,
    right: rightOf(row.fragments),
    baseline: row.baseline,
    size: row.size,
    font: mostOf(row.fragments, (fragment) => fragment.font),
    ...(isMarked && { mark: first.text.trim() }),
    cells,
  };
}

function lineText(raw: string): string {
  return withoutLetterSpacing(blockText(raw));
}

function textOf(fragments: readonly PdfFragment[], isRightToLeft: boolean): string {
  let text = '';
  let last: PdfFragment | undefined;
  for (const fragment of isRightToLeft ? [...fragments].reverse() : fragments) {
    const gap =
      last === undefined
        ? 0
        : isRightToLeft
          ? last.left - fragment.right
          : fragment.left - last.right;
    const isApart = fragment.isSpaced
      ? // Blanks that a file has are believed, unless what follows in the file stands before it.
        gap > 0.05 * fragment.size
      : gap > WORD_GAP * fragment.size;
    text += last !== undefined && isApart ? ` ${fragment.text}` : fragment.text;
    last = fragment;
  }
  return text;
}

/**
 * Whether a fragment is the mark of a note: small, above the line, a figure or a sign. Squares and
 * cubes after a unit of length are none, nor are powers of a letter.
 */
function isNoteMark(fragment: PdfFragment, row: PdfRow): boolean {
  if (
    fragment.size > 0.85 * row.size ||
    row.baseline - fragment.baseline < 0.15 * row.size ||
    !/^\s*(?:\d{1,3}(?:\s*[,–-]\s*\d{1,3})*|[*†‡§¶]{1,3}|\[\d{1,3}\])\s*$/u.test(fragment.text)
  ) {
    return false;
  }
  const before = row.fragments[row.fragments.indexOf(fragment) - 1];
  const text = before?.text.trimEnd() ?? '';
  const isInExponent =
    before !== undefined &&
    row.baseline - before.baseline >= 0.15 * row.size &&
    /[^\d,–\s]$/u.test(text);
  return !isInExponent && !/(?:^|[\s\d/])[kcmd]?m$|(?<!\p{L})\p{L}$/u.test(text);
}
