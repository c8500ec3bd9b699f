import { capturedIn } from '../../citations/capturedIn';
import { gapTable } from '../../gap';
import type { NoteLanguage } from '../../noteLanguage';
import { DASHED_LINE } from '../../quotations/attribution';
import { scanRestructuredText } from './restructuredText';
import { RESTRUCTURED_TEXT_CITEKEYS } from './restructuredTextCitekeys';
import { RESTRUCTURED_TEXT_WRITING } from './restructuredTextWriting';

const BIBLIOGRAPHY = /^[ \t]{0,20}\.\. bibliography::[ \t]*([^\r\n]{1,500})/gm;

export const RESTRUCTURED_TEXT: NoteLanguage = {
  id: 'restructuredtext',
  scan: scanRestructuredText,
  gaps: gapTable('*'),
  hasBackslashPaths: true,
  reading: { hasEscapes: true, hasEntities: false, hasTildeBlanks: false },
  quotations: {
    hasBacktickMarks: false,
    attribution: DASHED_LINE,
    citation: /(?<![\s>])[\s>]*\[(?:#|\d)[\w-]*\]_[.,;]?$/,
  },
  comments: {
    open: '.. ',
    close: '',
    beginning: /^[ \t]*\.\.[ \t]+(?![^])/m,
    endsWithLine: true,
    withinParagraph: false,
    behindLine: false,
    indented: true,
    gap: '\n\n',
  },
  footnotes: {
    mark: /\[(#?[\w.-]{0,200}|\*)\]_/g,
    label: /\[(#?[\w.-]{0,200}|\*)\](?:_|(?= ))/g,
    definition: {
      beginning: /^\.\.[ \t]+\[(#?[\w.-]{0,200}|\*)\][ \t]*/,
      // Whatever is not indented.
      next: /^/,
      indent: 1,
    },
  },
  citekeys: RESTRUCTURED_TEXT_CITEKEYS,
  bibliographies: (text) => capturedIn(text, BIBLIOGRAPHY).flatMap((names) => names.split(/\s+/)),
  writing: RESTRUCTURED_TEXT_WRITING,
  citing: { style: 'restructuredtext' },
};
