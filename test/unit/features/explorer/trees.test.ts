import assert from 'node:assert/strict';
import { partnersTree } from '../../../../src/features/explorer/partnersTree';
import { termsTree } from '../../../../src/features/explorer/termsTree';
import { timelineTree } from '../../../../src/features/explorer/timelineTree';
import { topicsTree } from '../../../../src/features/explorer/topicsTree';
import { Catalog } from '../../../../src/core/packs/catalog';
import { EntryNodes } from '../../../../src/features/explorer/entryNodes';
import { english } from '../../../support/localizer';
import { lines } from '../../../support/lines';
import { ownTerms } from '../../../support/knownTerms';
import { defined } from '../../../../src/util/defined';
import { SMALL_PACK, withGroup, withSecondPartner } from '../../../support/smallPack';
import { NODES, outline, termsModel, tree } from './outline';

describe('explorer trees', () => {
  it('topics: subtopics before excerpts, counts of what is below, qualifiers', () => {
    assert.equal(
      outline(tree(topicsTree(NODES))),
      lines(`
        Topic history (2)
          Topic early (1)
            Heading first (1.1)
          Heading second (1.2)
        Topic areas (2)
          Topic cyber (likely · 1)
            Heading third (2.1)
          Heading first (1.1)
        Topic bare (0)
      `),
    );
  });

  it('partners: the four at the top, others in groups, excerpts by topic', () => {
    assert.equal(
      outline(tree(partnersTree(NODES))),
      lines(`
        Japan (2)
          Excerpts (2)
            Topic history (2)
              Heading first (1.1)
              Heading second (1.2)
          Agreements (2)
            Tailored programme (signed, 2023)
            Second programme (under discussion)
          Chronology (2)
            early 1990s: Event contact
              Heading first (1.1)
            2022: Event madrid (29 June 2022)
              Heading second (1.2)
        Other actors (1)
          NATO (1)
            Excerpts (1)
              Topic history (1)
                Heading first (1.1)
            Chronology (1)
              early 1990s: Event contact
                Heading first (1.1)
            Terms (1)
              Alliance (NATO)
        Partnership frameworks (1)
          Partnership for Peace (1)
            Excerpts (1)
              Topic areas (1)
                Heading third (2.1)
      `),
    );
  });

  it('partners: what names one comes first, then what names its group, which has its place below the partners', () => {
    const nodes = new EntryNodes(new Catalog([withGroup()]), english);
    const [japan, tonga, group, actors] = tree(partnersTree(nodes));
    assert.equal(
      outline([defined(japan)]),
      lines(`
        Japan (2)
          Japan in particular (2)
            Topic history (2)
              Heading first (1.1)
              Heading second (1.2)
          All 2 partners (1)
            Topic areas (1)
              Heading third (2.1)
          Agreements (2)
            Tailored programme (signed, 2023)
            Second programme (under discussion)
          Chronology (3)
            early 1990s: Event contact
              Heading first (1.1)
            2022: Event later (as a group)
            2022: Event madrid (29 June 2022)
              Heading second (1.2)
      `),
    );
    assert.equal(defined(tonga).spec.description, '1');
    assert.equal(
      outline([defined(group)]),
      lines(`
        The pair (1)
          Excerpts (1)
            Topic areas (1)
              Heading third (2.1)
          Chronology (1)
            2022: Event later
      `),
    );
    assert.equal(defined(group).spec.spoken, 'The pair, group of partners, 1 excerpt');
    assert.equal(defined(actors).spec.label, 'Other actors');
    const [, shared] = defined(japan).children;
    assert.deepEqual(defined(shared).spec.opens, {
      kind: 'partner',
      id: 'pair',
      title: 'The pair',
    });
  });

  it('partners: what is said of all of them, named one by one, stands apart under each', () => {
    const nodes = new EntryNodes(new Catalog([withSecondPartner()]), english);
    const [japan, tonga] = tree(partnersTree(nodes));
    assert.equal(
      outline(defined(japan).children.slice(0, 2)),
      lines(`
        Japan in particular (1)
          Topic history (1)
            Heading second (1.2)
        All 2 partners (1)
          Topic history (1)
            Heading first (1.1)
      `),
    );
    assert.equal(
      outline([defined(tonga)]),
      lines(`
        Tonga (0)
          All 2 partners (1)
            Topic history (1)
              Heading first (1.1)
      `),
    );
  });

  it('terms by letter: a hundred or more in groups, where accents and case do not matter', () => {
    const many = ownTerms(
      'Harbour',
      Array.from({ length: 96 }, (_, at) => ({ name: `quay ${at}` })),
    );
    assert.deepEqual(
      tree(termsTree(NODES, 'letter', termsModel(many))).map(
        ({ spec }) => `${spec.label} ${spec.description}`,
      ),
      ['# 1', 'A 1', 'E 1', 'Q 96', 'S 1'],
    );
    const shown = many.slice(1);
    assert.equal(tree(termsTree(NODES, 'letter', termsModel(many, { shown }))).length, 95);
  });

  it('terms by letter: fewer in one list, signs first', () => {
    assert.equal(
      outline(tree(termsTree(NODES, 'letter', termsModel()))),
      lines(`
        2+2 talks
          Mentions
        Alliance (NATO)
          Mentions
          Heading first (1.1)
          Heading second (1.2)
        École
          Mentions
        summit
          Related terms (1)
            Alliance (NATO)
          Mentions
          Heading second (1.2)
      `),
    );
  });

  it('terms: own ones stand among the shipped ones, namesakes beside each other', () => {
    const own = [
      ...ownTerms('Harbour', [
        { name: 'Alliance' },
        { name: 'berth', related: ['alliance', 'no such'] },
      ]),
      ...ownTerms('Port', [{ name: 'alliance', status: 'deprecated' }]),
    ];
    assert.equal(
      outline(tree(termsTree(NODES, 'letter', termsModel(own))).slice(1, 5)),
      lines(`
        alliance (Deprecated · Port)
          Mentions
        Alliance (Harbour)
          Mentions
        Alliance (NATO)
          Mentions
          Heading first (1.1)
          Heading second (1.2)
        berth (Harbour)
          Related terms (1)
            Alliance (Harbour)
          Mentions
      `),
    );
  });

  it('terms: a glossary without any says so instead of the welcome', () => {
    const [only, ...others] = tree(termsTree(NODES, 'letter', termsModel([], { shown: [] })));
    assert.equal(only?.spec.label, 'No terms in this glossary');
    assert.deepEqual(others, []);
  });

  it('terms: entries of the same name in sets of the same name both stand there', () => {
    const twice = [
      ...ownTerms('Harbour', [{ name: 'quay' }]),
      ...ownTerms('Harbour', [{ name: 'quay' }]),
    ];
    const quays = tree(termsTree(NODES, 'letter', termsModel(twice, { shown: twice })));
    assert.equal(new Set(quays.map(({ id }) => id)).size, 2);
  });

  it('terms: nothing is made of a term before its group is opened', () => {
    const [first] = ownTerms('Harbour', [{ name: 'quay' }]);
    assert.ok(first);
    let looks = 0;
    const watched = new Proxy(first, {
      get: (term, key) => {
        looks += key === 'name' || key === 'kind' ? 0 : 1;
        return Reflect.get(term, key) as unknown;
      },
    });
    const roots = tree(termsTree(NODES, 'kind', termsModel([], { shown: [watched] })));
    assert.equal(looks, 0);
    assert.equal(roots[0]?.children.length, 1);
    assert.ok(looks > 0);
  });

  it('terms by kind: in the order of kinds, empty ones left out', () => {
    assert.deepEqual(
      tree(termsTree(NODES, 'kind', termsModel())).map(({ spec, children }) => [
        spec.label,
        children.map((child) => child.spec.label),
      ]),
      [
        ['Concepts', ['2+2 talks', 'École', 'summit']],
        ['Organisations', ['Alliance']],
      ],
    );
  });

  it('terms by kind: a kind with very many is grouped by letter, too', () => {
    const many = ownTerms(
      'Harbour',
      Array.from({ length: 600 }, (_, at) => ({
        name: `${at % 2 === 0 ? 'berth' : 'quay'} ${at}`,
      })),
    );
    const [concepts, organisations] = tree(termsTree(NODES, 'kind', termsModel(many)));
    assert.deepEqual(
      concepts?.children.map(({ spec }) => `${spec.label} ${spec.description}`),
      ['# 1', 'B 300', 'E 1', 'Q 300', 'S 1'],
    );
    assert.deepEqual(
      organisations?.children.map(({ spec }) => spec.label),
      ['Alliance'],
    );
  });

  it('agreements: below each is the term that its title names', () => {
    const [japan] = SMALL_PACK.partners;
    const agreements = ['Alliance (AL)', '2+2 Talks', 'Alliance and more (AL)'].map((title) => ({
      ...defined(defined(japan).agreements?.[0]),
      title,
    }));
    const partners = [{ ...defined(japan), agreements }];
    const nodes = new EntryNodes(new Catalog([{ ...SMALL_PACK, partners }]), english);
    const [, listed] = defined(tree(partnersTree(nodes))[0]).children;
    assert.equal(
      outline([defined(listed)]),
      lines(`
        Agreements (3)
          Alliance (AL) (signed, 2023)
            Alliance (NATO)
          2+2 Talks (signed, 2023)
            2+2 talks
          Alliance and more (AL) (signed, 2023)
      `),
    );
  });

  it('have no roots when there is no pack, so that the welcome shows', () => {
    const nothing = new EntryNodes(new Catalog([]), english);
    const noTerms = termsModel([], { all: [], shown: [] });
    assert.deepEqual(
      [
        topicsTree(nothing),
        partnersTree(nothing),
        termsTree(nothing, 'letter', noTerms),
        termsTree(nothing, 'kind', noTerms),
        timelineTree(nothing, 'list', 'oldestFirst'),
        timelineTree(nothing, 'year', 'oldestFirst'),
        timelineTree(nothing, 'partner', 'oldestFirst'),
      ],
      [[], [], [], [], [], [], []],
    );
  });
});
