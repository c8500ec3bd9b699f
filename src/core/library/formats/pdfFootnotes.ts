import { itemAt } from '../../../util/defined';
import type { FlowLine, Typography } from './pdfTypography';

/** Notes at the foot of pages are set at most at this part of the text's size. */
const SMALL = 0.92;

/** The lines of a page: its text, and the notes at its foot, each with its lines. */
export interface PageParts {
  readonly text: readonly FlowLine[];
  readonly notes: readonly (readonly FlowLine[])[];
}

/**
 * Parts the lines of a page from its footnotes: small type at the end of a column that begins with a
 * mark, below text of the usual size. `isOpen` says that the last note of the page before has not
 * come to its end, so that the first lines may be the rest of it.
 */
export function partFootnotes(
  lines: readonly FlowLine[],
  { bodySize }: Typography,
  isOpen: boolean,
): PageParts {
  const isSmall = ({ size, cell }: FlowLine): boolean =>
    cell === undefined && size <= SMALL * bodySize;
  const text: FlowLine[] = [];
  const notes: FlowLine[][] = [];
  for (const column of columnsOf(lines)) {
    let start = column.length;
    while (start > 0 && isSmall(itemAt(column, start - 1))) {
      start--;
    }
    const hasText = start > 0 || lines.some((line) => !isSmall(line));
    while (start < column.length && !(isOpen || markOf(itemAt(column, start)) !== undefined)) {
      start++;
    }
    if (!hasText) {
      start = column.length;
    }
    text.push(...column.slice(0, start));
    for (const line of column.slice(start)) {
      const note = notes.at(-1);
      if (note && !beginsNote(line, itemAt(note, 0))) {
        note.push(line);
      } else {
        notes.push([line]);
      }
    }
  }
  return { text, notes };
}

function columnsOf(lines: readonly FlowLine[]): readonly (readonly FlowLine[])[] {
  const columns: FlowLine[][] = [];
  for (const line of lines) {
    const column = columns.at(-1);
    if (column?.[0]?.column === line.column) {
      column.push(line);
    } else {
      columns.push([line]);
    }
  }
  return columns;
}

const WRITTEN_MARK = /^(?:(\d{1,3})[.)]?\s+(?=\D)|([*†‡§¶]{1,3})\s*(?=\p{L}))/u;

/** The number or sign that a note begins with. */
function markOf({ mark, text }: FlowLine): string | undefined {
  const [, number, sign] = WRITTEN_MARK.exec(text) ?? [];
  return mark ?? number ?? sign;
}

/** Whether a line begins the note after `previous`: a number inside a note is seldom the next. */
function beginsNote(line: FlowLine, previous: FlowLine): boolean {
  const mark = markOf(line);
  if (mark === undefined || line.mark !== undefined) {
    return mark !== undefined;
  }
  const [number, before] = [Number(mark), Number(markOf(previous))];
  return Number.isNaN(number) || Number.isNaN(before) || number === before + 1;
}

/** A note's text without the mark at its beginning, which the text of the page has no more either. */
export function withoutMark(note: string): string {
  return note.replace(WRITTEN_MARK, '');
}
