import { strToU8 } from 'fflate';
import { referenceEntry } from '../../../src/core/citation/writing/bibliographyForm';
import { htmlFile } from '../../../src/core/export/htmlDocument';
import { noteDocument } from '../../../src/core/export/noteDocument';
import { readPicture } from '../../../src/core/export/pictures';
import { readReferenceDocument } from '../../../src/core/export/word/referenceDocument';
import { wordFile } from '../../../src/core/export/word/wordDocument';
import { MARKDOWN_WRITING } from '../../../src/core/note/languages/markdown/markdownWriting';
import { Note } from '../../../src/core/note/note';
import type { SourceId } from '../../../src/core/model';
import { makeWord } from '../../support/makeWord';
import type { Scanner } from '../scanner';
import { NOTE_TOKENS, PROSE_TOKENS, XML_TOKENS } from './languages';

const NONE = () => undefined;
const OPTIONS = {
  language: 'en-GB',
  findEntry: () => ({ title: 'Lamps' }),
  referencesTitle: 'References',
} as const;

/** Notes as files, and the files that give those their looks. */
export const EXPORT_SCANNERS: readonly Scanner[] = [
  {
    name: 'notes as documents',
    modules: [
      'core/export/citationWriter',
      'core/export/exportNote',
      'core/export/footnoteMarks',
      'core/export/heldItems',
      'core/export/htmlDocument',
      'core/export/htmlWords',
      'core/export/lineReader',
      'core/export/noteDocument',
      'core/export/noteHead',
      'core/export/noteParser',
      'core/export/htmlReader',
      'core/export/treeBuilder',
      'core/export/writtenForms',
    ],
    tokens: [
      ...(NOTE_TOKENS.quarto ?? []),
      '[@a, p. 3]',
      '# a\n\n',
      '@a [',
      '^[',
      '{{< ',
      '>}}',
      '\n::: {#refs}\n:::\n',
      '\n::: {title="a"}\n',
      ']{.a}',
      '{=html}',
    ],
    run: async (text) => {
      const note = new Note(text, 'quarto');
      const { tree } = await noteDocument(note, { ...OPTIONS, form: 'authorDate' });
      return htmlFile(tree, NONE);
    },
  },
  {
    name: 'words in Word files',
    modules: ['core/export/word/wordDocument', 'core/citation/writing/bibliographyForm'],
    tokens: PROSE_TOKENS,
    run: (text) => {
      referenceEntry(
        { id: 'a' as SourceId, type: 'book', label: text, title: text },
        '',
        MARKDOWN_WRITING,
      );
      return wordFile(
        {
          title: text,
          authors: [],
          language: 'en',
          notes: [],
          blocks: [
            { kind: 'paragraph', runs: [{ kind: 'text', text }] },
            { kind: 'table', rows: [[[{ kind: 'text', text }]]], aligns: [undefined] },
          ],
        },
        NONE,
      );
    },
  },
  {
    name: 'reference documents',
    modules: [
      'core/export/pictures',
      'core/export/word/referenceDocument',
      'core/export/word/restyle',
    ],
    tokens: [
      ...XML_TOKENS,
      '<w:style w:styleId="a">',
      '<w:name w:val="heading 1"/>',
      '</w:style>',
      '<w:lang w:val="a"/>',
      '<w:rPrDefault>',
      '<w:rPr>',
      '<w:num ',
      '<w:abstractNum ',
    ],
    run: (text) => {
      readPicture(strToU8(text));
      const reference = readReferenceDocument(
        makeWord({ body: '', styles: text, parts: { 'word/numbering.xml': text } }),
      );
      const tree = { title: '', authors: [], language: 'en', notes: [], blocks: [] };
      return reference && wordFile(tree, NONE, reference);
    },
  },
];
