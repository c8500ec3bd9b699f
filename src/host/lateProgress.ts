import * as vscode from 'vscode';
import { type ReportProgress, withProgress } from './surfaces/progress';

/** Milliseconds that work may take before anybody is told that it goes on. */
const PATIENCE = 400;

/**
 * Does work that can be cancelled, and shows how far it is in a notification: only once it takes
 * its time, since a notification that is gone at once is but a flicker.
 *
 * @param ending cancels it as well
 */
export async function withLateProgress(
  title: string,
  work: (report: ReportProgress, token: vscode.CancellationToken) => Promise<void>,
  ending?: vscode.CancellationToken,
): Promise<void> {
  const source = new vscode.CancellationTokenSource();
  const ended = ending?.onCancellationRequested(() => source.cancel());
  let shown: ReportProgress | undefined;
  let waiting = 0;
  const mine = work(({ message, increment = 0 }) => {
    waiting += increment;
    if (shown) {
      shown({ ...(message !== undefined && { message }), increment: waiting });
      waiting = 0;
    }
  }, source.token);
  const timer = setTimeout(() => {
    void withProgress(title, async (report, token) => {
      shown = report;
      const listening = token.onCancellationRequested(() => source.cancel());
      await mine.catch(() => undefined);
      listening.dispose();
    });
  }, PATIENCE);
  try {
    await mine;
  } finally {
    clearTimeout(timer);
    ended?.dispose();
    source.dispose();
  }
}
