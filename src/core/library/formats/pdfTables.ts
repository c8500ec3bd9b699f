import type { BrokenLine } from './joinLines';
import type { PdfCell } from './pdfLines';
import type { FlowLine } from './pdfTypography';

/** Fewer rows are not taken for a table: two lines may have gaps in one place by chance. */
const FEWEST_ROWS = 3;
/** How far apart, in points, the cells of a column may begin, end or have their middle. */
const ALIGNED = 4;

export interface PdfTable {
  /** The lines of each cell. */
  readonly rows: readonly (readonly (readonly BrokenLine[])[])[];
  /** How many lines it takes. */
  readonly lines: number;
}

/**
 * The table that begins at a line: rows of two and more cells that stand below each other, with the
 * further lines of cells that are longer. `undefined` where there is none.
 */
export function tableAt(lines: readonly FlowLine[], start: number): PdfTable | undefined {
  const rows: Row[] = [];
  let at = start;
  for (let line = lines[at]; line !== undefined; line = lines[++at]) {
    const row = rows.at(-1);
    if (row && (line.column !== row.line.column || line.baseline - row.baseline > 3 * line.size)) {
      break;
    }
    if (line.cells.length > 1 && (!row || isBelow(line.cells, row.line.cells))) {
      rows.push({ line, cells: line.cells.map(partsOf), baseline: line.baseline });
    } else if (!row || !addToCells(line, row)) {
      break;
    }
  }
  return rows.length >= FEWEST_ROWS
    ? { rows: rows.map(({ cells }) => cells), lines: at - start }
    : undefined;
}

/** The table whose cells were told apart by the white space around them, where a line begins one. */
export function gridAt(lines: readonly FlowLine[], start: number): PdfTable | undefined {
  const grid = lines[start]?.cell?.grid;
  if (grid === undefined) {
    return undefined;
  }
  const rows = grid.rows.map((cells) => cells.map((): FlowLine[] => []));
  let at = start;
  for (let line = lines[at]; line?.cell?.grid === grid; line = lines[++at]) {
    rows[line.cell.row]?.[line.cell.column]?.push(line);
  }
  return { rows: rows.map((cells) => cells.filter((cell) => cell.length > 0)), lines: at - start };
}

interface Row {
  readonly line: FlowLine;
  /** The lines of each cell. */
  readonly cells: readonly BrokenLine[][];
  /** Of its last line. */
  baseline: number;
}

function partsOf({ text }: PdfCell): BrokenLine[] {
  return [{ text, endsSoft: false }];
}

function isAligned(a: PdfCell, b: PdfCell): boolean {
  return (
    Math.abs(a.left - b.left) <= ALIGNED ||
    Math.abs(a.right - b.right) <= ALIGNED ||
    Math.abs(a.left + a.right - b.left - b.right) <= 2 * ALIGNED
  );
}

function isBelow(cells: readonly PdfCell[], above: readonly PdfCell[]): boolean {
  const aligned = cells.filter((cell) => above.some((other) => isAligned(cell, other)));
  return aligned.length >= 2;
}

/** Adds a line to the cells that it goes on with; the first cell of a row begins a row of its own. */
function addToCells(line: FlowLine, row: Row): boolean {
  if (line.cells.length > 1) {
    return false;
  }
  const cell = line.cells[0];
  const column = row.line.cells.findIndex(
    (above) => cell !== undefined && Math.abs(above.left - cell.left) <= ALIGNED,
  );
  const parts = row.cells[column];
  if (cell === undefined || parts === undefined || column === 0) {
    return false;
  }
  parts.push(...partsOf(cell));
  row.baseline = line.baseline;
  return true;
}
