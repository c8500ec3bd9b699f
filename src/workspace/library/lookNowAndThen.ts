import * as vscode from 'vscode';
import { combined, type Disposable } from '../../util/dispose';

/** How often it is looked, and how soon again when the window gets the focus, in milliseconds. */
const EVERY_MS = 600_000;
const SHORTEST_BETWEEN_MS = 30_000;

/** Looks at what nobody tells of, such as drives of other computers: every ten minutes, and when the user comes back. */
export function lookNowAndThen(look: () => void): Disposable {
  let last = performance.now();
  const lookAfter = (milliseconds: number): void => {
    const now = performance.now();
    if (now - last >= milliseconds) {
      last = now;
      look();
    }
  };
  const timer = setInterval(() => lookAfter(0), EVERY_MS);
  return combined(
    { dispose: () => clearInterval(timer) },
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) {
        lookAfter(SHORTEST_BETWEEN_MS);
      }
    }),
  );
}
