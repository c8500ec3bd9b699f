import * as vscode from 'vscode';
import type { Desk } from './desk';
import { Commands } from '../host/ids';
import { ENTRY_KINDS } from '../host/entryKinds';
import { showStatusMessage, showWarning } from '../host/surfaces/messages';

/** Reads the packs anew and says what came of it. */
export async function reloadPacks(desk: Pick<Desk, 'catalog' | 'reload'>): Promise<void> {
  desk.reload();
  const catalog = await desk.catalog();
  if (ENTRY_KINDS.some((kind) => catalog.all(kind).length > 0)) {
    showStatusMessage(vscode.l10n.t('Library reloaded'));
    return;
  }
  const showLog = vscode.l10n.t('Show Log');
  const chosen = await showWarning(
    vscode.l10n.t('Nothing could be loaded from the library.'),
    showLog,
  );
  if (chosen === showLog) {
    await vscode.commands.executeCommand(Commands.showLog);
  }
}
