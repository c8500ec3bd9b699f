import * as vscode from 'vscode';
import { DisposableStore } from '../../util/dispose';
import type { Log } from '../surfaces/log';
import { createTreeItem, setItemTooltip } from '../surfaces/trees';
import type { TreeNode } from './treeNode';

/** Milliseconds within which changes make one refresh. */
const COALESCE_MS = 100;

/** What has to be shown again: the whole tree, or the nodes that have changed, which may be none. */
export type TreeChange = 'everything' | readonly TreeNode[];

/**
 * Hands a tree to the editor. Everything that it shows is in the nodes; what is below them is made
 * or found when they are opened.
 */
export abstract class TreeProvider
  extends DisposableStore
  implements vscode.TreeDataProvider<TreeNode>
{
  private readonly changed = this._register(new vscode.EventEmitter<TreeNode[] | undefined>());
  readonly onDidChangeTreeData = this.changed.event;

  /** How often all of it has been shown anew. */
  shownAnew = 0;
  private pending: ReturnType<typeof setTimeout> | undefined;
  private pendingFinds: ReturnType<typeof setTimeout> | undefined;
  /** The nodes below which something has been found that may become another. */
  private readonly found = new Set<TreeNode>();

  constructor(protected readonly log: Log) {
    super();
    this._register({ dispose: () => clearTimeout(this.pending) });
    this._register({ dispose: () => clearTimeout(this.pendingFinds) });
  }

  /** The top of the tree as it is now. */
  protected abstract roots(): readonly TreeNode[] | Promise<readonly TreeNode[]>;

  /** What a click on a node runs; undefined where it opens and closes the node. */
  protected abstract commandOf(node: TreeNode): vscode.Command | undefined;

  /** Whether a node is open when it first appears. */
  protected isOpen(node: TreeNode): boolean {
    return node.spec.isOpen === true;
  }

  /** Called before everything is shown again: `roots` is asked after. */
  protected forgetRoots(): void {}

  /** Shows everything again, soon; changes that come together are shown at once. */
  refresh(): void {
    if (!this.isDisposed) {
      this.pending ??= setTimeout(() => this.flush(), COALESCE_MS);
    }
  }

  /** Shows at once what is to be refreshed. */
  flush(): void {
    if (this.pending !== undefined) {
      clearTimeout(this.pending);
      this.pending = undefined;
      this.forgetRoots();
      this.tell('everything');
    }
  }

  /** Finds again, soon, what has been found below nodes. */
  findAgainSoon(): void {
    if (!this.isDisposed) {
      this.pendingFinds ??= setTimeout(() => {
        this.pendingFinds = undefined;
        for (const node of this.found) {
          void this.findBelow(node, () => node.find());
        }
      }, COALESCE_MS);
    }
  }

  /** Never rejects: an empty tree shows the view's welcome, and what went wrong is in the log. */
  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    try {
      if (node?.isUnknown) {
        await this.findBelow(node, () => node.load());
      }
      return [...(node?.children ?? (await this.roots()))];
    } catch (error) {
      this.report(error);
      return [];
    }
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const item = createTreeItem(node.id, node.shown, this.collapsibleState(node));
    const command = this.commandOf(node);
    if (command !== undefined) {
      item.command = command;
    }
    return item;
  }

  async resolveTreeItem(item: vscode.TreeItem, { spec }: TreeNode): Promise<vscode.TreeItem> {
    if (spec.tooltip !== undefined) {
      setItemTooltip(item, await spec.tooltip());
    }
    return item;
  }

  /** Tells the editor what has changed, and no more than that. */
  protected tell(change: TreeChange): void {
    if (change === 'everything') {
      this.found.clear();
      this.shownAnew += 1;
      this.changed.fire(undefined);
    } else if (change.length > 0) {
      this.changed.fire([...change]);
    }
  }

  private collapsibleState(node: TreeNode): vscode.TreeItemCollapsibleState {
    if (!node.isBranch) {
      return vscode.TreeItemCollapsibleState.None;
    }
    return this.isOpen(node)
      ? vscode.TreeItemCollapsibleState.Expanded
      : vscode.TreeItemCollapsibleState.Collapsed;
  }

  private async findBelow(node: TreeNode, find: () => Promise<unknown>): Promise<void> {
    this.found.add(node);
    const { isUnknown, shown } = node;
    try {
      await find();
    } catch (error) {
      this.found.delete(node);
      this.report(error);
    }
    // Another tree may have taken its place meanwhile.
    const isOther = !isUnknown || node.shown !== shown;
    if (isOther && this.found.has(node) && !this.isDisposed) {
      this.tell([node]);
    }
  }

  private report(error: unknown): void {
    this.log.error(error instanceof Error ? error : String(error));
  }
}
