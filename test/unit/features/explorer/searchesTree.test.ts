import assert from 'node:assert/strict';
import type { SourceId } from '../../../../src/core/model';
import { parseSearches } from '../../../../src/core/search/savedSearches';
import type { FoundTexts, Hit } from '../../../../src/core/search/searcher';
import { OwnNodes } from '../../../../src/features/explorer/own/ownNodes';
import { Paging } from '../../../../src/features/explorer/own/paging';
import {
  newsOfSearch,
  placedSearchOf,
  searchesTree,
  type SearchesModel,
} from '../../../../src/features/explorer/searches/searchesTree';
import { TreeNode } from '../../../../src/host/tree/treeNode';
import type { SearchList } from '../../../../src/workspace/searches/savedSearches';
import { english } from '../../../support/localizer';
import { NODES } from './outline';
import { source } from './sources';

const REPORT = source('a', 2024);

function list(text: string, key = 'file:///notes'): SearchList {
  return { key, label: key.split('/').at(-1) ?? '', ...parseSearches(text) };
}

const excerpt = { kind: 'excerpt', id: 'first', title: 'Heading first', text: '' } as Hit;
const hit = {
  kind: 'passage',
  id: 'p1',
  title: 'Report a',
  text: 'Japan called.',
  source: 'a' as SourceId,
  locator: 'p. 3',
} as Hit;

const FOUND: FoundTexts = {
  excerpts: [() => excerpt],
  passages: new Map([['a' as SourceId, [() => hit, () => ({ ...hit, id: 'p2' })]]]),
  isLeast: false,
};

/** @param asked is told each query that is looked for */
function model(asked: string[] = [], found: FoundTexts | 'unknown' = FOUND): SearchesModel {
  const own = {
    hasNoSources: false,
    sources: [],
    countOf: () => ({ passages: 0, fresh: 0 }),
    documentsOf: () => [],
    passagesOf: () => [],
    listed: (_: string, passages: ReadonlyMap<string, number>) =>
      [...passages].map(([, count]) => ({ source: REPORT, count, isNew: true })),
    newAmong: <T extends string>(sources: Iterable<T>) => [...sources],
  };
  const paging = new Paging();
  return {
    nodes: NODES,
    own,
    ownNodes: new OwnNodes(own, english, paging),
    paging,
    known: (query) => {
      asked.push(query);
      return found === 'unknown' ? undefined : found;
    },
    find: (query) => {
      asked.push(query);
      return Promise.resolve(FOUND);
    },
  };
}

async function outline(nodes: readonly TreeNode[], indent = ''): Promise<string> {
  let text = '';
  for (const node of nodes) {
    const { label, description } = node.spec;
    text += `${indent}${label}${description === undefined ? '' : ` (${description})`}\n`;
    text += await outline(await node.load(), `${indent}  `);
  }
  return text;
}

const shown = (lists: readonly SearchList[], of = model()) =>
  outline(searchesTree(lists, of).map((spec) => new TreeNode(spec)));

describe('tree of saved searches', () => {
  const one = '{"searches":[{"name":"Calls","query":"called partner:japan"}]}';

  it('counts what they find, and lists it', async () => {
    assert.equal(
      await shown([list(one)]),
      [
        'Calls (1 · 2 · 2 new)',
        '  From your sources (2 · 2 new)',
        '    Mallow 2024 (2 · new · Report a)',
        '      Japan called. (p. 3)',
        '      Japan called. (p. 3)',
        '  Excerpts (1)',
        '    Heading first (1.1)',
        '',
      ].join('\n'),
    );
    const [spec] = searchesTree([list(one)], model());
    assert.equal(spec?.spoken, 'Calls, saved search, 1 excerpt, 2 passages of your sources, 2 new');
    const placed = spec && placedSearchOf(spec);
    assert.equal(placed?.search.query, 'called partner:japan');
    assert.equal(placed && newsOfSearch(placed), spec.news);
    assert.deepEqual(spec.opens, {
      command: 'ip4Desk.search',
      arguments: [{ query: 'called partner:japan' }],
    });
  });

  it('says no number before it is known, and that there may be more', () => {
    const [unknown] = searchesTree([list(one)], model([], 'unknown'));
    assert.equal(unknown?.description, undefined);
    const [many] = searchesTree([list(one)], model([], { ...FOUND, isLeast: true }));
    assert.equal(many?.description, '1 · 2+ · 2 new');
  });

  it('keeps those of several folders apart', async () => {
    const lists = [list(one, 'file:///a'), list('{}', 'file:///b')];
    const text = await shown(lists);
    assert.deepEqual(text.split('\n').slice(0, 2), ['a (1)', '  Calls (1 · 2 · 2 new)']);
    assert.equal(await shown([list('{}', 'file:///a'), list('{}', 'file:///b')]), '');
  });

  it('tells what is left out, and what to do about it', () => {
    const told = (text: string): unknown => {
      const [spec] = searchesTree([list(text)], model());
      return [spec?.label, ...((spec?.tooltip?.() as readonly string[] | undefined) ?? [])];
    };
    assert.deepEqual(told('{"searches":[{"query":""}]}'), [
      '1 search is left out',
      'searches[0].query is empty. Fill it in, or remove the search.',
    ]);
    assert.deepEqual(told('{"searches":['), [
      'The file of saved searches cannot be read',
      'Line 1, column 14: write a value or "]" there.',
    ]);
    assert.deepEqual(told('[]'), [
      'The file of saved searches cannot be read',
      'Write an object with a list of searches: {"searches": []}',
    ]);
  });

  it('has an id for each, though two have the same query', () => {
    const twice = '{"searches":[{"query":"a"},{"query":"a"}]}';
    const keys = searchesTree([list(twice)], model()).map(({ key }) => key);
    assert.equal(new Set(keys).size, 2);
  });

  it('looks for those alone that are in sight of fifty thousand', () => {
    const all = Array.from({ length: 50_000 }, (_, at) => ({ query: `word${at}` }));
    const asked: string[] = [];
    const rows = searchesTree([list(JSON.stringify({ searches: all }))], model(asked));
    assert.deepEqual([rows.length, asked.length], [51, 50]);
  });
});
