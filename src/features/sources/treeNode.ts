import type { SourceId } from '../../core/model';
import type { ShownNode } from '../../host/surfaces/trees';
import { lazy } from '../../util/lazy';

/** What a node of the tree of sources shows and does. */
export interface NodeSpec extends ShownNode {
  /** Unique among its siblings and the same in every session. */
  readonly key: string;
  /** The document that the node is, or is a part of; absent on folders. */
  readonly source?: SourceId;
  /** The passage that the node is. */
  readonly passage?: string;
  /** Where a click opens the document's page, counted from 0; absent where it opens the node. */
  readonly opensAt?: { readonly line: number; readonly character: number };
  /** Paragraphs of plain text. */
  readonly tooltip?: () => readonly string[] | Promise<readonly string[]>;
  /** Absent for leaves. */
  readonly children?: () => readonly NodeSpec[] | Promise<readonly NodeSpec[]>;
  /** Whether it is open when it first appears. */
  readonly isOpen?: boolean;
}

/**
 * A node at its place in the tree. What it shows may change, but it stays the same object as long
 * as it stands for the same thing, for by the object the editor is told what has changed.
 */
export class TreeNode {
  /** Unique in the tree and the same in every session. */
  readonly id: string;
  /** Made on first use and kept. Rejects when a document cannot be had; the next call tries again. */
  readonly children = lazy(() => this.makeChildren());
  private latest: readonly TreeNode[] = [];

  constructor(
    private current: NodeSpec,
    readonly parent?: TreeNode,
  ) {
    this.id = parent === undefined ? current.key : `${parent.id}/${current.key}`;
  }

  get spec(): NodeSpec {
    return this.current;
  }

  /** For commands: what they look for in an argument from a tree's menu. */
  get source(): SourceId | undefined {
    return this.current.source;
  }

  get passage(): string | undefined {
    return this.current.passage;
  }

  /** Its children as they were when they were last asked for. */
  get knownChildren(): readonly TreeNode[] {
    return this.latest;
  }

  /** Shows what `spec` says, which has the same key; does nothing when it is the same object. */
  show(spec: NodeSpec): void {
    if (spec !== this.current) {
      this.current = spec;
      this.children.reset();
    }
  }

  private makeChildren(): Promise<readonly TreeNode[]> {
    const keep = (specs: readonly NodeSpec[]) =>
      (this.latest = updateNodes(this.latest, specs, this));
    const specs = this.current.children?.() ?? [];
    return specs instanceof Promise ? specs.then(keep) : Promise.resolve(keep(specs));
  }
}

/** The nodes for `specs`, in their order; those of `nodes` that are still there are kept. */
export function updateNodes(
  nodes: readonly TreeNode[],
  specs: readonly NodeSpec[],
  parent?: TreeNode,
): readonly TreeNode[] {
  const byKey = new Map(nodes.map((node) => [node.spec.key, node]));
  return specs.map((spec) => {
    const node = byKey.get(spec.key);
    node?.show(spec);
    return node ?? new TreeNode(spec, parent);
  });
}
