import * as vscode from 'vscode';
import type { Logger } from '../core/ports';
import { describeError } from './fileErrors';
import { showError } from './surfaces/messages';

/** The logs of extensions whose user has been told that a part cannot be loaded. */
const told = new WeakSet<Logger>();

/** A part of the extension cannot be loaded, of which the user has been told before. */
class PartNotLoaded extends Error {}

/** Whether an error is of `loadPart`: it says nothing about the file that was to be read. */
export function isPartFailure(error: unknown): boolean {
  return error instanceof vscode.CancellationError || error instanceof PartNotLoaded;
}

/**
 * Loads a part of the extension that few need, by an `import()` that `load` makes. A part that cannot
 * be loaded is logged each time and told of once: most likely the extension has been updated below
 * a window that still runs the version before.
 * @returns what the part exports; rejects when it cannot be loaded, without a word where the user has
 *   just been told
 */
export async function loadPart<T>(log: Logger, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    log.error(`A part of the extension cannot be loaded: ${describeError(error)}`);
    const message = vscode.l10n.t(
      'A part of IP4 Desk cannot be loaded. Reload the window; if that does not help, install the extension again.',
    );
    if (told.has(log)) {
      throw new PartNotLoaded(message, { cause: error });
    }
    told.add(log);
    void offerReload(message);
    // The editor shows no message of its own for it.
    throw new vscode.CancellationError();
  }
}

async function offerReload(message: string): Promise<void> {
  const reload = vscode.l10n.t('Reload Window');
  if ((await showError(message, reload)) === reload) {
    await vscode.commands.executeCommand('workbench.action.reloadWindow');
  }
}
