import assert from 'node:assert/strict';
import {
  libraryOf,
  passageRows,
  passageRowsAsText,
  type ReadSource,
} from '../../../src/cli/library';
import { hitsAsJson } from '../../../src/cli/output';
import { Catalog } from '../../../src/core/packs/catalog';
import { createDeskSearcher } from '../../../src/core/search/deskSearcher';
import { paragraphsIn } from '../../../src/core/library/paragraphsIn';
import { structureDocument } from '../../../src/core/library/structure';

const report: ReadSource = {
  path: 'sources/report.pdf',
  document: structureDocument({
    format: 'pdf',
    metadata: { title: 'Keeping the lamp' },
    blocks: [
      { kind: 'paragraph', text: 'A preface.', page: 1 },
      { kind: 'heading', text: 'Costs', level: 1, page: 2 },
      { kind: 'heading', text: 'Oil', level: 2, page: 2 },
      { kind: 'paragraph', text: 'Whale oil is dear.', page: 2 },
    ],
    pageLabels: ['i', 'ii'],
  }),
};
const note: ReadSource = {
  path: 'a.txt',
  document: structureDocument({
    format: 'text',
    metadata: {},
    blocks: [{ kind: 'paragraph', text: 'The wicks are of cotton.' }],
  }),
};

describe('documents that are searched without an editor', () => {
  const library = libraryOf([report, note]);
  const searcher = createDeskSearcher(new Catalog([]), () => library);

  it('are found as passages, with all their keys', () => {
    const [hit] = JSON.parse(hitsAsJson(searcher.search('whale oil').hits)) as [object];
    const { id, score, ...rest } = hit as { id: string; score: number };
    assert.deepEqual(rest, {
      kind: 'passage',
      title: 'Keeping the lamp',
      text: 'Whale oil is dear.',
      source: 'sources/report.pdf',
      locator: 'p. ii',
      page: 2,
      headings: ['Costs', 'Oil'],
    });
    assert.ok(score > 0);
    assert.equal(id, paragraphsIn(report.document)[1]?.id);
  });

  it('are evidence for a sentence, with the sentence of them that bears on it', () => {
    const { hits } = searcher.findEvidence('Oil of whales was dear in those days.');
    const [hit] = JSON.parse(hitsAsJson(hits)) as [object];
    assert.deepEqual(Object.keys(hit), [
      ...['kind', 'id', 'title', 'text', 'source', 'locator', 'page', 'headings', 'sentence'],
      'score',
    ]);
    const { source, page, sentence } = hit as Record<string, unknown>;
    assert.deepEqual([source, page, sentence], ['sources/report.pdf', 2, 'Whale oil is dear.']);
  });

  it('have no page where their format has none, and go by their file where they have no title', () => {
    const [hit] = JSON.parse(hitsAsJson(searcher.search('cotton').hits)) as [object];
    const { title, page, headings } = hit as Record<string, unknown>;
    assert.deepEqual([title, page, headings], ['a.txt', null, []]);
  });

  it('are listed passage by passage', () => {
    assert.deepEqual([report, note].flatMap(passageRows), [
      { source: 'sources/report.pdf', locator: 'p. i', page: 1, heading: null, text: 'A preface.' },
      {
        source: 'sources/report.pdf',
        locator: 'p. ii',
        page: 2,
        heading: 'Costs › Oil',
        text: 'Whale oil is dear.',
      },
      {
        source: 'a.txt',
        locator: '0.1',
        page: null,
        heading: null,
        text: 'The wicks are of cotton.',
      },
    ]);
  });

  it('are listed for people too', () => {
    assert.equal(
      passageRowsAsText([report, note].flatMap(passageRows).slice(1)),
      '[sources/report.pdf p. ii] (page 2 of the file) Costs › Oil\n    Whale oil is dear.\n\n' +
        '[a.txt 0.1]\n    The wicks are of cotton.',
    );
  });
});
