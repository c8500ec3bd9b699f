import * as vscode from 'vscode';
import type { PassageRef } from '../../core/library/document';
import type { Library, LibrarySource } from '../../workspace/library/library';
import { loadPart } from '../../host/loadPart';
import type { Log } from '../../host/surfaces/log';
import type { TreeNode } from '../../host/tree/treeNode';
import { TreeProvider } from '../../host/tree/treeProvider';
import { sourceUri } from '../../host/uris';
import { Commands } from '../../host/ids';
import type { SourceProblem } from './acknowledgements';
import { type DocumentDetails, hasProblem } from './sourceNodes';
import { type SourceOrder, sortSources } from './sourceOrder';
import { SourcesTree } from './sourcesTree';

type ShowOptions = vscode.TextDocumentShowOptions;

/** What the user has chosen for the view. */
export interface SourceChoices {
  readonly order: () => SourceOrder;
  readonly isAcknowledged: (problem: SourceProblem) => boolean;
}

/** Fills the view of sources. */
export class SourcesTreeProvider extends TreeProvider {
  private readonly tree: SourcesTree;

  /** In which order which sources were shown last. */
  private shown: { readonly order: SourceOrder; readonly ids: readonly string[] } | undefined;

  constructor(
    private readonly library: Pick<
      Library,
      'sources' | 'unreadable' | 'get' | 'document' | 'progress'
    >,
    private readonly choices: SourceChoices,
    log: Log,
  ) {
    super(log);
    const details: DocumentDetails = {
      nodes: async (source, document) => {
        const { documentNodes } = await loadPart(log, () => import('./documentNodes'));
        return documentNodes(source, document, vscode.l10n);
      },
      tooltip: async (source, document) => {
        const { sourceTooltip } = await loadPart(log, () => import('./sourceTooltip'));
        return sourceTooltip(source, document, vscode.l10n);
      },
    };
    this.tree = new SourcesTree(library, vscode.l10n, choices.isAcknowledged, details);
  }

  /** Shows the sources as they are now. Only what has changed is drawn again; the library tells of changes together. */
  update(): void {
    this.tell(this.tree.update(this.sorted(), this.library.unreadable));
  }

  /** The node of a document or of a passage in it; `undefined` when there is none. */
  find(ref: Pick<PassageRef, 'source'> & Partial<PassageRef>): Promise<TreeNode | undefined> {
    this.update();
    return this.tree.find(ref);
  }

  protected roots(): readonly TreeNode[] {
    return this.tree.roots;
  }

  protected commandOf(node: TreeNode): vscode.Command | undefined {
    const { source: id, spec } = node;
    const title = vscode.l10n.t('Open');
    if (hasProblem(spec)) {
      return { command: Commands.showSourceProblem, title, arguments: [node] };
    }
    const source = id === undefined ? undefined : this.library.get(id);
    if (source?.state.kind !== 'ready') {
      return undefined;
    }
    const { opensAt } = spec;
    const caret = opensAt && new vscode.Position(opensAt.line, opensAt.character);
    // The editor's own command: a click keeps the focus in the tree and previews, a double click
    // pins, Enter moves the focus, Alt opens to the side, as everywhere else. Where a document as a
    // whole is open already, the reader finds it where she left it.
    return {
      command: 'vscode.open',
      title,
      arguments: [
        sourceUri(source),
        caret && ({ selection: new vscode.Range(caret, caret) } satisfies ShowOptions),
      ],
    };
  }

  /**
   * The sources in the order that the user has chosen. While they are read, which tells their titles
   * one by one, rows stay where they are: they would move below the pointer.
   */
  private sorted(): readonly LibrarySource[] {
    const { sources, progress } = this.library;
    const order = this.choices.order();
    const stays =
      progress !== undefined &&
      this.shown?.order === order &&
      this.shown.ids.length === sources.length;
    const before = stays ? this.shown?.ids.map((id) => this.library.get(id)) : undefined;
    const sorted = before?.filter((source) => source !== undefined) ?? [];
    if (before !== undefined && sorted.length === sources.length) {
      return sorted;
    }
    const anew = sortSources(sources, order);
    this.shown = { order, ids: anew.map(({ id }) => id) };
    return anew;
  }
}
