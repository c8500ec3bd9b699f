import { isBlock, isElement, nodesIn, roleOf, textValue } from './htmlElements';
import type { HtmlElement } from './htmlTree';

const NOT_IN_CELLS = /^(?:table|h[1-6]|ul|ol|dl|pre|blockquote|figure|form)$/;
/** A cell with more characters is a column of text. */
const LONGEST_CELL = 1000;

/**
 * The cells of a table by rows; `undefined` where the table only places parts of the page side by
 * side, as pages did before style sheets. Its caption is not among them.
 */
export function cellsOf(
  table: HtmlElement,
  dropped: ReadonlySet<HtmlElement>,
): readonly (readonly string[])[] | undefined {
  if (/^(?:presentation|none)$/.test(roleOf(table))) {
    return undefined;
  }
  const rows: { text: string; paragraphs: number }[][] = [];
  const enters = (element: HtmlElement): boolean =>
    !dropped.has(element) && element.tagName !== 'caption';
  for (const node of nodesIn(table, enters)) {
    const cell = rows.at(-1)?.at(-1);
    if (!isElement(node)) {
      if (cell) {
        cell.text += textValue(node) ?? '';
      }
      continue;
    }
    if (!enters(node)) {
      continue;
    }
    if (NOT_IN_CELLS.test(node.tagName)) {
      return undefined;
    }
    if (node.tagName === 'tr') {
      rows.push([]);
    } else if (/^t[dh]$/.test(node.tagName)) {
      rows.at(-1)?.push({ text: '', paragraphs: 0 });
    } else if (cell && (isBlock(node) || node.tagName === 'br')) {
      cell.text += ' ';
      cell.paragraphs += node.tagName === 'p' ? 1 : 0;
    }
    const isColumn = cell && (cell.paragraphs > 1 || cell.text.length > LONGEST_CELL);
    if (isColumn) {
      return undefined;
    }
  }
  const isData = rows.length > 1 && rows.some((row) => row.length > 1);
  return isData ? rows.map((row) => row.map((cell) => cell.text)) : undefined;
}
