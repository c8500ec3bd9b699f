import * as vscode from 'vscode';
import { explainFileError } from '../../../host/fileFaultText';
import { describeError } from '../../../host/fileErrors';
import { PDF_EDITOR } from '../../../host/ids';
import type { PdfReady, PdfRequest } from '../../../viewer/messages';
import { DisposableStore } from '../../../util/dispose';
import type { Library } from '../../../workspace/library/library';
import { filesOf } from '../../../workspace/library/sourceFiles';
import { pdfHtml } from './pdfHtml';
import type { Log } from '../../../host/surfaces/log';
import { showPage } from '../../../host/surfaces/webviews';
import type { Html } from '../../../host/surfaces/html';
import { fileNameOf } from '../../../core/library/title';

/** Where the build puts the view's script, its worker, and what they need; relative to the extension. */
const ASSETS = ['dist', 'pdf'];

/**
 * Shows PDFs as they look, read-only. Made for opening a source at a page: of the viewers that a
 * user may have installed, none can be told a page by the editor.
 */
export class PdfEditor extends DisposableStore {
  private readonly assets: vscode.Uri;
  private readonly panels = new Map<string, vscode.WebviewPanel>();
  /** Those whose views know what the library calls their pages. */
  private readonly labelled = new WeakSet<vscode.WebviewPanel>();
  /** Pages to go to as soon as the view of a file listens. */
  private readonly wanted = new Map<string, number>();

  constructor(
    extension: vscode.Uri,
    private readonly log: Log,
    private readonly library: Pick<Library, 'sources' | 'document' | 'onDidChangeContents'>,
  ) {
    super();
    this.assets = vscode.Uri.joinPath(extension, ...ASSETS);
    this._register(
      library.onDidChangeContents(() => {
        for (const [key, panel] of this.panels) {
          if (!this.labelled.has(panel)) {
            void this.tellLabels(key, panel);
          }
        }
      }),
    );
  }

  /** Opens a PDF at a page, counted from 1; where the reader was last without one. */
  async open(uri: vscode.Uri, page?: number): Promise<void> {
    const key = uri.toString();
    const panel = this.panels.get(key);
    if (page !== undefined) {
      if (panel?.visible === true) {
        await this.tell(panel, { kind: 'goTo', page });
      } else {
        // A view in the background is not there: it is made anew when it comes to the front.
        this.wanted.set(key, page);
      }
    }
    if (panel !== undefined) {
      panel.reveal(panel.viewColumn);
    } else {
      await vscode.commands.executeCommand('vscode.openWith', uri, PDF_EDITOR, {
        preview: true,
        viewColumn: vscode.ViewColumn.Active,
      } satisfies vscode.TextDocumentShowOptions);
    }
  }

  /** Fills the editor that VS Code has made for a file. */
  show(uri: vscode.Uri, panel: vscode.WebviewPanel): void {
    const key = uri.toString();
    const { webview } = panel;
    this.panels.set(key, panel);
    panel.onDidDispose(() => {
      if (this.panels.get(key) === panel) {
        this.panels.delete(key);
        this.wanted.delete(key);
      }
    });
    webview.onDidReceiveMessage((message: PdfReady) => {
      if (message.kind === 'ready') {
        this.sendFile(uri, panel).catch((error: unknown) =>
          this.log.error(`A PDF could not be shown: ${String(error)}`),
        );
      }
    });
    showPage(webview, this.html(webview, fileNameOf(uri.path)), this.assets);
  }

  private async sendFile(uri: vscode.Uri, panel: vscode.WebviewPanel): Promise<void> {
    const key = uri.toString();
    let bytes: Uint8Array;
    try {
      // Copied, since only a plain array is handed over as bytes, and files come as Node's own.
      bytes = new Uint8Array(await vscode.workspace.fs.readFile(uri));
    } catch (error) {
      const reason = explainFileError(error, 'read', vscode.l10n);
      this.log.warn(`${uri.toString(true)} cannot be read: ${describeError(error)}`);
      const message = vscode.l10n.t('This file could not be opened: {0}', reason);
      await this.tell(panel, { kind: 'unavailable', message });
      return;
    }
    const page = this.wanted.get(key);
    this.wanted.delete(key);
    await this.tell(panel, { kind: 'open', bytes, ...(page !== undefined && { page }) });
    await this.tellLabels(key, panel);
  }

  /** Tells a view the printed page numbers, where its file is a source that has been read. */
  private async tellLabels(key: string, panel: vscode.WebviewPanel): Promise<void> {
    const source = this.library.sources.find((one) =>
      filesOf(one).some(({ uri }) => uri.toString() === key),
    );
    const document =
      source?.state.kind === 'ready' ? await this.library.document(source.id) : undefined;
    if (document?.pageLabels !== undefined && this.panels.get(key) === panel) {
      this.labelled.add(panel);
      await this.tell(panel, { kind: 'labels', labels: document.pageLabels });
    }
  }

  private async tell(panel: vscode.WebviewPanel, request: PdfRequest): Promise<void> {
    await panel.webview.postMessage(request);
  }

  private html(webview: vscode.Webview, title: string): Html {
    const { l10n } = vscode;
    const asset = (name: string) =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.assets, name)).toString();
    return pdfHtml({
      language: vscode.env.language,
      title,
      nonce: crypto.randomUUID().replaceAll('-', ''),
      script: asset('viewer.js'),
      style: asset('viewer.css'),
      settings: {
        assets: `${asset('')}/`.replace(/(?<!\/)\/+$/, '/'),
        encrypted: l10n.t('This PDF is protected by a password and cannot be shown here.'),
        damaged: l10n.t('This file is damaged, or is not a PDF, and cannot be shown.'),
        empty: l10n.t('This file is empty: it has no bytes at all.'),
        unusable: l10n.t(
          'The viewer could not be started. Close this tab and open the file again; if that does not help, install the extension again.',
        ),
        damagedPage: l10n.t('This page is damaged and cannot be shown.'),
        total: l10n.t('of {0}'),
        position: l10n.t('({0} of {1})'),
        page: l10n.t('Page {0}'),
      },
      labels: {
        toolbar: l10n.t('Page and zoom'),
        page: l10n.t('Page, by its printed label or its number'),
        zoomIn: l10n.t('Zoom In'),
        zoomOut: l10n.t('Zoom Out'),
        fitWidth: l10n.t('Fit Width'),
        pages: l10n.t('Pages'),
      },
    });
  }
}
