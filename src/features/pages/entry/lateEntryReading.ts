import * as vscode from 'vscode';
import type { Deps } from '../../../workspace/deps';
import { Commands } from '../../../host/ids';
import { loadPart } from '../../../host/loadPart';
import { ENTRY_TEXTS, isEntryText } from '../../../host/uris';
import { DisposableStore } from '../../../util/dispose';
import { lazy } from '../../../util/lazy';
import type { EntryReading } from './entryReading';
import type { PageFileSystem } from './pageFileSystem';

/** What makes the pages of entries more than text; nothing of it is loaded before one is open. */
export class LateEntryReading extends DisposableStore {
  private readonly reading = lazy(async (): Promise<EntryReading> => {
    const part = await loadPart(this.deps.log, () => import('./entryReading'));
    return this._register(new part.EntryReading(this.files));
  });

  constructor(
    private readonly deps: Pick<Deps, 'log' | 'pageLinks' | 'targets'>,
    private readonly files: PageFileSystem,
  ) {
    super();
    const { commands, languages, window, workspace } = vscode;
    this._register(
      deps.pageLinks.provide(async (document) => (await this.reading()).linkSpans(document)),
    );
    this._register(
      deps.targets.provideLine(async () => {
        const editor = window.activeTextEditor;
        return editor && isEntryText(editor.document)
          ? (await this.reading()).listedAt(editor)
          : undefined;
      }),
    );
    this._register(window.onDidChangeVisibleTextEditors((editors) => this.draw(editors)));
    this._register(
      workspace.onDidChangeTextDocument(({ document }) =>
        this.draw(window.visibleTextEditors.filter((editor) => editor.document === document)),
      ),
    );
    this._register(
      languages.registerDocumentLinkProvider(ENTRY_TEXTS, {
        provideDocumentLinks: async (document) => (await this.reading()).links(document),
      }),
    );
    this._register(
      languages.registerDocumentSymbolProvider(ENTRY_TEXTS, {
        provideDocumentSymbols: async (document) => (await this.reading()).symbols(document),
      }),
    );
    this._register(commands.registerCommand(Commands.followLink, () => this.follow()));
    this.draw(window.visibleTextEditors);
  }

  private async follow(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor && isEntryText(editor.document)) {
      await (await this.reading()).follow(editor);
    }
  }

  private draw(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors.filter(({ document }) => isEntryText(document))) {
      this.reading()
        .then((reading) => reading.draw(editor))
        .catch((error: unknown) =>
          this.deps.log.error(`The looks of a page failed: ${String(error)}`),
        );
    }
  }
}
