import * as vscode from 'vscode';
import { selectedSpan, selectedText } from '../../../core/library/selectedWords';
import { fileNameOf } from '../../../core/library/title';
import { pageLocator } from '../../../core/library/writtenLocators';
import { setContextKey } from '../../../host/contextKeys';
import { ContextKeys, PDF_EDITOR, type PdfCommands } from '../../../host/ids';
import type { Html } from '../../../host/surfaces/html';
import type { Log } from '../../../host/surfaces/log';
import { showPage } from '../../../host/surfaces/webviews';
import { DisposableStore } from '../../../util/dispose';
import type { PdfPlace } from '../../../viewer/messages';
import type { Library, LibrarySource } from '../../../workspace/library/library';
import { sourceAt } from '../../../workspace/library/sourceFiles';
import type { ReadSelection } from '../../../workspace/readSelection';
import { pdfHtml } from './pdfHtml';
import { PdfPanel } from './pdfPanel';
import { pdfLabels, pdfSettings } from './pdfTexts';

/** Where the build puts the page's script, its worker, and what they need; relative to the extension. */
const ASSETS = ['dist', 'pdf'];

/** Where it is remembered whether pages are dark. */
const DARK_KEY = 'pdf.dark';

/** The reader of PDFs: shows them as they look, read-only, and tells what is selected in them. */
export class PdfEditor extends DisposableStore {
  private readonly assets: vscode.Uri;
  /** By the address of the file. */
  private readonly panels = new Map<string, PdfPanel>();
  /** Places to go to once the tab of a file is there. */
  private readonly wanted = new Map<string, PdfPlace>();

  constructor(
    extension: vscode.Uri,
    private readonly log: Log,
    private readonly library: Pick<Library, 'sources' | 'document' | 'onDidChangeContents'>,
    private readonly state: vscode.Memento,
  ) {
    super();
    this.assets = vscode.Uri.joinPath(extension, ...ASSETS);
    this._register(
      library.onDidChangeContents(() => {
        for (const panel of this.panels.values()) {
          if (!panel.isLabelled) {
            void this.tellLabels(panel);
          }
        }
      }),
    );
  }

  /** Opens a PDF at a place; where it was read last without one. */
  async open(uri: vscode.Uri, place?: PdfPlace): Promise<void> {
    const key = uri.toString();
    const panel = this.panels.get(key);
    if (panel !== undefined) {
      await panel.reveal(place);
      return;
    }
    if (place !== undefined) {
      this.wanted.set(key, place);
    }
    await vscode.commands.executeCommand('vscode.openWith', uri, PDF_EDITOR, {
      preview: true,
      viewColumn: vscode.ViewColumn.Active,
    } satisfies vscode.TextDocumentShowOptions);
  }

  /** Fills the editor that VS Code has made for a file. */
  show(uri: vscode.Uri, webviewPanel: vscode.WebviewPanel): void {
    const key = uri.toString();
    const panel = new PdfPanel(uri, webviewPanel, this.log, () => this.isDark);
    this.panels.set(key, panel);
    panel.onDidChange(() => this.look());
    panel.onDidTurnDark((isDark) => void this.setDark(isDark));
    webviewPanel.onDidDispose(() => {
      panel.dispose();
      if (this.panels.get(key) === panel) {
        this.panels.delete(key);
      }
      this.look();
    });
    const place = this.wanted.get(key);
    this.wanted.delete(key);
    panel.awaitAt(place);
    showPage(
      webviewPanel.webview,
      this.html(webviewPanel.webview, fileNameOf(uri.path)),
      this.assets,
    );
    void this.tellLabels(panel);
    this.look();
  }

  /** Has the page of the active reader do something, or all of them, from now on, turn dark or light. */
  async act(action: keyof typeof PdfCommands): Promise<void> {
    if (action === 'toggleDark') {
      await this.setDark(!this.isDark);
    } else {
      await this.active?.tell({ kind: 'act', action });
    }
  }

  /** What is selected in the active reader; `undefined` when none is active. */
  async selected(): Promise<ReadSelection | undefined> {
    const { active } = this;
    const selection = await active?.selection();
    if (active === undefined || selection === undefined) {
      return undefined;
    }
    const source = this.sourceOf(active);
    const document = source && (await this.library.document(source.id));
    const { parts, page, label } = selection;
    const span = document && selectedSpan(document, parts);
    const labels = document?.pageLabels;
    const pages = parts.length > 0 ? parts : [{ page, label }];
    // As printed: what the library calls a page, or else the file.
    const places = pages.map((one) => pageLocator(1, 1, [labels?.[one.page - 1] ?? one.label]));
    const [first = '', last = first] = [places[0], places.at(-1)];
    return {
      uri: active.uri,
      ...(source && { source: source.id }),
      text: span ? document.text.slice(span.start, span.end) : selectedText(parts),
      places: first === last ? [first] : [first, last],
      ...(span && { selection: span }),
      copy: (text) => active.tell({ kind: 'copy', text }),
    };
  }

  private get active(): PdfPanel | undefined {
    return [...this.panels.values()].find(({ isActive }) => isActive);
  }

  private get isDark(): boolean {
    return this.state.get(DARK_KEY) === true;
  }

  private async setDark(isDark: boolean): Promise<void> {
    await this.state.update(DARK_KEY, isDark);
    for (const panel of this.panels.values()) {
      await panel.tell({ kind: 'dark', isDark });
    }
  }

  private look(): void {
    setContextKey(ContextKeys.pdfCanGoBack, this.active?.canGoBack ?? false);
  }

  private sourceOf({ uri }: PdfPanel): LibrarySource | undefined {
    return sourceAt(this.library.sources, uri);
  }

  /** Tells a page the printed page numbers, where its file is a source that has been read. */
  private async tellLabels(panel: PdfPanel): Promise<void> {
    const source = this.sourceOf(panel);
    const document =
      source?.state.kind === 'ready' ? await this.library.document(source.id) : undefined;
    if (document?.pageLabels !== undefined) {
      await panel.setLabels(document.pageLabels);
    }
  }

  private html(webview: vscode.Webview, title: string): Html {
    const asset = (name: string) =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.assets, name)).toString();
    return pdfHtml({
      language: vscode.env.language,
      title,
      nonce: crypto.randomUUID().replaceAll('-', ''),
      script: asset('viewer.js'),
      style: asset('viewer.css'),
      settings: pdfSettings(`${asset('')}/`.replace(/(?<!\/)\/+$/, '/')),
      labels: pdfLabels(),
    });
  }
}
