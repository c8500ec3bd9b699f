import * as vscode from 'vscode';
import { CITABLE_TYPE, citableRefs, offerCitable } from '../../workspace/bibliographies/citableRef';
import type { Library } from '../../workspace/library/library';
import { type Dropped, DROP_TYPES, droppedFiles } from './incomingFiles';
import type { TreeNode } from '../../host/tree/treeNode';

/**
 * Takes what is dropped on the view: on a source or a folder, it goes to where that lies. Passages
 * can be dragged from it onto notes.
 */
export class SourceDrop implements vscode.TreeDragAndDropController<TreeNode> {
  readonly dropMimeTypes = DROP_TYPES;
  readonly dragMimeTypes = [CITABLE_TYPE];

  constructor(
    private readonly library: Pick<Library, 'get'>,
    private readonly add: (dropped: Dropped, folder?: vscode.Uri) => Promise<void>,
  ) {}

  handleDrag(nodes: readonly TreeNode[], dataTransfer: vscode.DataTransfer): void {
    offerCitable(dataTransfer, citableRefs(nodes));
  }

  async handleDrop(target: TreeNode | undefined, dataTransfer: vscode.DataTransfer): Promise<void> {
    // The data may be read only while the drop is handled, so that it is taken at once.
    await this.add(await droppedFiles(dataTransfer), this.folderOf(target));
  }

  private folderOf(node: TreeNode | undefined): vscode.Uri | undefined {
    const id = node?.source ?? node?.knownChildren[0]?.source;
    const source = id === undefined ? undefined : this.library.get(id);
    return source && vscode.Uri.joinPath(source.uri, '..');
  }
}
