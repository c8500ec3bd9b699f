import * as vscode from 'vscode';
import type { ContextKeys } from './ids';

export type ContextKey = (typeof ContextKeys)[keyof typeof ContextKeys];

/** Sets a key of `when` clauses. */
export function setContextKey(key: ContextKey, value: string | boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
