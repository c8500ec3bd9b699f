import assert from 'node:assert/strict';
import type { SourceDocument } from '../../../../src/core/library/document';
import { documentOf, heading, librarySource, paragraph } from '../../../support/librarySources';
import { lines } from '../../../support/lines';
import { everyNode, outline, treeOf } from './outline';

const LIGHTHOUSES = documentOf([
  heading('Lighthouses'),
  paragraph('Foreword to all'),
  heading('Lamps', 2),
  paragraph('Oil lamps'),
  heading('Lenses', 3),
  paragraph('Ground lenses'),
  paragraph('Moulded lenses'),
  heading('Empty', 2),
  heading('Keepers', 2),
  paragraph('Two keepers'),
]);

async function outlineOf(document: SourceDocument, title = 'A title'): Promise<string> {
  const tree = treeOf([librarySource('a.txt', { title })], { 'a.txt': document });
  return (await outline((await tree.roots[0]?.load()) ?? [])).replaceAll(/( and| so| on)+…/g, '…');
}

describe('the tree of sources', () => {
  it('lists documents that lie in one folder without the folder', async () => {
    const tree = treeOf([librarySource('sources/b.txt'), librarySource('sources/c.txt')]);
    assert.equal(
      await outline(tree.roots),
      lines(`
        b.txt
        c.txt
      `),
    );
  });

  it('groups them by folder where the user has made folders, by what the paths do not share', async () => {
    const tree = treeOf([
      librarySource('notes/sources/a.txt'),
      librarySource('notes/sources/port/2024/b.txt'),
      librarySource('notes/sources/port/2024/c.txt'),
      librarySource('notes/sources/sea/d.txt'),
    ]);
    assert.equal(
      await outline(tree.roots),
      lines(`
        port/2024 (2)
          b.txt
          c.txt
        sea (1)
          d.txt
        a.txt
      `),
    );
  });

  it('lists folders by their names, whatever the order of their sources', () => {
    const tree = treeOf(
      ['x/part 10/a.txt', 'x/Part 2/b.txt', 'x/c.txt'].map((path) => librarySource(path)),
    );
    assert.deepEqual(
      tree.roots.map(({ spec }) => spec.label),
      ['Part 2', 'part 10', 'c.txt'],
    );
  });

  it('opens folders in small libraries only', () => {
    const opens = (count: number) =>
      treeOf(
        Array.from({ length: count }, (_, at) => librarySource(`${at % 2}/${at}.txt`)),
      ).roots.map(({ spec }) => spec.isOpen);
    assert.deepEqual(opens(4), [true, true]);
    assert.deepEqual(opens(400), [false, false]);
  });

  it('has the same nodes for what has not changed, and tells which have', async () => {
    const [a, b, c] = [librarySource('x/a.txt'), librarySource('y/b.txt'), librarySource('c.txt')];
    const tree = treeOf([a, b, c]);
    const before = await everyNode(tree.roots);
    const reading = { ...b, state: { kind: 'reading', share: 0.5 } } as const;
    const changed = tree.update([a, reading, c]);
    assert.notEqual(changed, 'everything');
    assert.deepEqual(
      [...changed].map((node) => (typeof node === 'string' ? node : node.spec.description)),
      ['indexing 50%'],
    );
    assert.deepEqual(tree.update([a, reading, c]), []);
    const after = await everyNode(tree.roots);
    assert.ok(after.every((node, at) => node === before[at]));
  });

  it('is shown anew as a whole when sources come, go or move, with the nodes that stay', async () => {
    const [a, b] = [librarySource('a.txt'), librarySource('b.txt')];
    const tree = treeOf([a], { 'a.txt': LIGHTHOUSES });
    const [node] = tree.roots;
    const children = await node?.load();
    assert.equal(tree.update([a, b]), 'everything');
    assert.equal(tree.roots[0], node);
    assert.equal(await node?.load(), children);
    assert.equal(tree.update([b]), 'everything');
    assert.deepEqual(
      tree.roots.map(({ source }) => source),
      ['b.txt'],
    );
  });

  it('tells of a change in a folder that has never been opened once it is', async () => {
    const [a, b] = [librarySource('x/a.txt'), librarySource('y/b.txt')];
    const tree = treeOf([a, b]);
    assert.deepEqual(tree.update([{ ...a, title: 'Lamps' }, b]), []);
    assert.match(await outline(tree.roots), /^ {2}Lamps$/m);
  });

  it('makes the children of a document anew when it has been read again', async () => {
    const source = librarySource('a.txt');
    const documents = { 'a.txt': documentOf([paragraph('Old')]) };
    const tree = treeOf([source], documents);
    assert.match(await outline(tree.roots), /Old/);
    documents['a.txt'] = documentOf([paragraph('New')]);
    tree.update([{ ...source }]);
    assert.match(await outline(tree.roots), /New/);
  });

  it('knows parents, and has ids that are unique', async () => {
    const sources = [librarySource('x/a.txt'), librarySource('y/b.txt'), librarySource('c.txt')];
    const tree = treeOf(sources, { 'x/a.txt': LIGHTHOUSES, 'c.txt': LIGHTHOUSES });
    const nodes = await everyNode(tree.roots);
    assert.ok(nodes.length > 20);
    assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
    for (const node of nodes) {
      const beside = node.parent === undefined ? tree.roots : await node.parent.load();
      assert.ok(beside.includes(node), node.id);
    }
  });

  it('finds documents and passages', async () => {
    const tree = treeOf([librarySource('x/a.txt'), librarySource('b.txt')], {
      'x/a.txt': LIGHTHOUSES,
    });
    const passage = LIGHTHOUSES.passages.at(-1)!.id;
    const found = await tree.find({ source: 'x/a.txt', passage });
    assert.match(found?.spec.label ?? '', /^Two keepers/);
    assert.equal((await tree.find({ source: 'b.txt' }))?.id, 'source:b.txt');
    assert.equal(await tree.find({ source: 'b.txt', passage }), undefined);
    assert.equal(await tree.find({ source: 'c.txt' }), undefined);
  });
});

describe('a document in the tree', () => {
  it('has its headings over its passages, in the order of the text; empty headings are left out', async () => {
    assert.equal(
      await outlineOf(LIGHTHOUSES),
      lines(`
        Lighthouses (5)
          Foreword to all… (1.1)
          Lamps (3)
            Oil lamps… (2.1)
            Lenses (2)
              Ground lenses… (3.1)
              Moulded lenses… (3.2)
          Keepers (1)
            Two keepers… (5.1)
      `),
    );
  });

  for (const title of ['LIGHTHOUSES!', 'Lighthouses']) {
    it(`does not repeat its title as a heading over everything: ${title}`, async () => {
      assert.match(await outlineOf(LIGHTHOUSES, title), /^Foreword to all.*\nLamps \(3\)\n/);
    });
  }

  it('knows its title with the name of a site, with a subtitle, and below a line of authors', async () => {
    const document = documentOf([
      paragraph('By the keepers'),
      heading('On lamps: a report'),
      paragraph('Oil lamps'),
    ]);
    for (const title of ['On lamps', 'On lamps: a report | Harbour Office']) {
      assert.match(await outlineOf(document, title), /^By the keepers.*\nOil lamps/, title);
    }
    assert.match(await outlineOf(document, 'On'), /\nOn lamps: a report \(1\)/);
  });

  it('has a single heading of other words open, so that it costs no click', async () => {
    const tree = treeOf([librarySource('a.txt', { title: 'A title' })], { 'a.txt': LIGHTHOUSES });
    const [top] = (await tree.roots[0]?.load()) ?? [];
    assert.equal(top?.spec.label, 'Lighthouses');
    assert.equal(top.spec.isOpen, true);
    assert.equal(
      top.children.some(({ spec }) => spec.isOpen),
      false,
    );
  });

  it('has what stands before the first heading at the top', async () => {
    const document = documentOf([paragraph('Before'), heading('One'), paragraph('Within')]);
    assert.match(await outlineOf(document), /^Before.*\nOne \(1\)\n {2}Within/);
  });

  it('has its pages over their passages when it has no headings, by their printed labels', async () => {
    const document = documentOf(
      [
        paragraph('First', { page: 1, lastPage: 1 }),
        paragraph('Second', { page: 2, lastPage: 2 }),
        paragraph('Third', { page: 2, lastPage: 2 }),
      ],
      { format: 'pdf', pageLabels: ['iv', '5'] },
    );
    assert.equal(
      await outlineOf(document),
      lines(`
        p. iv (1 · page 1 of the file)
          First… (p. iv)
        p. 5 (2 · page 2 of the file)
          Second… (p. 5)
          Third… (p. 5)
      `),
    );
  });

  it('has its passages alone when it has only one page, or none', async () => {
    const onPage = { page: 1, lastPage: 1 };
    const document = documentOf([paragraph('First', onPage), paragraph('Second', onPage)]);
    assert.match(await outlineOf(document), /^First.*\nSecond/);
    assert.match(await outlineOf(documentOf([paragraph('Alone')])), /^Alone/);
  });

  it('is empty when it cannot be had any more', async () => {
    const tree = treeOf([librarySource('a.txt')]);
    assert.deepEqual(await tree.roots[0]?.load(), []);
  });

  it('opens its page at a passage or a heading', async () => {
    const tree = treeOf([librarySource('a.txt')], { 'a.txt': LIGHTHOUSES });
    const textLines = LIGHTHOUSES.text.split('\n');
    for (const { spec } of await everyNode(tree.roots)) {
      if (spec.opensAt !== undefined) {
        const { line, character } = spec.opensAt;
        const there = textLines[line]?.slice(character) ?? '';
        assert.ok(there.startsWith(spec.label.replace('…', '')), spec.label);
      }
      assert.equal(spec.opensAt === undefined, spec.key.startsWith('source:'), spec.key);
    }
  });
});

describe('a place in a document', () => {
  it('is found in the tree; a heading as its document', async () => {
    const tree = treeOf([librarySource('a.txt')], { 'a.txt': LIGHTHOUSES });
    const [heading, first] = LIGHTHOUSES.passages;
    const found = async (passage = 'none'): Promise<string | undefined> =>
      (await tree.find({ source: 'a.txt', passage }))?.spec.key;
    assert.equal(await found(first?.id), `passage:${first?.id}`);
    assert.equal(heading?.isHeading, true);
    assert.equal(await found(heading.id), 'source:a.txt');
    assert.equal(await found(), undefined);
  });
});

describe('the label of a passage', () => {
  const labelOf = async (text: string) => {
    const document = documentOf([{ kind: 'paragraph', text }]);
    const tree = treeOf([librarySource('a.txt')], { 'a.txt': document });
    return (await tree.roots[0]?.load())?.[0]?.spec.label;
  };

  it('is a short text as it is', async () => {
    assert.equal(await labelOf('Ships pass.'), 'Ships pass.');
  });

  it('is cut between words, without the comma after the last', async () => {
    assert.equal(
      await labelOf(`Two keepers share a watch, ${'and sleep '.repeat(4)}`),
      'Two keepers share a watch…',
    );

    const label = await labelOf('The harbour master counts the ships '.repeat(5));
    assert.match(label ?? '', /^(The|harbour|master|counts|the|ships| )+…$/);
    assert.ok((label ?? '').length <= 29, label);
  });

  it('is cut within a word where there are no blanks, never within a character', async () => {
    assert.equal(await labelOf(`a${'🚢'.repeat(80)}`), `a${'🚢'.repeat(13)}…`);
  });
});
