import { gapTable } from '../../gap';
import { HTML_COMMENTS } from '../../htmlComments';
import type { NoteLanguage } from '../../noteLanguage';
import { DASHED_LINE } from '../../quotations/attribution';
import { scanMarkdown } from './markdown';
import { MARKDOWN_WRITING } from './markdownWriting';
import { PANDOC_CITATION, PANDOC_CITEKEYS } from './pandocCitekeys';

export const MARKDOWN: NoteLanguage = {
  id: 'markdown',
  scan: scanMarkdown,
  gaps: gapTable('*~='),
  hasBackslashPaths: true,
  reading: { hasEscapes: true, hasEntities: true, hasTildeBlanks: false },
  quotations: {
    hasBacktickMarks: false,
    attribution: DASHED_LINE,
    citation: PANDOC_CITATION,
  },
  comments: HTML_COMMENTS,
  footnotes: {
    mark: /\[\^([^\]\s^[]{1,200})\](?!:)/g,
    label: /\[\^([^\]\s^[]{1,200})\]/g,
    definition: {
      beginning: /^\[\^([^\]\s^[]{1,200})\]:[ \t]*/,
      next: /^(?:#{1,6}\s|\[|>|`{3}|~{3}|[-*+]\s|\d+[.)]\s|:::|\||<)/,
      indent: 4,
    },
    inline: /\^\[([^\]]{1,1000})\]/g,
  },
  citekeys: PANDOC_CITEKEYS,
  writing: MARKDOWN_WRITING,
  citing: { style: 'footnote', styleWithBibliography: 'pandoc' },
};

/** Markdown that Quarto renders, which cites as Pandoc does. */
export const QUARTO: NoteLanguage = { ...MARKDOWN, id: 'quarto', citing: { style: 'pandoc' } };
