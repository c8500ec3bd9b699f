import * as vscode from 'vscode';
import type { FailedProblem } from '../core/library/document';
import { faultOf } from '../core/paths/fileFault';

/** Whether an error of `workspace.fs` says that there is no such file. */
export function isGone(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** Whether an error of `workspace.fs` says that there is such a file already. */
export function isThere(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileExists';
}

/** An error for the log. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** An error of `workspace.fs` as the problem of what it is about. */
export function failedProblem(error: unknown): FailedProblem {
  const fault = faultOf(error);
  return {
    kind: 'failed',
    reason: describeError(error),
    ...(fault && { cause: { kind: 'file', fault } }),
  };
}
