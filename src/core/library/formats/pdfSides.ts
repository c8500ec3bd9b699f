import { itemAt } from '../../../util/defined';
import { isContentsEntry } from './pdfContents';
import { hasBullet, mayBeItem } from './pdfListItems';
import { cellsInRow, rowFrom, textOfRow, type PieceCell, type PieceRow } from './pdfPieces';

/** What stands to one side of a gutter in a stretch of rows; not nothing. */
export interface ColumnSide {
  readonly lines: readonly PieceRow[];
  /** For each of the lines, the number of its row. */
  readonly rows: readonly number[];
  readonly left: number;
  readonly right: number;
  /** How many lines read like those of a column of text; 0 where that is chance. */
  readonly text: number;
}

/** How far apart, in points, the lines of a column may begin. */
export const ALIGNED = 1.5;
/** A column of text has so many lines. */
export const FEWEST_LINES = 4;

/** What begins in the rows from `from` to `to` left of a gutter, or right of it. */
export function sideOf(
  rows: readonly PieceRow[],
  [from, to]: readonly [number, number],
  gutter: number,
  isLeft: boolean,
): ColumnSide | undefined {
  const lines: PieceRow[] = [];
  const numbers: number[] = [];
  let left = Infinity;
  let right = -Infinity;
  for (let at = from; at < to; at++) {
    const row = itemAt(rows, at);
    const pieces = row.pieces.filter((piece) => isLeftOf(piece, gutter) === isLeft);
    if (pieces.length > 0) {
      const line = rowFrom(pieces, row);
      lines.push(line);
      numbers.push(at);
      left = Math.min(left, line.left);
      right = Math.max(right, line.right);
    }
  }
  return lines.length === 0
    ? undefined
    : { lines, rows: numbers, left, right, text: textLines(lines) };
}

/** Whether a piece belongs to what stands left of a gutter. */
export function isLeftOf({ left }: { readonly left: number }, gutter: number): boolean {
  return left < gutter - ALIGNED;
}

/**
 * How many lines read like those of a column: words that are about as wide as others. None where
 * that is chance, or most of the words stand in other lines.
 */
function textLines(lines: readonly PieceRow[]): number {
  if (lines.length < FEWEST_LINES) {
    return 0;
  }
  const cells = lines.map(cellsInRow);
  const widths = cells.flatMap((ofLine) => ofLine.filter(isLong).map(widthOf));
  widths.sort((a, b) => a - b);
  const usual = widths[Math.floor(0.75 * widths.length)] ?? 0;
  let all = 0;
  let inText = 0;
  let count = 0;
  for (const ofLine of cells) {
    let words = 0;
    for (const cell of ofLine) {
      all += cell.words;
      words += isLong(cell) && widthOf(cell) >= 0.6 * usual ? cell.words : 0;
    }
    inText += words;
    count += words > 0 ? 1 : 0;
  }
  return count >= FEWEST_LINES && inText >= 0.5 * all ? count : 0;
}

function isLong({ words }: PieceCell): boolean {
  return words >= 3;
}

function widthOf({ left, right }: PieceCell): number {
  return right - left;
}

/** Whether what stands to both sides of a gutter is the cells of rows. */
export function areCells(left: ColumnSide, right: ColumnSide): boolean {
  const ofLeft = new Set(left.rows);
  const beside = right.rows.filter((row) => ofLeft.has(row));
  const fewest = Math.min(left.lines.length, right.lines.length);
  return beside.length >= 0.7 * fewest && !isFlowing(left) && !isFlowing(right);
}

/**
 * Whether what stands beside text belongs to its lines: the marks of a list, the labels of its
 * paragraphs, the cells of a row. Most of them stand beside the first line of something; or the text
 * is none that goes on from line to line.
 */
export function goTogether(text: ColumnSide, beside: ColumnSide): boolean {
  const marks = beside.lines.filter((line) => isItemMark(textOfRow(line)));
  if (marks.length > 0.5 * beside.lines.length || !isFlowing(text)) {
    return true;
  }
  const lineAt = new Map(text.rows.map((row, line) => [row, line]));
  const labels = beside.rows.filter((row) => {
    const line = lineAt.get(row);
    return line !== undefined && isBeginning(text, line);
  });
  return labels.length >= 0.5 * beside.lines.length;
}

/** Longer, it is a label. */
const LONGEST_MARK = 6;

/** Whether all that a text says is the mark of an item of a list. */
export function isItemMark(text: string): boolean {
  return text.length <= LONGEST_MARK && (mayBeItem(`${text} x`) || hasBullet(`${text} x`));
}

/**
 * Whether sentences go on from line to line, which those of cells do not; or the lines are those of a
 * list of contents or an index.
 */
function isFlowing({ lines }: ColumnSide): boolean {
  const flowing = lines.filter((line) => {
    const text = textOfRow(line);
    return /^\s*[\p{Ll}\p{Lo}]/u.test(text) || isContentsEntry(text);
  });
  return flowing.length >= 0.3 * lines.length;
}

/** Whether a line of a column begins something: the one before it ends short or stands far above. */
function isBeginning({ lines, left, right }: ColumnSide, at: number): boolean {
  const line = itemAt(lines, at);
  const before = lines[at - 1];
  return (
    before === undefined ||
    right - before.right > 0.15 * (right - left) ||
    line.baseline - before.baseline > 1.6 * line.size
  );
}
