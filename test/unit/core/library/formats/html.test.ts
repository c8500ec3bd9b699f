import assert from 'node:assert/strict';
import fc from 'fast-check';
import { extractHtml } from '../../../../../src/core/library/formats/html';
import { assertAnswersAnything, outline, problemOf, read, words, wordsOf } from './reading';

const SAMPLE = `<!doctype html>
<html lang="en-GB">
<head>
  <title>The light | Town of Capek</title>
  <meta property="og:site_name" content="Town of Capek">
  <meta property="og:title" content="The light at the point - Town of Capek">
  <meta name="citation_author" content="Doe, Jane"><meta name="citation_author" content="Roe, Rob">
  <meta property="article:published_time" content="2021-03-04T10:00:00+02:00">
  <link rel="canonical" href="https://example.org/light">
  <script>var a = '<p>no</p>';</script><style>p { color: red }</style>
</head>
<body class="cookie-consent">
  <header><a href="/">Town</a> <nav><ul><li>Home</li></ul></nav></header>
  <div id="cookie-banner">We use cookies.</div>
  <main>
    <h1>The light <a class="headerlink" href="#light">¶</a></h1>
    <p>Lit at <b>du</b>sk<sup><a href="#fn1">1</a></sup>, out at dawn.</p>
    <p hidden>Hidden.</p><p aria-hidden="true">Hidden.</p><p style="display: none">Hidden.</p>
    <div>Bare text<br>on two lines<div>and more</div>behind</div>
    <ol><li>oil<ul><li>for lamps</li></ul></li><li><p>rope</p><p>A good one.</p></li></ol>
    <dl><dt>Fog</dt><dd>A bell is rung.</dd></dl>
    <blockquote><p>All is well.</p></blockquote>
    <figure><img src="x.png" alt="x"><figcaption>The tower</figcaption></figure>
    <table><caption>Ships</caption><tr><th>Year</th><th>Number</th></tr>
      <tr><td>2020</td><td>1<br>dozen</td></tr></table>
    <table><tr><td><p>A column</p><p>of text</p></td><td>and another</td></tr></table>
    <pre>One
line

Another</pre>
    <form><label>Name</label><input value="no"><button>Send</button></form>
    <aside role="doc-footnote"><p>A note. <a role="doc-backlink" href="#r">back</a></p></aside>
  </main>
  <aside>Related</aside><footer>Imprint</footer>
</body></html>`;

describe('a page', () => {
  it('is read by its structure, without what is around its content', async () => {
    assert.deepEqual(await outline(extractHtml, SAMPLE), [
      'heading1: The light',
      'paragraph: Lit at dusk, out at dawn.',
      'paragraph: Bare text on two lines',
      'paragraph: and more',
      'paragraph: behind',
      'item1: oil',
      'item2: for lamps',
      'item1: rope',
      'paragraph: A good one.',
      'item1: Fog',
      'item1: A bell is rung.',
      'quote: All is well.',
      'caption: The tower',
      'caption: Ships',
      'table: Year\tNumber\n2020\t1 dozen',
      'paragraph: A column',
      'paragraph: of text',
      'paragraph: and another',
      'paragraph: One line',
      'paragraph: Another',
      'paragraph: Name',
      'footnote: A note.',
    ]);
  });

  it('says what it is', async () => {
    assert.deepEqual((await read(extractHtml, SAMPLE)).metadata, {
      title: 'The light at the point',
      author: [
        { family: 'Doe', given: 'Jane' },
        { family: 'Roe', given: 'Rob' },
      ],
      issued: { 'date-parts': [[2021, 3, 4]] },
      publisher: 'Town of Capek',
      language: 'en-GB',
      URL: 'https://example.org/light',
    });
  });

  it('knows where each block stands in the file', async () => {
    const { blocks } = await read(extractHtml, SAMPLE);
    const places = blocks.map(({ original }) => SAMPLE.slice(original?.start, original?.end));
    assert.equal(places[7], 'rope');
    assert.match(places[1] ?? '', /^Lit at <b>du<\/b>sk<sup>.*dawn\.$/);
  });

  it('without main is read without the head, foot and navigation of its site', async () => {
    const page =
      '<header>Site</header><nav>Menu</nav><header><h1>Log</h1></header><div>Text.</div>' +
      '<footer>Imprint</footer>';
    assert.deepEqual(await outline(extractHtml, page), ['heading1: Log', 'paragraph: Text.']);
  });

  it('that has nothing but its surroundings is read with them', async () => {
    assert.deepEqual(await outline(extractHtml, '<nav>Menu</nav>'), ['paragraph: Menu']);
  });

  it('is read without the marks of notes, and with figures that are words', async () => {
    const page =
      '<p>Lit<a href="#n1">[1]</a> at dusk,<sup class="footnote">[2]</sup> out<sup>[3]</sup> by 9<sup>th</sup>' +
      ' <a href="#t">dawn</a> on 5 km<sup>2</sup> [4].<p>See <a href="/x">[5]</a>.';
    assert.deepEqual(await outline(extractHtml, page), [
      'paragraph: Lit at dusk, out by 9th dawn on 5 km2 [4].',
      'paragraph: See [5].',
    ]);
  });

  it('parts paragraphs at two line breaks', async () => {
    assert.deepEqual(await outline(extractHtml, 'One<br>two<br> <br>three'), [
      'paragraph: One two',
      'paragraph: three',
    ]);
  });

  it('can have 10,000 elements in each other', async () => {
    const page = `${'<span>'.repeat(10_000)}deep${'</span>'.repeat(10_000)}`;
    assert.deepEqual(await outline(extractHtml, page), ['paragraph: deep']);
    const open = await read(extractHtml, `${'<b><font>'.repeat(500)}${'<p>x'.repeat(1000)}`);
    assert.equal(open.blocks.length, 1000);
  });

  it('is refused where it would take minutes', async () => {
    assert.deepEqual(await problemOf(extractHtml, '<i>'.repeat(25_000)), {
      kind: 'failed',
      reason: 'The page has too many elements inside each other.',
    });
  });

  it('keeps its words in their order', async () => {
    const text = words.map((list) => list.join(' '));
    const { flow } = fc.letrec<{ flow: string }>((tie) => ({
      flow: fc.oneof(
        { maxDepth: 4 },
        text,
        text.map((line) => `<p>${line}`),
        text.map((line) => `<h2><a name=x>${line}</a></h2>`),
        text.map((line) => `<b>${line}</b><br>`),
        text.map((line) => `<script>no()</script><!-- no --><pre>${line}</pre>`),
        fc
          .tuple(text, text)
          .map(
            ([a, b]) => `<table><caption>${a}</caption><tr><td>${b}<td>${a}<tr><td>${b}</table>`,
          ),
        tie('flow').map((inner) => `<div>${inner}</div>`),
        tie('flow').map((inner) => `<i>${inner}</i>`),
        tie('flow').map((inner) => `<table><tr><td>${inner}</td></tr></table>`),
        fc
          .array(tie('flow'), { maxLength: 3 })
          .map((items) => `<ul><li>${items.join('<li>')}</ul>`),
        fc
          .array(tie('flow'), { maxLength: 3 })
          .map((items) => `<blockquote>${items.join('<p>')}</blockquote>`),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(words, fc.array(flow, { maxLength: 6 }), async (first, parts) => {
        const page = `${first.join(' ')}<p>${parts.join('<hr>')}`;
        const { blocks } = await read(extractHtml, page);
        const written = page
          .replace(/<script>.*?<\/script>|<!--.*?-->|<\/?(?:b|i|a)\b[^>]*>/gu, '')
          .replace(/<[^>]*>/gu, ' ');
        assert.deepEqual(wordsOf(blocks), written.match(/[\p{L}\p{N}]+/gu));
      }),
    );
  });

  it('is answered, whatever the bytes', () => assertAnswersAnything(extractHtml, SAMPLE));
});
