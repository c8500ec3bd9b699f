import type { DocumentFormat } from '../../src/core/library/document';
import { encodeText, encodeUtf16 } from '../support/encodeText';
import { makeCjkPdf } from '../support/makeCjkPdf';
import { makePdf, typeset } from '../support/makePdf';
import { item, makeWord, noteMark, paragraph, run, table } from '../support/makeWord';

/** Well-formed documents to be spoilt, some of each format, with all that the format may hold. */
export async function seedsOf(format: DocumentFormat): Promise<readonly Uint8Array[]> {
  switch (format) {
    case 'text':
      return [
        utf8(TEXT),
        utf16(TEXT),
        Buffer.from(TEXT, 'latin1'),
        encodeText(KOREAN, 'euc-kr'),
        encodeUtf16(KOREAN, false),
      ];
    case 'markdown':
      return [utf8(MARKDOWN), utf8(PANDOC)];
    case 'html':
      return [utf8(HTML), utf8(SITE)];
    case 'pdf':
      return [await onePage(), await report(), await oddlySet(), eastAsian()];
    case 'word':
      return [WORD, EDITED];
  }
}

const SENTENCES = [
  'The lighthouse of Lesser Quay was lit for the first time in the spring of 1931.',
  'Its keeper wrote down every ship that passed, and what the weather was, for forty years.',
  'The harbour council paid her in coal, in oil and, after some discussion, in money.',
  'Nobody has ever found out who painted the stairs blue, and the council has stopped asking.',
  'On a clear night its light can be seen from Greater Quay, twelve miles away.',
];

/** A paragraph of `count` sentences. */
function prose(count: number, from = 0): string {
  return Array.from(
    { length: count },
    (_, index) => SENTENCES[(from + index) % SENTENCES.length],
  ).join(' ');
}

const TEXT = [
  'A LIGHT AT LESSER QUAY',
  wrapped(prose(5)),
  'Q: Who paid for the oil?',
  wrapped(`A: ${prose(3, 2)}`),
  '1. The Keeper',
  wrapped(prose(8, 1)),
  '- coal\n- oil\n- café au lait, £3',
  '2. The Stairs',
  wrapped(prose(12, 3)),
].join('\n\n');

const KOREAN =
  '등대는 봄에 처음 켜졌다. 등대지기는 지나가는 배를 모두 적었다.\n누가 기름값을 냈는가?\n'.repeat(
    9,
  );

/** Hard-wrapped, with a hyphen at some line's end. */
function wrapped(text: string): string {
  return text.replace(/(.{50,60}) /g, '$1\n').replace('council', 'coun-\ncil');
}

const MARKDOWN = `---
title: A Light at Lesser Quay
author: [Ada Keeper, {family: Quay, given: Jan}]
date: 1931-04-02
---

# The light

${prose(4)}[^1]

## The keeper

> ${prose(2)}

${prose(3)} **Bold**, *italic*, \`code\` and [a link](https://example.org/a_(b) "title").

- one
  - two
    - three
1. first
2. second

| ship | weather |
| ---- | ------: |
| Ada  | fog     |

\`\`\`
not prose
\`\`\`

<details><summary>More</summary>

${prose(6)}

</details>

[^1]: The council's minutes.
`;

const PANDOC = `# The [light]{.smallcaps} {#light .x key="v"}

::: {.note #n}
[${prose(1)} [A *span*]{.mark}]{.underline} and [a link](a){.ext} and \`code\`{.py}.^[A note.]
:::

![The stairs](a.png){width=50%}

Table: Ships {#tbl:ships}
`;

const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A Light</title>
<meta name="author" content="Ada Keeper"><meta property="article:published_time" content="1931-04-02">
<script>let a = "<p>no</p>";</script><style>p { color: red }</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li>About</li></ul></nav>
<main><article><h1>The light</h1><p>${prose(4)}</p><h2>The keeper</h2><blockquote><p>${prose(2)}</p></blockquote>
<p>${prose(3)} <b>bold</b> <a href="#n1"><sup>1</sup></a></p><ul><li>one<ul><li>two</li></ul></li></ul>
<table><caption>Ships</caption><tr><th>ship</th><th>weather</th></tr><tr><td colspan="2">fog</td></tr></table>
<figure><img src="a.png" alt="a"><figcaption>The stairs</figcaption></figure><pre>not prose</pre>
<p id="n1">${prose(6)}&nbsp;&mdash;&#8212;</p></article></main><footer>© nobody</footer></body></html>`;

const SITE = `<!doctype html><html lang="en"><head><title>The light | Lesser Quay</title>
<script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"The light",
"author":[{"@id":"#a"},{"@type":"Person","name":"Jan Quay"}],"datePublished":"1931-04-01T23:00:00Z"},
{"@type":"Person","@id":"#a","name":"Ada Keeper"}]}</script></head><body>
<div class="share-bar"><a href="/s">Share</a></div><header><h1>The light</h1><p>All of it.</p></header>
<div id="content"><p class="byline">By Ada Keeper and Jan Quay | 2 April 1931</p><p>${prose(4)}</p>
<aside><h3>Figures</h3><p>${prose(1)}</p></aside><div class="accordion" hidden><p>${prose(2)}</p></div>
<h2>Related</h2><ul><li><a href="/a">The stairs</a></li><li><a href="/b">The oil</a></li></ul></div>
<div id="comments"><p>${prose(2)}</p></div></body></html>`;

const EDITED = makeWord({
  styles:
    '<w:style w:type="character" w:styleId="G"><w:name w:val="G"/><w:rPr><w:vanish/></w:rPr></w:style>',
  body: [
    paragraph(run('T'), undefined, '<w:framePr w:dropCap="drop"/>'),
    paragraph(run('he light. ') + run('Hidden. ', '<w:rStyle w:val="G"/>') + run(prose(2))),
    paragraph(
      `<w:r><w:ruby><w:rt>${run('a')}</w:rt><w:rubyBase>${run('b')}</w:rubyBase></w:ruby></w:r>` +
        `<w:fldSimple w:instr="SEQ a">${run('1')}</w:fldSimple>` +
        `<w:del>${run('gone')}</w:del><w:ins>${run('new')}</w:ins>` +
        `<w:r><w:drawing><w:txbxContent>${paragraph(run('box'))}</w:txbxContent></w:drawing></w:r>`,
    ),
  ].join(''),
});

const WORD = makeWord({
  title: 'A Light at Lesser Quay',
  creator: 'Ada Keeper',
  body: [
    paragraph(run('The light'), 'Heading1'),
    paragraph(run(prose(4)) + noteMark('footnote', 1)),
    paragraph(run('The keeper'), 'Heading2'),
    item(run('one')),
    item(run('two'), 1),
    item(run('first'), 0, true),
    table([
      ['ship', 'weather'],
      ['Ada', 'fog'],
    ]),
    paragraph(run(prose(6)) + noteMark('endnote', 1)),
  ].join(''),
  footnotes: [paragraph(run("The council's minutes."))],
  endnotes: [paragraph(run('The end.'))],
});

async function onePage(): Promise<Uint8Array> {
  return makePdf({ pages: await typeset([{ text: prose(6) }]) });
}

async function report(): Promise<Uint8Array> {
  const pages = await typeset(
    [
      { text: 'A Light at Lesser Quay', kind: 'title' },
      { text: 'The light', kind: 'heading' },
      { text: prose(30) },
      { text: 'The keeper', kind: 'heading' },
      { text: prose(40, 2) },
    ],
    { columns: 2, runningHead: 'Lesser Quay', pageNumbers: true, hyphenateAfter: 4 },
  );
  return makePdf({
    pages,
    title: 'A Light at Lesser Quay',
    author: 'Ada Keeper',
    language: 'en',
    outline: [{ title: 'The light', page: 1, children: [{ title: 'The keeper', page: 1 }] }],
    labels: [{ from: 1, style: 'r' }],
  });
}

/** An initial over two lines, accents that are signs, and words that are printed twice. */
async function oddlySet(): Promise<Uint8Array> {
  const lines = [
    { text: 'T', x: 72, y: 686.5, size: 34 },
    { text: 'he caf´e at Lesser Quay was kept by Frau M¨uller, whose oil', x: 98, y: 700 },
    { text: 'nobody paid for. fran¸cais, ˆa, ¨o, co-', x: 98, y: 686.5 },
    { text: 'operation', x: 72, y: 673 },
    { text: 'operation', x: 72.3, y: 673 },
    { text: 'operation of the quays', x: 72.6, y: 673 },
  ];
  return makePdf({ pages: [{ texts: lines }] });
}

/** Columns that run down, with ruby beside them and a head across, by a map that the file lacks. */
function eastAsian(): Uint8Array {
  const column = '灯台守は毎晩、油の残りを帳簿に書き入れる。';
  const columns = Array.from({ length: 12 }, (_, at) => ({
    text: column,
    x: 480 - 24 * at,
    y: 740,
  }));
  return makeCjkPdf({
    map: '90ms-RKSJ',
    isVertical: true,
    pages: [
      [
        { text: '灯台の記録 12', x: 72, y: 790, isTurned: true },
        { text: 'とうだいもり', x: 489, y: 740, size: 6 },
        ...columns,
      ],
    ],
  });
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf16(text: string): Uint8Array {
  return Buffer.from(`\uFEFF${text}`, 'utf16le');
}
