import type { EntryRef } from '../../core/model';
import type { ShownNode } from '../../host/tree/treeItem';

/** What a node of a tree shows and does. */
export interface NodeSpec extends ShownNode {
  /** Unique among its siblings and the same in every session. */
  readonly key: string;
  /** The entry that the node stands for; absent for groups. */
  readonly ref?: EntryRef | undefined;
  /** The entry whose page a click opens; absent where a click opens and closes the node. */
  readonly opens?: EntryRef | undefined;
  /** What "Search Within" starts with; absent where it is not offered. */
  readonly query?: string | undefined;
  /** Paragraphs of plain text. */
  readonly tooltip?: () => readonly string[];
  /** Absent for leaves; never leads to an empty list. */
  readonly children?: (() => readonly NodeSpec[]) | undefined;
}

/** A node at its place in a tree. The same entry may stand at several places. */
export class TreeNode {
  /** The keys from the root down: unique in its tree and the same in every session. */
  readonly id: string;
  private made: readonly TreeNode[] | undefined;

  constructor(
    readonly spec: NodeSpec,
    readonly parent?: TreeNode,
  ) {
    this.id = parent === undefined ? spec.key : `${parent.id}/${spec.key}`;
  }

  /** For commands: what they look for in an argument from a tree's menu. */
  get ref(): EntryRef | undefined {
    return this.spec.ref;
  }

  /** Made on first use and kept, so that each place has one node. */
  get children(): readonly TreeNode[] {
    this.made ??= (this.spec.children?.() ?? []).map((spec) => new TreeNode(spec, this));
    return this.made;
  }
}

/** The node of an entry that is nearest to the top, the first of several; `undefined` when there is none. */
export function findEntry(roots: readonly TreeNode[], ref: EntryRef): TreeNode | undefined {
  let level = roots;
  while (level.length > 0) {
    const found = level.find((node) => node.ref?.kind === ref.kind && node.ref.id === ref.id);
    if (found !== undefined) {
      return found;
    }
    level = level.flatMap((node) => node.children);
  }
  return undefined;
}
