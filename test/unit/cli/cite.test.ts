import assert from 'node:assert/strict';
import { citationRow, citationRowAsText, type CitationRow } from '../../../src/cli/cite';
import type { ReadSource } from '../../../src/cli/library';
import { Catalog } from '../../../src/core/packs/catalog';
import { structureDocument } from '../../../src/core/library/structure';

const report: ReadSource = {
  path: 'sources/report.pdf',
  document: structureDocument({
    format: 'pdf',
    metadata: {
      type: 'report',
      title: 'Keeping the lamp',
      author: [{ given: 'Ann', family: 'Mallow' }],
      issued: { 'date-parts': [[2021]] },
    },
    blocks: [
      { kind: 'paragraph', text: 'A preface.', page: 1 },
      { kind: 'paragraph', text: 'Whale oil is dear.', page: 2 },
    ],
    pageLabels: ['i', 'ii'],
  }),
};

const FULL = 'Ann Mallow, *Keeping the lamp*, 2021, p. ii.';

describe('citing without an editor', () => {
  const cite = (query: string, text = '', bibliography = ''): CitationRow | undefined =>
    citationRow(
      { query, isWhole: false },
      new Catalog([]),
      [report],
      { text, language: 'markdown', style: 'footnote' },
      { path: 'notes/references.bib', text: bibliography },
      (path) => `../${path}`,
    );

  it('tells what the note and the bibliography would get', () => {
    assert.deepEqual(cite('whale oil'), {
      source: 'sources/report.pdf',
      locator: 'p. ii',
      page: 2,
      insertion: '“Whale oil is dear.”[^1]',
      edits: [{ start: 0, end: 0, text: `\n\n[^1]: ${FULL}\n` }],
      citekey: 'mallow2021keeping',
      entry:
        '@techreport{mallow2021keeping,\n  author = {Mallow, Ann},\n  title = {Keeping the lamp},\n  year = {2021},\n  file = {../sources/report.pdf},\n}',
      note: `“Whale oil is dear.”[^1]\n\n[^1]: ${FULL}\n`,
      problem: null,
    });
  });

  it('goes to the end of the text, and uses the entry that the bibliography has', () => {
    const text = 'It says.[^1]\n\n[^1]: Other.\n';
    const row = cite(
      'whale oil',
      text,
      '@report{own, file = {/else/sources/report.pdf}, title = {Lamps}}',
    );
    assert.ok(row);
    assert.deepEqual([row.citekey, row.entry], ['own', null]);
    assert.equal(
      row.note,
      'It says.[^1] “Whale oil is dear.”[^2]\n\n[^1]: Other.\n[^2]: Ann Mallow, *Lamps*, 2021, p. ii.\n',
    );
    assert.equal(
      citationRowAsText(row, text),
      '[sources/report.pdf p. ii] (page 2 of the file)\n\n“Whale oil is dear.”[^2]\n\n3:13 [^2]: Ann Mallow, *Lamps*, 2021, p. ii.\n\nThe bibliography has it: own',
    );
  });

  it('quotes the sentences that hold the words, or all of the passage', () => {
    const log: ReadSource = {
      path: 'log.md',
      document: structureDocument({
        format: 'markdown',
        metadata: {},
        blocks: [
          { kind: 'paragraph', text: 'Opening.' },
          { kind: 'heading', level: 2, text: 'Ice & fog' },
          { kind: 'paragraph', text: 'Boats lie still. The keeper rings a bell. Nobody comes.' },
        ],
      }),
    };
    const insertion = (isWhole: boolean) =>
      citationRow(
        { query: 'keeper bell', isWhole },
        new Catalog([]),
        [log],
        { text: '', language: 'plaintext', style: 'plain' },
        { path: 'references.bib', text: '' },
        (path) => path,
      )?.insertion;
    assert.equal(insertion(false), '“The keeper rings a bell.” (log.md n.d., under “Ice & fog”)');
    assert.equal(
      insertion(true),
      '“Boats lie still. The keeper rings a bell. Nobody comes.” (log.md n.d., under “Ice & fog”)',
    );
  });

  it('finds nothing for words that stand nowhere', () => {
    assert.equal(cite('zeppelin'), undefined);
  });
});
