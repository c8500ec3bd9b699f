import * as vscode from 'vscode';
import type { PassageRef } from '../../core/library/document';
import type { Library } from '../../workspace/library/library';
import type { Log } from '../../host/surfaces/log';
import type { TreeNode } from '../../host/tree/treeNode';
import { TreeProvider } from '../../host/tree/treeProvider';
import { sourceUri } from '../../host/uris';
import { SourcesTree } from './sourcesTree';

/** Fills the view of sources. */
export class SourcesTreeProvider extends TreeProvider {
  private readonly tree: SourcesTree;

  constructor(
    private readonly library: Pick<Library, 'sources' | 'unreadable' | 'get' | 'document'>,
    log: Log,
  ) {
    super(log);
    this.tree = new SourcesTree(library, vscode.l10n);
  }

  /** Shows the sources as they are now. Only what has changed is drawn again; the library tells of changes together. */
  update(): void {
    this.tell(this.tree.update(this.library.sources, this.library.unreadable));
  }

  /** The node of a document or of a passage in it; `undefined` when there is none. */
  find(ref: Pick<PassageRef, 'source'> & Partial<PassageRef>): Promise<TreeNode | undefined> {
    this.update();
    return this.tree.find(ref);
  }

  protected roots(): readonly TreeNode[] {
    return this.tree.roots;
  }

  protected commandOf({ source: id, spec: { opensAt } }: TreeNode): vscode.Command | undefined {
    const source = id === undefined ? undefined : this.library.get(id);
    if (source === undefined || opensAt === undefined) {
      return undefined;
    }
    const caret = new vscode.Position(opensAt.line, opensAt.character);
    // The editor's own command: a click keeps the focus in the tree and previews, a double click
    // pins, Enter moves the focus, Alt opens to the side, as everywhere else.
    return {
      command: 'vscode.open',
      title: vscode.l10n.t('Open'),
      arguments: [
        sourceUri(source),
        { selection: new vscode.Range(caret, caret) } satisfies vscode.TextDocumentShowOptions,
      ],
    };
  }
}
