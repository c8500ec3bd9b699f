import type * as vscode from 'vscode';
import type { EntryRef } from '../../core/model';
import type { ShownNode } from '../../host/surfaces/trees';

/** What a click shows: the page of an entry, the entry of a term in its glossary, a place in a file. */
export type Opening =
  | EntryRef
  | { readonly term: string }
  | { readonly uri: vscode.Uri; readonly range: vscode.Range | undefined };

/** What has been found below a node, and what the node says since. */
export interface FoundBelow {
  /** Never empty. */
  readonly children: readonly NodeSpec[];
  readonly shown: Pick<ShownNode, 'description' | 'spoken'>;
}

/** What a node of a tree shows and does. */
export interface NodeSpec extends ShownNode {
  /** Unique among its siblings and the same in every session. */
  readonly key: string;
  /** The entry that the node stands for; absent for groups. */
  readonly ref?: EntryRef | undefined;
  /** The id of the term, shipped or of a glossary, that the node stands for. */
  readonly term?: string | undefined;
  /** Absent where a click opens and closes the node. */
  readonly opens?: Opening | undefined;
  /** What "Search Within" starts with; absent where it is not offered. */
  readonly query?: string | undefined;
  /** Paragraphs of plain text. */
  readonly tooltip?: () => readonly string[];
  /** Absent for leaves; never leads to an empty list. */
  readonly children?: (() => readonly NodeSpec[]) | undefined;
  /** In place of `children`, where finding them takes time: called when the node is opened. */
  readonly find?: (() => Promise<FoundBelow>) | undefined;
}

/** A node at its place in a tree. The same entry may stand at several places. */
export class TreeNode {
  /** The keys from the root down: unique in its tree and the same in every session. */
  readonly id: string;
  private made: readonly TreeNode[] | undefined;
  private found: FoundBelow | undefined;

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

  /** For commands, too. */
  get term(): string | undefined {
    return this.spec.term;
  }

  /** What is to be seen of the node now. */
  get shown(): ShownNode {
    return this.found ? { ...this.spec, ...this.found.shown } : this.spec;
  }

  /** Whether what is below must be found before it can be shown. */
  get isUnknown(): boolean {
    return this.spec.find !== undefined && this.found === undefined;
  }

  /** Finds, or finds anew, what is below. */
  async find(): Promise<void> {
    const found = await this.spec.find?.();
    if (found) {
      this.found = found;
      this.made = found.children.map((spec) => new TreeNode(spec, this));
    }
  }

  /** Made on first use and kept, so that each place has one node; empty until they have been found. */
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
    // Own terms lead to no entry that does not stand elsewhere, and there may be many.
    level = level.flatMap((node) =>
      node.term !== undefined && node.ref === undefined ? [] : node.children,
    );
  }
  return undefined;
}
