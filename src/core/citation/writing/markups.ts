import type { CitationMarkup } from '../plainCitation';
import { escapeMarkdown } from '../../../util/markdownText';

/** How text is written into notes: what the markup would take for its own is escaped. */
export interface NoteMarkup extends CitationMarkup {
  /** A web address. */
  readonly address: (url: string) => string;
  /** Words in quotation marks; those within them are single ones already. */
  readonly quoted: (words: string) => string;
  /** Lines of a block quotation, from its paragraphs, with the citation behind the last of them. */
  readonly block: (paragraphs: readonly string[], citation: string) => readonly string[];
  /** What begins the lines of a block at a place whose line begins so, in lists and quotes. */
  readonly linePrefix: (line: string) => string;
}

const BACKSLASHED = /[{}%&#$_]/g;
const BACKSLASH = '\\';

function quoted(this: void, text: (words: string) => string): (words: string) => string {
  return (words) => `“${text(words)}”`;
}

/** Paragraphs with blank lines between them. */
function apart(paragraphs: readonly string[]): readonly string[] {
  return paragraphs.flatMap((paragraph, index) => (index === 0 ? [paragraph] : ['', paragraph]));
}

function withCitation(paragraphs: readonly string[], citation: string): readonly string[] {
  const last = paragraphs.length - 1;
  return paragraphs.map((paragraph, index) =>
    index === last ? `${paragraph}${citation}` : paragraph,
  );
}

/** The blanks that a line begins with. */
function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

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

export const MARKDOWN: NoteMarkup = {
  text: escapePandoc,
  italic: (title) => `*${escapePandoc(title)}*`,
  address: (url) => `<${url}>`,
  quoted: quoted(escapePandoc),
  block: (paragraphs, citation) =>
    apart(withCitation(paragraphs.map(escapePandoc), citation)).map((line) =>
      `> ${line}`.trimEnd(),
    ),
  linePrefix: markdownPrefix,
};

export const PLAIN_MARKUP: NoteMarkup = {
  text: (text) => text,
  italic: (title) => title,
  address: (url) => url,
  quoted: quoted((text) => text),
  block: (paragraphs, citation) =>
    apart(withCitation(paragraphs, citation)).map((line) => (line === '' ? '' : `    ${line}`)),
  linePrefix: indentOf,
};

export const ORG: NoteMarkup = {
  ...PLAIN_MARKUP,
  block: (paragraphs, citation) => [
    '#+begin_quote',
    ...apart(withCitation(paragraphs, citation)),
    '#+end_quote',
  ],
};

/** reStructuredText, where a backslash makes any mark a plain one. */
function escapeRestructuredText(text: string): string {
  return text
    .replace(/[\\*`|]/g, `${BACKSLASH}$&`)
    .replace(/_(?![\p{L}\p{N}_])/gu, `${BACKSLASH}_`);
}

export const RESTRUCTUREDTEXT: NoteMarkup = {
  text: escapeRestructuredText,
  italic: (title) => `*${escapeRestructuredText(title)}*`,
  address: (url) => url,
  quoted: quoted(escapeRestructuredText),
  block: (paragraphs, citation) =>
    apart(withCitation(paragraphs.map(escapeRestructuredText), citation)).map((line) =>
      line === '' ? '' : `   ${line}`,
    ),
  linePrefix: indentOf,
};

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

export const ASCIIDOC: NoteMarkup = {
  text: escapeAsciiDoc,
  italic: (title) => `_${escapeAsciiDoc(title)}_`,
  address: (url) => `<${url}>`,
  quoted: quoted(escapeAsciiDoc),
  block: (paragraphs, citation) => [
    '[quote]',
    '____',
    ...apart(withCitation(paragraphs.map(escapeAsciiDoc), citation)),
    '____',
  ],
  linePrefix: () => '',
};

/** LaTeX, whose special characters are commands in text. */
export function escapeLatex(text: string): string {
  return text.replace(/[\\~^]|[{}%&#$_]/g, (mark) => {
    switch (mark) {
      case BACKSLASH:
        return '\\textbackslash{}';
      case '~':
        return '\\textasciitilde{}';
      case '^':
        return '\\textasciicircum{}';
      default:
        return mark.replace(BACKSLASHED, `${BACKSLASH}$&`);
    }
  });
}

/** @param quotes whether the package csquotes sets quotations */
export function latexMarkup(quotes: 'csquotes' | 'plain'): NoteMarkup {
  const environment = quotes === 'csquotes' ? 'displayquote' : 'quote';
  return {
    text: escapeLatex,
    italic: (title) => `\\emph{${escapeLatex(title)}}`,
    address: (url) => `\\url{${url}}`,
    quoted: (words) =>
      quotes === 'csquotes' ? `\\enquote{${escapeLatex(words)}}` : `\`\`${escapeLatex(words)}''`,
    block: (paragraphs, citation) => [
      `\\begin{${environment}}`,
      ...apart(withCitation(paragraphs.map(escapeLatex), citation)),
      `\\end{${environment}}`,
    ],
    linePrefix: indentOf,
  };
}
