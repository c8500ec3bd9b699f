import assert from 'node:assert/strict';
import { Catalog } from '../../../../src/core/packs/catalog';
import { EntryNodes } from '../../../../src/features/explorer/entryNodes';
import { timelineTree } from '../../../../src/features/explorer/timelineTree';
import { defined } from '../../../../src/util/defined';
import { english } from '../../../support/localizer';
import { lines } from '../../../support/lines';
import { withGroup } from '../../../support/smallPack';
import { NODES, outline, tree } from './outline';

describe('the tree of the chronology', () => {
  it('as a list: the period first, the date behind, either end first', () => {
    assert.equal(
      outline(tree(timelineTree(NODES, 'list', 'oldestFirst'))),
      lines(`
        early 1990s: Event contact
          Heading first (1.1)
        2019: Event end (end of 2019)
        2022: Event later
        2022: Event madrid (29 June 2022)
          Heading second (1.2)
      `),
    );
    assert.deepEqual(
      timelineTree(NODES, 'list', 'newestFirst').map(({ label }) => label),
      ['2022: Event madrid', '2022: Event later', '2019: Event end', 'early 1990s: Event contact'],
    );
  });

  it('by year: what spans years keeps its wording', () => {
    assert.equal(
      outline(tree(timelineTree(NODES, 'year', 'oldestFirst'))),
      lines(`
        early 1990s (1)
          Event contact
            Heading first (1.1)
        2019 (1)
          Event end (end of 2019)
        2022 (2)
          Event later
          Event madrid (29 June 2022)
            Heading second (1.2)
      `),
    );
    assert.deepEqual(
      tree(timelineTree(NODES, 'year', 'newestFirst')).map(({ spec, children }) => [
        spec.label,
        children.map((child) => child.spec.label),
      ]),
      [
        ['2022', ['Event madrid', 'Event later']],
        ['2019', ['Event end']],
        ['early 1990s', ['Event contact']],
      ],
    );
  });

  it('by partner: only partners with events, then the others', () => {
    assert.equal(
      outline(tree(timelineTree(NODES, 'partner', 'newestFirst'))),
      lines(`
        Japan (2)
          2022: Event madrid (29 June 2022)
            Heading second (1.2)
          early 1990s: Event contact
            Heading first (1.1)
        NATO (1)
          early 1990s: Event contact
            Heading first (1.1)
        No partner (2)
          2022: Event later
          2019: Event end (end of 2019)
      `),
    );
  });

  it('by partner: what names a group is one of its members as a group', () => {
    const nodes = new EntryNodes(new Catalog([withGroup()]), english);
    const [, , tonga, pair] = tree(timelineTree(nodes, 'partner', 'oldestFirst'));
    assert.equal(
      outline([defined(tonga), defined(pair)]),
      lines(`
        Tonga (1)
          2022: Event later (as a group)
        The pair (1)
          2022: Event later
      `),
    );
  });
});
