/** Blanks of every kind: Unicode's and the line ends that JavaScript does not count among them. */
const BLANKS = /[\s\u0085]+/gu;

/**
 * Characters that nobody sees: controls and Unicode's format characters, which are the soft hyphen,
 * zero-width characters and marks of writing direction. A search would stumble over them, and so
 * would a comparison with a quotation.
 */
const INVISIBLE = /(?:\p{Cf}|(?![\s\u0085])\p{Cc})+/gu;

/**
 * A block's text as `Block.text` wants it: single blanks, nothing invisible, and every other
 * character exactly as the document has it, since quotations are checked against it.
 */
export function blockText(text: string): string {
  return text.replace(INVISIBLE, '').replace(BLANKS, ' ').trim();
}

/** Rows of cells as the text of a table block: empty rows are left out, empty cells are not. */
export function tableText(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => cells.map(blockText))
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => cells.join('\t'))
    .join('\n');
}
