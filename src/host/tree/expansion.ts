import type * as vscode from 'vscode';
import { DisposableStore } from '../../util/dispose';
import type { TreeNode } from './treeNode';

/** So many open nodes are remembered, the latest. */
const MOST_OPEN_NODES = 200;

/**
 * Which nodes of a view are open, remembered over sessions: the editor itself keeps that only while
 * its window lives.
 */
export class Expansion extends DisposableStore {
  private readonly open: Set<string>;

  constructor(
    private readonly key: string,
    private readonly state: vscode.Memento,
  ) {
    super();
    const remembered: unknown = state.get(key);
    this.open = new Set(Array.isArray(remembered) ? remembered.map(String) : []);
  }

  has(node: TreeNode): boolean {
    return this.open.has(node.id);
  }

  /** Keeps up with what the user opens and closes in `tree`. */
  follow(
    tree: Pick<vscode.TreeView<TreeNode>, 'onDidExpandElement' | 'onDidCollapseElement'>,
  ): void {
    this._register(
      tree.onDidExpandElement(({ element }) => {
        this.open.add(element.id);
        this.save();
      }),
    );
    this._register(
      tree.onDidCollapseElement(({ element }) => {
        this.open.delete(element.id);
        this.save();
      }),
    );
  }

  private save(): void {
    void this.state.update(this.key, [...this.open].slice(-MOST_OPEN_NODES));
  }
}
