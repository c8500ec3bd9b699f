import { escapeMarkdown } from '../../../../util/markdownText';
import { blockQuotationLines, quotedWith, type NoteWriting } from '../../writing';

/** Quote marks, and blanks as wide as the marker of a list item. */
function markdownPrefix(line: string): string {
  const [prefix = ''] = /^[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/.exec(line) ?? [];
  return prefix.replace(/[^>\s]/g, ' ');
}

/** A name behind "@" is a citation to Pandoc. A "_" within a word is no mark, and stays readable. */
function escapePandoc(text: string): string {
  return escapeMarkdown(text)
    .replace(/(?<![\p{L}\p{N}])@/gu, '\\@')
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_');
}

export const MARKDOWN_WRITING: NoteWriting = {
  text: escapePandoc,
  italic: (title) => `*${escapePandoc(title)}*`,
  address: (url) => `<${url}>`,
  quoted: quotedWith(escapePandoc),
  block: (paragraphs, citation) =>
    blockQuotationLines(paragraphs, citation, escapePandoc).map((line) => `> ${line}`.trimEnd()),
  linePrefix: markdownPrefix,
};
