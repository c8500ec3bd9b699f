import * as vscode from 'vscode';

/** Whether an error of `workspace.fs` says that there is no such file. */
export function isGone(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** An error for the log, or as the reason of a problem. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
