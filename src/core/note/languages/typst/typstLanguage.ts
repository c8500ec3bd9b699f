import { lineBefore } from '../../citations/lineBefore';
import { gapTable } from '../../gap';
import type { NoteLanguage } from '../../noteLanguage';
import { DASHED_LINE } from '../../quotations/attribution';
import { scanTypst } from './typst';
import { TYPST_CITEKEYS } from './typstCitekeys';
import { TYPST_WRITING } from './typstWriting';

const CITATION =
  /(?<![\s>])[\s>]*(?:@[\w:.-]+(?:\[[^\][]*\])?|#cite\([^()]*\)|#footnote\[[^\][]*\])[.,;]?$/;
const BIBLIOGRAPHY = /#bibliography\(\s{0,20}(?:"([^"\n]{1,500})"|\(([^()]{1,2000})\))/g;
const FOOTNOTE = /#footnote\[((?:[^\][]|\[[^\][]{0,500}\]){1,2000})\]/g;

export const TYPST: NoteLanguage = {
  id: 'typst',
  scan: scanTypst,
  gaps: gapTable('*', '~'),
  hasBackslashPaths: false,
  reading: { hasEscapes: true, hasEntities: false, hasTildeBlanks: true },
  quotations: {
    hasBacktickMarks: false,
    attribution: DASHED_LINE,
    citation: CITATION,
  },
  comments: {
    open: '// ',
    close: '',
    beginning: /\/\/[ \t]*(?![^])/,
    endsWithLine: true,
    withinParagraph: true,
    behindLine: false,
    indented: true,
    gap: '\n',
  },
  footnotes: { inline: FOOTNOTE },
  citekeys: TYPST_CITEKEYS,
  bibliographies: namesIn,
  writing: TYPST_WRITING,
  citing: { style: 'typst' },
};

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(BIBLIOGRAPHY)].flatMap(({ 1: one, 2: list = '', index }) => {
    const several = Array.from(list.matchAll(/"([^"\n]{1,500})"/g), ([, name = '']) => name);
    return lineBefore(text, index).includes('//') ? [] : one === undefined ? several : [one];
  });
}
