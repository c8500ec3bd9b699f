import * as vscode from 'vscode';

/** The one log of the extension, shown by "IP4 Desk: Show Log". */
export function createLog(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel('IP4 Desk', { log: true });
}
