import * as vscode from 'vscode';
import type { ExportFormat } from '../../core/export/exportNote';
import { showInformation, showWarning } from '../../host/surfaces/messages';
import { nameOf } from './notePlaces';

/** Says that a file is there, and offers to open it and to show where. Does not wait for an answer. */
export function tellWritten(file: vscode.Uri, format: ExportFormat): void {
  void offer(file, format);
}

async function offer(file: vscode.Uri, format: ExportFormat): Promise<void> {
  const { l10n, env } = vscode;
  // A program of the user's opens what lies on the same machine, and nothing else can.
  const isHere = file.scheme === 'file' && env.remoteName === undefined;
  const [open, reveal] = [l10n.t('Open'), l10n.t('Reveal')];
  const message =
    format === 'word'
      ? l10n.t('The Word file “{0}” is written.', nameOf(file))
      : l10n.t('The HTML file “{0}” is written.', nameOf(file));
  const chosen = await (isHere
    ? showInformation(message, open, reveal)
    : showInformation(message, reveal));
  if (chosen === reveal) {
    await vscode.commands.executeCommand(
      isHere && env.uiKind === vscode.UIKind.Desktop ? 'revealFileInOS' : 'revealInExplorer',
      file,
    );
  } else if (chosen === open && !(await env.openExternal(file))) {
    void showWarning(l10n.t('Could not open “{0}”.', nameOf(file)));
  }
}
