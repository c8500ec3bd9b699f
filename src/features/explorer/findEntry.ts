import type { EntryRef } from '../../core/model';
import type { TreeNode } from '../../host/tree/treeNode';

/** The node of an entry that is nearest to the top, the first of several; `undefined` when there is none. */
export function findEntry(roots: readonly TreeNode[], ref: EntryRef): TreeNode | undefined {
  let level = roots;
  while (level.length > 0) {
    const found = level.find((node) => node.ref?.kind === ref.kind && node.ref.id === ref.id);
    if (found !== undefined) {
      return found;
    }
    // Own terms lead to no entry that does not stand elsewhere, and there may be many.
    level = level.flatMap((node) =>
      node.term !== undefined && node.ref === undefined ? [] : node.children,
    );
  }
  return undefined;
}
