import assert from 'node:assert/strict';
import type { ReadSource } from '../../../src/cli/library';
import { quoteRows, quoteRowsAsText, readBibliographyFile } from '../../../src/cli/quotes';
import { structureDocument } from '../../../src/core/library/structure';

const REPORT: ReadSource = {
  path: 'sources/lamps.pdf',
  document: structureDocument({
    format: 'pdf',
    metadata: { title: 'Keeping the lamp' },
    blocks: [
      { kind: 'paragraph', text: 'A preface to all that follows.', page: 1 },
      { kind: 'paragraph', text: 'Whale oil is dear, and the lamp burns all night.', page: 2 },
    ],
    pageLabels: ['i', '1'],
  }),
};
const BIBLIOGRAPHY = '@book{varga2019, author = {Varga, Ilse}, year = {2019}, file = {lamps.pdf}}';

describe('the quotations of the command line', () => {
  const { entries } = readBibliographyFile(BIBLIOGRAPHY, 'a.bib');
  const rowsOf = (note: string) => quoteRows(note, 'note.md', [REPORT], entries);

  it('have their verdict, their place, and what differs', () => {
    const note = 'She says “whale oil is cheap, and the lamp burns” [@varga2019, p. 1].';
    const source = { source: 'sources/lamps.pdf', locator: 'p. 1', page: 2 };
    assert.deepEqual(rowsOf(note), [
      {
        start: 10,
        end: 48,
        text: 'whale oil is cheap, and the lamp burns',
        verdict: 'altered',
        ...source,
        difference: [{ kind: 'changed', start: 23, end: 28, quoted: 'cheap', source: 'dear' }],
        nearest: { ...source, text: 'Whale oil is dear, and the lamp burns' },
        others: [],
        cited: 'p. 1',
        reason: null,
      },
    ]);
  });

  it('have no source where they stand in none', () => {
    const [row] = rowsOf('“the owls fly over the frozen fields” [@nobody1999]');
    assert.deepEqual(
      [row?.verdict, row?.source, row?.locator, row?.page, row?.nearest, row?.reason],
      ['cannot check', null, null, null, null, 'not in library'],
    );
  });

  it('say what is left out, added, and set in other capitals', () => {
    const words = (quoted: string) => {
      const note = `“${quoted}”`;
      return quoteRowsAsText(rowsOf(note), note).split('\n').slice(2);
    };
    assert.deepEqual(words('Whale oil is dear, and the very lamp burns'), ['    adds “very”']);
    assert.deepEqual(words('Whale oil is dear, and the burns all night'), [
      '    leaves out “lamp”',
    ]);
    assert.deepEqual(words('Whale Oil is dear, and the lamp burns'), [
      '    “Oil” is “oil” in the source',
    ]);
    assert.deepEqual(words('Whale … dear, and the lamp burns all night'), []);
  });

  it('are printed without the marks of blocks and paragraphs', () => {
    for (const note of [
      '> Whale oil is cheap,\n>\n> and the lamp burns all night',
      '“Whale oil is cheap,\n\n“and the lamp burns all night”',
    ]) {
      assert.equal(
        quoteRowsAsText(rowsOf(note), note).split('\n')[1],
        '    “Whale oil is cheap, and the lamp burns all night”',
      );
    }
  });

  it('are printed with their places', () => {
    const note = 'One.\n“whale oil is cheap, and the lamp burns”';
    assert.equal(
      quoteRowsAsText(rowsOf(note), note),
      '2:2 altered [sources/lamps.pdf p. 1] (page 2 of the file)\n' +
        '    “whale oil is cheap, and the lamp burns”\n' +
        '    “cheap” is “dear” in the source',
    );
  });
});
