import { EntryNodes } from '../../../../src/features/explorer/entryNodes';
import type { TermsModel } from '../../../../src/features/explorer/termsTree';
import { knownTermOfPack, type KnownTerm } from '../../../../src/core/terms/knownTerm';
import { type NodeSpec, TreeNode } from '../../../../src/host/tree/treeNode';
import { english } from '../../../support/localizer';
import { SMALL_CATALOG } from '../../../support/smallPack';

export const NODES = new EntryNodes(SMALL_CATALOG, english);

/** The shipped terms with others, none of them mentioned anywhere. */
export function termsModel(
  own: readonly KnownTerm[] = [],
  more: Partial<TermsModel> = {},
): TermsModel {
  const all = [...own, ...SMALL_CATALOG.all('term').map(knownTermOfPack)];
  return { all, shown: all, mentionsOf: () => Promise.resolve([]), ...more };
}

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
