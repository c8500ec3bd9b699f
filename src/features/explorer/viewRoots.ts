import type { Localizer } from '../../core/localizer';
import type { Catalog } from '../../core/packs/catalog';
import type { NodeSpec } from '../../host/tree/treeNode';
import type { SearchList } from '../../workspace/searches/savedSearches';
import type { TermGrouping, TimelineGrouping, TimelineOrder } from './choices';
import { EntryNodes } from './entryNodes';
import type { OwnNodes } from './own/ownNodes';
import { partnersTree } from './partnersTree';
import { type SearchesModel, searchesTree } from './searches/searchesTree';
import { type TermsModel, termsTree } from './termsTree';
import { timelineTree } from './timelineTree';
import { topicsTree } from './topicsTree';

/** What the views of one state of the packs show. Loaded when a view is first seen. */
export class ViewRoots {
  private readonly nodes: EntryNodes;

  constructor(
    catalog: Catalog,
    l10n: Localizer,
    private readonly own: OwnNodes,
  ) {
    this.nodes = new EntryNodes(catalog, l10n, own);
  }

  topics(): readonly NodeSpec[] {
    return topicsTree(this.nodes);
  }

  partners(): readonly NodeSpec[] {
    return partnersTree(this.nodes);
  }

  terms(grouping: TermGrouping, model: TermsModel): readonly NodeSpec[] {
    return termsTree(this.nodes, grouping, model);
  }

  searches(lists: readonly SearchList[], model: Omit<SearchesModel, 'nodes'>): readonly NodeSpec[] {
    return searchesTree(lists, { ...model, nodes: this.nodes });
  }

  timeline(grouping: TimelineGrouping, order: TimelineOrder): readonly NodeSpec[] {
    return [...this.own.timeline(order), ...timelineTree(this.nodes, grouping, order)];
  }
}
