import { itemAt } from '../../../util/defined';
import type { PdfFragment } from './pdfLines';
import { fragmentsIn, isOfCells, rowsWhere, textOfRow, WIDE_GAP, type PieceRow } from './pdfPieces';
import { isItemMark } from './pdfSides';

/** A table whose rows are set apart by white space, and whose cells may have several lines. */
export interface PdfGrid {
  /** The first row of pieces that belongs to it, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** The fragments of each cell, row by row; a row has as many cells as there are columns. */
  readonly rows: readonly (readonly (readonly PdfFragment[])[])[];
}

/** Lines with less white space between them, in sizes, belong to one row. */
const BAND_GAP = 0.35;
/** How deep letters reach below their line, in sizes. */
const DESCENT = 0.25;
const FEWEST_BANDS = 3;
/** Nobody sets a table with more columns; a picture may look like it. */
const MOST_COLUMNS = 40;
/** A row of a table with more lines is text. */
const MOST_LINES = 14;

interface Interval {
  readonly left: number;
  readonly right: number;
}

/** Rows of pieces between white space over the whole region. */
interface Band {
  readonly from: number;
  readonly to: number;
  readonly columns: readonly Interval[];
}

/** The first grid of a region. */
export function gridIn(rows: readonly PieceRow[]): PdfGrid | undefined {
  const bands = bandsOf(rows);
  for (let at = 0; at + FEWEST_BANDS <= bands.length;) {
    const run = runAt(bands, at);
    const columns = run.length < FEWEST_BANDS ? [] : columnsOf(rows, run);
    if (isGrid(rows, run, columns)) {
      return {
        from: itemAt(run, 0).from,
        to: itemAt(run, run.length - 1).to,
        rows: run.map((band) => columns.map((column) => fragmentsIn(linesIn(rows, band, column)))),
      };
    }
    at += Math.max(1, run.length);
  }
  return undefined;
}

function bandsOf(rows: readonly PieceRow[]): readonly Band[] {
  const bands: Band[] = [];
  let from = 0;
  let bottom = -Infinity;
  for (const [at, row] of rows.entries()) {
    const { baseline, size } = row;
    if (at > from && baseline - size - bottom > BAND_GAP * size) {
      bands.push({ from, to: at, columns: intervalsOf(rows.slice(from, at)) });
      from = at;
    }
    bottom = Math.max(at === from ? -Infinity : bottom, baseline + DESCENT * size);
  }
  return rows.length === 0
    ? []
    : [...bands, { from, to: rows.length, columns: intervalsOf(rows.slice(from)) }];
}

/** The stretches from left to right that rows take, with white space between them. */
function intervalsOf(rows: readonly PieceRow[]): readonly Interval[] {
  const pieces = rows.flatMap((row) => row.pieces);
  return merged(pieces, WIDE_GAP * (rows[0]?.size ?? 0));
}

function merged(intervals: readonly Interval[], gap: number): readonly Interval[] {
  const result: { left: number; right: number }[] = [];
  for (const { left, right } of [...intervals].sort((a, b) => a.left - b.left)) {
    const last = result.at(-1);
    if (last && left - last.right < gap) {
      last.right = Math.max(last.right, right);
    } else {
      result.push({ left, right });
    }
  }
  return result;
}

/** The bands from `at` on that keep the same columns free from each other. */
function runAt(bands: readonly Band[], at: number): readonly Band[] {
  const run: Band[] = [];
  let columns: readonly Interval[] = [];
  for (let next = at; next < bands.length; next++) {
    const band = itemAt(bands, next);
    const together = merged([...columns, ...band.columns], 1);
    if (
      together.length < columns.length ||
      (run.length === 0 && band.columns.length < 2) ||
      band.to - band.from > 3 * MOST_LINES
    ) {
      break;
    }
    columns = together;
    run.push(band);
  }
  while (run.length > 0 && itemAt(run, run.length - 1).columns.length < 2) {
    run.pop();
  }
  return run;
}

/** The columns of a run; one of nothing but the marks of lists belongs to the next. */
function columnsOf(rows: readonly PieceRow[], run: readonly Band[]): readonly Interval[] {
  const intervals = merged(
    run.flatMap((band) => band.columns),
    1,
  );
  if (intervals.length > MOST_COLUMNS) {
    return [];
  }
  const columns: Interval[] = [];
  let marks: Interval | undefined;
  for (const column of intervals) {
    const left = marks?.left ?? column.left;
    const texts = run.flatMap((band) => linesIn(rows, band, column).map(textOfRow));
    if (texts.every(isItemMark)) {
      marks = { left, right: column.right };
    } else {
      columns.push({ left, right: column.right });
      marks = undefined;
    }
  }
  return marks ? [...columns, marks] : columns;
}

/** Whether bands are the rows of a table whose cells have several lines, and no columns of text. */
function isGrid(
  rows: readonly PieceRow[],
  run: readonly Band[],
  columns: readonly Interval[],
): boolean {
  const full = run.filter((band) => band.columns.length >= 2);
  if (columns.length < 2 || full.length < 0.7 * run.length) {
    return false;
  }
  if (
    full.filter((band) => rows.slice(band.from, band.to).filter(isOfCells).length > 1).length >
    0.2 * full.length
  ) {
    return false;
  }
  const lines = full.map((band) => columns.map((column) => linesIn(rows, band, column)));
  const long = lines.filter((cells) => cells.some((cell) => cell.length > 1));
  const isText = lines.some((cells) => cells.some((cell) => cell.length > MOST_LINES));
  if (long.length < 2 || isText || flowShare(lines) > 0.25) {
    return false;
  }
  const aligned = lines.filter(isAligned);
  if (aligned.length < 0.8 * lines.length || lines.some((cells) => cells.some(isCaptioned))) {
    return false;
  }
  const wide = lines.filter((cells) => cells.filter((cell) => cell.length > 0).length >= 3);
  return wide.length >= 0.5 * lines.length || areLongPairs(lines);
}

/** Whether the cells of a row begin, end or have their middle at one height. */
function isAligned(cells: readonly (readonly PieceRow[])[]): boolean {
  const spans = cells
    .filter((cell) => cell.length > 0)
    .map((cell) => ({ top: baselineOf(cell, 0), bottom: baselineOf(cell, cell.length - 1) }));
  const tallest = spans.reduce((a, b) => (b.bottom - b.top > a.bottom - a.top ? b : a));
  const near = 0.5 * (cells.flat()[0]?.size ?? 0);
  return spans.every(
    ({ top, bottom }) =>
      Math.abs(top - tallest.top) <= near ||
      Math.abs(bottom - tallest.bottom) <= near ||
      Math.abs(top + bottom - tallest.top - tallest.bottom) <= 2 * near,
  );
}

function baselineOf(cell: readonly PieceRow[], line: number): number {
  return itemAt(cell, line).baseline;
}

/** Whether a cell has the caption of a picture or table, which stand beside each other. */
function isCaptioned(cell: readonly PieceRow[]): boolean {
  const [first] = cell;
  return (
    first !== undefined && /^\s*(?:figure|fig\.|table|chart|box)\s+[\dA-Z]/iu.test(textOfRow(first))
  );
}

/** Whether most rows have two cells of several lines, of which the first is no mark of an item. */
function areLongPairs(lines: readonly (readonly (readonly PieceRow[])[])[]): boolean {
  const pairs = lines.filter((cells) => {
    const filled = cells.filter((cell) => cell.length > 0);
    const [first] = filled;
    return (
      first !== undefined &&
      filled.length === 2 &&
      filled.every((cell) => cell.length > 1) &&
      !isItemMark(textOfRow(itemAt(first, 0)))
    );
  });
  return pairs.length >= 0.5 * lines.length;
}

/** The share of cells, from 0 to 1, that go on in the cell below. */
function flowShare(lines: readonly (readonly (readonly PieceRow[])[])[]): number {
  let all = 0;
  let flowing = 0;
  for (const [at, cells] of lines.entries()) {
    for (const [column, cell] of cells.entries()) {
      const above = lines[at - 1]?.[column] ?? [];
      if (cell.length > 0 && above.length > 0) {
        all++;
        const last = textOfRow(itemAt(above, above.length - 1));
        const isOpen = !/[.!?:;…)\]"”’]\s*$/u.test(last);
        flowing += isOpen && /^\s*\p{Ll}/u.test(textOfRow(itemAt(cell, 0))) ? 1 : 0;
      }
    }
  }
  return flowing / Math.max(1, all);
}

function linesIn(
  rows: readonly PieceRow[],
  { from, to }: Band,
  { left, right }: Interval,
): readonly PieceRow[] {
  return rowsWhere(rows.slice(from, to), (piece) => piece.left >= left && piece.right <= right);
}
