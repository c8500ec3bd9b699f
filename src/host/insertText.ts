import * as vscode from 'vscode';
import { SCHEME } from './ids';

/** Whether text can be put into an editor. One that is read-only in its own right only shows when it is tried. */
export function canInsertInto(editor: vscode.TextEditor): boolean {
  const { scheme } = editor.document.uri;
  return (
    scheme !== SCHEME &&
    scheme !== 'output' &&
    vscode.workspace.fs.isWritableFileSystem(scheme) !== false
  );
}

/**
 * Puts `text` behind each selection, none of which it replaces, as one step to undo.
 *
 * @returns whether the document took it.
 */
export async function insertAtCursors(editor: vscode.TextEditor, text: string): Promise<boolean> {
  if (vscode.window.visibleTextEditors.includes(editor)) {
    return editor.edit((edit) => {
      editor.selections.forEach((selection) => edit.insert(selection.end, text));
    });
  }
  // An editor that was hidden and shown again, such as a notebook's cell, is another object now.
  const edit = new vscode.WorkspaceEdit();
  for (const selection of editor.selections) {
    edit.insert(editor.document.uri, selection.end, text);
  }
  return vscode.workspace.applyEdit(edit);
}
