import * as vscode from 'vscode';
import { setContextKey } from '../../../host/contextKeys';
import type { Deps } from '../../../workspace/deps';
import { ContextKeys } from '../../../host/ids';
import { showPassage } from '../../../workspace/showPassage';
import { showStatusMessage } from '../../../host/surfaces/messages';
import { sourceOfUri } from '../../../host/uris';
import { DisposableStore } from '../../../util/dispose';
import { inReadingOrder, neighbourOf, type PlacedHit, type ReadingPlace } from './hitOrder';

/** Leads from hit to hit of the last search, through all documents that have some. */
export class HitNavigation extends DisposableStore {
  constructor(private readonly deps: Pick<Deps, 'library' | 'lastHits'>) {
    super();
    this._register(vscode.window.onDidChangeActiveTextEditor(() => this.updateContext()));
    this._register(deps.lastHits.onDidChange(() => this.updateContext()));
    this.updateContext();
  }

  /** Opens the hit after or before the caret. */
  async open(direction: 'next' | 'previous'): Promise<void> {
    const ranked = await this.placedHits();
    const hits = inReadingOrder(ranked);
    const hit = hits[neighbourOf(hits, this.readingPlace(), direction)];
    if (hit === undefined) {
      showStatusMessage(vscode.l10n.t('The last search found no passages in your sources.'));
      return;
    }
    await showPassage(this.deps, hit.ref);
    const rank = ranked.indexOf(hit) + 1;
    showStatusMessage(
      this.deps.lastHits.hasMore
        ? vscode.l10n.t('Result {0} of {1}+', rank, ranked.length)
        : vscode.l10n.t('Result {0} of {1}', rank, ranked.length),
    );
  }

  /** Hits whose passages are still there, best first. */
  private async placedHits(): Promise<readonly PlacedHit[]> {
    const { library, lastHits } = this.deps;
    const found = [...new Set(lastHits.all.map(({ source }) => source))];
    const documents = new Map(
      await Promise.all(found.map(async (id) => [id, await library.document(id)] as const)),
    );
    const orders = this.orders();
    return lastHits.all.flatMap(({ source, id }) => {
      const order = orders.get(source);
      const passage = documents.get(source)?.passages.find((one) => one.id === id);
      return order === undefined || passage === undefined
        ? []
        : [{ ref: { source, passage: id }, order, span: passage.span }];
    });
  }

  private readingPlace(): ReadingPlace | undefined {
    const editor = vscode.window.activeTextEditor;
    const order = editor && this.orders().get(sourceOfUri(editor.document.uri) ?? '');
    return editor === undefined || order === undefined
      ? undefined
      : { order, offset: editor.document.offsetAt(editor.selection.active) };
  }

  /** The places of the documents in the library, by id. */
  private orders(): ReadonlyMap<string, number> {
    return new Map(this.deps.library.sources.map(({ id }, index) => [id, index]));
  }

  private updateContext(): void {
    const editor = vscode.window.activeTextEditor;
    const source = editor && sourceOfUri(editor.document.uri);
    const hits = source === undefined ? [] : this.deps.lastHits.in(source);
    setContextKey(ContextKeys.hasHits, hits.length > 0);
  }
}
