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
import { withSecondPartner } from '../../../support/smallPack';
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
          Agreements (2)
            Tailored programme (signed, 2023)
            Second programme (under discussion)
          Timeline (2)
            early 1990s: Event contact
              Heading first (1.1)
            29 June 2022: Event madrid
              Heading second (1.2)
          Excerpts (2)
            Topic history (2)
              Heading first (1.1)
              Heading second (1.2)
        Other actors (1)
          NATO (1)
            Timeline (1)
              early 1990s: Event contact
                Heading first (1.1)
            Excerpts (1)
              Topic history (1)
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

  it('partners: what is said of all of them stands apart under each', () => {
    const nodes = new EntryNodes(new Catalog([withSecondPartner()]), english);
    const [japan, tonga] = tree(partnersTree(nodes));
    assert.equal(
      outline(defined(japan).children.slice(2)),
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

  it('terms by letter: accents and case do not matter, signs come first', () => {
    assert.equal(
      outline(tree(termsTree(NODES, 'letter', termsModel()))),
      lines(`
        # (1)
          2+2 talks
            Mentions
        A (1)
          Alliance (NATO)
            Mentions
            Heading first (1.1)
            Heading second (1.2)
        E (1)
          École
            Mentions
        S (1)
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
      outline(tree(termsTree(NODES, 'letter', termsModel(own))).slice(1, 3)),
      lines(`
        A (3)
          alliance (Deprecated · Port)
            Mentions
          Alliance (Harbour)
            Mentions
          Alliance (NATO)
            Mentions
            Heading first (1.1)
            Heading second (1.2)
        B (1)
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
    const [, , , quays] = tree(termsTree(NODES, 'letter', termsModel(twice)));
    assert.equal(new Set(quays?.children.map(({ id }) => id)).size, 2);
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
    const roots = tree(termsTree(NODES, 'letter', termsModel([], { shown: [watched] })));
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

  it('timeline by year: what spans years keeps its wording', () => {
    assert.equal(
      outline(tree(timelineTree(NODES, 'year'))),
      lines(`
        early 1990s (1)
          Event contact
            Heading first (1.1)
        2019 (1)
          end of 2019: Event end
        2022 (2)
          Event later
          29 June 2022: Event madrid
            Heading second (1.2)
      `),
    );
  });

  it('timeline by partner: only partners with events, then the others', () => {
    assert.equal(
      outline(tree(timelineTree(NODES, 'partner'))),
      lines(`
        Japan (2)
          early 1990s: Event contact
            Heading first (1.1)
          29 June 2022: Event madrid
            Heading second (1.2)
        NATO (1)
          early 1990s: Event contact
            Heading first (1.1)
        No partner (2)
          end of 2019: Event end
          2022: Event later
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
        timelineTree(nothing, 'year'),
        timelineTree(nothing, 'partner'),
      ],
      [[], [], [], [], [], []],
    );
  });
});
