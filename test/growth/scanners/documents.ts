import { readDocument } from '../../../src/core/library/extract';
import { readTextFile } from '../../../src/core/text/decode';
import { readDocumentHead } from '../../../src/core/library/formats/documentHead';
import { countLineWords, joinLines } from '../../../src/core/library/formats/joinLines';
import { markdownPieces } from '../../../src/core/library/formats/markdownPieces';
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
    name: 'Markdown document',
    modules: [
      'core/library/formats/markdown',
      'core/library/formats/markdownAttributes',
      'core/library/formats/markdownBlocks',
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
    name: 'lines that are joined',
    modules: ['core/library/formats/joinLines'],
    tokens: ['-', '\u2010', 'coun-\n', 'pre- and ', '\n', '\u00ad\n', '—', '/'],
    run: (text) => {
      const lines = text.split('\n').map((line) => ({ text: line, endsSoft: false }));
      const counts = new Map<string, number>();
      countLineWords(lines, counts);
      joinLines(lines, counts);
    },
  },
  {
    name: 'bytes of a text file',
    modules: ['core/text/decode'],
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
