/**
 * Text as Markdown that shows exactly that text on one line, wherever in a line it stands. Only what
 * Markdown, HTML or the editor's mathematics would take for markup gets a backslash, since Markdown
 * is read as source too: "Indo-Pacific" stays as it is.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp} ]+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#~$|]/g, '\\$&')
    .replace(/&(?=\w+;)/g, '\\&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])(?= |$)/, '$1\\$2');
}
