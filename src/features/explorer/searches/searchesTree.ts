import type { SavedSearch } from '../../../core/search/savedSearches';
import type { FoundTexts, Hit, PassageHit } from '../../../core/search/searcher';
import { Commands } from '../../../host/ids';
import type { FoundBelow, NodeSpec } from '../../../host/tree/treeNode';
import type { OwnPassages } from '../../../workspace/own/ownPassages';
import type { SearchList } from '../../../workspace/searches/savedSearches';
import type { EntryNodes } from '../entryNodes';
import type { OwnNodes } from '../own/ownNodes';
import { freshText, passageCount } from '../own/ownNumbers';
import type { Paging } from '../own/paging';
import { problemRow } from './problemRow';

/** What the tree of saved searches is made with. */
export interface SearchesModel {
  readonly nodes: EntryNodes;
  readonly own: Pick<OwnPassages, 'listed' | 'newAmong'>;
  readonly ownNodes: Pick<OwnNodes, 'group'>;
  readonly paging: Paging;
  /** What a search finds; `undefined` as long as nobody has looked. */
  known(query: string): FoundTexts | undefined;
  find(query: string): Promise<FoundTexts>;
}

/** A search that a node stands for, and where it is kept. */
export interface PlacedSearch {
  readonly list: SearchList;
  readonly search: SavedSearch;
}

const searchesOfNodes = new WeakMap<NodeSpec, PlacedSearch>();

/** The search that a node stands for; `undefined` for other nodes. */
export function placedSearchOf(spec: NodeSpec): PlacedSearch | undefined {
  return searchesOfNodes.get(spec);
}

/** What is new in a search is new by this name. */
export function newsOfSearch({ list, search }: PlacedSearch): string {
  return `search/${list.key}/${search.query}`;
}

/** Saved searches, over what they find; those of several folders apart. */
export function searchesTree(
  lists: readonly SearchList[],
  model: SearchesModel,
): readonly NodeSpec[] {
  const filled = lists.filter(
    ({ searches, problems, failure }) =>
      searches.length + problems.length > 0 || failure !== undefined,
  );
  const [only, ...others] = filled;
  if (only === undefined || (others.length === 0 && lists.length === 1)) {
    return only === undefined ? [] : rowsOf(only, model);
  }
  const { l10n } = model.nodes;
  return filled.map((list) => ({
    key: `folder:${list.key}`,
    label: list.label,
    description: String(list.searches.length),
    icon: 'folder',
    spoken:
      list.searches.length === 1
        ? l10n.t('{0}, folder, 1 search', list.label)
        : l10n.t('{0}, folder, {1} searches', list.label, list.searches.length),
    context: ['folder'],
    isOpen: true,
    children: () => rowsOf(list, model),
  }));
}

function rowsOf(list: SearchList, model: SearchesModel): readonly NodeSpec[] {
  const { nodes, paging } = model;
  const searches = list.searches.map((search) => ({ list, search }));
  return [
    ...problemRow(list, nodes.l10n),
    ...paging.rows(
      `searches/${list.key}`,
      withUniqueKeys(searches),
      (one) => searchNode(one, model),
      nodes.l10n,
    ),
  ];
}

/** Two people may have saved the same query. */
function withUniqueKeys(searches: readonly PlacedSearch[]) {
  const times = new Map<string, number>();
  return searches.map((placed) => {
    const { query } = placed.search;
    const time = times.get(query) ?? 0;
    times.set(query, time + 1);
    return { ...placed, key: time === 0 ? `search:${query}` : `search:${time}:${query}` };
  });
}

function searchNode(
  placed: PlacedSearch & { readonly key: string },
  model: SearchesModel,
): NodeSpec {
  const { search, key } = placed;
  const { l10n } = model.nodes;
  const texts = model.known(search.query);
  const fresh = texts === undefined ? 0 : freshIn(texts, placed, model);
  const spec: NodeSpec = {
    key,
    label: search.name,
    ...(texts && {
      description: [...numbersOf(texts), freshText(fresh, l10n)].filter(Boolean).join(' · '),
    }),
    icon: 'search',
    spoken: [
      l10n.t('{0}, saved search', search.name),
      ...(texts
        ? [model.nodes.excerptCount(texts.excerpts.length), passageCount(countOf(texts), l10n)]
        : []),
      freshText(fresh, l10n),
    ]
      .filter(Boolean)
      .join(', '),
    context: ['savedSearch', ...(fresh > 0 ? ['news'] : [])],
    news: fresh > 0 ? newsOfSearch(placed) : undefined,
    opens: { command: Commands.search, arguments: [{ query: search.query }] },
    tooltip: () => (search.name === search.query ? [search.query] : [search.name, search.query]),
    find: async () => below(await model.find(search.query), placed, model),
  };
  searchesOfNodes.set(spec, placed);
  return spec;
}

function below(texts: FoundTexts, placed: PlacedSearch, model: SearchesModel): FoundBelow {
  const { nodes, own, ownNodes, paging } = model;
  const { l10n } = nodes;
  const key = newsOfSearch(placed);
  const counts = new Map([...texts.passages].map(([source, found]) => [source, found.length]));
  const children = [
    ...ownNodes.group({
      key,
      count: { passages: countOf(texts), fresh: freshIn(texts, placed, model) },
      documents: () => own.listed(key, counts),
      passages: ({ source }) =>
        (texts.passages.get(source.id) ?? [])
          .map((find) => find())
          .filter(isPassage)
          .map(passageOf),
    }),
    ...nodes.group(
      { key: 'excerpts', label: l10n.t('Excerpts'), count: texts.excerpts.length },
      () =>
        paging.rows(`${key}/excerpts`, texts.excerpts, (find) => excerptOf(find(), nodes), l10n),
    ),
  ];
  if (children.length > 0) {
    return { children };
  }
  const label = l10n.t('Nothing found');
  return { children: [{ key: 'none', label, spoken: label, context: [] }] };
}

function isPassage(hit: Hit): hit is PassageHit {
  return hit.kind === 'passage';
}

/** A hit as a passage to list: where it stands in its document does not matter there. */
function passageOf({ id, locator, page, text }: PassageHit) {
  const passage = { id, locator, span: { start: 0, end: 0 }, ...(page !== undefined && { page }) };
  return { passage, text };
}

function excerptOf({ id, title, text }: Hit, nodes: EntryNodes): NodeSpec {
  const excerpt = nodes.catalog.get('excerpt', id);
  return excerpt
    ? nodes.excerpt(excerpt)
    : { key: `excerpt:${id}`, label: title, spoken: title, context: [], tooltip: () => [text] };
}

function numbersOf(texts: FoundTexts): readonly string[] {
  const passages = countOf(texts);
  const more = texts.isLeast ? '+' : '';
  return [`${texts.excerpts.length}`, `${passages}${more}`];
}

function countOf({ passages }: FoundTexts): number {
  return [...passages.values()].reduce((sum, found) => sum + found.length, 0);
}

function freshIn(texts: FoundTexts, placed: PlacedSearch, { own }: SearchesModel): number {
  return own
    .newAmong(texts.passages.keys(), newsOfSearch(placed))
    .reduce((sum, source) => sum + (texts.passages.get(source)?.length ?? 0), 0);
}
