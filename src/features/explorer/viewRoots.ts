import type { Localizer } from '../../core/localizer';
import type { Catalog } from '../../core/packs/catalog';
import type { NodeSpec } from '../../host/tree/treeNode';
import type { TermGrouping, TimelineGrouping, TimelineOrder } from './choices';
import { EntryNodes } from './entryNodes';
import { partnersTree } from './partnersTree';
import { type TermsModel, termsTree } from './termsTree';
import { timelineTree } from './timelineTree';
import { topicsTree } from './topicsTree';

/** What the views of one state of the packs show. Loaded when a view is first seen. */
export class ViewRoots {
  private readonly nodes: EntryNodes;

  constructor(catalog: Catalog, l10n: Localizer) {
    this.nodes = new EntryNodes(catalog, l10n);
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

  timeline(grouping: TimelineGrouping, order: TimelineOrder): readonly NodeSpec[] {
    return timelineTree(this.nodes, grouping, order);
  }
}
