import { blockQuotationLines, indentOf, quotedWith, type NoteWriting } from '../../writing';

/** A "_" or "*" within a word is no mark, and stays readable. */
const MARK = /[\\`$#<>@[\]~]|(?<![\p{L}\p{N}])[*_]|[*_](?![\p{L}\p{N}])|\/(?=[/*])/gu;

/** Typst, where a backslash makes any mark a plain one. */
function escapeTypst(text: string): string {
  return text
    .replace(MARK, '\\$&')
    .replace(/^(?:=+|[-+/])(?= )/, '\\$&')
    .replace(/^(\d+)\.(?= )/, '$1\\.');
}

export const TYPST_WRITING: NoteWriting = {
  text: escapeTypst,
  italic: (title) => `#emph[${escapeTypst(title)}]`,
  address: (url) => `#link("${url.replace(/["\\]/g, '\\$&')}")`,
  quoted: quotedWith(escapeTypst),
  block: (paragraphs, citation) => [
    '#quote(block: true)[',
    ...blockQuotationLines(paragraphs, citation, escapeTypst).map((line) =>
      line === '' ? '' : `  ${line}`,
    ),
    ']',
  ],
  linePrefix: indentOf,
};
