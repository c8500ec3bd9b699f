import * as vscode from 'vscode';
import type { EntryRef } from '../../core/model';
import { createTreeItem } from '../../host/tree/treeItem';
import { entryUri } from '../../host/uris';
import { DisposableStore } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import { findEntry, type NodeSpec, TreeNode } from './treeNode';

/** Changes that come within so many milliseconds make one refresh. */
const COALESCE_MS = 100;

/** Hands a tree model to the editor. Everything that it shows is in the model. */
export class EntryTreeProvider
  extends DisposableStore
  implements vscode.TreeDataProvider<TreeNode>
{
  private readonly changed = this._register(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.changed.event;

  private readonly roots = lazy(async () =>
    (await this.makeRoots()).map((spec) => new TreeNode(spec)),
  );
  private pending: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param makeRoots the model as it is now; asked at first use and after each refresh.
   * @param isOpen whether a node is shown open when it first appears.
   */
  constructor(
    private readonly makeRoots: () => Promise<readonly NodeSpec[]>,
    private readonly isOpen: (node: TreeNode) => boolean,
    private readonly log: vscode.LogOutputChannel,
  ) {
    super();
    this._register({ dispose: () => clearTimeout(this.pending) });
  }

  /** Shows the model anew, soon. */
  refresh(): void {
    if (!this.isDisposed) {
      this.pending ??= setTimeout(() => this.flush(), COALESCE_MS);
    }
  }

  /** The node that shows an entry; `undefined` when none does. Looks at the model as it is now. */
  async find(ref: EntryRef): Promise<TreeNode | undefined> {
    this.flush();
    return findEntry(await this.roots(), ref);
  }

  /** Never rejects: an empty tree shows the view's welcome, which leads to the log. */
  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    try {
      return [...(node?.children ?? (await this.roots()))];
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      return [];
    }
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const { spec } = node;
    const item = createTreeItem(node.id, spec, this.collapsibleState(node));
    if (spec.opens !== undefined) {
      // The editor's own command: a click keeps the focus in the tree and previews, a double
      // click pins, Enter moves the focus, Alt opens to the side, as everywhere else.
      item.command = {
        command: 'vscode.open',
        title: vscode.l10n.t('Open'),
        arguments: [entryUri(spec.opens)],
      };
    }
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, { spec }: TreeNode): vscode.TreeItem {
    if (spec.tooltip !== undefined) {
      // A string is shown as plain text. `MarkdownString.appendText` would be as safe, but turns
      // every blank into one that does not break, so that lines end within words.
      item.tooltip = spec.tooltip().join('\n\n');
    }
    return item;
  }

  private collapsibleState(node: TreeNode): vscode.TreeItemCollapsibleState {
    if (node.spec.children === undefined) {
      return vscode.TreeItemCollapsibleState.None;
    }
    return this.isOpen(node)
      ? vscode.TreeItemCollapsibleState.Expanded
      : vscode.TreeItemCollapsibleState.Collapsed;
  }

  private flush(): void {
    if (this.pending !== undefined) {
      clearTimeout(this.pending);
      this.pending = undefined;
      this.roots.reset();
      this.changed.fire(undefined);
    }
  }
}
