import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { quotationsIn } from '../../../../src/core/note/quotations/quotationsIn';
import { Note } from '../../../../src/core/note/note';
import { checksOf, quoteLibrary } from '../../../support/quoteLibrary';
import { exported, readBack } from './support';

const NOTE = `---
title: Lamps
author: Ines Varga
lang: de-DE
---

# First

The harbour says “the lamps along the quay were lit before the tide had turned” [@varga, p. 3].

> The minutes record that nobody was asked about the colour of the boats.

1. One[^a]
2. Two
   - *Three* and again[^a]

| Name | Words |
| ---- | ----: |
| a    | “every table of the tide is a promise about the moon” |

[^a]: A note that says “a footnote keeps what the text has no room for”.
`;

describe('a note as a Word file', () => {
  it('is read again by our own reader, block by block', async () => {
    assert.deepEqual(
      (await readBack(await exported(NOTE))).map(({ kind, level, text }) =>
        [kind, level, text].filter((part) => part !== undefined).join(' '),
      ),
      [
        'heading 1 Lamps',
        'paragraph Ines Varga',
        'heading 1 First',
        'paragraph The harbour says “the lamps along the quay were lit before the tide had turned”.',
        'quote The minutes record that nobody was asked about the colour of the boats.',
        'item 1 One',
        'item 1 Two',
        'item 2 Three and again',
        'table Name\tWords\na\t“every table of the tide is a promise about the moon”',
        'footnote Ines Varga, Lamps on the Quay: Notes from a Harbour Town, Harbour Institute, July 9, 2024, p. 3, https://example.org/lamps.',
        'footnote A note that says “a footnote keeps what the text has no room for”.',
      ],
    );
  });

  it('has every quotation of the note verbatim', async () => {
    const blocks = await readBack(await exported(NOTE));
    const library = quoteLibrary([
      { path: 'brief.docx', paragraphs: blocks.map(({ text }) => text.replaceAll('\n', ' ')) },
    ]);
    // Checked against the file itself, whatever they cite.
    const uncited = NOTE.replace(' [@varga, p. 3]', '').replaceAll('[^a]', '');
    const checks = checksOf(uncited, library);
    assert.equal(checks.length, quotationsIn(new Note(uncited, 'markdown')).length);
    assert.ok(checks.length >= 2);
    assert.deepEqual(
      checks.map(({ verdict }) => verdict),
      checks.map(() => 'verbatim'),
    );
  });

  it('has real footnotes, page numbers, its language and its title', async () => {
    const parts = unzipSync(await exported(NOTE));
    const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    assert.equal(part('word/document.xml').match(/<w:footnoteReference /g)?.length, 2);
    assert.match(part('word/document.xml'), /<w:fldSimple w:instr="NOTEREF note_2 /);
    assert.match(part('word/footnotes.xml'), /<w:footnote w:id="2">/);
    assert.match(part('word/footer1.xml'), />PAGE</);
    assert.match(part('word/styles.xml'), /<w:lang w:val="de-DE"/);
    assert.match(part('docProps/core.xml'), /<dc:title>Lamps<.*<dc:creator>Ines Varga</s);
  });

  it('has addresses in footnotes as links of the footnotes', async () => {
    const parts = unzipSync(await exported(NOTE));
    const links = strFromU8(parts['word/_rels/footnotes.xml.rels'] ?? new Uint8Array());
    assert.match(links, /Target="https:\/\/example.org\/lamps" TargetMode="External"/);
  });

  it('has an annex as a section of its own', async () => {
    const file = await exported('Text[^1].\n\n[^1]: One.', {
      annex: '# Annex\n\nWords[^1].\n\n[^1]: Two.',
    });
    assert.deepEqual(
      (await readBack(file)).map(({ kind, text }) => `${kind}: ${text}`),
      [
        'paragraph: Text.',
        'footnote: One.',
        'heading: Annex',
        'paragraph: Words.',
        'footnote: Two.',
      ],
    );
  });

  it('leaves out what XML cannot hold', async () => {
    const [block] = await readBack(await exported('A \u0007bell \ud800and <b>&amp;</b> `\u0001`'));
    assert.equal(block?.text, 'A bell and &');
  });

  it('has an empty paragraph behind a table at the end', async () => {
    const { 'word/document.xml': document } = unzipSync(await exported('| a |\n|---|\n| b |'));
    assert.match(strFromU8(document ?? new Uint8Array()), /<\/w:tbl><w:p>/);
  });
});
