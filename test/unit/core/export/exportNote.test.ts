import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { MOST_EXPORTED_UNITS, planExport } from '../../../../src/core/export/exportNote';
import { exportProblemMessage } from '../../../../src/core/export/problemMessage';
import { Note } from '../../../../src/core/note/note';
import { english } from '../../../support/localizer';
import { exported, NO_FILES, options } from './support';

/** A picture of one pixel. */
const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const SVG = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');

const FILES = {
  ...NO_FILES,
  picture: (path: string) =>
    Promise.resolve(
      path === 'a b.png'
        ? PNG
        : path === 'a.svg'
          ? SVG
          : path.startsWith('..')
            ? ('refused' as const)
            : ('missing' as const),
    ),
};

describe('planning an export', () => {
  for (const [language, text, why] of [
    ['latex', 'Words.', 'language'],
    ['asciidoc', 'Words.', 'language'],
    ['org', 'Words.', 'language'],
    ['plaintext', 'Words.', 'language'],
    ['markdown', '<!-- nothing -->\n', 'empty'],
    ['markdown', 'a'.repeat(MOST_EXPORTED_UNITS + 1), 'tooLong'],
  ] as const) {
    it(`refuses ${language} “${text.slice(0, 10)}”: ${why}`, async () => {
      assert.equal(await planExport(new Note(text, language), 'word', options(), NO_FILES), why);
    });
  }

  it('tells of pictures that cannot be put in, each time they come up', async () => {
    const text =
      '![a](a%20b.png)\n\n![b](b.png)\n\n![c](https://example.org/c.png)\n\n![d](../d.png)\n\n![e](a.svg) <img src="b.png">';
    const plan = await planExport(new Note(text, 'quarto'), 'word', options(), FILES);
    assert.ok(typeof plan !== 'string');
    assert.deepEqual(
      plan.problems.map((problem) => exportProblemMessage(problem, english)),
      [
        'The picture “b.png” is not there. Its description stands in its place.',
        'The picture “https://example.org/c.png” is on the web, and nothing is fetched. Its description stands in its place.',
        'The picture “../d.png” lies outside the folder. Its description stands in its place.',
        'The picture “a.svg” is in a format that cannot be put in, or too large. Its description stands in its place.',
        'The picture “b.png” is not there. Its description stands in its place.',
      ],
    );
    const parts = Object.keys(unzipSync(await plan.write()));
    assert.deepEqual(
      parts.filter((path) => path.startsWith('word/media/')).map((path) => path.slice(-4)),
      ['.png'],
    );
  });

  it('stops when nobody waits for it any more', async () => {
    const stopped = new Error('stopped');
    const pause = () => Promise.reject(stopped);
    await assert.rejects(
      planExport(new Note('Words.', 'markdown'), 'word', { ...options(), pause }, NO_FILES),
      stopped,
    );
  });
});

describe('a note as HTML', () => {
  it('is one file that loads and runs nothing', async () => {
    const text =
      '---\ntitle: "A & B"\n---\n\n# One\n\nWords[^1] <script>alert(1)</script> [go](javascript:alert(1)) [up](#one) ![alt](a%20b.png) ![v](a.svg)\n\n[^1]: *Note*.';
    const html = new TextDecoder().decode(await exported(text, { format: 'html', files: FILES }));
    assert.match(html, /<html lang="en-GB">/);
    assert.match(html, /<title>A &#38; B<\/title>/);
    assert.match(html, /default-src 'none'/);
    assert.doesNotMatch(html, /<script|javascript:/);
    assert.match(html, /<a href="#one">up<\/a>/);
    assert.match(html, /<img src="data:image\/png;base64,iVBOR[^"]*" alt="alt">/);
    assert.match(html, /<img src="data:image\/svg\+xml;base64,/);
    assert.match(html, /Words<sup id="ref-1"><a href="#note-1"/);
    assert.match(html, /<li id="note-1"><p><em>Note<\/em>\. <a href="#ref-1"/);
  });
});
