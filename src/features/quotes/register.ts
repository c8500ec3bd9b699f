import * as vscode from 'vscode';
import type { Deps } from '../../workspace/deps';
import { Commands, NOTE_LANGUAGES } from '../../host/ids';
import { loadPart } from '../../host/loadPart';
import { combined, type Disposable } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import { QuoteDiagnostics } from './diagnostics';
import type { CitingAction } from './quickFixes';
import { QuoteChecks } from './quoteChecks';
import { QuoteResults } from './quoteResults';
import { ResultsStatus } from './resultsStatus';
import { ReportEditor } from './showReport';

/** Checking quotations against their sources: commands, what was found, remedies and the report. */
export function registerQuotes(deps: Deps): Disposable {
  const results = new QuoteResults(deps);
  const report = new ReportEditor(deps.library);
  const checks = new QuoteChecks(deps, results, report);
  const fixes = lazy(async () => {
    const { QuoteFixProvider } = await loadPart(deps.log, () => import('./quickFixes'));
    return new QuoteFixProvider(results, deps);
  });
  const fixProvider: vscode.CodeActionProvider<CitingAction> = {
    provideCodeActions: async (note, range, context) =>
      (await fixes()).provideCodeActions(note, range, context),
    resolveCodeAction: async (...args) => (await fixes()).resolveCodeAction(...args),
  };
  const on = vscode.commands.registerCommand;
  return combined(
    results,
    checks,
    new QuoteDiagnostics(results, deps.library, deps.noteLoop),
    new ResultsStatus(results),
    vscode.languages.registerCodeActionsProvider(
      NOTE_LANGUAGES.map((language) => ({ language })),
      fixProvider,
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    on(Commands.checkQuotations, () => checks.checkActive()),
    on(Commands.checkQuotationsInWorkspace, () => checks.checkWorkspace()),
    on(Commands.showQuotationReport, () => checks.showReport()),
    on(Commands.clearQuotationResults, () => results.clear()),
  );
}
