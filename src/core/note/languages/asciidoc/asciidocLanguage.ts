import { capturedIn } from '../../citations/capturedIn';
import { gapTable } from '../../gap';
import type { NoteLanguage } from '../../noteLanguage';
import { DASHED_LINE } from '../../quotations/attribution';
import { scanAsciiDoc } from './asciidoc';
import { ASCIIDOC_CITEKEYS } from './asciidocCitekeys';
import { ASCIIDOC_WRITING } from './asciidocWriting';

export const ASCIIDOC: NoteLanguage = {
  id: 'asciidoc',
  scan: scanAsciiDoc,
  gaps: gapTable('*#'),
  hasBackslashPaths: true,
  reading: { hasEscapes: false, hasEntities: true, hasTildeBlanks: false },
  quotations: {
    hasBacktickMarks: false,
    attribution: DASHED_LINE,
    origin: /^\[(?:quote|verse),[ \t]*([^\]\n]{2,400})\][ \t]*$/gm,
    citation: /(?<![\s>])[\s>]*footnote:[\w-]*\[(?:\\\]|[^\]]){0,2000}\][.,;]?$/,
  },
  comments: {
    open: '// ',
    close: '',
    beginning: /^\/\/[ \t]*(?![^])/m,
    endsWithLine: true,
    withinParagraph: true,
    behindLine: false,
    indented: false,
    gap: '\n',
  },
  footnotes: { inline: /footnote:[\w-]*\[((?:\\\]|[^\]]){1,2000})\]/g },
  citekeys: ASCIIDOC_CITEKEYS,
  bibliographies: (text) => capturedIn(text, /^:bibtex-file:[ \t]*([^\r\n]{1,500})/gm),
  writing: ASCIIDOC_WRITING,
  citing: { style: 'asciidoc' },
};
