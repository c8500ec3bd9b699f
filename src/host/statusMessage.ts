import * as vscode from 'vscode';

/** How long a message stays in the status bar, in milliseconds. */
const MESSAGE_MS = 4000;

/** Says in the status bar, for a moment, what was done. */
export function showStatusMessage(message: string): void {
  vscode.window.setStatusBarMessage(message, MESSAGE_MS);
}
