import {
  lineOf,
  rowPieces,
  rightOf,
  type PdfFragment,
  type PdfLine,
  type PdfRow,
} from './pdfLines';

/** The stretch of a page that lines are set in: a column, or the whole width. */
export interface PdfColumn {
  readonly left: number;
  readonly right: number;
}

export interface PlacedLine extends PdfLine {
  readonly column: PdfColumn;
}

/** The middle of the empty strip between two columns, from the left edge of the page. */
export type Gutter = number;

/** Above this gap, in sizes, text may belong to another column; words in wide lines stand closer. */
const PIECE_GAP = 0.7;
const NARROWEST_GUTTER = 6;
/** Columns of a page at most: text in more is a table. */
const MOST_COLUMNS = 4;

interface Piece {
  readonly fragments: readonly PdfFragment[];
  readonly left: number;
  readonly right: number;
  readonly row: number;
}

/**
 * The lines of a page in reading order: down each column and then the next, above and below of what
 * stands over both, which is where a page is divided. `usual` are gutters of the document's other
 * pages, which help where a column has only a line or two.
 */
export function readingOrder(
  rows: readonly PdfRow[],
  usual: readonly Gutter[] = [],
): readonly PlacedLine[] {
  return order(piecesOfPage(rows), rows, usual, MOST_COLUMNS);
}

/** The gutter of a page that is set in columns. */
export function gutterOf(rows: readonly PdfRow[]): Gutter | undefined {
  return findGutter(piecesOfPage(rows), []);
}

function piecesOfPage(rows: readonly PdfRow[]): readonly Piece[] {
  return rows.flatMap((row, at) =>
    rowPieces(row, PIECE_GAP).map((fragments) => pieceOf(fragments, at)),
  );
}

function pieceOf(fragments: readonly PdfFragment[], row: number): Piece {
  return {
    fragments,
    left: fragments[0]!.left,
    right: rightOf(fragments),
    row,
  };
}

function order(
  pieces: readonly Piece[],
  rows: readonly PdfRow[],
  usual: readonly Gutter[],
  columns: number,
): readonly PlacedLine[] {
  const gutter = columns > 1 ? findGutter(pieces, usual) : undefined;
  if (gutter === undefined) {
    return linesOf(pieces);
  }
  const lines: PlacedLine[] = [];
  let left: Piece[] = [];
  let right: Piece[] = [];
  let full: Piece[] = [];
  const endColumns = (): void => {
    lines.push(...order(left, rows, usual, columns - 1), ...order(right, rows, usual, columns - 1));
    left = [];
    right = [];
  };
  const endFull = (): void => {
    lines.push(...linesOf(full));
    full = [];
  };
  for (const row of byRow(pieces)) {
    if (row.some((piece) => isAcross(piece, gutter))) {
      endColumns();
      full.push(...row);
    } else {
      endFull();
      left.push(...row.filter((piece) => piece.right <= gutter));
      right.push(...row.filter((piece) => piece.right > gutter));
    }
  }
  endColumns();
  endFull();
  return lines;
}

function isAcross(piece: Piece, gutter: Gutter): boolean {
  return piece.left < gutter && piece.right > gutter;
}

function byRow(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    const row = rows.at(-1);
    if (row?.[0]?.row === piece.row) {
      row.push(piece);
    } else {
      rows.push([piece]);
    }
  }
  return rows;
}

/** The lines of one column, whose edges are those of its text. */
function linesOf(pieces: readonly Piece[]): readonly PlacedLine[] {
  const column = edgesOf(pieces);
  return byRow(pieces).map((row) => ({
    ...lineOf(row.flatMap(({ fragments }) => fragments)),
    column,
  }));
}

function edgesOf(pieces: readonly Piece[]): PdfColumn {
  return {
    left: pieces.reduce((left, piece) => Math.min(left, piece.left), Infinity),
    right: pieces.reduce((right, piece) => Math.max(right, piece.right), -Infinity),
  };
}

/**
 * The gutter between the first columns of a stretch of a page: the place in its middle that the
 * fewest lines run over, if text on both sides of it reads like the lines of a column. The cells of
 * a table do not: they are short and leave most of their column empty.
 */
function findGutter(pieces: readonly Piece[], usual: readonly Gutter[]): Gutter | undefined {
  const edges = edgesOf(pieces);
  const width = edges.right - edges.left;
  if (pieces.length < 4 || !(width > 100 && width < 10_000)) {
    return undefined;
  }
  for (const gutter of usual) {
    if (isDivided(pieces, gutter, true)) {
      return gutter;
    }
  }
  const strip = emptiestStrip(pieces, edges);
  return strip && isDivided(pieces, strip, false) ? strip : undefined;
}

/** The middle of the widest strip, in the middle three fifths, that as few lines as any run over. */
function emptiestStrip(pieces: readonly Piece[], { left, right }: PdfColumn): Gutter | undefined {
  const crossings = new Array<number>(Math.ceil(right - left) + 2).fill(0);
  for (const piece of pieces) {
    crossings[Math.floor(piece.left - left)]! += 1;
    crossings[Math.ceil(piece.right - left)]! -= 1;
  }
  let count = 0;
  const counts = crossings.map((change) => (count += change));
  const width = right - left;
  const from = Math.floor(width * 0.2);
  const to = Math.ceil(width * 0.8);
  const fewest = Math.min(...counts.slice(from, to));
  let best: { start: number; length: number } | undefined;
  for (let start = from; start < to; start++) {
    if (counts[start] === fewest) {
      let end = start;
      while (end < to && counts[end] === fewest) {
        end++;
      }
      if (end - start > (best?.length ?? 0)) {
        best = { start, length: end - start };
      }
      start = end;
    }
  }
  return best && best.length >= NARROWEST_GUTTER ? left + best.start + best.length / 2 : undefined;
}

/**
 * Whether the text to both sides of a gutter is set in columns. Where the document's other pages
 * have the gutter, a single line on one side is enough.
 */
function isDivided(pieces: readonly Piece[], gutter: Gutter, isUsual: boolean): boolean {
  const left = pieces.filter((piece) => piece.right <= gutter);
  const right = pieces.filter((piece) => piece.left >= gutter);
  if (isUsual) {
    const across = pieces.length - left.length - right.length;
    return (
      left.length > 0 &&
      right.length > 0 &&
      across < 0.5 * pieces.length &&
      (readsAsColumn(left) || readsAsColumn(right))
    );
  }
  return readsAsColumn(left) && readsAsColumn(right) && overlap(left, right);
}

function readsAsColumn(pieces: readonly Piece[]): boolean {
  const { left, right } = edgesOf(pieces);
  const lines = byRow(pieces).map(edgesOf);
  if (lines.length < 4) {
    return false;
  }
  const fills = lines.map((line) => (line.right - line.left) / (right - left));
  const words = byRow(pieces).map((row) =>
    row.reduce(
      (sum, piece) => sum + piece.fragments.reduce((n, { text }) => n + wordsIn(text), 0),
      0,
    ),
  );
  return median(fills) >= 0.6 && median(words) >= 3;
}

function wordsIn(text: string): number {
  return text.match(/\p{L}{2,}/gu)?.length ?? 0;
}

/** Whether columns stand side by side and not one above the other. */
function overlap(left: readonly Piece[], right: readonly Piece[]): boolean {
  const [a, b] = [rangeOf(left), rangeOf(right)];
  const shared = Math.min(a.last, b.last) - Math.max(a.first, b.first);
  return shared >= 0.3 * Math.min(a.last - a.first, b.last - b.first);
}

function rangeOf(pieces: readonly Piece[]): { readonly first: number; readonly last: number } {
  return { first: pieces[0]?.row ?? 0, last: pieces.at(-1)?.row ?? 0 };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
