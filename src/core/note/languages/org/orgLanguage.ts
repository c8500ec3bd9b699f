import { capturedIn } from '../../citations/capturedIn';
import { gapTable } from '../../gap';
import type { NoteLanguage } from '../../noteLanguage';
import { DASHED_LINE } from '../../quotations/attribution';
import { scanOrg } from './org';
import { ORG_CITEKEYS } from './orgCitekeys';
import { ORG_WRITING } from './orgWriting';

const BIBLIOGRAPHY = /^[ \t]{0,20}#\+bibliography:[ \t]*([^\r\n]{1,500})/gim;

export const ORG: NoteLanguage = {
  id: 'org',
  scan: scanOrg,
  gaps: gapTable('*/+'),
  hasBackslashPaths: true,
  reading: { hasEscapes: false, hasEntities: false, hasTildeBlanks: false },
  quotations: {
    hasBacktickMarks: false,
    attribution: DASHED_LINE,
    citation: /(?<![\s>])[\s>]*\[fn:[^\]]*\][.,;]?$/,
  },
  comments: {
    open: '# ',
    close: '',
    beginning: /^[ \t]*#[ \t]+(?![^])/m,
    endsWithLine: true,
    withinParagraph: false,
    behindLine: false,
    indented: false,
    gap: '\n',
  },
  footnotes: {
    mark: /(?<!^)\[fn:([\w-]+)\]/gm,
    definition: {
      beginning: /^\[fn:([\w-]+)\][ \t]*/,
      next: /^/,
      indent: 1,
    },
    inline: /\[fn:[\w-]*:([^\]]{1,2000})\]/g,
  },
  citekeys: ORG_CITEKEYS,
  bibliographies: (text) =>
    capturedIn(text, BIBLIOGRAPHY).map((name) => /^"(.*)"$/.exec(name)?.[1] ?? name),
  writing: ORG_WRITING,
  citing: { style: 'plain' },
};
