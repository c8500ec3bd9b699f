import { itemAt } from '../../../util/defined';
import { isOfCells, PIECE_GAP, WIDE_GAP, type PdfPiece, type PieceRow } from './pdfPieces';
import {
  ALIGNED,
  areCells,
  FEWEST_LINES,
  goTogether,
  isLeftOf,
  sideOf,
  type ColumnSide,
} from './pdfSides';

/** The place between two columns where the right one begins, from the left edge of the page. */
export type Gutter = number;

/** Where a stretch of rows is parted into two columns. */
export interface ColumnSplit {
  readonly gutter: Gutter;
  /** The first row that is parted, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** The side that is no column of text: a box, notes in the margin, the words of a picture. */
  readonly aside?: 'left' | 'right';
}

interface ScoredSplit extends ColumnSplit {
  readonly score: number;
}

/** Rows of which none stands over a gutter, and how many have something to its sides. */
interface FreeRun {
  readonly span: readonly [from: number, to: number];
  readonly left: number;
  readonly right: number;
}

/** In points: narrower, nobody sees that columns are two. */
const NARROWEST_GUTTER = 3;
/** Places at most that are tried for a gutter, those first where most lines begin. */
const MOST_PLACES = 40;
const FEWEST_PLACES = 8;
/** Pieces that are looked at for all places, about; no page that people read has so many. */
const MOST_LOOKS = 60_000;
/** Lines at least of columns that a narrow gutter parts: a few blanks may stand below each other. */
const FEWEST_AT_NARROW = 7;
/** How far apart, in points, the same gutter may stand on two pages. */
const SAME_GUTTER = 4;

/** Two columns of text come before one that other pages have, and that before boxes and the like. */
const OF_TEXT = 2_000_000;
const OF_OTHER_PAGES = 1_000_000;

/**
 * Where a region is best parted into columns: at the strip that the most lines to both sides keep
 * free, if they read like the lines of columns. A column beside something else, such as a box, is
 * parted from it where no columns of text are. The cells of a table are none: their lines belong
 * together row by row.
 * @param usual gutters of the document's other pages, which help where a column has a line or two
 */
export function columnSplit(
  rows: readonly PieceRow[],
  usual: readonly Gutter[],
): ColumnSplit | undefined {
  const tabular = tabularRows(rows);
  let best: ScoredSplit | undefined;
  for (const gutter of placesFor(rows)) {
    const isUsual = usual.some((place) => Math.abs(place - gutter) < SAME_GUTTER);
    for (const run of freeRuns(rows, gutter, tabular)) {
      if (mostScore(run) > (best?.score ?? 0)) {
        const split = splitAt(rows, gutter, run, isUsual);
        best = split && split.score > (best?.score ?? 0) ? split : best;
      }
    }
  }
  return best;
}

/** Where columns may begin: where lines do, with something to their left on the page. */
function placesFor(rows: readonly PieceRow[]): readonly Gutter[] {
  const places = new Map<number, { left: number; count: number }>();
  let edge = Infinity;
  let count = 0;
  for (const { pieces } of rows) {
    count += pieces.length;
    for (const [at, { left }] of pieces.entries()) {
      edge = Math.min(edge, left);
      const key = Math.round(left / 2);
      const place = places.get(key) ?? { left, count: 0 };
      // What begins a row is more likely to begin a column than a word within it.
      place.count += at === 0 ? 2 : 1;
      place.left = Math.min(place.left, left);
      places.set(key, place);
    }
  }
  return [...places.values()]
    .filter(({ left }) => left > edge + 10)
    .sort((a, b) => b.count - a.count)
    .slice(0, Math.max(FEWEST_PLACES, Math.min(MOST_PLACES, MOST_LOOKS / count)))
    .map(({ left }) => left);
}

/** Rows of cells, three in a row at least. */
function tabularRows(rows: readonly PieceRow[]): readonly boolean[] {
  const isTabular = rows.map(isOfCells);
  const is = (at: number): boolean => isTabular[at] === true;
  return isTabular.map(
    (_, at) =>
      is(at) &&
      ((is(at - 2) && is(at - 1)) || (is(at - 1) && is(at + 1)) || (is(at + 1) && is(at + 2))),
  );
}

/** The stretches of rows of which none stands over a gutter. */
function freeRuns(
  rows: readonly PieceRow[],
  gutter: Gutter,
  tabular: readonly boolean[],
): readonly FreeRun[] {
  const runs: FreeRun[] = [];
  let from = 0;
  let left = 0;
  let right = 0;
  for (let at = 0; at <= rows.length; at++) {
    const row = rows[at];
    if (row && tabular[at] !== true && !row.pieces.some((piece) => isAcross(piece, row, gutter))) {
      left += isLeftOf(row, gutter) ? 1 : 0;
      right += isLeftOf(itemAt(row.pieces, row.pieces.length - 1), gutter) ? 0 : 1;
      continue;
    }
    if (left > 0 && right > 0 && Math.max(left, right) >= FEWEST_LINES) {
      runs.push({ span: [from, at], left, right });
    }
    from = at + 1;
    left = 0;
    right = 0;
  }
  return runs;
}

function isAcross(piece: PdfPiece, { size }: PieceRow, gutter: Gutter): boolean {
  return (
    isLeftOf(piece, gutter) && piece.right > gutter - Math.max(NARROWEST_GUTTER, PIECE_GAP * size)
  );
}

/** No split of a run has a higher score. */
function mostScore({ left, right }: FreeRun): number {
  return OF_TEXT + Math.min(left, right) + 1;
}

function splitAt(
  rows: readonly PieceRow[],
  gutter: Gutter,
  { span }: FreeRun,
  isUsual: boolean,
): ScoredSplit | undefined {
  const left = sideOf(rows, span, gutter, true);
  const right = sideOf(rows, span, gutter, false);
  if (!left || !right || left.text + right.text === 0) {
    return undefined;
  }
  const shared = sharedRows(left, right);
  const gap = (gutter - edgeBeside(left, right)) / itemAt(rows, span[0]).size;
  const split = { gutter, from: span[0], to: span[1] };
  const width = Math.min(gap, 3) / 4;
  if (shared === 0) {
    return undefined;
  }
  if (left.text > 0 && right.text > 0) {
    return areColumns(left, right, { shared, isClear: isUsual || isClear(right, gutter, gap) })
      ? { ...split, score: OF_TEXT + Math.min(left.text, right.text) + width }
      : undefined;
  }
  // The second column may end with the text; what is short before a column of text is none.
  if (isUsual && left.text > 0) {
    return { ...split, score: OF_OTHER_PAGES + Math.min(left.lines.length, right.lines.length) };
  }
  const [text, beside] = left.text > 0 ? [left, right] : [right, left];
  return gap < WIDE_GAP || goTogether(text, beside)
    ? undefined
    : { ...split, aside: beside === left ? 'left' : 'right', score: text.text + width };
}

function areColumns(
  left: ColumnSide,
  right: ColumnSide,
  { shared, isClear }: { readonly shared: number; readonly isClear: boolean },
): boolean {
  const fewest = Math.min(left.lines.length, right.lines.length);
  return isClear && shared >= 0.3 * fewest && !areCells(left, right);
}

/** Whether a gutter is wide, or as many lines begin at it as blanks between words do not by chance. */
function isClear({ lines }: ColumnSide, gutter: Gutter, gap: number): boolean {
  const aligned = lines.filter(({ left }) => Math.abs(left - gutter) <= ALIGNED);
  return (
    gap >= WIDE_GAP || (lines.length >= FEWEST_AT_NARROW && aligned.length >= 0.4 * lines.length)
  );
}

/** How many rows there are where both sides stand beside each other. */
function sharedRows(left: ColumnSide, right: ColumnSide): number {
  const from = Math.max(itemAt(left.rows, 0), itemAt(right.rows, 0));
  const to = Math.min(
    itemAt(left.rows, left.rows.length - 1),
    itemAt(right.rows, right.rows.length - 1),
  );
  return Math.max(0, to - from + 1);
}

/** The right edge of the left side where the right side stands beside it. */
function edgeBeside(left: ColumnSide, right: ColumnSide): number {
  const first = itemAt(right.rows, 0) - 1;
  const last = itemAt(right.rows, right.rows.length - 1) + 1;
  let edge = -Infinity;
  for (const [at, line] of left.lines.entries()) {
    const row = itemAt(left.rows, at);
    edge = row >= first && row <= last ? Math.max(edge, line.right) : edge;
  }
  return edge;
}
