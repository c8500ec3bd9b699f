import { zipSync } from 'fflate';
import { deflateSync } from 'node:zlib';
import { makeWord } from '../support/makeWord';
import type { FuzzKind } from './kinds';

/** A file that was made to do harm. */
export interface CraftedFile {
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

const KB = 1_000;

/** Files that harm what is not careful, each the smallest of its kind that would be noticed. */
export const CRAFTED: Readonly<Partial<Record<FuzzKind, readonly CraftedFile[]>>> = {
  markdown: [
    text('nested-quotes', '> '.repeat(20 * KB)),
    text(
      'nested-lists',
      nested(2_000, (depth) => `${'  '.repeat(depth)}- a`),
    ),
    text('open-brackets', '['.repeat(300 * KB)),
    text('open-comments', '<!--'.repeat(75 * KB)),
  ],
  html: [
    text('nested-elements', '<div>'.repeat(100 * KB)),
    text('open-tags', '<aaaa'.repeat(60 * KB)),
    text('formatting', '<b><i><a href=x>'.repeat(20 * KB)),
    text('one-attribute', `<p ${'a'.repeat(300 * KB)}`),
  ],
  text: [
    text('one-line', 'Lamp '.repeat(60 * KB)),
    text('no-words', '\u0301'.repeat(300 * KB)),
    text('right-to-left', '\u202e\u2066'.repeat(100 * KB)),
  ],
  pdf: [
    { name: 'inflates', bytes: () => inflatingPdf(16 << 20) },
    { name: 'inflates-twice', bytes: () => inflatingPdf(16 << 20, 2) },
  ],
  word: [
    { name: 'bomb', bytes: () => bombIn('word/document.xml', 300 << 20) },
    { name: 'bomb-beside', bytes: () => bombIn('word/media/image1.png', 300 << 20) },
    { name: 'lying-bomb', bytes: lyingBomb },
    { name: 'nested-tables', bytes: () => makeWord({ body: '<w:tbl><w:tr><w:tc>'.repeat(5_000) }) },
    {
      name: 'many-members',
      bytes: () =>
        makeWord({
          body: '',
          parts: Object.fromEntries(
            Array.from({ length: 20 * KB }, (_, number) => [`word/${number}.xml`, '']),
          ),
        }),
    },
  ],
  glossary: [
    text('closing-brackets', ']'.repeat(KB * KB)),
    text('tabs', '\t'.repeat(300 * KB)),
    text('open-lists', '['.repeat(20 * KB)),
    text('nested-lists', '- '.repeat(20 * KB)),
    text('aliases', aliases(24)),
    text('keys', 'contexts:\n'.repeat(20 * KB)),
    text('bad-entries', `contexts:\n  - terms:\n${'      - nme: x\n'.repeat(20 * KB)}`),
    text('prototype', 'contexts:\n  - terms:\n      - name: a\n        __proto__: { x: 1 }\n'),
    text('long-name', `contexts:\n  - terms:\n      - name: ${'a b '.repeat(50 * KB)}\n`),
  ],
  bibtex: [
    text('open-braces', `@book{a, title = ${'{'.repeat(300 * KB)}`),
    text('open-entries', '@book{'.repeat(50 * KB)),
    text('strings', strings(28)),
    text('accents', `@book{a, title = {${'\\"'.repeat(100 * KB)}}}`),
    text('joined', `@book{a, title = ${'"x" # '.repeat(50 * KB)}`),
    text('authors', `@book{a, author = {${'and '.repeat(75 * KB)}}}`),
    text('file-field', `@book{a, file = {${'a:b:c;\\'.repeat(40 * KB)}}}`),
  ],
  csl: [
    text('nested', '['.repeat(100 * KB)),
    text('prototype', '[{"id":"__proto__","type":"book","__proto__":{"x":1},"title":"a"}]'),
    text('dates', '[{"id":"a","type":"book","issued":{"date-parts":[[1e308,-1,99]]}}]'),
  ],
  table: [
    text('open-quote', `name\n"${'a,""\n'.repeat(50 * KB)}`),
    text('columns', `${'name,'.repeat(20 * KB)}\n${'a,'.repeat(20 * KB)}`),
    text('formulas', formulas().join('\n')),
    text('blanks', ' '.repeat(300 * KB)),
  ],
  tbx: [
    text('open-tags', '<aaaa'.repeat(40 * KB)),
    text('open-doctypes', '<!DOCTYPE '.repeat(30 * KB)),
    text('doctype-of-blanks', `<!DOCTYPE ${' '.repeat(200 * KB)}`),
    text('open-comments', '<!--'.repeat(75 * KB)),
    text('open-cdata', '<![CDATA['.repeat(30 * KB)),
    text('nested-elements', `<martif>${'<a>'.repeat(50 * KB)}`),
    text('attributes', `<martif ${'a="b" '.repeat(30 * KB)}>`),
    text('entities', entities(9)),
    text('ampersands', `<martif>${'&'.repeat(200 * KB)}</martif>`),
  ],
  ignore: [
    text('long-line', 'a'.repeat(50 * KB)),
    text('stars', '*a'.repeat(30 * KB)),
    text('one-bracket', '['.repeat(2)),
    text('brackets', '[a'.repeat(20 * KB)),
    text('double-stars', `${'**/'.repeat(5 * KB)}a`),
    text('lines', '*.tmp\n'.repeat(50 * KB)),
    text('backwards', '[z-a]\n\\\n'),
  ],
  'note-markdown': [
    text('open-silences', '<!-- ip4desk-disable '.repeat(50 * KB)),
    text('silences', '<!-- ip4desk-disable acronym-unknown -->\n'.repeat(5 * KB)),
    text('open-links', '[a]('.repeat(75 * KB)),
    text('open-footnotes', '[^a'.repeat(100 * KB)),
    text('open-citations', '[@a, '.repeat(60 * KB)),
    text('open-tags', '<aaaa'.repeat(60 * KB)),
    text('fences', '```\n'.repeat(75 * KB)),
    text('ticks', staircase('`', 700)),
    text('stars', '*a **b '.repeat(40 * KB)),
    text('open-quotations', '\u201ca b c d e f '.repeat(20 * KB)),
    text('acronyms', 'ABC (ABD) '.repeat(30 * KB)),
    text('front-matter', `---\n${'a: [\n'.repeat(50 * KB)}`),
    text('tables', '|'.repeat(200 * KB)),
  ],
  'note-latex': [
    text('open-groups', '{'.repeat(200 * KB)),
    text('open-environments', '\\begin{verbatim}'.repeat(15 * KB)),
    text('open-citations', '\\cite[['.repeat(40 * KB)),
    text('open-quotations', '\\enquote{'.repeat(30 * KB)),
    text('dollars', '$a$$'.repeat(60 * KB)),
  ],
  'note-rst': [
    text('open-roles', ':cite:`'.repeat(40 * KB)),
    text('open-literals', '``'.repeat(100 * KB)),
    text('underlines', 'a\n=\n'.repeat(60 * KB)),
    text('grid', `${'+--'.repeat(60 * KB)}\n`),
  ],
  'note-asciidoc': [
    text('open-blocks', '____\n----\n'.repeat(20 * KB)),
    text('open-macros', 'footnote:[cite:['.repeat(15 * KB)),
  ],
  'note-typst': [
    text('open-code', '#('.repeat(100 * KB)),
    text('open-content', '#a['.repeat(60 * KB)),
    text('open-quotations', '#quote(block: true)['.repeat(10 * KB)),
    text('open-comments', '/*'.repeat(100 * KB)),
    text('dollars', '$\\'.repeat(100 * KB)),
  ],
  'note-org': [
    text('open-links', '[['.repeat(100 * KB)),
    text('open-citations', '[cite:@a;'.repeat(30 * KB)),
    text('open-blocks', '#+begin_src\n'.repeat(20 * KB)),
  ],
  'note-quarto': [
    text('open-divs', '::: {'.repeat(40 * KB)),
    text('open-chunks', '```{r}\n'.repeat(30 * KB)),
  ],
};

function text(name: string, content: string): CraftedFile {
  return { name, bytes: () => new TextEncoder().encode(content) };
}

function nested(depth: number, line: (depth: number) => string): string {
  return Array.from({ length: depth }, (_, at) => line(at)).join('\n');
}

/** Runs of one character of each length. */
function staircase(character: string, longest: number): string {
  return Array.from({ length: longest }, (_, at) => `${character.repeat(at + 1)}a `).join('');
}

/** Each doubles the one before: "billion laughs" in YAML. */
function aliases(levels: number): string {
  const lines = Array.from({ length: levels }, (_, at) =>
    at === 0 ? 'a0: &a0 [x, x]' : `a${at}: &a${at} [*a${at - 1}, *a${at - 1}]`,
  );
  return `${lines.join('\n')}\ncontexts:\n  - terms: *a${levels - 1}\n`;
}

/** The same in BibTeX. */
function strings(levels: number): string {
  const lines = Array.from({ length: levels }, (_, at) =>
    at === 0 ? '@string{a0 = "lamp lamp"}' : `@string{a${at} = a${at - 1} # a${at - 1}}`,
  );
  return `${lines.join('\n')}\n@book{a, title = a${levels - 1}}\n`;
}

/** The same in XML. */
function entities(levels: number): string {
  const lines = Array.from({ length: levels }, (_, at) =>
    at === 0 ? '<!ENTITY a0 "lamp">' : `<!ENTITY a${at} "${`&a${at - 1};`.repeat(10)}">`,
  );
  return `<!DOCTYPE martif [${lines.join('')}]><martif>&a${levels - 1};</martif>`;
}

/** Cells that a spreadsheet would run, behind all that may stand before them. */
function formulas(): readonly string[] {
  const before = ['', ' ', '\u00a0', '\u3000', '\t', "' "];
  const signs = ['=', '+', '-', '@', '\uff1d', '\uff0b', '\uff0d', '\uff20'];
  const cells = before.flatMap((blank) => signs.map((sign) => `${blank}${sign}cmd|'/c calc'!A1`));
  return ['name,definition,source', ...cells.map((cell, at) => `name ${at},"${cell}","${cell}"`)];
}

/** A page of a few bytes whose content is blanks without end, packed once or more. */
function inflatingPdf(size: number, times = 1): Uint8Array {
  let content = Buffer.alloc(size, ' ');
  for (let packed = 0; packed < times; packed += 1) {
    content = deflateSync(content, { level: 9 });
  }
  const filters = '/FlateDecode '.repeat(times);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R >>',
    `<< /Length ${content.length} /Filter [${filters}] >>\nstream\n${content.toString('latin1')}\nendstream`,
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.7\n${body}trailer << /Root 1 0 R /Size 5 >>\n%%EOF\n`, 'latin1');
}

function bombIn(path: string, size: number): Uint8Array {
  return makeWord({ body: '', parts: { [path]: new Uint8Array(size) } });
}

/** An archive whose headers promise ten bytes for a part that unpacks to 300 MB. */
function lyingBomb(): Uint8Array {
  const size = 300 << 20;
  const bytes = zipSync({ 'word/document.xml': new Uint8Array(size) }, { level: 9 });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    if (view.getUint32(at, true) === size) {
      view.setUint32(at, 10, true);
    }
  }
  return bytes;
}
