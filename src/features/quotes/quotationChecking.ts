import * as vscode from 'vscode';
import type { Deps } from '../../workspace/deps';
import { NOTE_SELECTOR } from '../../workspace/notes/noteDocuments';
import { DisposableStore } from '../../util/dispose';
import { QuoteDiagnostics } from './diagnostics';
import { QuoteFixProvider } from './quickFixes';
import { QuoteChecks } from './quoteChecks';
import type { QuoteChecking } from '../../workspace/quotes/quoteChecking';
import { ResultsStatus } from './resultsStatus';
import { QuotationReport } from './quotationReport';
import { VerbatimMarks } from './verbatimMarks';

/** Checks of quotations with all that shows what they have found. */
export class QuotationChecking extends DisposableStore {
  readonly checks: QuoteChecks;
  readonly report: QuotationReport;

  constructor(
    deps: Deps,
    private readonly checking: QuoteChecking,
  ) {
    super();
    const { results } = checking;
    this.report = this._register(new QuotationReport(results, deps.library));
    this.checks = new QuoteChecks(deps, checking, this.report);
    this._register(new QuoteDiagnostics(results, deps.library, deps.noteLoop));
    this._register(new VerbatimMarks(results, deps));
    this._register(new ResultsStatus(results));
    this._register(
      vscode.languages.registerCodeActionsProvider(
        NOTE_SELECTOR,
        new QuoteFixProvider(results, deps),
        { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
      ),
    );
  }

  /** The command: forgets what has been found. */
  clear(): void {
    this.checking.results.clear();
  }
}
