import * as vscode from 'vscode';
import type { Place } from '../../core/paths/place';

/**
 * Where a note lies; `undefined` for one that lies nowhere yet. A cell lies where its notebook does,
 * and a note that is to be saved under a name that is known already lies there.
 *
 * @param roots the workspace folders
 */
export function placeOfNote(uri: vscode.Uri, roots: readonly vscode.Uri[]): Place | undefined {
  const own =
    uri.scheme === 'vscode-notebook-cell'
      ? (vscode.workspace.notebookDocuments.find((notebook) => notebook.uri.path === uri.path)
          ?.uri ?? uri)
      : uri;
  if (own.scheme !== 'untitled') {
    return own;
  }
  const [root] = roots;
  return own.path.startsWith('/') ? root?.with({ path: own.path }) : undefined;
}
