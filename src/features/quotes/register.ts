import * as vscode from 'vscode';
import { checksQuotationsOnSave } from '../../host/config';
import type { Deps } from '../../workspace/deps';
import { Commands } from '../../host/ids';
import { loadPart } from '../../host/loadPart';
import { isNote, NOTE_SELECTOR } from '../../workspace/notes/noteDocuments';
import { DisposableStore, type Disposable } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import type { QuotationChecking } from './quotationChecking';
import type { CitingAction } from './quickFixes';

/** Checking quotations against their sources: commands, what was found, remedies and the report. */
export function registerQuotes(deps: Deps): Disposable {
  return new LateChecking(deps);
}

/** Loads the checking of quotations when a note is first checked: before, there is nothing to show. */
class LateChecking extends DisposableStore {
  private readonly loading = lazy(() => this.load());
  private loaded: QuotationChecking | undefined;

  constructor(private readonly deps: Deps) {
    super();
    const on = (command: string, run: (checking: QuotationChecking) => unknown) =>
      this._register(
        vscode.commands.registerCommand(command, async () => {
          await run(await this.loading());
        }),
      );
    on(Commands.checkQuotations, ({ checks }) => checks.checkActive());
    on(Commands.checkQuotationsInWorkspace, ({ checks }) => checks.checkWorkspace());
    on(Commands.showQuotationReport, ({ checks }) => checks.showReport());
    on(Commands.clearQuotationResults, (checking) => checking.clear());
    this._register(
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (isNote(document) && checksQuotationsOnSave(document)) {
          void this.checkSaved(document);
        }
      }),
    );
    const fixes: vscode.CodeActionProvider<CitingAction> = {
      provideCodeActions: (...args) => this.loaded?.fixes.provideCodeActions(...args),
      resolveCodeAction: (...args) => this.loaded?.fixes.resolveCodeAction?.(...args),
    };
    this._register(
      vscode.languages.registerCodeActionsProvider(NOTE_SELECTOR, fixes, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
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
    return (this.loaded = this._register(new QuotationChecking(this.deps)));
  }
}
