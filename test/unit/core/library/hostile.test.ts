import assert from 'node:assert/strict';
import type { DocumentFormat } from '../../../../src/core/library/document';
import { readDocument } from '../../../../src/core/library/extract';
import { passageText } from '../../../../src/core/library/structure';
import { makePdf, type PdfSpec } from '../../../support/makePdf';
import { makeWord } from '../../../support/makeWord';

/**
 * Files that are made to do harm, or that look so, as the library reads them. What harms one format
 * only, and what its extractor alone can be asked (archives that lie, entities, page trees), is in
 * the tests of the formats; `npm run fuzz` spoils files at random.
 */

const NAMES: Readonly<Record<DocumentFormat, string>> = {
  text: 'a.txt',
  markdown: 'a.md',
  html: 'a.html',
  pdf: 'a.pdf',
  word: 'a.docx',
};
const MEGABYTE = 1_000_000;

describe('A hostile file', () => {
  it('has no text when it is empty, whatever its name', async () => {
    for (const path of [...Object.values(NAMES), 'a', 'a.exe']) {
      assert.deepEqual(await answerTo('', path), { kind: 'noText', isEmpty: true }, path);
    }
  });

  it('is no document of any format when it is noise', async () => {
    // Multiples of a prime run through all bytes without an order.
    const noise = Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 251);
    for (const path of Object.values(NAMES)) {
      assert.equal(kindOf(await answerTo(noise, path)), 'failed', path);
    }
  });

  it('is refused before it unpacks, under any name', async () => {
    const parts = { 'word/document.xml': new Uint8Array(10 * MEGABYTE) };
    const bomb = makeWord({ body: '', parts });
    assert.ok(bomb.length < MEGABYTE / 10);
    for (const path of ['a.docx', 'a.txt', 'a.html', 'a.pdf']) {
      assert.deepEqual(await answerTo(bomb, path), { kind: 'tooLarge', limit: LIMIT }, path);
    }
  });

  it('is refused when its elements stand 100,000 deep in each other', async () => {
    for (const tag of ['<div>', '<ul><li>', '<svg><g>']) {
      assert.equal(kindOf(await answerTo(`${tag.repeat(100_000)}lamp`, 'a.html')), 'failed', tag);
    }
    const quotes = `${'> '.repeat(100_000)}lamp`;
    assert.equal(kindOf(await answerTo(quotes, 'a.md')), 'document');
  });

  it('is read past a tag of a megabyte', async () => {
    const names = Array.from({ length: 20_000 }, (_, at) => `data-${String(at)}="x"`).join(' ');
    for (const attributes of [names, `title="${'x'.repeat(MEGABYTE)}"`, 'a b=c '.repeat(150_000)]) {
      const document = await documentOf(`<p ${attributes}>The lamp is lit.</p>`, 'a.html');
      assert.equal(document.text, 'The lamp is lit.');
    }
  });
});

describe('A text without breaks', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['one word', 'lamp'.repeat(250_000)],
    ['one paragraph', 'The lamp is lit at dusk. '.repeat(10_000).trim()],
    ['a script without blanks', '灯台守は毎晩灯をともす。'.repeat(5_000)],
    ['a script without blanks and stops', '灯台守は毎晩灯をともす'.repeat(5_000)],
  ];
  for (const [name, text] of texts) {
    it(`is cut into passages that have all of it: ${name}`, async () => {
      for (const path of ['a.txt', 'a.md', 'a.html']) {
        const document = await documentOf(text, path);
        assert.equal(document.text, text);
        const passages = document.passages.map((passage) => passageText(document, passage));
        assert.equal(passages.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
      }
    });
  }
});

describe('A hostile PDF', () => {
  const line = (text: string): PdfSpec['pages'][number] => ({ texts: [{ text, x: 72, y: 700 }] });
  const spec: PdfSpec = {
    pages: [line('The lamp is lit.'), line('The keeper sleeps.'), line('The lamp is put out.')],
    outline: [
      { title: 'The light', page: 1, children: [{ title: 'The lens', page: 1 }] },
      { title: 'The keeper', page: 2 },
    ],
  };

  it('may have an outline in circles', async () => {
    const first = /\/First (\d+ 0 R)/.exec(await source())?.[1] ?? '';
    for (const link of ['Next', 'First']) {
      const pattern = new RegExp(String.raw`/${link} \d+ 0 R`, 'g');
      const document = await changed(pattern, () => `/${link} ${first}`);
      assert.equal(document.passages.length, 3, link);
    }
  });

  it('may say that it has any number of pages', async () => {
    for (const count of ['4', '2147483647']) {
      const document = await changed(/\/Count 3/g, () => `/Count ${count}`);
      assert.equal(document.passages.at(-1)?.page, 3, count);
    }
  });

  it('may have a page many times', async () => {
    const document = await changed(
      /\/Kids \[ (\d+ 0 R)[^\]]*\]/,
      (_, kid) => `/Kids [ ${`${kid} `.repeat(200)}]`,
    );
    assert.ok(document.text.startsWith('The lamp is lit.'));
  });

  async function source(): Promise<string> {
    return Buffer.from(await makePdf(spec)).toString('latin1');
  }

  /** The document of the file in which something else stands. */
  async function changed(
    pattern: RegExp,
    replacement: (whole: string, group: string) => string,
  ): ReturnType<typeof documentOf> {
    const before = await source();
    const after = before.replace(pattern, replacement);
    assert.notEqual(after, before);
    return documentOf(Buffer.from(after, 'latin1'), NAMES.pdf);
  }
});

/** The most that a file may unpack to. */
const LIMIT = 2 * MEGABYTE;

async function extractionOf(
  content: string | Uint8Array,
  path: string,
): ReturnType<typeof readDocument> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readDocument(Uint8Array.from(bytes), path, { maxBytes: LIMIT });
}

/** The document that is read of a file, or the problem with it. */
async function answerTo(content: string | Uint8Array, path: string): Promise<object> {
  const extraction = await extractionOf(content, path);
  return 'document' in extraction ? extraction.document : extraction.problem;
}

function kindOf(answer: object): unknown {
  return 'kind' in answer ? answer.kind : 'document';
}

async function documentOf(content: string | Uint8Array, path: string) {
  const extraction = await extractionOf(content, path);
  assert.ok('document' in extraction, JSON.stringify(extraction).slice(0, 200));
  return extraction.document;
}
