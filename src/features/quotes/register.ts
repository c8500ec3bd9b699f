import * as vscode from 'vscode';
import { checksQuotationsOnSave } from '../../host/config';
import type { Deps } from '../../workspace/deps';
import { Commands } from '../../host/ids';
import { loadPart } from '../../host/loadPart';
import { isNote } from '../../workspace/notes/noteDocuments';
import { DisposableStore, type Disposable } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import type { QuotationChecking } from './quotationChecking';

/** Checking quotations against their sources: commands, what was found, remedies and the report. */
export function registerQuotes(deps: Deps): Disposable {
  return new LateChecking(deps);
}

/** Loads the checking of quotations when a note is first checked: before, there is nothing to show. */
class LateChecking extends DisposableStore {
  private readonly loading = lazy(() => this.load());

  constructor(private readonly deps: Deps) {
    super();
    const on = (command: string, run: (checking: QuotationChecking, target: unknown) => unknown) =>
      this._register(
        vscode.commands.registerCommand(command, async (target: unknown) => {
          await run(await this.loading(), target);
        }),
      );
    on(Commands.checkQuotations, ({ checks }) => checks.checkActive());
    on(Commands.checkQuotationsInWorkspace, ({ checks }) => checks.checkWorkspace());
    on(Commands.showQuotationReport, ({ checks }) => checks.showReport());
    on(Commands.saveQuotationReport, ({ report }, target) => report.save(target));
    on(Commands.openQuotation, ({ report }, target) => report.openQuotation(target));
    on(Commands.clearQuotationResults, (checking) => checking.clear());
    this._register(
      vscode.commands.registerCommand(Commands.showQuotingNotes, async (...args: unknown[]) => {
        const { showQuotingNotes } = await loadPart(deps.log, () => import('./quotingNotes'));
        await showQuotingNotes(deps, args);
      }),
    );
    // Others check, too, and what they find is shown here.
    this._register(deps.quotes.onDidLoad(() => void this.loading().catch(() => undefined)));
    this._register(
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (isNote(document) && checksQuotationsOnSave(document)) {
          void this.checkSaved(document);
        }
      }),
    );
  }

  private async checkSaved(note: vscode.TextDocument): Promise<void> {
    try {
      const { checks } = await this.loading();
      await checks.checkSaved(note);
    } catch {
      // Logged and told of.
    }
  }

  private async load(): Promise<QuotationChecking> {
    const { QuotationChecking } = await loadPart(
      this.deps.log,
      () => import('./quotationChecking'),
    );
    return this._register(new QuotationChecking(this.deps, await this.deps.quotes.load()));
  }
}
