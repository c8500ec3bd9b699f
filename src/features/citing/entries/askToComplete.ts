import * as vscode from 'vscode';
import { incompleteEntries } from '../../../core/citation/entryParts';
import { Commands } from '../../../host/ids';
import { showInformation } from '../../../host/surfaces/messages';
import type { CitedEntryAdded } from '../../../workspace/bibliographies/citing';
import type { EntryMemory } from './entryMemory';
import { missingText } from '../../../core/citation/missingText';

/**
 * Remembers an entry as ours, and asks beside the work whether it is to be completed, where it lacks
 * something: once a source, and never again once that was declined.
 */
export async function askToComplete(
  memory: EntryMemory,
  { file, citekey, source }: CitedEntryAdded,
): Promise<void> {
  await memory.rememberAdded(file, citekey);
  const document = await vscode.workspace.openTextDocument(file);
  const [entry] = incompleteEntries(document.getText(), file.path, (key) => key === citekey);
  if (entry === undefined || !memory.mayAsk(source)) {
    return;
  }
  const complete = vscode.l10n.t('Complete Entry…');
  const decline = vscode.l10n.t('Not Now');
  const chosen = await showInformation(
    missingText(citekey, entry.missing, vscode.l10n),
    complete,
    decline,
  );
  if (chosen === complete) {
    await vscode.commands.executeCommand(Commands.completeEntry, file.toString(), citekey);
  } else if (chosen === decline) {
    await memory.rememberDeclined(source);
  }
}
