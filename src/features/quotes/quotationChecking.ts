import type * as vscode from 'vscode';
import type { Deps } from '../../workspace/deps';
import { DisposableStore } from '../../util/dispose';
import { QuoteDiagnostics } from './diagnostics';
import { type CitingAction, QuoteFixProvider } from './quickFixes';
import { QuoteChecks } from './quoteChecks';
import { QuoteResults } from './quoteResults';
import { ResultsStatus } from './resultsStatus';
import { ReportEditor } from './showReport';

/** Checks of quotations with all that shows what they have found. */
export class QuotationChecking extends DisposableStore {
  readonly checks: QuoteChecks;
  readonly fixes: vscode.CodeActionProvider<CitingAction>;
  private readonly results: QuoteResults;

  constructor(deps: Deps) {
    super();
    this.results = this._register(new QuoteResults(deps));
    const report = new ReportEditor(deps.library);
    this.checks = this._register(new QuoteChecks(deps, this.results, report));
    this._register(new QuoteDiagnostics(this.results, deps.library, deps.noteLoop));
    this._register(new ResultsStatus(this.results));
    this.fixes = new QuoteFixProvider(this.results, deps);
  }

  /** The command: forgets what has been found. */
  clear(): void {
    this.results.clear();
  }
}
