import type { NodeSpec, TreeNode } from './treeNode';
import type { TreeChange } from './treeProvider';

/**
 * Has the nodes of a tree show what `specs` say, and finds those that the editor has to draw again: the
 * topmost of which something else is to be seen, as far down as anything is known to be seen. Everything,
 * where nodes come, go or change places at the top.
 */
export function changedNodes(nodes: readonly TreeNode[], specs: readonly NodeSpec[]): TreeChange {
  if (!haveSameKeys(nodes, specs)) {
    return 'everything';
  }
  const changed: TreeNode[] = [];
  specs.forEach((spec, at) => {
    const node = nodes[at];
    if (node && !showSame(node, spec, changed)) {
      changed.push(node);
    }
  });
  return changed;
}

/** Has a node show a spec. Returns whether the same is to be seen of the node itself, and which are below. */
function showSame(node: TreeNode, spec: NodeSpec, changed: TreeNode[]): boolean {
  const before = seen(node.shown);
  const known = node.knownChildren;
  const wasBranch = node.isBranch;
  node.show(spec);
  if (before !== seen(node.shown) || wasBranch !== node.isBranch) {
    return false;
  }
  if (known.length === 0) {
    return true;
  }
  const below = spec.children?.();
  if (below === undefined || !haveSameKeys(known, below)) {
    return false;
  }
  below.forEach((child, at) => {
    const kept = known[at];
    if (kept && !showSame(kept, child, changed)) {
      changed.push(kept);
    }
  });
  return true;
}

function haveSameKeys(nodes: readonly TreeNode[], specs: readonly NodeSpec[]): boolean {
  return nodes.length === specs.length && specs.every(({ key }, at) => nodes[at]?.spec.key === key);
}

/** What is to be seen of a node, as a text; what functions find later is asked for then. */
function seen(shown: TreeNode['shown']): string {
  return JSON.stringify(shown);
}
