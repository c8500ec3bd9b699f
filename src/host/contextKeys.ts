import * as vscode from 'vscode';
import type { ContextKeys } from './ids';

export type ContextKey = (typeof ContextKeys)[keyof typeof ContextKeys];

/** What the editor has been told; a key that it does not know is false to it. */
const told = new Map<ContextKey, string | boolean>();

/** Sets a key of `when` clauses. The editor is told of changes alone, since each telling takes time. */
export function setContextKey(key: ContextKey, value: string | boolean): void {
  if ((told.get(key) ?? false) === value) {
    return;
  }
  told.set(key, value);
  void vscode.commands.executeCommand('setContext', key, value);
}
