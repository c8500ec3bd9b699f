import { EntryNodes } from '../../../src/features/explorer/entryNodes';
import { type NodeSpec, TreeNode } from '../../../src/features/explorer/treeNode';
import { english } from '../../support/localizer';
import { SMALL_CATALOG } from '../../support/smallPack';

export const NODES = new EntryNodes(SMALL_CATALOG, english);

export function tree(specs: readonly NodeSpec[]): readonly TreeNode[] {
  return specs.map((spec) => new TreeNode(spec));
}

/** A whole tree as lines `label (description)`, two blanks for each level. */
export function outline(nodes: readonly TreeNode[], indent = ''): string {
  return nodes
    .map(({ spec, children }) => {
      const description = spec.description === undefined ? '' : ` (${spec.description})`;
      return `${indent}${spec.label}${description}\n${outline(children, `${indent}  `)}`;
    })
    .join('');
}

/** Every node of a tree, those above before those below. */
export function everyNode(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return nodes.flatMap((node) => [node, ...everyNode(node.children)]);
}
