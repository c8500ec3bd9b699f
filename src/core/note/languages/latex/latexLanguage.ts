import { gapTable } from '../../gap';
import type { NoteLanguage } from '../../noteLanguage';
import { DASHED_LINE } from '../../quotations/attribution';
import { scanLatex } from './latex';
import { latexNames } from './latexBibliographies';
import { LATEX_CITEKEYS } from './latexCitekeys';
import { LATEX_WRITING, LATEX_WRITING_BY_HAND } from './latexWriting';

const INLINE_NOTE =
  /\\footnote(?:text)?\s*(?:\[\d*\])?\{((?:[^{}]|\{(?:[^{}]|\{[^{}]{0,500}\}){0,500}\}){1,2000})\}/g;

export const LATEX: NoteLanguage = {
  id: 'latex',
  scan: scanLatex,
  gaps: gapTable('', '~'),
  hasBackslashPaths: false,
  reading: { hasEscapes: true, hasEntities: false, hasTildeBlanks: true },
  quotations: {
    hasBacktickMarks: true,
    attribution: DASHED_LINE,
    citation: /(?<![\s>])[\s>]*\\\w*cite\w*\*?(?:\[[^\]]*\])*\{[^}]*\}[.,;]?$/,
  },
  comments: {
    open: '% ',
    close: '',
    beginning: /(?<!\\)%[ \t]*(?![^])/,
    endsWithLine: true,
    withinParagraph: true,
    behindLine: false,
    indented: false,
    gap: '\n',
  },
  footnotes: { inline: INLINE_NOTE },
  citekeys: LATEX_CITEKEYS,
  bibliographies: latexNames,
  writing: LATEX_WRITING,
  writingByHand: LATEX_WRITING_BY_HAND,
  citing: { style: 'latex' },
};

/** What the editor calls packages and classes. */
export const TEX: NoteLanguage = { ...LATEX, id: 'tex' };
