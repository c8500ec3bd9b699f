import * as vscode from 'vscode';
import { DisposableStore } from '../../util/dispose';
import { canInsertInto } from '../../host/insertText';
import { isNote } from '../notes/noteDocuments';

/** Whether an editor shows a note that citations can be put into. */
export function isNoteEditor(editor: vscode.TextEditor): boolean {
  return isNote(editor.document) && canInsertInto(editor);
}

/** Remembers which note was written in last, so that what is read elsewhere can be cited in it. */
export class LastNote extends DisposableStore {
  private last: vscode.TextEditor | undefined;

  constructor() {
    super();
    this.look(vscode.window.activeTextEditor);
    this._register(vscode.window.onDidChangeActiveTextEditor((editor) => this.look(editor)));
  }

  /** `undefined` when there was none, or it has been closed. Behind another tab it counts as open. */
  get editor(): vscode.TextEditor | undefined {
    const { last } = this;
    if (last === undefined || !isNoteEditor(last)) {
      return undefined;
    }
    const { visibleTextEditors } = vscode.window;
    if (visibleTextEditors.includes(last)) {
      return last;
    }
    // An editor that was hidden and shown again is another object.
    const shown = visibleTextEditors.find(({ document }) => document === last.document);
    return shown ?? (hasTab(last.document.uri) ? last : undefined);
  }

  private look(editor: vscode.TextEditor | undefined): void {
    if (editor !== undefined && isNoteEditor(editor)) {
      this.last = editor;
    }
  }
}

function hasTab(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => shows(tab, uri)));
}

function shows({ input }: vscode.Tab, uri: vscode.Uri): boolean {
  if (input instanceof vscode.TabInputText) {
    return input.uri.toString() === uri.toString();
  }
  return (
    input instanceof vscode.TabInputNotebook &&
    uri.scheme === 'vscode-notebook-cell' &&
    input.uri.path === uri.path
  );
}
