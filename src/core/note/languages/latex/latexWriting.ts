import { blockQuotationLines, indentOf, type NoteWriting } from '../../writing';

/** LaTeX, whose special characters are commands in text. */
export function escapeLatex(text: string): string {
  return text.replace(/[\\~^{}%&#$_]/g, (mark) => {
    switch (mark) {
      case '\\':
        return '\\textbackslash{}';
      case '~':
        return '\\textasciitilde{}';
      case '^':
        return '\\textasciicircum{}';
      default:
        return `\\${mark}`;
    }
  });
}

/** @param quotes whether the package csquotes sets quotations */
function latexWriting(quotes: 'csquotes' | 'plain'): NoteWriting {
  const environment = quotes === 'csquotes' ? 'displayquote' : 'quote';
  return {
    text: escapeLatex,
    italic: (title) => `\\emph{${escapeLatex(title)}}`,
    address: (url) => `\\url{${url}}`,
    quoted: (words) =>
      quotes === 'csquotes' ? `\\enquote{${escapeLatex(words)}}` : `\`\`${escapeLatex(words)}''`,
    block: (paragraphs, citation) => [
      `\\begin{${environment}}`,
      ...blockQuotationLines(paragraphs, citation, escapeLatex),
      `\\end{${environment}}`,
    ],
    linePrefix: indentOf,
  };
}

export const LATEX_WRITING = latexWriting('csquotes');
/** Without the package csquotes. */
export const LATEX_WRITING_BY_HAND = latexWriting('plain');
