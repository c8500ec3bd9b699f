import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Extraction, SourceDocument } from '../../../../src/core/library/document';
import { readDocument } from '../../../../src/core/library/extract';
import { formatOfPath } from '../../../../src/core/library/formatOfPath';
import { makePdf } from '../../../support/makePdf';
import { makeWord, paragraph, run } from '../../../support/makeWord';

const SENTENCE = 'The keeper lights the lamp of Elmwick.';
const HTML = `<!DOCTYPE html><html><body><main><p>${SENTENCE}</p></main></body></html>`;

describe('formatOfPath', () => {
  it('goes by the extension, whatever its case', () => {
    assert.deepEqual(['a.txt', 'b/c.MD', 'd.e.htm', 'f.Pdf', 'g.docx'].map(formatOfPath), [
      'text',
      'markdown',
      'html',
      'pdf',
      'word',
    ]);
  });

  it('knows no other names', () => {
    assert.deepEqual(
      ['a', 'txt', 'a.doc', 'a.txt/b', 'a.', '.toString', 'a.constructor'].map(formatOfPath),
      Array.from({ length: 7 }, () => undefined),
    );
  });
});

describe('readDocument', () => {
  it('reads each format under its own name', async () => {
    assert.deepEqual(await read(SENTENCE, 'a.txt'), ['text', SENTENCE]);
    assert.deepEqual(await read(SENTENCE, 'a.md'), ['markdown', SENTENCE]);
    assert.deepEqual(await read(HTML, 'a.html'), ['html', SENTENCE]);
    assert.deepEqual(await read(await pdf(), 'a.pdf'), ['pdf', SENTENCE]);
    assert.deepEqual(await read(word(), 'a.docx'), ['word', SENTENCE]);
  });

  it('reads a file under a wrong name as what it is', async () => {
    for (const path of ['a.txt', 'a.md', 'a.html', 'a.docx', 'a']) {
      assert.deepEqual(await read(await pdf(), path), ['pdf', SENTENCE], path);
    }
    for (const path of ['a.txt', 'a.html', 'a.pdf']) {
      assert.deepEqual(await read(word(), path), ['word', SENTENCE], path);
    }
    for (const path of ['a.txt', 'a.pdf', 'a.docx']) {
      assert.deepEqual(await read(`\ufeff\n${HTML}`, path), ['html', SENTENCE], path);
    }
    for (const path of ['a.pdf', 'a.docx', 'a']) {
      assert.deepEqual(await read(SENTENCE, path), ['text', SENTENCE], path);
    }
  });

  it('leaves Markdown that begins with HTML what it is', async () => {
    assert.equal((await read(`<html>\n\n${SENTENCE}`, 'a.md'))[0], 'markdown');
  });

  it('says of other formats what to do', async () => {
    assert.match((await read('{\\rtf1 text}', 'a.txt'))[1], /Rich Text Format.*docx/);
    const oldWord = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    assert.match((await read(oldWord, 'a.txt'))[1], /old Office format.*docx/);
  });

  it('finds no text in an empty file of a text format', async () => {
    for (const path of ['a.txt', 'a.md', 'a.html']) {
      assert.deepEqual(await read('', path), ['noText', ''], path);
      assert.deepEqual(await read(' \n', path), ['noText', ''], path);
    }
  });

  it('never rejects, whatever the bytes', async () => {
    const head = fc.constantFrom(
      '',
      '%PDF-1.7\n',
      'PK\x03\x04',
      '\xd0\xcf\x11\xe0',
      '<html>',
      '---\n',
    );
    await fc.assert(
      fc.asyncProperty(
        head,
        fc.uint8Array(),
        fc.constantFrom('txt', 'md', 'html', 'pdf', 'docx'),
        async (start, rest, extension) => {
          const bytes = Uint8Array.from([...Buffer.from(start, 'latin1'), ...rest]);
          const extraction = await readDocument(bytes, `a.${extension}`, { maxBytes: 1_000_000 });
          assert.ok('document' in extraction || 'problem' in extraction);
        },
      ),
    );
  });
});

/** The format and text of a document, or the kind of problem and its reason. */
async function read(
  content: string | Uint8Array,
  path: string,
): Promise<readonly [string, string]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const extraction: Extraction<SourceDocument> = await readDocument(bytes, path, {
    maxBytes: 1_000_000,
  });
  if ('document' in extraction) {
    return [extraction.document.format, extraction.document.text];
  }
  const { problem } = extraction;
  return [problem.kind, problem.kind === 'failed' ? problem.reason : ''];
}

function pdf(): Promise<Uint8Array> {
  return makePdf({ pages: [{ texts: [{ text: SENTENCE, x: 72, y: 700 }] }] });
}

function word(): Uint8Array {
  return makeWord({ body: paragraph(run(SENTENCE)) });
}
