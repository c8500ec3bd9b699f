import * as vscode from 'vscode';
import type { Deps } from '../../workspace/deps';
import { Commands } from '../../host/ids';
import { NOTE_SELECTOR } from '../../workspace/notes/noteDocuments';
import { loadPart } from '../../host/loadPart';
import { combined, type Disposable } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import { FIX_ALL } from './fixKinds';
import { NoteFindings } from './noteFindings';
import { toggleChecks } from './toggleChecks';

/** The drafting checks: what is found in open notes, remedies for it, and the switch. */
export function registerChecks(deps: Deps): Disposable {
  const findings = new NoteFindings(deps);
  const fixes = lazy(async () => {
    const { QuickFixProvider } = await loadPart(deps.log, () => import('./quickFixes'));
    return new QuickFixProvider(findings);
  });
  return combined(
    findings,
    vscode.languages.registerCodeActionsProvider(
      NOTE_SELECTOR,
      { provideCodeActions: async (...args) => (await fixes()).provideCodeActions(...args) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL] },
    ),
    vscode.commands.registerCommand(Commands.toggleChecks, toggleChecks),
    vscode.commands.registerCommand(Commands.treatAsCommonAcronym, async (acronym: unknown) => {
      const { treatAsCommonAcronym } = await loadPart(deps.log, () => import('./commonAcronym'));
      await treatAsCommonAcronym(acronym);
    }),
  );
}
