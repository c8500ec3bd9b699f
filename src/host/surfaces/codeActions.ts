import * as vscode from 'vscode';
import { inertLine } from './inertText';

/** A code action; its title is shown in menus as plain text. */
export function createCodeAction(title: string, kind: vscode.CodeActionKind): vscode.CodeAction {
  return new vscode.CodeAction(inertLine(title), kind);
}

/** Lets a code action run a command of ours. */
export function setCommand(
  action: vscode.CodeAction,
  command: string,
  args: readonly unknown[],
): void {
  action.command = { command, title: action.title, arguments: [...args] };
}
