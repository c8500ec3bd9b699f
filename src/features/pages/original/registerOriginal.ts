import * as vscode from 'vscode';
import type { Deps } from '../../../workspace/deps';
import { Commands, PDF_EDITOR, PdfCommands } from '../../../host/ids';
import { loadPart } from '../../../host/loadPart';
import { DisposableStore, type Disposable } from '../../../util/dispose';
import { lazy } from '../../../util/lazy';

/** The files that sources were read from, and a view of PDFs. */
export function registerOriginal(deps: Deps): Disposable {
  return new Originals(deps);
}

/** What opens them, loaded when somebody first opens one. */
class Originals extends DisposableStore implements vscode.CustomReadonlyEditorProvider {
  private readonly pdfs = lazy(async () => {
    const { PdfEditor } = await loadPart(this.deps.log, () => import('./pdfEditor'));
    const { extension, log, library, state } = this.deps;
    return this._register(new PdfEditor(extension, log, library, state));
  });

  constructor(private readonly deps: Deps) {
    super();
    const on = (command: string, run: (...args: unknown[]) => unknown) =>
      this._register(vscode.commands.registerCommand(command, run));
    this._register(deps.targets.provideReader(async () => (await this.pdfs()).selected()));
    for (const [action, command] of Object.entries(PdfCommands)) {
      on(command, async () => (await this.pdfs()).act(action as keyof typeof PdfCommands));
    }
    on(Commands.openOriginal, (...args) => this.open(args));
    this._register(vscode.window.registerCustomEditorProvider(PDF_EDITOR, this));
    const watching = this._register(
      deps.library.onDidChange(() => {
        if (deps.library.sources.some(({ format }) => format === 'pdf')) {
          watching.dispose();
          void this.offer();
        }
      }),
    );
  }

  /** Asks once, when there is a first PDF, whether PDFs open here. */
  private async offer(): Promise<void> {
    const { offerReader } = await loadPart(this.deps.log, () => import('./offerReader'));
    await offerReader(this.deps.state);
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  async resolveCustomEditor(
    document: vscode.CustomDocument,
    panel: vscode.WebviewPanel,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const pdfs = await this.pdfs();
    if (!token.isCancellationRequested && !this.isDisposed) {
      pdfs.show(document.uri, panel);
    }
  }

  private async open(args: readonly unknown[]): Promise<void> {
    const [{ openOriginal }, pdfs] = await Promise.all([
      loadPart(this.deps.log, () => import('./openOriginal')),
      this.pdfs(),
    ]);
    await openOriginal(this.deps, pdfs, args);
  }
}
