import assert from 'node:assert/strict';
import { markdownOf } from '../../../../../../src/features/pages/entry/page/markdownPage';
import type { PageOwn } from '../../../../../../src/features/pages/entry/page/ownParts';
import { writePage } from '../../../../../../src/features/pages/entry/page/pages';
import { textOf } from '../../../../../../src/features/pages/entry/page/textPage';
import { english } from '../../../../../support/localizer';
import { SMALL_CATALOG } from '../../../../../support/smallPack';

function place(passage: string) {
  return {
    address: 'ip4desk:/source/IP4 Desk/Ships?a',
    path: '/source/a/Ships.txt',
    line: 3,
    column: 1,
    passage: { source: 'a', passage },
  };
}

const OWN: PageOwn = {
  total: 12,
  documents: [
    {
      title: 'Ships *and* ports',
      byline: 'Mallow 2024',
      count: 3,
      passages: [
        { text: 'A ship called.', locator: 'p. 3', place: place('p1') },
        { text: `${'word '.repeat(60)}end.`, locator: 'p. 4', place: place('p2') },
      ],
    },
    { title: 'Untitled', byline: '', count: 1, passages: [] },
  ],
};

describe("what the user's own documents say, on pages", () => {
  const page = (own?: PageOwn) =>
    writePage(SMALL_CATALOG, { kind: 'partner', id: 'japan' }, english, { own });

  it('has a line for each passage, which leads to its place and can be cited', () => {
    const written = page(OWN);
    assert.ok(written);
    const { text, links } = textOf(written);
    const from = text.indexOf('From your sources');
    const lines = text.slice(from).split('\n').slice(0, 5);
    assert.deepEqual(
      lines.map((line) => line.replace(/(?:word ){5,}/, 'word … ')),
      [
        'From your sources',
        'Mallow 2024: Ships *and* ports',
        'A ship called. (p. 3)',
        'word … word… (p. 4)',
        '',
      ],
    );
    const targets = links.filter(({ span }) => span.start > from).slice(0, 2);
    assert.deepEqual(
      targets.map(({ target }) => target.kind === 'place' && target.place.passage?.passage),
      ['p1', 'p2'],
    );
    assert.ok(text.includes('2 of 3 passages'));
    assert.ok(text.includes('The latest 2 of 12 documents; all are in the sidebar.'));
  });

  it('is inert in Markdown', () => {
    const written = page(OWN);
    assert.ok(written && markdownOf(written).includes('### Mallow 2024: Ships \\*and\\* ports'));
  });

  it('is left out where there is nothing', () => {
    const plain = page();
    const nothing = page({ documents: [], total: 0 });
    assert.deepEqual(nothing, plain);
  });
});
