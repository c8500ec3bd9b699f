import { readDocument } from '../../../src/core/library/extract';
import { readTextFile } from '../../../src/core/text/readText';
import { utf16ByScripts } from '../../../src/core/text/utf16';
import { encodingSample } from '../../../src/features/sources/encodingSample';
import { detectEncoding } from '../../../src/core/text/encodingDetection';
import { readDocumentHead } from '../../../src/core/library/formats/documentHead';
import { withoutLetterSpacing } from '../../../src/core/library/formats/letterSpacing';
import { withAccents } from '../../../src/core/library/formats/pdfAccents';
import { withLetters, withLigatures } from '../../../src/core/library/formats/pdfGlyphs';
import { joinLines, WordCounts } from '../../../src/core/library/formats/joinLines';
import { markdownPieces } from '../../../src/core/library/formats/markdownPieces';
import { rowsOf } from '../../../src/core/library/formats/pdfLines';
import { printedNumbersOf } from '../../../src/core/library/formats/pdfPageNumbers';
import { selectedSpan, selectedText } from '../../../src/core/library/selectedWords';
import { Note } from '../../../src/core/note/note';
import { quotationsOf } from '../../../src/core/quotes/quotingSpans';
import { mapLetters } from '../../../src/core/text/letterAlignment';
import { structureDocument } from '../../../src/core/library/structure';
import { makeWord, paragraph, run } from '../../support/makeWord';
import type { Scanner } from '../scanner';
import { NOTE_TOKENS, PROSE_TOKENS, XML_TOKENS, YAML_TOKENS } from './languages';

const BYTES = new TextEncoder();
const OPTIONS = { maxBytes: 50_000_000 };

const HTML_TOKENS = [
  ...XML_TOKENS,
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<b>',
  '<i>',
  '<a href="',
  '<ul><li>',
  '<li>',
  '<table>',
  '<tr><td>',
  '<td>',
  '</table>',
  '<h1>',
  '<h2>',
  '<title>',
  '<meta name="author" content="',
  '<script>',
  '<style>',
  '<textarea>',
  '<svg>',
  '<math>',
  '<select>',
  '<template>',
  '<form>',
  '<body>',
  '<html>',
  '<head>',
  '<br>',
  '<img alt="a">',
  '<q>',
  '<sup>1</sup>',
  '<figcaption>',
  '<blockquote>',
  '<pre>',
  '<main>',
  '<nav>',
  '<header>',
  '<div class="share tag comments">',
  '<div class="a',
  '<a href="/">word</a>',
  '<p class="byline">By Mina Doe, ',
  '5 May 2021 ',
  '<script type="application/ld+json">[{"@type":"Article","author":["a"',
  `<p>${'word '.repeat(20)}`,
  'hidden ',
];

const TEXT_TOKENS = [
  ...PROSE_TOKENS,
  '\n- ',
  '\n1. ',
  '\n1.1 ',
  '\nA. ',
  '\nQ: ',
  'A: ',
  '?\n',
  '\n\n',
  '\n====\n',
  '\n----\n',
  'TITLE\n\n',
  'coun-\ncil ',
  '\f',
  '\u2010\n',
];

/** What an XML part of a Word file may hold, so that the file is read on behind its first check. */
function wordText(text: string): string {
  return text
    .replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[^\t\n\r -\ud7ff\ue000-\ufffd]/g, '');
}

/** A page of a PDF, with lines from its head on down. */
function pdfPage(lines: string): Parameters<typeof printedNumbersOf>[0][number] {
  const fragments = lines.split('\n').map((text, at) => ({
    text,
    left: 72,
    right: 72 + 5 * text.length,
    baseline: 30 + 12 * at,
    size: 10,
    font: 'a',
    isRightToLeft: false,
    isSpaced: false,
  }));
  return { rows: rowsOf(fragments), width: 600, height: 800 };
}

/** Documents of the library, format by format. */
export const DOCUMENT_SCANNERS: readonly Scanner[] = [
  {
    name: 'text document',
    modules: [
      'core/library/fingerprints',
      'core/text/decode',
      'core/library/formats/joinLines',
      'core/library/formats/plainText',
      'core/text/textHeadings',
      'core/library/formats/textLines',
      'core/library/formats/textPieces',
      'core/text/normalise',
      'core/library/passages',
      'core/text/sentences',
      'core/library/structure',
    ],
    tokens: TEXT_TOKENS,
    run: (text) => readDocument(BYTES.encode(text), 'a.txt', OPTIONS),
  },
  {
    name: 'words of a page in its passages',
    modules: [
      'core/text/letterAlignment',
      'core/library/selectedWords',
      'core/quotes/quotingSpans',
    ],
    tokens: TEXT_TOKENS,
    run: (text) => {
      const passage = { id: 'a', locator: 'p. 1', page: 1, span: { start: 0, end: text.length } };
      const document = {
        format: 'pdf',
        metadata: {},
        text,
        headings: [],
        passages: [passage],
      } as const;
      const half = text.slice(text.length / 2);
      const parts = [
        { page: 1, text: `${half}a${text}`, at: 0.5 },
        { page: 1, text: text.slice(0, 19), at: 0.5 },
      ];
      quotationsOf(new Note(`“${half}”`, 'plaintext'), mapLetters(text), passage.span);
      return [...parts.map((part) => selectedSpan(document, [part])), selectedText(parts)];
    },
  },
  {
    name: 'Markdown document',
    modules: [
      'core/library/formats/markdown',
      'core/library/formats/markdownAttributes',
      'core/library/formats/markdownBlocks',
      'core/library/formats/markdownDefinitions',
      'core/library/formats/markdownInline',
      'core/library/formats/markdownPieces',
    ],
    tokens: [
      ...NOTE_TOKENS.markdown!,
      ']{.a}',
      ']{a="',
      '{:.a}\n',
      '\n::: {',
      ':::\n',
      '^[a',
      '2^1^',
    ],
    run: (text) => readDocument(BYTES.encode(text), 'a.md', OPTIONS),
  },
  {
    name: 'pieces of Markdown',
    modules: ['core/library/formats/markdownPieces'],
    tokens: NOTE_TOKENS.markdown!,
    run: (text) => Array.from(markdownPieces(text, 0)),
  },
  {
    name: 'HTML document',
    modules: [
      'core/library/formats/authorNames',
      'core/library/formats/html',
      'core/library/formats/htmlBlocks',
      'core/library/formats/htmlByline',
      'core/library/formats/htmlContent',
      'core/library/formats/htmlElements',
      'core/library/formats/htmlFurniture',
      'core/library/formats/htmlFurnitureNames',
      'core/library/formats/htmlHeadline',
      'core/library/formats/htmlJsonLd',
      'core/library/formats/htmlMeasures',
      'core/library/formats/htmlMetadata',
      'core/library/formats/htmlTable',
      'core/library/formats/htmlTree',
      'core/library/formats/metadata',
      'core/library/formats/publishedDay',
      'core/library/formats/visibleDates',
    ],
    tokens: HTML_TOKENS,
    run: (text) => readDocument(BYTES.encode(text), 'a.html', OPTIONS),
  },
  {
    name: 'Word document, text',
    modules: [
      'core/library/formats/word',
      'core/library/formats/wordBlocks',
      'core/library/formats/wordMarkup',
      'core/library/formats/wordParts',
      'core/library/formats/wordStyles',
      'core/library/formats/zip',
    ],
    tokens: TEXT_TOKENS,
    run: (text) =>
      readDocument(makeWord({ body: paragraph(run(wordText(text))) }), 'a.docx', OPTIONS),
  },
  {
    name: 'Word document, markup',
    modules: ['core/library/formats/wordMarkup', 'core/library/formats/wordParts'],
    tokens: [
      ...XML_TOKENS,
      '<w:r><w:rPr><w:vanish/></w:rPr>',
      '<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>',
      '<w:drawing><w:txbxContent>',
      '</w:txbxContent></w:drawing>',
      '<mc:AlternateContent>',
      '<w:ruby>',
      '<w:rt>',
      '<w:instrText>',
      '<w:p>',
      '</w:p>',
      '<w:p><w:r><w:t>a</w:t></w:r></w:p>',
      '<w:r>',
      '<w:t>',
      '<w:tbl>',
      '<w:tr>',
      '<w:tc>',
      '<w:sdt>',
    ],
    run: (text) => readDocument(makeWord({ body: text }), 'a.docx', OPTIONS),
  },
  {
    name: 'front matter',
    modules: [
      'core/library/formats/documentHead',
      'core/library/formats/metadata',
      'core/note/frontMatterFields',
    ],
    tokens: [
      ...YAML_TOKENS,
      'title: ',
      'author: ',
      'date: 2024',
      '---',
      '\n---\n',
      '+++\n',
      'a = "',
      '[[a]]\n',
      '"""',
      '{a=',
    ],
    run: (text) => {
      readDocumentHead(text);
      readDocumentHead(`+++\n${text}\n+++\n`);
      readDocumentHead(`---\n${text}\n---\n`);
      readDocumentHead(`---\n${text}`);
    },
  },
  {
    name: 'accents and ligatures of a PDF',
    modules: [
      'core/library/formats/letterSpacing',
      'core/library/formats/pdfAccents',
      'core/library/formats/pdfGlyphs',
    ],
    tokens: [
      '\u00a8',
      '\u00b4',
      '`',
      '\u00b8',
      '\u02c6',
      'e',
      'o',
      'll\u00b4',
      ' ',
      '\u019f',
      '\u001c',
      '\uf001',
      '®',
      'a‡',
      '灯 ',
      ' \u0308',
      'o\u0308',
      '、 ',
    ],
    run: (text) => {
      const fragment = { left: 0, right: 1, baseline: 0, size: 1, font: '', isRightToLeft: false };
      withoutLetterSpacing(text);
      withLigatures([{ str: text, fontName: '' }]);
      withAccents([{ ...fragment, text: withLetters(text), isSpaced: false }]);
      withAccents(
        text.split(' ').map((part, at) => ({
          ...fragment,
          text: part,
          left: at / 2,
          right: at + 1,
          isSpaced: true,
        })),
      );
    },
  },
  {
    name: 'lines that are joined',
    modules: ['core/library/formats/joinLines', 'core/library/formats/hangulBreaks'],
    tokens: [
      '-',
      '\u2010',
      'coun-\n',
      'pre- and ',
      '\n',
      '\u00ad\n',
      '\u00ac\n',
      '—',
      '/',
      '한',
      '협\n력을 ',
    ],
    run: (text) => {
      const lines = text.split('\n').map((line) => ({ text: line, endsSoft: false }));
      const words = new WordCounts();
      words.add(lines);
      joinLines(lines, words);
    },
  },
  {
    name: 'printed page numbers',
    modules: ['core/library/formats/pdfPageNumbers', 'core/library/paging/pageNumber'],
    tokens: [
      '12 ',
      '3',
      'xii',
      'A-',
      '–',
      '-',
      'Page ',
      ' of ',
      ' | ',
      'Report ',
      'p. ',
      '\n',
      '\f',
    ],
    run: (text) => printedNumbersOf(text.split('\f').map(pdfPage)),
  },
  {
    name: 'bytes of a text file',
    modules: ['core/text/decode', 'core/text/readText', 'core/text/utf16'],
    tokens: [
      '\u0000',
      '\ufeff',
      'é',
      '\ufffd',
      '中',
      '😀',
      '\u0080',
      '\r',
      '<?xml encoding="',
      '<meta charset=',
    ],
    run: (text) => readTextFile(BYTES.encode(text)),
  },
  {
    name: 'bytes of a text file in another encoding',
    modules: [
      'core/text/encodingDetection',
      'core/text/encodings',
      'core/text/implausibility',
      'core/text/windows1252',
      'features/sources/encodingSample',
      'core/text/utf16',
    ],
    tokens: [
      'a',
      'é',
      '\u0093',
      '\u0096',
      'È',
      '½',
      ' ',
      '\n',
      '\u00b0\u00a1',
      '\u0081@',
      '\u001b$B',
      '\0',
    ],
    run: (text) => {
      const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
      return [detectEncoding(bytes), utf16ByScripts(bytes), encodingSample(bytes, 'windows-1252')];
    },
  },
  {
    name: 'paragraph of a document',
    modules: ['core/library/structure', 'core/library/passages', 'core/text/sentences'],
    tokens: TEXT_TOKENS,
    run: (text) =>
      structureDocument({
        format: 'pdf',
        metadata: {},
        blocks: [
          { kind: 'heading', level: 1, text: text.slice(0, 10_000) || 'a' },
          { kind: 'paragraph', text, page: 1 },
        ],
      }),
  },
];
