import type { SourceDocument } from '../../../../src/core/library/document';
import type { SourceProblem } from '../../../../src/features/sources/acknowledgements';
import { documentNodes } from '../../../../src/features/sources/documentNodes';
import { sourceTooltip } from '../../../../src/features/sources/sourceTooltip';
import { SourcesTree } from '../../../../src/features/sources/sourcesTree';
import type { TreeNode } from '../../../../src/host/tree/treeNode';
import type { LibrarySource, UnreadableFolder } from '../../../../src/workspace/library/library';
import { english } from '../../../support/localizer';

/** A tree of `sources` whose documents are looked up by the id of the source. No problem is acknowledged, unless said. */
export function treeOf(
  sources: readonly LibrarySource[],
  documents: Readonly<Record<string, SourceDocument>> = {},
  unreadable: readonly UnreadableFolder[] = [],
  isAcknowledged: (problem: SourceProblem) => boolean = () => false,
): SourcesTree {
  const library = { document: (id: string) => Promise.resolve(documents[id]) };
  const tree = new SourcesTree(library, english, isAcknowledged, {
    nodes: (source, document) => Promise.resolve(documentNodes(source, document, english)),
    tooltip: (source, document) => Promise.resolve(sourceTooltip(source, document, english)),
  });
  tree.update(sources, unreadable);
  return tree;
}

/** A whole tree as lines `label (description)`, two blanks for each level. */
export async function outline(nodes: readonly TreeNode[], indent = ''): Promise<string> {
  const parts = await Promise.all(
    nodes.map(async (node) => {
      const { label, description } = node.spec;
      const below = await outline(await node.load(), `${indent}  `);
      return `${indent}${label}${description === undefined ? '' : ` (${description})`}\n${below}`;
    }),
  );
  return parts.join('');
}

/** Every node of a tree, those above before those below. */
export async function everyNode(nodes: readonly TreeNode[]): Promise<readonly TreeNode[]> {
  const parts = await Promise.all(
    nodes.map(async (node) => [node, ...(await everyNode(await node.load()))]),
  );
  return parts.flat();
}
