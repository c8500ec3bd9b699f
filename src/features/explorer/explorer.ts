import * as vscode from 'vscode';
import { entryTitle, type Catalog } from '../../core/packs/catalog';
import type { EntryRef } from '../../core/model';
import { CITABLE_TYPE, citableRefs, offerCitable } from '../../workspace/bibliographies/citableRef';
import type { Deps } from '../../workspace/deps';
import { ContextKeys, Views } from '../../host/ids';
import { loadPart } from '../../host/loadPart';
import { DisposableStore } from '../../util/dispose';
import { RememberedChoice } from '../../host/rememberedChoice';
import { TermsFilter } from './termsFilter';
import {
  TERM_GROUPINGS,
  type TermGrouping,
  TIMELINE_GROUPINGS,
  TIMELINE_ORDERS,
  type TimelineGrouping,
  type TimelineOrder,
} from './choices';
import { EntryTreeProvider } from './treeProvider';
import type { ViewRoots } from './viewRoots';
import { FEW_ENTRIES, type ViewName, viewsOf } from './views';
import { showStatusMessage } from '../../host/surfaces/messages';
import { describeView } from '../../host/surfaces/trees';
import { Expansion } from '../../host/tree/expansion';
import { TreeInView } from '../../host/tree/treeInView';
import type { NodeSpec, TreeNode } from '../../host/tree/treeNode';

interface View {
  readonly name: ViewName;
  readonly tree: TreeInView<EntryTreeProvider>;
}

/** Entries can be dragged onto notes; nothing can be dropped on the views. */
const ENTRY_DRAG: vscode.TreeDragAndDropController<TreeNode> = {
  dropMimeTypes: [],
  dragMimeTypes: [CITABLE_TYPE],
  handleDrag: (nodes, dataTransfer) => offerCitable(dataTransfer, citableRefs(nodes)),
};

/** The four views of the sidebar. */
export class Explorer extends DisposableStore {
  readonly termsGrouping: RememberedChoice<TermGrouping>;
  readonly termsFilter: TermsFilter;
  readonly timelineGrouping: RememberedChoice<TimelineGrouping>;
  readonly timelineOrder: RememberedChoice<TimelineOrder>;
  private readonly views: readonly View[];

  constructor(private readonly deps: Deps) {
    super();
    this.termsGrouping = this._register(
      new RememberedChoice(ContextKeys.termsGrouping, TERM_GROUPINGS, deps.state),
    );
    this.timelineGrouping = this._register(
      new RememberedChoice(ContextKeys.timelineGrouping, TIMELINE_GROUPINGS, deps.state),
    );
    this.timelineOrder = this._register(
      new RememberedChoice(ContextKeys.timelineOrder, TIMELINE_ORDERS, deps.state),
    );
    this.termsFilter = this._register(new TermsFilter(deps.glossaries, deps.state));
    const terms = this.createView('terms', (roots) => this.makeTerms(roots));
    const timeline = this.createView('timeline', (roots, { timeline }) =>
      this.makeTimeline(roots, timeline.length),
    );
    this.views = [
      this.createView('topics', (roots) => roots.topics()),
      this.createView('partners', (roots) => roots.partners()),
      terms,
      timeline,
    ];
    this._register(this.termsGrouping.onDidChange(() => terms.tree.provider.refresh()));
    this._register(this.termsFilter.onDidChange(() => terms.tree.provider.refresh()));
    this._register(deps.terms.onDidChange(() => terms.tree.provider.refresh()));
    // Mentions that have been looked up stay as they are now.
    terms.tree.whileSeen(deps.mentions.onDidChange, () => terms.tree.provider.findAgainSoon());
    for (const choice of [this.timelineGrouping, this.timelineOrder]) {
      this._register(choice.onDidChange(() => timeline.tree.provider.refresh()));
    }
    this._register(
      deps.desk.onDidChange(() => this.views.forEach(({ tree }) => tree.provider.refresh())),
    );
  }

  /**
   * Selects an entry in a view, its parents expanded; in the view that is about its kind when
   * `name` is absent. Tells the user when it is not there.
   */
  async reveal(ref: EntryRef, name?: ViewName): Promise<void> {
    const catalog = await this.deps.desk.catalog();
    const view = this.views.find((one) => one.name === (name ?? viewsOf(catalog, ref)[0]));
    const isThere = await view?.tree.reveal(() => view.tree.provider.find(ref));
    if (isThere !== true && !this.isDisposed) {
      const entry = catalog.get(ref.kind, ref.id);
      showStatusMessage(
        entry === undefined
          ? vscode.l10n.t('This entry is not in the library any more.')
          : vscode.l10n.t('“{0}” is not listed in this view.', entryTitle(ref.kind, entry)),
      );
    }
  }

  private async makeTerms(roots: ViewRoots): Promise<readonly NodeSpec[]> {
    const { terms, mentions } = this.deps;
    const all = await terms.all();
    const shown = roots.terms(this.termsGrouping.value, {
      all,
      shown: this.termsFilter.apply(all),
      mentionsOf: (term) => mentions.of(term),
    });
    const tree = this.views.find(({ name }) => name === 'terms')?.tree;
    if (tree && !this.isDisposed) {
      describeView(tree.view, this.termsFilter.label);
    }
    return shown;
  }

  private makeTimeline(roots: ViewRoots, events: number): readonly NodeSpec[] {
    const isShort = events < FEW_ENTRIES;
    this.timelineGrouping.setUsual(isShort ? 'list' : 'year');
    return roots.timeline(this.timelineGrouping.value, this.timelineOrder.value);
  }

  private createView(
    name: ViewName,
    makeRoots: (
      roots: ViewRoots,
      catalog: Catalog,
    ) => readonly NodeSpec[] | Promise<readonly NodeSpec[]>,
  ): View {
    const { desk, log, state, targets } = this.deps;
    const expansion = this._register(new Expansion(`explorer.${name}.open`, state));
    const provider = new EntryTreeProvider(
      async () => {
        const [catalog, { ViewRoots }] = await Promise.all([
          desk.catalog(),
          loadPart(log, () => import('./viewRoots')),
        ]);
        return makeRoots(new ViewRoots(catalog, vscode.l10n), catalog);
      },
      (node) => expansion.has(node),
      log,
    );
    const tree = this._register(new TreeInView(Views[name], provider, ENTRY_DRAG));
    expansion.follow(tree.view);
    this._register(targets.provideTree(tree.view));
    return { name, tree };
  }
}
