import * as vscode from 'vscode';
import { loadPart } from '../../../host/loadPart';
import { sourceOfUri } from '../../../host/uris';
import { DisposableStore } from '../../../util/dispose';
import { lazy } from '../../../util/lazy';
import type { Deps } from '../../../workspace/deps';
import type { ShownDocuments } from './shownDocuments';

/** Marks in the pages of sources; nothing of them is loaded before such a page is to be seen. */
export class LateHighlights extends DisposableStore {
  private readonly highlights = lazy(async () => {
    const { Highlights } = await loadPart(this.deps.log, () => import('./highlights'));
    return this._register(new Highlights(this.deps, this.shown));
  });

  constructor(
    private readonly deps: Pick<Deps, 'library' | 'lastHits' | 'log'>,
    private readonly shown: ShownDocuments,
  ) {
    super();
    const { window } = vscode;
    this._register(window.onDidChangeVisibleTextEditors((editors) => this.look(editors)));
    this.look(window.visibleTextEditors);
  }

  private look(editors: readonly vscode.TextEditor[]): void {
    if (editors.some(({ document }) => sourceOfUri(document.uri) !== undefined)) {
      this.highlights().catch(() => {
        // Logged and told of; the next page tries again.
      });
    }
  }
}
