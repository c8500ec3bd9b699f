import type { TextEdit } from '../model';

/**
 * Where what is put at `at` ends once all of it is in the text: the caret's place.
 *
 * @param edits what is changed elsewhere, at offsets of the text before
 * @param eol how the document breaks lines: the editor turns all breaks into it
 */
export function insertionEnd(
  at: number,
  insertion: string,
  edits: readonly TextEdit[],
  eol: '\n' | '\r\n',
): number {
  const lengthOf = (text: string) => text.replace(/\r?\n/g, eol).length;
  const shift = edits
    .filter(({ start }) => start < at)
    .reduce((sum, { start, end, text }) => sum + lengthOf(text) - (end - start), 0);
  return at + shift + lengthOf(insertion);
}
