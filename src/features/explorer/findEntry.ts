import type { EntryRef } from '../../core/model';
import type { TreeNode } from '../../host/tree/treeNode';

/**
 * The node of an entry that is nearest to the top, the first of several; one that is repeated there
 * only when there is no other. `undefined` when there is none.
 */
export function findEntry(roots: readonly TreeNode[], ref: EntryRef): TreeNode | undefined {
  return find(roots, ref, (node) => !node.spec.isRepeated) ?? find(roots, ref, () => true);
}

function find(
  roots: readonly TreeNode[],
  ref: EntryRef,
  isLookedAt: (node: TreeNode) => boolean,
): TreeNode | undefined {
  let level = roots.filter(isLookedAt);
  while (level.length > 0) {
    const found = level.find((node) => node.ref?.kind === ref.kind && node.ref.id === ref.id);
    if (found !== undefined) {
      return found;
    }
    // Own terms lead to no entry that does not stand elsewhere, and there may be many.
    level = level
      .flatMap((node) => (node.term !== undefined && node.ref === undefined ? [] : node.children))
      .filter(isLookedAt);
  }
  return undefined;
}
