import * as vscode from 'vscode';
import type { Deps } from '../../host/deps';
import { Commands, NOTE_LANGUAGES } from '../../host/ids';
import { combined, type Disposable } from '../../util/dispose';
import { NoteFindings } from './noteFindings';
import { QuickFixProvider } from './quickFixes';
import { toggleChecks } from './toggleChecks';

/** The drafting checks: what is found in open notes, remedies for it, and the switch. */
export function registerChecks(deps: Deps): Disposable {
  const findings = new NoteFindings(deps);
  return combined(
    findings,
    vscode.languages.registerCodeActionsProvider(
      NOTE_LANGUAGES.map((language) => ({ language })),
      new QuickFixProvider(findings),
      QuickFixProvider.metadata,
    ),
    vscode.commands.registerCommand(Commands.toggleChecks, toggleChecks),
  );
}
