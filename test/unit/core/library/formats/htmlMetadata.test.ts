import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CslName } from '../../../../../src/core/model';
import type { DocumentMetadata } from '../../../../../src/core/library/document';
import { authorNames } from '../../../../../src/core/library/formats/authorNames';
import { extractHtml } from '../../../../../src/core/library/formats/html';
import { visibleDates } from '../../../../../src/core/library/formats/visibleDates';
import { read } from './reading';

const TEXT = '<p>The ferrymen of the bay count their lamps each evening, and write it down.</p>';

async function metadataOf(head: string, body = ''): Promise<DocumentMetadata> {
  return (await read(extractHtml, `<head>${head}</head><body>${body}${TEXT}</body>`)).metadata;
}

const linked = (data: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const shown = (names: readonly CslName[] | undefined): readonly string[] =>
  (names ?? []).map(({ family, given, literal }) => literal ?? `${family ?? ''}, ${given ?? ''}`);

describe('the authors of a page', () => {
  const rows: readonly (readonly [string, ...string[]])[] = [
    [
      linked({ '@type': 'NewsArticle', author: { '@type': 'Person', name: 'Mina Okafor' } }),
      'Mina Okafor',
    ],
    [
      linked({ '@type': 'Article', author: [{ name: 'Mina Okafor' }, { name: 'Jiro Tanaka' }] }),
      'Mina Okafor',
      'Jiro Tanaka',
    ],
    [
      linked({ '@type': 'Article', author: { name: ['Mina Okafor', 'Jiro Tanaka'] } }),
      'Mina Okafor',
      'Jiro Tanaka',
    ],
    [
      linked([{ '@type': ['BlogPosting'], author: 'By Mina Okafor and Jiro Tanaka' }]),
      'Mina Okafor',
      'Jiro Tanaka',
    ],
    [
      linked({
        '@graph': [
          { '@type': 'WebSite', name: 'Harbour Watch' },
          { '@type': 'Article', author: { '@id': '#mina' } },
          { '@type': 'Person', '@id': '#mina', name: 'Mina Okafor' },
        ],
      }),
      'Mina Okafor',
    ],
    [
      linked({
        '@type': 'Article',
        author: { '@type': 'Person', givenName: 'Mina', familyName: 'Okafor' },
      }),
      'Okafor, Mina',
    ],
    // Linked data before fields, people before the institution that linked data name.
    [
      `${linked({ '@type': 'Article', author: { name: 'Mina Okafor' } })}<meta name="author" content="Jiro Tanaka">`,
      'Mina Okafor',
    ],
    [
      `${linked({ '@type': 'Article', author: { '@type': 'Organization', name: 'Lamp Board' } })}<meta name="author" content="Jiro Tanaka">`,
      'Jiro Tanaka',
    ],
    [
      linked({ '@type': 'Article', author: { '@type': 'Organization', name: 'Lamp Board' } }),
      'Lamp Board',
    ],
    ['<meta name="author" content="Mina Okafor, Jiro Tanaka">', 'Mina Okafor', 'Jiro Tanaka'],
    ['<meta name="author" content="Mina Okafor, senior fellow">', 'Mina Okafor'],
    ['<meta name="author" content="Dr. Mina Okafor, PhD">', 'Dr. Mina Okafor'],
    ['<meta name="author" content="Okafor, Mina">', 'Okafor, Mina'],
    [
      '<meta name="author" content="Board of Lamps, Ropes and Bells">',
      'Board of Lamps, Ropes and Bells',
    ],
    ['<meta property="article:author" content="https://example.org/mina">'],
    ['<meta property="article:author" content="Mina Okafor">', 'Mina Okafor'],
    [
      '<meta name="DC.creator" content="Okafor, Mina"><meta name="dc.creator" content="Tanaka, Jiro">',
      'Okafor, Mina',
      'Tanaka, Jiro',
    ],
    // A site is no author.
    [
      '<meta property="og:site_name" content="Harbour Watch"><meta name="author" content="Harbour watch">',
    ],
    [
      '<link rel="canonical" href="https://www.harbour-watch.example/a"><meta name="author" content="Harbour Watch">',
    ],
    ['<meta name="author" content="admin">'],
    ['<meta name="author" content="mail@example.org">'],
  ];
  for (const [head, ...expected] of rows) {
    it(`are ${expected.join(' and ') || 'none'} in ${head.replace(/<script[^>]*>/u, '')}`, async () => {
      assert.deepEqual(shown((await metadataOf(head)).author), expected);
    });
  }

  const lines: readonly (readonly [string, ...string[]])[] = [
    [
      '<p class="byline">By Mina Okafor, senior fellow | 2 May 2024 | 7 min read</p>',
      'Mina Okafor',
    ],
    [
      '<p class="byline">By Mina Okafor and Jiro van der Tanaka</p>',
      'Mina Okafor',
      'Jiro van der Tanaka',
    ],
    ['<div class="author">Von Mina Okafor am 2. Mai 2024</div>', 'Mina Okafor'],
    ['<span itemprop="author"><b itemprop="name">Mina Okafor</b>, fellow</span>', 'Mina Okafor'],
    ['<a rel="author" href="/m">Mina</a>', 'Mina'],
    ['<a href="/author/mina">Mina Okafor</a>', 'Mina Okafor'],
    ['<div class="author">Read more by this author of ours</div>'],
    ['<div class="author-box">Follow us</div>'],
  ];
  for (const [line, ...expected] of lines) {
    it(`are ${expected.join(' and ') || 'none'} by ${line}`, async () => {
      const body = `<h1>Counting lamps</h1>${line}`;
      assert.deepEqual(
        shown((await metadataOf('<title>Counting lamps</title>', body)).author),
        expected,
      );
    });
  }

  it('are found behind the headline, however long the text before it is', async () => {
    const body = `<div>${'Ships, ropes and bells. '.repeat(200)}</div><h1>Counting lamps</h1><p class="byline">By Mina Okafor</p>`;
    assert.deepEqual(shown((await metadataOf('<title>Counting lamps</title>', body)).author), [
      'Mina Okafor',
    ]);
  });

  it('are answered, whatever is written there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const source of ['catalogue', 'field', 'byline'] as const) {
          assert.ok(Array.isArray(authorNames([text], source, [])));
        }
      }),
    );
  });
});

describe('the day of a page', () => {
  const published = (time: string): string =>
    `<meta property="article:published_time" content="${time}">`;
  const rows: readonly (readonly [string, string, string, (readonly number[] | undefined)?])[] = [
    ['with the offset of its place', published('2021-11-04T23:30:00-05:00'), '', [2021, 11, 4]],
    [
      'of linked data',
      linked({ '@type': 'Article', datePublished: '2021-11-04' }),
      '',
      [2021, 11, 4],
    ],
    ['as readers see it', published('2021-11-04T23:00Z'), '<p>5. November 2021</p>', [2021, 11, 5]],
    [
      'as readers saw it west',
      published('2021-11-05T01:00:00Z'),
      '<p>Nov. 4, 2021</p>',
      [2021, 11, 4],
    ],
    [
      'in UTC where readers see that',
      published('2021-11-04T23:00:00+00:00'),
      '<p>4 November 2021</p>',
      [2021, 11, 4],
    ],
    [
      'but no other day of the page',
      published('2021-11-04T12:00Z'),
      '<p>9 November 2021</p>',
      [2021, 11, 4],
    ],
    ['without the day where UTC hides it', published('2021-11-04T23:00:00Z'), '', [2021, 11]],
    ['without the month at its end', published('2021-11-30T23:00:00.000Z'), '', [2021]],
    ['of microdata', '', '<time datetime="2021-11-05">Friday</time>', [2021, 11, 5]],
    ['that it shows alone', '', '<div>5 November 2021</div>', [2021, 11, 5]],
    ['unless it shows two', '', '<div>5 November 2021, 6 November 2021</div>', undefined],
  ];
  for (const [name, head, line, expected] of rows) {
    it(`is the one ${name}`, async () => {
      const page = await metadataOf(
        `<title>Counting lamps</title>${head}`,
        `<h1>Counting lamps</h1>${line}`,
      );
      assert.deepEqual(page.issued?.['date-parts'][0], expected);
    });
  }

  it('is read in the language of the page', () => {
    const days: readonly (readonly [string, string])[] = [
      ['de', 'Freitag, 5. November 2021, 10 Uhr'],
      ['en', 'Nov 5, 2021'],
      ['en', 'the 5th of November, 2021'],
      ['es', '5 de noviembre de 2021'],
      ['fr', 'le 5 novembre 2021'],
      ['pl', '5 listopada 2021'],
      ['ja', '2021年11月5日'],
      ['ko', '2021년 11월 5일'],
      ['de', '05.11.2021'],
      ['sv', '2021-11-05'],
      ['xx-not', '5 November 2021'],
    ];
    for (const [language, text] of days) {
      assert.deepEqual(visibleDates(text, language), [[2021, 11, 5]], text);
    }
    for (const text of [
      '11/05/2021',
      '2021',
      'In 1990 5 boats',
      '5 lamps 2021',
      '35. November 2021',
    ]) {
      assert.deepEqual(visibleDates(text, 'en'), [], text);
    }
  });
});

describe('the title, site and address of a page', () => {
  it('are those of linked data before those of fields', async () => {
    const data = {
      '@type': 'Report',
      headline: 'Counting lamps',
      url: 'https://example.org/lamps',
      publisher: { name: 'Lamp Board' },
    };
    const head =
      `${linked(data)}<title>Lamps!</title><meta property="og:title" content="Lamps">` +
      '<link rel="canonical" href="https://example.org/other">';
    const { title, publisher, URL } = await metadataOf(head);
    assert.deepEqual(
      [title, publisher, URL],
      ['Counting lamps', 'Lamp Board', 'https://example.org/lamps'],
    );
  });

  it('are not the address of the site where there is that of the page', async () => {
    const { URL } = await metadataOf(
      `${linked({ '@type': 'Article', url: 'https://example.org/' })}<link rel="canonical" href="https://example.org/lamps">`,
    );
    assert.equal(URL, 'https://example.org/lamps');
  });

  it('are not those of one of several articles that a page lists', async () => {
    const list = linked([
      { '@type': 'Article', headline: 'One', author: 'Mina Okafor' },
      { '@type': 'Article', headline: 'Two', author: 'Jiro Tanaka' },
    ]);
    const { title, author } = await metadataOf(`${list}<title>All of them</title>`);
    assert.deepEqual([title, author], ['All of them', undefined]);
    const own = await metadataOf(`${list}<title>Two | Bay</title>`);
    assert.deepEqual(own.title, 'Two');
    assert.deepEqual(shown(own.author), ['Jiro Tanaka']);
  });

  it('are without what stands behind the headline', async () => {
    const { title } = await metadataOf(
      '<title>Counting lamps - Bay of Lamps</title>',
      '<h1>Bay</h1><h2>Counting lamps</h2>',
    );
    assert.equal(title, 'Counting lamps');
  });

  it('are read from linked data with line breaks in texts, and without what is no JSON', async () => {
    const script = '<script type="application/ld+json">';
    const { title } = await metadataOf(
      `${script}{no}</script>${script}//<![CDATA[\n{"@type":"Article","headline":"Counting\nlamps"}\n//]]></script>`,
    );
    assert.equal(title, 'Counting lamps');
  });
});
