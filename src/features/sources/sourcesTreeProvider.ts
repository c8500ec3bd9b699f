import * as vscode from 'vscode';
import type { PassageRef } from '../../core/library/document';
import type { Library } from '../../workspace/library/library';
import { createTreeItem, setItemTooltip } from '../../host/surfaces/trees';
import { sourceUri } from '../../host/uris';
import { DisposableStore } from '../../util/dispose';
import { SourcesTree } from './sourcesTree';
import type { TreeNode } from './treeNode';
import type { Log } from '../../host/surfaces/log';

/** Hands the tree of sources to the editor. Everything that it shows is in the model. */
export class SourcesTreeProvider
  extends DisposableStore
  implements vscode.TreeDataProvider<TreeNode>
{
  private readonly changed = this._register(new vscode.EventEmitter<TreeNode[] | undefined>());
  readonly onDidChangeTreeData = this.changed.event;
  private readonly tree: SourcesTree;

  constructor(
    private readonly library: Pick<Library, 'sources' | 'unreadable' | 'get' | 'document'>,
    private readonly log: Log,
  ) {
    super();
    this.tree = new SourcesTree(library, vscode.l10n);
  }

  /** Shows the sources as they are now. Only what has changed is drawn anew. */
  update(): void {
    const change = this.tree.update(this.library.sources, this.library.unreadable);
    if (change === 'everything') {
      this.changed.fire(undefined);
    } else if (change.length > 0) {
      this.changed.fire([...change]);
    }
  }

  /** The node of a document or of a passage in it; `undefined` when there is none. */
  find(ref: Pick<PassageRef, 'source'> & Partial<PassageRef>): Promise<TreeNode | undefined> {
    this.update();
    return this.tree.find(ref);
  }

  /** Never rejects: a document that cannot be had has no passages to show, and the log says why. */
  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    try {
      return [...(node === undefined ? this.tree.roots : await node.children())];
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
    const item = createTreeItem(node.id, spec, collapsibleState(node));
    const source = node.source === undefined ? undefined : this.library.get(node.source);
    if (source !== undefined && spec.opensAt !== undefined) {
      const { line, character } = spec.opensAt;
      const caret = new vscode.Position(line, character);
      // The editor's own command: a click keeps the focus in the tree and previews, a double
      // click pins, Enter moves the focus, Alt opens to the side, as everywhere else.
      item.command = {
        command: 'vscode.open',
        title: vscode.l10n.t('Open'),
        arguments: [
          sourceUri(source),
          {
            selection: new vscode.Range(caret, caret),
          } satisfies vscode.TextDocumentShowOptions,
        ],
      };
    }
    return item;
  }

  async resolveTreeItem(item: vscode.TreeItem, { spec }: TreeNode): Promise<vscode.TreeItem> {
    if (spec.tooltip !== undefined) {
      setItemTooltip(item, await spec.tooltip());
    }
    return item;
  }
}

function collapsibleState({ spec }: TreeNode): vscode.TreeItemCollapsibleState {
  if (spec.children === undefined) {
    return vscode.TreeItemCollapsibleState.None;
  }
  return spec.isOpen === true
    ? vscode.TreeItemCollapsibleState.Expanded
    : vscode.TreeItemCollapsibleState.Collapsed;
}
