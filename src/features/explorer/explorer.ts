import * as vscode from 'vscode';
import { entryTitle, type Catalog } from '../../core/packs/catalog';
import type { EntryRef } from '../../core/model';
import { CITABLE_TYPE, citableRefs, offerCitable } from '../../workspace/bibliographies/citableRef';
import type { Deps } from '../../workspace/deps';
import { ContextKeys, Views } from '../../host/ids';
import { loadPart } from '../../host/loadPart';
import { DisposableStore } from '../../util/dispose';
import { Late } from '../../util/late';
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
import { type NodeSpec, TreeNode } from '../../host/tree/treeNode';
import type { OwnViews } from './own/ownViews';

interface View {
  readonly name: ViewName | 'searches';
  readonly tree: TreeInView<EntryTreeProvider>;
}

/** Entries can be dragged onto notes; nothing can be dropped on the views. */
const ENTRY_DRAG: vscode.TreeDragAndDropController<TreeNode> = {
  dropMimeTypes: [],
  dragMimeTypes: [CITABLE_TYPE],
  handleDrag: (nodes, dataTransfer) => offerCitable(dataTransfer, citableRefs(nodes)),
};

/** The views of the sidebar that show entries, and saved searches. */
export class Explorer extends DisposableStore {
  /** What they show of the user's own documents. */
  readonly own = this._register(new Late(() => this.loadOwn()));
  readonly termsGrouping: RememberedChoice<TermGrouping>;
  readonly termsFilter: TermsFilter;
  readonly timelineGrouping: RememberedChoice<TimelineGrouping>;
  readonly timelineOrder: RememberedChoice<TimelineOrder>;
  /** Those in which entries are revealed. */
  private readonly views: readonly View[];
  private readonly all: View[] = [];

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
    this.createView('searches', async (roots) => (await this.own.get()).searchRoots(roots));
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
    name: View['name'],
    makeRoots: (
      roots: ViewRoots,
      catalog: Catalog,
    ) => readonly NodeSpec[] | Promise<readonly NodeSpec[]>,
  ): View {
    const { desk, log, state, targets } = this.deps;
    const expansion = this._register(new Expansion(`explorer.${name}.open`, state));
    const provider = new EntryTreeProvider(
      async () => {
        const [catalog, { ViewRoots }, own] = await Promise.all([
          desk.catalog(),
          loadPart(log, () => import('./viewRoots')),
          this.own.get(),
        ]);
        return makeRoots(new ViewRoots(catalog, vscode.l10n, own.nodes()), catalog);
      },
      (node) => expansion.has(node),
      log,
    );
    const tree = this._register(new TreeInView(Views[name], provider, ENTRY_DRAG));
    expansion.follow(tree.view);
    this._register(targets.provideTree(tree.view));
    const view = { name, tree };
    this.all.push(view);
    return view;
  }

  private async loadOwn(): Promise<OwnViews> {
    const { OwnViews } = await loadPart(this.deps.log, () => import('./own/ownViews'));
    const own = await OwnViews.load(this.deps);
    for (const { name, tree } of this.all.filter(({ name }) => name !== 'terms')) {
      tree.whileSeen(own.onDidChange, () => void tree.provider.update());
      this._register(tree.view.onDidExpandElement(({ element }) => own.opened(element)));
      if (name !== 'timeline') {
        own.describe(tree.view);
      }
    }
    return own;
  }

  /** Shows the next page of the list that `node`, which is selected, ends, and selects what comes first. */
  async showMore(node: unknown): Promise<void> {
    const view = this.all.find(({ tree }) => tree.view.selection.some((one) => one === node));
    if (view !== undefined && node instanceof TreeNode && node.parent !== undefined) {
      const { id, knownChildren } = node.parent;
      const at = knownChildren.indexOf(node);
      const own = await this.own.get();
      const { provider } = view.tree;
      own.showMore(node);
      provider.refresh();
      await view.tree.reveal(async () => (await (await provider.nodeOf(id))?.load())?.[at]);
    }
  }
}
