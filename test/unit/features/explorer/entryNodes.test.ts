import assert from 'node:assert/strict';
import type { EntryKind, EntryRef } from '../../../../src/core/model';
import { partnersTree } from '../../../../src/features/explorer/partnersTree';
import { termsTree } from '../../../../src/features/explorer/termsTree';
import { timelineTree } from '../../../../src/features/explorer/timelineTree';
import { topicsTree } from '../../../../src/features/explorer/topicsTree';
import { findEntry } from '../../../../src/features/explorer/findEntry';
import type { TreeNode } from '../../../../src/host/tree/treeNode';
import { type ViewName, viewsOf } from '../../../../src/features/explorer/views';
import { ENTRY_KINDS } from '../../../../src/host/entryKinds';
import { SMALL_CATALOG } from '../../../support/smallPack';
import { ownTerms } from '../../../support/knownTerms';
import { everyNode, NODES, termsModel, tree } from './outline';

const OWN_TERMS = ownTerms('Harbour', [
  { name: 'quay', abbreviation: 'Q', definition: 'Where ships lie.', related: ['Berth', 'summit'] },
  { name: 'berth', aliases: ['mooring'], status: 'deprecated', use: 'quay' },
  { name: 'Alliance' },
]);

const TREES: readonly (readonly [string, ViewName, readonly TreeNode[]])[] = [
  ['topics', 'topics', tree(topicsTree(NODES))],
  ['partners', 'partners', tree(partnersTree(NODES))],
  ['terms by letter', 'terms', tree(termsTree(NODES, 'letter', termsModel(OWN_TERMS)))],
  ['terms by kind', 'terms', tree(termsTree(NODES, 'kind', termsModel(OWN_TERMS)))],
  ['timeline by year', 'timeline', tree(timelineTree(NODES, 'year'))],
  ['timeline by partner', 'timeline', tree(timelineTree(NODES, 'partner'))],
];

const ALL_REFS: readonly EntryRef[] = ENTRY_KINDS.flatMap((kind: EntryKind) =>
  SMALL_CATALOG.all(kind).map(({ id }): EntryRef => ({ kind, id })),
);

for (const [name, view, roots] of TREES) {
  describe(`nodes of the tree of ${name}`, () => {
    const nodes = everyNode(roots);

    it('have ids that are unique in the tree', () => {
      assert.equal(new Set(nodes.map((node) => node.id)).size, nodes.length);
    });

    it('know their parents', () => {
      for (const node of nodes) {
        assert.ok((node.parent?.children ?? roots).includes(node), node.id);
      }
    });

    it('that can be opened out are never empty', () => {
      for (const node of nodes) {
        assert.equal(node.spec.children !== undefined, node.children.length > 0, node.id);
      }
    });

    it('are spoken of as they read, then with their kind or their size', () => {
      for (const { spec } of nodes) {
        assert.ok(spec.spoken.startsWith(`${spec.label}, `), spec.spoken);
        assert.match(
          spec.spoken,
          /, (excerpt|topic|term|glossary term|in notes and sources|event|agreement|partner|actor|partnership framework)\b|, \d+ items?$/,
        );
      }
    });

    it('include every entry that the view is said to hold, whatever its grouping', () => {
      for (const ref of ALL_REFS) {
        if (viewsOf(SMALL_CATALOG, ref).includes(view)) {
          assert.notEqual(findEntry(roots, ref), undefined, `${ref.kind} ${ref.id}`);
        }
      }
    });
  });
}

describe('nodes of entries', () => {
  const find = (roots: readonly TreeNode[], kind: EntryKind, id: string) =>
    findEntry(roots, { kind, id })?.spec;
  const [topics = [], partners = [], terms = [], , timeline = []] = TREES.map(
    ([, , roots]) => roots,
  );

  it('tell the manifest where they can be revealed and whether they can be searched', () => {
    assert.deepEqual(
      [
        find(topics, 'topic', 'cyber'),
        find(topics, 'excerpt', 'first'),
        find(topics, 'excerpt', 'third'),
        find(partners, 'partner', 'japan'),
        find(terms, 'term', 'alliance'),
        find(terms, 'term', 'summit'),
        find(timeline, 'event', 'madrid'),
      ].map((spec) => spec?.context.join(' ')),
      [
        'entry branch searchable inTopics',
        'entry inTopics inPartners inTerms inTimeline',
        'entry inTopics inPartners',
        'entry branch searchable inPartners',
        'entry termEntry inTerms inPartners',
        'entry termEntry inTerms',
        'entry inTimeline inPartners',
      ],
    );
  });

  it('begin a search with their own filter', () => {
    assert.equal(find(topics, 'topic', 'cyber')?.query, 'topic:cyber ');
    assert.equal(find(partners, 'partner', 'japan')?.query, 'partner:japan ');
  });

  it('say in their tooltip what the entry says and where it is from', () => {
    assert.deepEqual(find(topics, 'excerpt', 'first')?.tooltip?.(), [
      'Heading first',
      'Text of first.',
      'Interview on partnerships, An Institute, 2024, para. 1.1',
    ]);
    assert.deepEqual(find(terms, 'term', 'ecole')?.tooltip?.(), [
      'École',
      'What École means.',
      'Background (not from the source); see Interview on partnerships, An Institute, 2024, para. 2.2',
    ]);
    assert.deepEqual(find(timeline, 'event', 'end')?.tooltip?.(), [
      'end of 2019: Event end',
      'What happened at end.',
      'Interview on partnerships, An Institute, 2024, para. 1.1',
    ]);
  });

  it('of the user’s own say where they are from and whether they are to be used', () => {
    const own = (name: string) => {
      const found = everyNode(terms).find(
        ({ spec }) => spec.label === name && spec.context[0] === 'ownTerm',
      );
      assert.ok(found, name);
      return found.spec;
    };
    const quay = own('quay');
    assert.equal(quay.description, 'Q · Harbour');
    assert.equal(quay.spoken, 'quay, Q, glossary term, Harbour');
    assert.deepEqual(quay.opens, { term: quay.term });
    assert.equal(quay.ref, undefined);
    assert.deepEqual(quay.tooltip?.(), [
      'quay (Q)',
      'Where ships lie.',
      'From the glossary Harbour',
    ]);
    const berth = own('berth');
    assert.equal(berth.description, 'Deprecated: use “quay” · Harbour');
    assert.equal(berth.spoken, 'berth, glossary term, Deprecated: use “quay”, Harbour');
    assert.notEqual(berth.icon, quay.icon);
    assert.notEqual(quay.icon, find(terms, 'term', 'summit')?.icon);
    assert.deepEqual(berth.tooltip?.(), [
      'berth',
      'Deprecated: use “quay”',
      'Also: mooring',
      'From the glossary Harbour',
    ]);
  });

  it('are found nearest to the top', () => {
    assert.equal(
      findEntry(topics, { kind: 'excerpt', id: 'second' })?.id,
      'topic:history/excerpt:second',
    );
    assert.equal(findEntry(topics, { kind: 'excerpt', id: 'loose' }), undefined);
  });

  it('for topics and partners open and close on a click, all others show their page', () => {
    const history = find(topics, 'topic', 'history');
    assert.equal(history?.opens, undefined);
    assert.ok(history?.context.includes('branch'));
    const excerpt = find(topics, 'excerpt', 'second');
    assert.deepEqual(excerpt?.opens, { kind: 'excerpt', id: 'second', title: 'Heading second' });
    assert.ok(!excerpt?.context.includes('branch'));
    assert.deepEqual(find(terms, 'term', 'ecole')?.opens, {
      kind: 'term',
      id: 'ecole',
      title: 'École',
    });
  });

  it('for agreements lead to the page of their partner and are no entries', () => {
    const agreement = everyNode(partners).find((node) => node.spec.key === 'agreement:0')?.spec;
    assert.deepEqual(agreement?.opens, { kind: 'partner', id: 'japan', title: 'Japan' });
    assert.equal(agreement?.ref, undefined);
    assert.deepEqual(agreement?.context, []);
  });
});

describe('viewsOf', () => {
  it('names the view that is about the kind first', () => {
    assert.deepEqual(viewsOf(SMALL_CATALOG, { kind: 'event', id: 'madrid' }), [
      'timeline',
      'partners',
    ]);
  });

  it('is empty for what does not exist', () => {
    assert.deepEqual(viewsOf(SMALL_CATALOG, { kind: 'topic', id: 'no-such' }), []);
  });
});
