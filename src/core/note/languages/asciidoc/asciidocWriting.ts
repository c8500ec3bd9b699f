import { blockQuotationLines, quotedWith, type NoteWriting } from '../../writing';

/** Marks that open or close something, or part cells; the latter do so by themselves. */
const ASCIIDOC_MARK = /([*`+^~_])\1*|#+|\|/g;

/**
 * AsciiDoc prints a backslash that it does not need, so that marks are written as their numbers; and
 * only those of which one opens what another closes: "C++" and "2 * 3" mark nothing.
 */
function escapeAsciiDoc(text: string): string {
  const numbered = (mark: string): string => `&#${mark.charCodeAt(0)};`;
  const opened = new Set<string>();
  const closed = new Set(['|']);
  for (const { 0: run, index } of text.matchAll(ASCIIDOC_MARK)) {
    const mark = run.charAt(0);
    if (opened.has(mark) && /\S/.test(text.charAt(index - 1))) {
      closed.add(mark);
    }
    if (/\S/.test(text.charAt(index + run.length))) {
      opened.add(mark);
    }
  }
  return text.replace(/[{<](?=\S)|\[(?=\[)|[*`+^~_#|]/g, (mark) =>
    '{<['.includes(mark) || closed.has(mark) ? numbered(mark) : mark,
  );
}

export const ASCIIDOC_WRITING: NoteWriting = {
  text: escapeAsciiDoc,
  italic: (title) => `_${escapeAsciiDoc(title)}_`,
  address: (url) => `<${url}>`,
  quoted: quotedWith(escapeAsciiDoc),
  block: (paragraphs, citation) => [
    '[quote]',
    '____',
    ...blockQuotationLines(paragraphs, citation, escapeAsciiDoc),
    '____',
  ],
  linePrefix: () => '',
};
