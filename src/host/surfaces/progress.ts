import * as vscode from 'vscode';
import type { ViewId } from '../ids';
import { inertLine } from './inertText';

/** How far work has come since the last report. */
export interface ProgressReport {
  readonly message?: string;
  /** Percent that were done since the last report. */
  readonly increment?: number;
}

export type ReportProgress = (value: ProgressReport) => void;

/**
 * Does work that can be cancelled, and shows in a notification how far it is. The editor reads title
 * and message as it reads those of messages, and in the status bar while notifications are silenced.
 */
export function withProgress<T>(
  title: string,
  work: (report: ReportProgress, token: vscode.CancellationToken) => Promise<T>,
): Thenable<T> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: inertLine(title),
      cancellable: true,
    },
    (progress, token) =>
      work(
        ({ message, increment }) =>
          progress.report({
            ...(message !== undefined && { message: inertLine(message) }),
            ...(increment !== undefined && { increment }),
          }),
        token,
      ),
  );
}

/** Does work with a moving line at the top of a view. */
export function withViewProgress<T>(view: ViewId, work: () => Promise<T>): Thenable<T> {
  return vscode.window.withProgress({ location: { viewId: view } }, work);
}
