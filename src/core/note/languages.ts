import { gapTable, type GapTable } from './gap';
import { hideAsciiDoc } from './languages/asciidoc/asciidoc';
import type { HiddenRanges } from './hiddenRanges';
import { hideLatex } from './languages/latex/latex';
import { hideMarkdown } from './languages/markdown/markdown';
import { hideOrg } from './languages/org/org';
import { hidePlainText } from './languages/plainText/plainText';
import { hideRestructuredText } from './languages/restructuredText/restructuredText';

/** What the matcher has to know of a markup language. */
export interface Markup {
  /** Adds all that is not prose, in order. */
  readonly hide: (text: string, into: HiddenRanges) => void;
  /** Which punctuation is read through between words. */
  readonly gaps: GapTable;
  /** Whether "a\b" is a path rather than a command. */
  readonly backslashPaths: boolean;
}

const PLAIN_TEXT: Markup = {
  hide: hidePlainText,
  gaps: gapTable('*'),
  backslashPaths: true,
};
const MARKDOWN: Markup = { hide: hideMarkdown, gaps: gapTable('*~='), backslashPaths: true };
const LATEX: Markup = { hide: hideLatex, gaps: gapTable('', '~'), backslashPaths: false };

const MARKUP = new Map<string, Markup>([
  ['plaintext', PLAIN_TEXT],
  ['markdown', MARKDOWN],
  ['quarto', MARKDOWN],
  ['latex', LATEX],
  ['tex', LATEX],
  ['restructuredtext', { hide: hideRestructuredText, gaps: gapTable('*'), backslashPaths: true }],
  ['asciidoc', { hide: hideAsciiDoc, gaps: gapTable('*#'), backslashPaths: true }],
  ['org', { hide: hideOrg, gaps: gapTable('*/+'), backslashPaths: true }],
]);

/** How the text of a VS Code language id is written; that of unknown ones as plain text. */
export function markupOf(language: string): Markup {
  return MARKUP.get(language) ?? PLAIN_TEXT;
}
