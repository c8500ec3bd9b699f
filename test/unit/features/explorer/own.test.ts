import assert from 'node:assert/strict';
import type { Passage } from '../../../../src/core/library/document';
import { subjectKey, type Subject } from '../../../../src/core/tags/subjects';
import { EntryNodes } from '../../../../src/features/explorer/entryNodes';
import { OwnNodes, type OwnSource } from '../../../../src/features/explorer/own/ownNodes';
import { Paging } from '../../../../src/features/explorer/own/paging';
import { partnersTree } from '../../../../src/features/explorer/partnersTree';
import { topicsTree } from '../../../../src/features/explorer/topicsTree';
import type { LibrarySource } from '../../../../src/workspace/library/library';
import type { DocumentFilter } from '../../../../src/workspace/own/ownDocuments';
import { lines } from '../../../support/lines';
import { english } from '../../../support/localizer';
import { SMALL_CATALOG } from '../../../support/smallPack';
import { everyNode, outline, tree } from './outline';
import { source } from './sources';

const passage = (id: string): Passage => ({ id, locator: 'p. 3', span: { start: 0, end: 4 } });

/** Documents in which so many passages belong to one subject, and those of the first are new. */
function ownSource(
  subject: Subject,
  counts: readonly (readonly [LibrarySource, number])[],
  fresh = 0,
) {
  const isMeant = (other: Subject): boolean => subjectKey(other) === subjectKey(subject);
  const own: OwnSource = {
    hasNoSources: false,
    sources: counts.map(([one]) => one),
    countOf: (_, other) => ({
      passages: isMeant(other) ? counts.reduce((sum, [, count]) => sum + count, 0) : 0,
      fresh: isMeant(other) ? fresh : 0,
    }),
    documentsOf: (_, other) =>
      isMeant(other)
        ? counts.map(([one, count], at) => ({ source: one, count, isNew: fresh > 0 && at === 0 }))
        : [],
    passagesOf: (_, __, id) =>
      Array.from({ length: counts.find(([one]) => one.id === id)?.[1] ?? 0 }, (_, at) => ({
        passage: passage(String(at)),
        text: `Passage ${at} of ${id}.`,
      })),
  };
  return own;
}

function nodesWith(own: OwnSource, paging?: Paging, filter?: DocumentFilter): EntryNodes {
  return new EntryNodes(SMALL_CATALOG, english, new OwnNodes(own, english, paging, filter));
}

describe('own passages in trees', () => {
  const cyber: Subject = { kind: 'topic', id: 'cyber' };
  const japan: Subject = { kind: 'partner', id: 'japan' };

  it('are counted behind excerpts, and listed by document below a topic', () => {
    const own = ownSource(
      cyber,
      [
        [source('b', 2024), 2],
        [source('a'), 1],
      ],
      2,
    );
    const [, areas] = tree(topicsTree(nodesWith(own)));
    assert.equal(
      outline(areas ? areas.children.slice(0, 1) : []),
      lines(`
        Topic cyber (likely · 1 · 3 · 2 new)
          From your sources (3 · 2 new)
            Mallow 2024 (2 · new · Report b)
              Passage 0 of b. (p. 3)
              Passage 1 of b. (p. 3)
            Mallow (1 · Report a)
              Passage 0 of a. (p. 3)
          Heading third (2.1)
      `),
    );
    assert.equal(
      areas?.children[0]?.spec.spoken,
      'Topic cyber, topic, likely, 1 excerpt, 3 passages of your sources, 2 new',
    );
  });

  it('stand below a partner, and can be cited and marked as read', () => {
    const own = ownSource(japan, [[source('a', 2020), 1]], 1);
    const [partner] = tree(partnersTree(nodesWith(own)));
    assert.equal(partner?.spec.description, '2 · 1 · 1 new');
    assert.ok(partner.spec.context.includes('news'));
    const group = partner.children.find(({ spec }) => spec.key === 'own');
    assert.deepEqual([group?.spec.news, group?.spec.context], ['partner/japan', ['own', 'news']]);
    const [document] = group?.children ?? [];
    assert.deepEqual([document?.source, document?.children[0]?.passage], ['a', '0']);
  });

  it('are listed by year and source when they are filtered', () => {
    const own = ownSource(japan, [
      [source('b', 2024), 2],
      [source('a', 2020), 1],
    ]);
    const shown = (filter: DocumentFilter): string => {
      const [partner] = tree(partnersTree(nodesWith(own, new Paging(), filter)));
      const group = partner?.children.filter(({ spec }) => spec.key === 'own') ?? [];
      return outline(group).split('\n').slice(0, 2).join('');
    };
    assert.equal(
      shown({ years: [2020], sources: [] }),
      'From your sources (3 · filtered)  Mallow 2020 (1 · Report a)',
    );
    assert.equal(
      shown({ years: [], sources: ['b'] }),
      'From your sources (3 · filtered)  Mallow 2024 (2 · Report b)',
    );
    assert.equal(
      shown({ years: [2024], sources: ['a'] }),
      'From your sources (3 · filtered)  None that the filter lets pass',
    );
  });

  it('are told how to come by where there are no sources', () => {
    const own = { ...ownSource(japan, []), hasNoSources: true };
    const [partner] = tree(partnersTree(nodesWith(own)));
    const row = partner?.children.find(({ spec }) => spec.key === 'own');
    assert.equal(row?.spec.description, 'add sources to see them here');
    assert.deepEqual(row?.spec.opens, { command: 'ip4Desk.addSources', arguments: [] });
  });

  it('say nothing where the sources say nothing', () => {
    const plain = tree(topicsTree(new EntryNodes(SMALL_CATALOG, english)));
    assert.equal(outline(tree(topicsTree(nodesWith(ownSource(japan, []))))), outline(plain));
  });

  it('are pages of fifty, each by a row that shows more', () => {
    const many = Array.from({ length: 120 }, (_, at) => [source(`s${at}`, 2000), 1] as const);
    const paging = new Paging();
    const rows = (): readonly string[] => {
      const [partner] = tree(partnersTree(nodesWith(ownSource(japan, many), paging)));
      const group = partner?.children.find(({ spec }) => spec.key === 'own');
      return group?.children.map(({ spec }) => spec.spoken) ?? [];
    };
    assert.deepEqual([rows().length, rows().at(-1)], [51, 'Show More, 50 of 120 shown']);
    paging.showMore('partner/japan');
    paging.showMore('partner/japan');
    assert.deepEqual([rows().length, rows().at(-1)?.startsWith('Report s119')], [120, true]);
    const [partner] = tree(partnersTree(nodesWith(ownSource(japan, many), paging)));
    const nodes = everyNode(partner ? [partner] : []);
    assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
  });
});
