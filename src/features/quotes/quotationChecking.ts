import * as vscode from 'vscode';
import type { Deps } from '../../workspace/deps';
import { NOTE_SELECTOR } from '../../workspace/notes/noteDocuments';
import { DisposableStore } from '../../util/dispose';
import { QuoteDiagnostics } from './diagnostics';
import { QuoteFixProvider } from './quickFixes';
import { QuoteChecks } from './quoteChecks';
import { QuoteResults } from './quoteResults';
import { ResultsStatus } from './resultsStatus';
import { QuotationReport } from './quotationReport';
import { VerbatimMarks } from './verbatimMarks';

/** Checks of quotations with all that shows what they have found. */
export class QuotationChecking extends DisposableStore {
  readonly checks: QuoteChecks;
  readonly report: QuotationReport;
  private readonly results: QuoteResults;

  constructor(deps: Deps) {
    super();
    this.results = this._register(new QuoteResults(deps));
    this.report = this._register(new QuotationReport(this.results, deps.library));
    this.checks = this._register(new QuoteChecks(deps, this.results, this.report));
    this._register(new QuoteDiagnostics(this.results, deps.library, deps.noteLoop));
    this._register(new VerbatimMarks(this.results, deps));
    this._register(new ResultsStatus(this.results));
    this._register(
      vscode.languages.registerCodeActionsProvider(
        NOTE_SELECTOR,
        new QuoteFixProvider(this.results, deps),
        { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
      ),
    );
  }

  /** The command: forgets what has been found. */
  clear(): void {
    this.results.clear();
  }
}
