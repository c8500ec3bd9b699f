import * as vscode from 'vscode';
import type { EntryRef } from '../../core/model';
import { Commands } from '../../host/ids';
import { createTreeItem, setItemTooltip } from '../../host/surfaces/trees';
import { entryUri } from '../../host/uris';
import { DisposableStore } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import { findEntry, type NodeSpec, type Opening, TreeNode } from './treeNode';
import type { Log } from '../../host/surfaces/log';

/** Changes that come within so many milliseconds make one refresh. */
const COALESCE_MS = 100;

/** Hands a tree model to the editor. Everything that it shows is in the model. */
export class EntryTreeProvider
  extends DisposableStore
  implements vscode.TreeDataProvider<TreeNode>
{
  private readonly changed = this._register(new vscode.EventEmitter<TreeNode | undefined>());
  readonly onDidChangeTreeData = this.changed.event;

  private readonly roots = lazy(async () =>
    (await this.makeRoots()).map((spec) => new TreeNode(spec)),
  );
  private pending: ReturnType<typeof setTimeout> | undefined;
  private pendingFinds: ReturnType<typeof setTimeout> | undefined;
  /** The nodes below which something has been found that may become another. */
  private readonly found = new Set<TreeNode>();

  /**
   * @param makeRoots the model as it is now; asked at first use and after each refresh.
   * @param isOpen whether a node is shown open when it first appears.
   */
  constructor(
    private readonly makeRoots: () => Promise<readonly NodeSpec[]>,
    private readonly isOpen: (node: TreeNode) => boolean,
    private readonly log: Log,
  ) {
    super();
    this._register({ dispose: () => clearTimeout(this.pending) });
    this._register({ dispose: () => clearTimeout(this.pendingFinds) });
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

  /** Finds anew, soon, what has been found below nodes. */
  findAgainSoon(): void {
    if (!this.isDisposed) {
      this.pendingFinds ??= setTimeout(() => {
        this.pendingFinds = undefined;
        for (const node of this.found) {
          void this.findBelow(node);
        }
      }, COALESCE_MS);
    }
  }

  /** Never rejects: an empty tree shows the view's welcome, which leads to the log. */
  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    try {
      if (node?.isUnknown) {
        await this.findBelow(node);
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
    const { spec } = node;
    const item = createTreeItem(node.id, node.shown, this.collapsibleState(node));
    if (spec.opens !== undefined) {
      item.command = openCommand(spec.opens);
    }
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, { spec }: TreeNode): vscode.TreeItem {
    if (spec.tooltip !== undefined) {
      setItemTooltip(item, spec.tooltip());
    }
    return item;
  }

  private collapsibleState(node: TreeNode): vscode.TreeItemCollapsibleState {
    if (node.spec.children === undefined && node.spec.find === undefined) {
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
      this.found.clear();
      this.changed.fire(undefined);
    }
  }

  private async findBelow(node: TreeNode): Promise<void> {
    this.found.add(node);
    try {
      await node.find();
    } catch (error) {
      this.found.delete(node);
      this.report(error);
    }
    // Another tree may have taken its place meanwhile.
    if (this.found.has(node) && !this.isDisposed) {
      this.changed.fire(node);
    }
  }

  private report(error: unknown): void {
    this.log.error(error instanceof Error ? error : String(error));
  }
}

function openCommand(opens: Opening): vscode.Command {
  const title = vscode.l10n.t('Open');
  if ('term' in opens) {
    return { command: Commands.openGlossaryEntry, title, arguments: [opens] };
  }
  // The editor's own command: a click keeps the focus in the tree and previews, a double click
  // pins, Enter moves the focus, Alt opens to the side, as everywhere else.
  const command = 'vscode.open';
  return 'uri' in opens
    ? { command, title, arguments: [opens.uri, { selection: opens.range }] }
    : { command, title, arguments: [entryUri(opens)] };
}
