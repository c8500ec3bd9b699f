import assert from 'node:assert/strict';
import fc from 'fast-check';
import { extractHtml } from '../../../../../src/core/library/formats/html';
import { outline, read, words } from './reading';

const TEXT =
  'The ferrymen of the bay count their lamps each evening, and write down which of them are out.';
const MORE =
  'Since the spring the harbour office has paid for oil, although nobody had asked it to do that.';

const MORE_TEXT = 'Nobody has been asked whether it should go on, and nobody will be.';

/** What a site puts around a text, by what it is called. */
const FURNITURE: Readonly<Record<string, string>> = {
  'a share bar':
    '<div class="share-bar"><span>Share this with friends</span> <a href="#">X</a></div>',
  'a share bar in camel case':
    '<div class="PostShareBar">Share this with all of your friends</div>',
  'a newsletter':
    '<div class="newsletter-signup"><h3>Letters</h3><p>Sign up for our weekly letter.</p></div>',
  'most read':
    '<section id="most-read"><h2>Most read</h2><ol><li>Ten lamps to see</li></ol></section>',
  'a teaser by its link':
    '<div class="teaser"><h3><a href="/t">The tugs are sold</a></h3><p>The council voted.</p></div>',
  'a byline': '<p class="byline">By Mina Doe, fellow | 2 May 2024 | 7 min read</p>',
  'a line with the date': '<div class="post-meta"><time>2 May 2024</time> in Lamps</div>',
  breadcrumbs: '<div class="breadcrumb"><a href="/">Home</a> / <a>Lamps</a></div>',
  'a notice about cookies': '<div id="cookie-notice"><p>We use cookies on this page.</p></div>',
  'a foot within the article': '<footer><p>Mina Doe is a fellow at the institute.</p></footer>',
  comments: `<div id="comments"><h2>Two comments</h2><p>${'I never liked lamps. '.repeat(9)}</p></div>`,
  'a menu without a name': '<div><a href="/1">Lamps</a> | <a href="/2">Boats</a></div>',
  'a link to another text': '<p><a href="/other">Read how the tugs were sold last year</a></p>',
};

/** What looks like it, and is text. */
const WORDS: Readonly<Record<string, string>> = {
  'a standfirst': '<p class="teaser">All that is known about lamps.</p>',
  'a caption': '<figure><img src="x"><figcaption>The old light</figcaption></figure>',
  'a box with facts': '<aside class="factbox"><h3>Figures</h3><p>Nine lamps are lit.</p></aside>',
  'a fold that a click opens': '<div class="accordion-panel" hidden><p>The annex.</p></div>',
  details: '<details><summary>Method</summary><p>We counted them.</p></details>',
  'a paragraph with links':
    '<p>The <a href="/b">board</a> agreed, and the <a href="/c">council</a> did not say why.</p>',
  'a list': '<ul><li>Nine lamps are lit</li><li>Two are not</li></ul>',
  'the foot of a quotation': '<blockquote>Well lit.<footer>Rob Roe</footer></blockquote>',
  'notes that are links':
    '<section role="doc-endnotes"><ol><li><a href="https://example.org/a">Returns</a></li></ol></section>',
  'sources that are addresses':
    '<ol><li>Roe <a href="https://example.org/long">https://example.org/long</a></li></ol>',
  'a section that is called like furniture':
    '<section id="sharing-of-lamps"><h2>Sharing of lamps</h2><p>Two towns share one, and neither of them is of a mind to give it up.</p></section>',
  'words that are called like furniture': `<p>It was <span class="tag">once</span> a <a class="popup" href="#x">custom</a>. ${MORE_TEXT}</p>`,
  'a formula':
    '<p><mjx-container class="MathJax CtxtMenu"><math><mi>x</mi></math></mjx-container></p>',
  'a table': '<table><tr><th>Year</th><th>Lamps</th></tr><tr><td>2020</td><td>9</td></tr></table>',
};

const pageWith = (part: string): string =>
  `<title>Counting lamps | Bay</title><nav><a href="/">Bay</a></nav>` +
  `<article><h1>Counting lamps</h1><p>${TEXT}</p>${part}<p>${MORE}</p></article>`;
const BARE = ['heading1: Counting lamps', `paragraph: ${TEXT}`, `paragraph: ${MORE}`];

describe('the content of a page', () => {
  for (const [name, part] of Object.entries(FURNITURE)) {
    it(`leaves out ${name}`, async () => {
      assert.deepEqual(await outline(extractHtml, pageWith(part)), BARE);
    });
  }

  for (const [name, part] of Object.entries(WORDS)) {
    it(`has ${name}`, async () => {
      const found = await outline(extractHtml, pageWith(part));
      assert.ok(found.length > BARE.length, found.join('\n'));
      assert.deepEqual([...found.slice(0, 2), ...found.slice(-1)], BARE);
    });
  }

  it('has every word of a line of prose', async () => {
    const found = await outline(
      extractHtml,
      pageWith(WORDS['words that are called like furniture'] ?? ''),
    );
    assert.equal(found[2], `paragraph: It was once a custom. ${MORE_TEXT}`);
  });

  it('is found without any tags or names that tell it', async () => {
    const page =
      '<title>Counting lamps</title><div><div>Bay of lamps</div><div><a href="/">Home</a></div></div>' +
      `<div><h1>Counting lamps</h1><div>All that is known.</div><div><p>${TEXT}<p>${MORE}</div></div>` +
      '<div><div><h2><a href="/x">Tugs</a></h2>The council has sold them.</div></div>';
    assert.deepEqual(await outline(extractHtml, page), [
      'heading1: Counting lamps',
      'paragraph: All that is known.',
      `paragraph: ${TEXT}`,
      `paragraph: ${MORE}`,
    ]);
  });

  it('has no heading over links to other pages, notes behind it or not', async () => {
    const related =
      '<h2>More</h2><ul><li><a href="/a">Why a dredger</a></li><li><a href="/b">Convoys</a></li></ul>';
    const notes = '<section role="doc-endnotes"><ol><li>Returns of April.</li></ol></section>';
    const page = `<article><h2>Lamps</h2><p>${TEXT}</p>${related}${notes}</article>`;
    assert.deepEqual(await outline(extractHtml, page), [
      'heading2: Lamps',
      `paragraph: ${TEXT}`,
      'footnote: Returns of April.',
    ]);
  });

  it('opens no section with a heading in an aside', async () => {
    const page = `<article><p>${TEXT}</p><aside><h3>Figures</h3><p>Nine.</p></aside><p>${MORE}</p>`;
    assert.deepEqual(await outline(extractHtml, page), [
      `paragraph: ${TEXT}`,
      'paragraph: Figures',
      'paragraph: Nine.',
      `paragraph: ${MORE}`,
    ]);
  });

  it('is all of a page that has neither paragraphs nor links', async () => {
    const page = '<div class="menu">Soup</div><div class="box">Fish</div>';
    assert.deepEqual(await outline(extractHtml, page), ['paragraph: Soup', 'paragraph: Fish']);
  });

  it('has each paragraph of an article, whatever stands between them', async () => {
    const paragraph = words.map((list) => `${list.join(' ')} ${TEXT}`);
    const furniture = fc.constantFrom(...Object.values(FURNITURE));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(paragraph, furniture), { minLength: 4, maxLength: 12 }),
        async (parts) => {
          const page = pageWith(parts.map(([text, part]) => `<p>${text}</p>${part}`).join(''));
          const { blocks } = await read(extractHtml, page);
          const found = new Set(blocks.map(({ text }) => text));
          assert.ok(parts.every(([text]) => found.has(text)));
        },
      ),
      { numRuns: 40 },
    );
  });
});
