import { itemAt } from '../../../util/defined';
import { rightOf, rowPieces, rowsOf, type PdfFragment } from './pdfLines';

/** A stretch of a row that no wide gap parts. */
export interface PdfPiece {
  readonly fragments: readonly PdfFragment[];
  readonly left: number;
  readonly right: number;
  readonly words: number;
}

/** Pieces on one baseline, which are not none, from left to right. */
export interface PieceRow {
  readonly pieces: readonly PdfPiece[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** Above this gap, in sizes, text may belong to another column. */
export const PIECE_GAP = 0.3;
/** A gap so wide, in sizes, is no blank between words, however a line is spaced out. */
export const WIDE_GAP = 1;

/** Words, of which Chinese and Japanese have some in what looks like one. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}|\p{L}{2,}/gu;
/** The dots of a list of contents or an index, which fill a line as so many words do. */
const LEADER = /\.{4}|\. \. \. \./u;
const LEADER_WORDS = 3;

/** The rows of a region, which may be a part of a page's rows. */
export function pieceRowsOf(fragments: readonly PdfFragment[]): readonly PieceRow[] {
  return rowsOf(fragments).map((row) => rowFrom(rowPieces(row, PIECE_GAP).map(pieceOf), row));
}

function pieceOf(fragments: readonly PdfFragment[]): PdfPiece {
  return {
    fragments,
    left: itemAt(fragments, 0).left,
    right: rightOf(fragments),
    words: fragments.reduce((sum, fragment) => sum + wordsOfFragment(fragment), 0),
  };
}

/** Regions within regions ask for the words of a fragment again. */
const counted = new WeakMap<PdfFragment, number>();

function wordsOfFragment(fragment: PdfFragment): number {
  let count = counted.get(fragment);
  if (count === undefined) {
    const { text } = fragment;
    count = (text.match(WORD)?.length ?? 0) + (LEADER.test(text) ? LEADER_WORDS : 0);
    counted.set(fragment, count);
  }
  return count;
}

/** A row of some pieces, which are not none, at the height of another. */
export function rowFrom(
  pieces: readonly PdfPiece[],
  { baseline, size }: Pick<PieceRow, 'baseline' | 'size'>,
): PieceRow {
  const right = itemAt(pieces, pieces.length - 1).right;
  return { pieces, left: itemAt(pieces, 0).left, right, baseline, size };
}

/** The parts of rows that some pieces make; rows without any are left out. */
export function rowsWhere(
  rows: readonly PieceRow[],
  isIn: (piece: PdfPiece) => boolean,
): readonly PieceRow[] {
  return rows.flatMap((row) => {
    const pieces = row.pieces.filter(isIn);
    return pieces.length === 0 ? [] : [rowFrom(pieces, row)];
  });
}

export function fragmentsIn(rows: readonly PieceRow[]): readonly PdfFragment[] {
  return rows.flatMap(({ pieces }) => pieces.flatMap(({ fragments }) => fragments));
}

/** What a row says, a blank between its fragments. */
export function textOfRow(row: PieceRow): string {
  return fragmentsIn([row])
    .map(({ text }) => text)
    .join(' ');
}

/** A stretch of a row between gaps that are no blanks. */
export interface PieceCell {
  readonly left: number;
  readonly right: number;
  readonly words: number;
}

export function cellsInRow({ pieces, size }: PieceRow): readonly PieceCell[] {
  const cells: { left: number; right: number; words: number }[] = [];
  for (const { left, right, words } of pieces) {
    const cell = cells.at(-1);
    if (cell && left - cell.right <= WIDE_GAP * size) {
      cell.words += words;
      cell.right = right;
    } else {
      cells.push({ left, right, words });
    }
  }
  return cells;
}

/** Words that a cell of a table has at most; a line of text has more. */
const MOST_CELL_WORDS = 3;

/** Whether a row has three cells and more, and no line of text among them. */
export function isOfCells(row: PieceRow): boolean {
  if (row.pieces.length < 3) {
    return false;
  }
  const cells = cellsInRow(row);
  return cells.length >= 3 && cells.every(({ words }) => words <= MOST_CELL_WORDS);
}
