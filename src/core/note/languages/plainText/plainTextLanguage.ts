import { HTML_COMMENTS } from '../../htmlComments';
import type { NoteLanguage } from '../../noteLanguage';
import { PLAIN_GAPS } from '../../prose';
import { DASHED_LINE } from '../../quotations/attribution';
import { PANDOC_CITATION, PANDOC_CITEKEYS } from '../markdown/pandocCitekeys';
import { scanPlainText } from './plainText';
import { PLAIN_WRITING } from './plainTextWriting';

/** Text without markup, in which citations may stand as Pandoc writes them. */
export const PLAIN_TEXT: NoteLanguage = {
  id: 'plaintext',
  scan: scanPlainText,
  gaps: PLAIN_GAPS,
  hasBackslashPaths: true,
  reading: { hasEscapes: false, hasEntities: false, hasTildeBlanks: false },
  quotations: {
    hasBacktickMarks: false,
    attribution: DASHED_LINE,
    citation: PANDOC_CITATION,
  },
  comments: HTML_COMMENTS,
  citekeys: PANDOC_CITEKEYS,
  writing: PLAIN_WRITING,
  citing: { style: 'plain' },
};
