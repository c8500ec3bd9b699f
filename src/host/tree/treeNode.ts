import type * as vscode from 'vscode';
import type { EntryRef, SourceId } from '../../core/model';
import type { EntryPage } from '../../core/packs/entryPage';
import type { ShownNode } from '../surfaces/trees';

/** What a click shows: the page of an entry, the entry of a term in its glossary, a place in a file, or what a command does. */
export type Opening =
  | EntryPage
  | { readonly term: string }
  | { readonly uri: vscode.Uri; readonly range: vscode.Range | undefined }
  | { readonly command: string; readonly arguments: readonly unknown[] };

/** What has been found below a node, and what the node says since. */
export interface FoundBelow {
  readonly children: readonly NodeSpec[];
  /** Absent when the node says the same as before. */
  readonly shown?: Pick<ShownNode, 'description' | 'spoken'>;
}

/** What a node of a tree shows and does, in whichever view. */
export interface NodeSpec extends ShownNode {
  /** Unique among its siblings and the same in every session. */
  readonly key: string;
  /** The entry that the node stands for; absent for groups. */
  readonly ref?: EntryRef | undefined;
  /** The id of the term, shipped or of a glossary, that the node stands for. */
  readonly term?: string | undefined;
  /** The document that the node is, or is a part of. */
  readonly source?: SourceId;
  /** The passage that the node is. */
  readonly passage?: string;
  /** What a click and Enter show; absent where they open and close the node. */
  readonly opens?: Opening | undefined;
  /** Whether the node, with all that is below it, has a place of its own elsewhere in the tree. */
  readonly isRepeated?: boolean;
  /** Where in the page of `source` a click leads, counted from 0; absent for the page as a whole. */
  readonly opensAt?: { readonly line: number; readonly character: number };
  /** The list of which a click shows more. */
  readonly more?: string;
  /** What is looked at where the node is opened: see `OwnPassages.look`. */
  readonly news?: string | undefined;
  /** What "Search Within" starts with; absent where it is not offered. */
  readonly query?: string | undefined;
  /** Paragraphs of plain text. */
  readonly tooltip?: () => readonly string[] | Promise<readonly string[]>;
  /** Absent for leaves. */
  readonly children?: (() => readonly NodeSpec[]) | undefined;
  /** In place of `children`, where finding them takes time: called when the node is opened. */
  readonly find?: (() => Promise<FoundBelow>) | undefined;
  /** Whether the node is open when it first appears, unless the view remembers. */
  readonly isOpen?: boolean;
}

/**
 * A node at its place in a tree; the same entry may stand at several places. What it shows may
 * change, but it stays the same object as long as it stands for the same thing, for by the object
 * the editor is told what has changed.
 */
export class TreeNode {
  /** The keys from the root down: unique in its tree and the same in every session. */
  readonly id: string;
  private nodes: readonly TreeNode[] = [];
  /** Whether `nodes` are those of `current`. */
  private isMade = false;
  private found: FoundBelow | undefined;
  /** A search for what is below, which all who open the node wait for. */
  private finding: Promise<void> | undefined;
  /** Counts what makes earlier searches worthless. */
  private round = 0;

  constructor(
    private current: NodeSpec,
    readonly parent?: TreeNode,
  ) {
    this.id = parent === undefined ? current.key : `${parent.id}/${current.key}`;
  }

  get spec(): NodeSpec {
    return this.current;
  }

  // For commands: what they look for in an argument from a tree's menu.

  get ref(): EntryRef | undefined {
    return this.current.ref;
  }

  get term(): string | undefined {
    return this.current.term;
  }

  get source(): SourceId | undefined {
    return this.current.source;
  }

  get passage(): string | undefined {
    return this.current.passage;
  }

  /** What is to be seen of the node now. */
  get shown(): ShownNode {
    return this.found?.shown ? { ...this.current, ...this.found.shown } : this.current;
  }

  /** Whether anything may be below. */
  get isBranch(): boolean {
    return this.current.children !== undefined || this.current.find !== undefined;
  }

  /** Whether what is below must be found before it can be shown. */
  get isUnknown(): boolean {
    return this.current.find !== undefined && this.found === undefined;
  }

  /** Made on first use and kept, so that each place has one node; as last found while it is unknown. */
  get children(): readonly TreeNode[] {
    if (!this.isMade && !this.isUnknown) {
      this.isMade = true;
      const specs = this.found?.children ?? this.current.children?.() ?? [];
      this.nodes = updateNodes(this.nodes, specs, this);
    }
    return this.nodes;
  }

  /** Its children as they were when they were last asked for; none are made. */
  get knownChildren(): readonly TreeNode[] {
    return this.nodes;
  }

  /** Its children, found before when they are unknown. Rejects when they cannot be; the next call tries again. */
  async load(): Promise<readonly TreeNode[]> {
    if (this.isUnknown) {
      await (this.finding ??= this.find());
    }
    return this.children;
  }

  /** Finds what is below, again when it has been found before. Of several searches the last counts. */
  async find(): Promise<void> {
    const round = ++this.round;
    try {
      const found = await this.current.find?.();
      if (found && round === this.round) {
        this.found = found;
        this.isMade = false;
      }
    } finally {
      if (round === this.round) {
        this.finding = undefined;
      }
    }
  }

  /** Shows what `spec` says, which has the same key; does nothing when it is the same object. */
  show(spec: NodeSpec): void {
    if (spec !== this.current) {
      this.current = spec;
      this.isMade = false;
      this.found = undefined;
      this.finding = undefined;
      this.round++;
    }
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
