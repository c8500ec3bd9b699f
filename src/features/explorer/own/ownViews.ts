import * as vscode from 'vscode';
import { setContextKey } from '../../../host/contextKeys';
import { ContextKeys } from '../../../host/ids';
import { loadPart } from '../../../host/loadPart';
import { type NodeSpec, TreeNode } from '../../../host/tree/treeNode';
import { describeView } from '../../../host/surfaces/trees';
import { DisposableStore } from '../../../util/dispose';
import type { Deps } from '../../../workspace/deps';
import type { OwnPassages } from '../../../workspace/own/ownPassages';
import type { SavedSearches } from '../../../workspace/searches/savedSearches';
import { placedSearchOf } from '../searches/searchesTree';
import { SearchTallies } from '../searches/searchTallies';
import type { ViewRoots } from '../viewRoots';
import { OwnFilter } from './ownFilter';
import { OwnNodes } from './ownNodes';
import { Paging } from './paging';

/** What the trees show of the user's own documents and of saved searches. Loaded when a view is first seen. */
export class OwnViews extends DisposableStore {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  /** Trees may say something else. */
  readonly onDidChange = this.changed.event;

  readonly filter: OwnFilter;
  private readonly paging = new Paging();
  private readonly tallies: SearchTallies;

  /** Begins to read and to tag. */
  static async load(deps: Deps): Promise<OwnViews> {
    const [own, searches] = await Promise.all([deps.own(), deps.searches()]);
    return new OwnViews(deps, own, searches);
  }

  private constructor(
    private readonly deps: Deps,
    private readonly own: OwnPassages,
    private readonly searches: SavedSearches,
  ) {
    super();
    const { library, searcher, workspaceState } = deps;
    this.filter = this._register(new OwnFilter(() => library.sources, workspaceState));
    this.tallies = this._register(new SearchTallies(searcher));
    const tell = (): void => {
      this.changed.fire();
    };
    this._register(this.filter.onDidChange(tell));
    this._register(this.tallies.onDidChange(tell));
    this._register(searches.onDidChange(tell));
    this._register(
      own.onDidChange(() => {
        this.tallies.forget();
        setContextKey(ContextKeys.hasNews, own.hasNews);
        tell();
      }),
    );
    this._register(deps.desk.onDidChange(() => this.tallies.forget()));
    void own.start();
  }

  /** What trees show of the documents now. */
  nodes(): OwnNodes {
    return new OwnNodes(this.own, vscode.l10n, this.paging, this.filter.value);
  }

  /** The saved searches as they are now, with what shows what they find. */
  async searchRoots(roots: ViewRoots): Promise<readonly NodeSpec[]> {
    const shown = roots.searches(await this.searches.all(), {
      own: this.own,
      ownNodes: this.nodes(),
      paging: this.paging,
      known: (query) => this.tallies.known(query),
      find: (query) => this.tallies.of(query),
    });
    setContextKey(ContextKeys.searchesEmpty, shown.length === 0);
    return shown;
  }

  /** Has a view say beside its title what is listed in it, now and from now on. */
  describe(view: vscode.TreeView<TreeNode>): void {
    describeView(view, this.filter.label);
    this._register(this.filter.onDidChange(() => describeView(view, this.filter.label)));
  }

  /** Takes note of what has been opened. */
  opened({ spec }: TreeNode): void {
    if (spec.news !== undefined && spec.context.includes('own')) {
      this.own.look(spec.news);
    }
  }

  /** Shows the next page of the list that `node` ends, once the tree is made again. */
  showMore({ spec }: TreeNode): void {
    if (spec.more !== undefined) {
      this.paging.showMore(spec.more);
    }
  }

  /** Takes what is new in the nodes that a command is about for seen. */
  async markAsRead(args: readonly unknown[]): Promise<void> {
    for (const { spec } of await this.nodesOf(args)) {
      if (spec.news !== undefined) {
        this.own.markAsRead(spec.news);
      }
    }
  }

  markAllAsRead(): void {
    this.own.lookAtAll();
  }

  /** Saves a search: the one that a command names, or one that the user types. */
  async saveSearch(argument: unknown): Promise<void> {
    const { saveSearch } = await loadPart(this.deps.log, () => import('../searches/editSearches'));
    await saveSearch(this.searches, argument);
  }

  /** Does something with the saved searches that a command is about. */
  async editSearches(
    args: readonly unknown[],
    what: 'run' | 'rename' | 'remove' | 'copy',
  ): Promise<void> {
    const nodes = await this.nodesOf(args);
    const placed = nodes.map(({ spec }) => placedSearchOf(spec)).filter((one) => one !== undefined);
    const { SEARCH_EDITS } = await loadPart(
      this.deps.log,
      () => import('../searches/editSearches'),
    );
    await SEARCH_EDITS[what](this.searches, placed);
  }

  private async nodesOf(args: readonly unknown[]): Promise<readonly TreeNode[]> {
    const items = await this.deps.targets.items(args);
    return items.filter((item) => item instanceof TreeNode);
  }
}
