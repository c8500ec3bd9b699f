import * as vscode from 'vscode';
import { faultOf } from '../core/paths/fileFault';
import type { Logger } from '../core/ports';
import { describeFault, remedyForFault } from './fileFaultText';
import { describeError } from './fileErrors';
import { showWarning } from './surfaces/messages';

/**
 * Tells of files beside the notes, such as glossaries and bibliographies, that cannot be read: the
 * log in full, and the user where the disk refuses them. The same is told once, since some files are
 * read every few seconds.
 */
export class UnreadFiles {
  private readonly told = new Set<string>();

  constructor(private readonly log: Pick<Logger, 'warn'>) {}

  /** @param problem an error, or what is to be logged after the file's name */
  tell(uri: vscode.Uri, problem: unknown): void {
    const line = `${uri.toString(true)} ${
      typeof problem === 'string' ? problem : `cannot be read: ${describeError(problem)}`
    }`;
    if (this.told.has(line)) {
      return;
    }
    this.told.add(line);
    this.log.warn(line);
    const fault = faultOf(problem);
    if (fault !== undefined) {
      void showWarning(
        vscode.l10n.t(
          '“{0}” cannot be read and is left out: {1} {2}',
          vscode.workspace.asRelativePath(uri),
          describeFault(fault, 'read', vscode.l10n),
          remedyForFault(fault, vscode.l10n),
        ),
      );
    }
  }

  /** The file can be read: what happens to it later is told again. */
  forget(uri: vscode.Uri): void {
    const start = `${uri.toString(true)} `;
    for (const line of this.told) {
      if (line.startsWith(start)) {
        this.told.delete(line);
      }
    }
  }
}
