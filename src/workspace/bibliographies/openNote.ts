import * as vscode from 'vscode';
import { showInformation } from '../../host/surfaces/messages';

/** Offers a new note where there is none to put a citation into; `undefined` when nobody wants it. */
export async function openNoteForCitation(): Promise<vscode.TextEditor | undefined> {
  const open = vscode.l10n.t('New Note');
  const chosen = await showInformation(vscode.l10n.t('Open a note to insert into.'), open);
  if (chosen !== open) {
    return undefined;
  }
  const note = await vscode.workspace.openTextDocument({ language: 'markdown' });
  return vscode.window.showTextDocument(note, { preview: false });
}
