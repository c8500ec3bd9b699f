import type * as vscode from 'vscode';
import { DisposableStore } from '../../util/dispose';
import type { ViewId } from '../ids';
import { createTree } from '../surfaces/trees';
import type { TreeNode } from './treeNode';
import type { TreeProvider } from './treeProvider';

/** How often a node is revealed whose tree goes on being shown anew. */
const MOST_ATTEMPTS = 5;

/** A tree in a view of ours. */
export class TreeInView<P extends TreeProvider = TreeProvider> extends DisposableStore {
  readonly view: vscode.TreeView<TreeNode>;

  /** @param provider fills the view, and is disposed of with it */
  constructor(
    id: ViewId,
    readonly provider: P,
    dragAndDrop?: vscode.TreeDragAndDropController<TreeNode>,
  ) {
    super();
    this._register(provider);
    this.view = this._register(createTree(id, provider, dragAndDrop));
  }

  /**
   * Selects a node, its parents expanded. What is to be refreshed is shown before: a node of a tree
   * that is about to go cannot be revealed.
   *
   * @param find looks for the node as the tree is then
   * @returns false when there is no such node
   */
  async reveal(find: () => Promise<TreeNode | undefined>): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      this.provider.flush();
      const { shownAnew } = this.provider;
      const node = await find();
      if (node === undefined || this.isDisposed) {
        return node !== undefined;
      }
      try {
        await this.view.reveal(node, { select: true, focus: true });
      } catch (error) {
        if (this.provider.shownAnew === shownAnew) {
          throw error;
        }
      }
      // Whoever is shown anew meanwhile loses what is to be selected.
      if (this.provider.shownAnew === shownAnew || attempt === MOST_ATTEMPTS) {
        return true;
      }
    }
  }

  /** Calls `update` after `changed` has been fired, once for all its events: while the view is seen, or when it is seen next. */
  whileSeen(changed: vscode.Event<unknown>, update: () => void): void {
    let isOutdated = false;
    const look = () => {
      if (isOutdated && this.view.visible) {
        isOutdated = false;
        update();
      }
    };
    this._register(
      changed(() => {
        isOutdated = true;
        look();
      }),
    );
    this._register(this.view.onDidChangeVisibility(look));
  }
}
