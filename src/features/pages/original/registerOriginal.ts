import * as vscode from 'vscode';
import type { Deps } from '../../../workspace/deps';
import { Commands, PDF_EDITOR } from '../../../host/ids';
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
    const { extension, log, library } = this.deps;
    return this._register(new PdfEditor(extension, log, library));
  });

  constructor(private readonly deps: Deps) {
    super();
    this._register(vscode.window.registerCustomEditorProvider(PDF_EDITOR, this));
    this._register(
      vscode.commands.registerCommand(Commands.openOriginal, (...args: unknown[]) =>
        this.open(args),
      ),
    );
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
