import { columnSplit, type ColumnSplit, type Gutter } from './pdfGutters';
import { gridIn, type PdfGrid } from './pdfGrids';
import { withoutInterruptions } from './pdfInterruptions';
import { lineOf, rightOf, rowsOf, type PdfFragment, type PdfLine, type PdfRow } from './pdfLines';
import { fragmentsIn, pieceRowsOf, rowsWhere, type PieceRow } from './pdfPieces';
import { isLeftOf } from './pdfSides';
import { withHyphenRoom } from './pdfSoftBreaks';

/** The stretch of a page that lines are set in: a column, or the whole width. */
export interface PdfColumn {
  readonly left: number;
  readonly right: number;
}

export interface PlacedLine extends PdfLine {
  readonly column: PdfColumn;
  /** Whether it stands beside the text, as a box or a note in the margin does, and cuts no paragraph. */
  readonly isAside?: boolean;
  /** Whether a hyphen would fill it up to the edge that the column's lines end at. */
  readonly hasHyphenRoom?: boolean;
  /** Of a line in a table whose cells may have several lines. */
  readonly cell?: PlacedCell;
}

/** Where a cell stands: its row and column in a table, which is known by its object. */
export interface PlacedCell {
  readonly grid: PdfGrid;
  readonly row: number;
  readonly column: number;
}

/** How often a page is parted at most; what is parted more is a picture. */
const MOST_PARTS = 64;

/** What the regions of a page share. */
interface Parting {
  readonly usual: readonly Gutter[];
  /** How often the page may still be parted. */
  parts: number;
}

/** A part of a page, which is parted further. */
export interface PageRegion {
  readonly rows: readonly PieceRow[];
  /** Where it is parted into columns by its own lines alone. */
  readonly split?: ColumnSplit;
}

/** The region that a page is as a whole. */
export function regionOf(rows: readonly PdfRow[]): PageRegion {
  const ofPage = pieceRowsOf(rows.flatMap(({ fragments }) => fragments));
  const split = columnSplit(ofPage, []);
  return { rows: ofPage, ...(split && { split }) };
}

/** The gutter of a page that is set in columns. */
export function gutterOf({ split }: PageRegion): Gutter | undefined {
  return split?.aside === undefined ? split?.gutter : undefined;
}

/**
 * The lines of a page in reading order: regions are parted into columns, and those into regions
 * again; down each column and then the next, above and below of what stands over both. `usual` are
 * gutters of the document's other pages, which help where a column has only a line or two.
 */
export function readingOrder(
  region: PageRegion,
  usual: readonly Gutter[] = [],
): readonly PlacedLine[] {
  const { rows, split } = region;
  const isSettled = usual.length === 0 || gutterOf(region) !== undefined;
  const parting = { usual, parts: MOST_PARTS };
  return orderRegion(rows, isSettled ? split : columnSplit(rows, usual), parting);
}

function order(some: readonly PieceRow[], parting: Parting): readonly PlacedLine[] {
  // In a part of the page other fragments are in one row.
  const rows = pieceRowsOf(fragmentsIn(some));
  const split = parting.parts > 0 ? columnSplit(rows, parting.usual) : undefined;
  return orderRegion(rows, split, parting);
}

function orderRegion(
  rows: readonly PieceRow[],
  split: ColumnSplit | undefined,
  parting: Parting,
): readonly PlacedLine[] {
  const grid = parting.parts > 0 ? gridIn(rows) : undefined;
  parting.parts--;
  if (grid !== undefined && !(split && isWithin(grid, split))) {
    return [
      ...order(rows.slice(0, grid.from), parting),
      ...linesOfGrid(grid),
      ...order(rows.slice(grid.to), parting),
    ];
  }
  return split === undefined ? linesOf(fragmentsIn(rows)) : orderParts(rows, split, parting);
}

/** Whether what looks like a table is but a part of the lines of two columns of text. */
function isWithin(grid: PdfGrid, { from, to, aside }: ColumnSplit): boolean {
  return (
    aside === undefined &&
    from <= grid.from &&
    grid.to <= to &&
    grid.to - grid.from < 0.7 * (to - from)
  );
}

/** The lines of a table, cell by cell. */
function linesOfGrid(grid: PdfGrid): readonly PlacedLine[] {
  return grid.rows.flatMap((cells, row) =>
    cells.flatMap((fragments, column) =>
      linesOf(fragments).map((line) => ({ ...line, cell: { grid, row, column } })),
    ),
  );
}

function orderParts(
  rows: readonly PieceRow[],
  { gutter, from, to, aside }: ColumnSplit,
  parting: Parting,
): readonly PlacedLine[] {
  const parted = rows.slice(from, to);
  const side = (isLeft: boolean): readonly PlacedLine[] =>
    order(
      rowsWhere(parted, (piece) => isLeftOf(piece, gutter) === isLeft),
      parting,
    );
  const above = order(rows.slice(0, from), parting);
  const [left, right] = [side(true), side(false)];
  const asAside = (line: PlacedLine): PlacedLine => ({ ...line, isAside: true });
  return [
    ...above,
    ...(aside === 'left' ? [...right, ...left.map(asAside)] : left),
    ...(aside === 'left' ? [] : aside === 'right' ? right.map(asAside) : right),
    ...order(rows.slice(to), parting),
  ];
}

/** The lines of one column, whose edges are those of its text. */
function linesOf(fragments: readonly PdfFragment[]): readonly PlacedLine[] {
  const column = {
    left: fragments.reduce((left, fragment) => Math.min(left, fragment.left), Infinity),
    right: rightOf(fragments),
  };
  const lines = rowsOf(fragments)
    .flatMap(withoutStranger)
    .sort((a, b) => a.baseline - b.baseline)
    .map((row) => ({ ...lineOf(row.fragments), column }));
  return withHyphenRoom(withoutInterruptions(lines));
}

/** Type smaller than this part of a row's, set apart from it, does not belong to it. */
const STRANGE = 0.7;

/**
 * A row in parts where it begins with something else, such as the word below an icon: in smaller
 * type, or where the rest goes on with the sentence of the row above and begins where that does.
 */
function withoutStranger(row: PdfRow, at: number, rows: readonly PdfRow[]): readonly PdfRow[] {
  const [first, second] = row.fragments;
  if (
    first === undefined ||
    second === undefined ||
    !/\p{L}{2}/u.test(first.text) ||
    second.left - first.right <= 0.5 * row.size
  ) {
    return [row];
  }
  const above = rows[at - 1]?.fragments;
  const goesOn =
    above !== undefined &&
    Math.abs((above[0]?.left ?? 0) - second.left) < 1 &&
    second.left - first.right > row.size &&
    /^\s*\p{Ll}/u.test(second.text) &&
    !/[.!?:;]\s*$/u.test(above.at(-1)?.text ?? '');
  return goesOn || first.size < STRANGE * row.size
    ? [
        { fragments: [first], size: first.size, baseline: first.baseline },
        { ...row, fragments: row.fragments.slice(1) },
      ]
    : [row];
}
