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
 * Puts `text` behind each selection, none of which it replaces, as one step to undo. Where it would
 * run together with a word, a blank parts them.
 *
 * @returns whether the document took it.
 */
export async function insertAtCursors(editor: vscode.TextEditor, text: string): Promise<boolean> {
  const { document } = editor;
  const insertions = editor.selections.map(({ end }) => ({
    at: end,
    text: partedFrom(document.lineAt(end.line).text, end.character, text),
  }));
  if (vscode.window.visibleTextEditors.includes(editor)) {
    return editor.edit((edit) => insertions.forEach(({ at, text }) => edit.insert(at, text)));
  }
  // An editor that was hidden and shown again, such as a notebook's cell, is another object now.
  const edit = new vscode.WorkspaceEdit();
  insertions.forEach(({ at, text }) => edit.insert(document.uri, at, text));
  return vscode.workspace.applyEdit(edit);
}

/** `text` with blanks around it where `line` has none at that place and needs them. */
function partedFrom(line: string, character: number, text: string): string {
  const before = /[^\s([{"'“‘«*_>]$/u.test(line.slice(0, character)) ? ' ' : '';
  const after = /^[\p{L}\p{N}([{"“‘«]/u.test(line.slice(character)) ? ' ' : '';
  return before + text + after;
}
