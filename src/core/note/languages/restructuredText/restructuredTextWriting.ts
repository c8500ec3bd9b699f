import { blockQuotationLines, indentOf, quotedWith, type NoteWriting } from '../../writing';

/** reStructuredText, where a backslash makes any mark a plain one. */
function escapeRestructuredText(text: string): string {
  return text.replace(/[\\*`|]/g, '\\$&').replace(/_(?![\p{L}\p{N}_])/gu, '\\_');
}

export const RESTRUCTURED_TEXT_WRITING: NoteWriting = {
  text: escapeRestructuredText,
  italic: (title) => `*${escapeRestructuredText(title)}*`,
  address: (url) => url,
  quoted: quotedWith(escapeRestructuredText),
  block: (paragraphs, citation) =>
    blockQuotationLines(paragraphs, citation, escapeRestructuredText).map((line) =>
      line === '' ? '' : `   ${line}`,
    ),
  linePrefix: indentOf,
};
