import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/catalog';
import { quoteEntry } from '../../core/citation/quote';
import type { Searcher } from '../../core/search/searcher';
import type { Deps } from '../../host/deps';
import { canInsertInto, insertAtCursors } from '../../host/insertText';
import { createRankedQuickPick, setUndeclaredOption } from '../../host/quickPick';
import { showEntry } from '../../host/showEntry';
import { showStatusMessage } from '../../host/statusMessage';
import { entryUri } from '../../host/uris';
import { DisposableStore } from '../../util/dispose';
import { PagePreview } from './pagePreview';
import { type PaletteItem, PaletteItems } from './paletteItems';
import { type EntryRow, type PaletteRow, PaletteRows } from './paletteRows';
import { caretAfterEdit } from './queryEdit';
import type { RecentSearches } from './recentSearches';

/** Rows that the editor lays out at each key; nobody reads further than that. */
const HIT_LIMIT = 50;

export interface PaletteOptions {
  readonly title: string;
  readonly placeholder: string;
  /** What the input box holds at first. */
  readonly query: string;
  /** Selects `query`, so that typing replaces it; else the caret stands behind it. */
  readonly selectQuery?: boolean;
  /** Finds terms only, and lists all of them before anything is typed. */
  readonly termsOnly?: boolean;
}

/** One use of the search palette, from when it opens to when all that it showed is put away. */
export class SearchPalette extends DisposableStore {
  private readonly quickPick = this._register(createRankedQuickPick<PaletteItem>());
  private readonly preview = new PagePreview((error) =>
    this.deps.log.warn(`A preview failed: ${String(error)}`),
  );
  private readonly items: PaletteItems;
  /** The query that is shown, or will be once its results are there. */
  private query: string;
  /** Counts updates, so that one that was overtaken shows nothing. */
  private turn = 0;
  private firstItem: PaletteItem | undefined;
  /** Nothing is previewed before the user has typed, or moved away from the first item. */
  private hasMoved = false;
  private closing: Promise<void> | undefined;

  constructor(
    private readonly deps: Deps,
    private readonly recent: RecentSearches,
    private readonly options: PaletteOptions,
  ) {
    super();
    const { quickPick, preview } = this;
    this.items = new PaletteItems(preview.editor !== undefined && canInsertInto(preview.editor));
    this.query = options.query;
    quickPick.title = options.title;
    quickPick.placeholder = options.placeholder;
    quickPick.value = options.query;
    if (options.selectQuery !== true) {
      const end = options.query.length;
      setUndeclaredOption(quickPick, 'valueSelection', [end, end]);
    }
    this._register(quickPick.onDidChangeValue((value) => this.typed(value)));
    this._register(quickPick.onDidChangeActive(([item]) => this.moved(item)));
    this._register(quickPick.onDidAccept(() => this.accept(quickPick.selectedItems[0]?.row)));
    this._register(quickPick.onDidTriggerButton(() => this.forget()));
    this._register(
      quickPick.onDidTriggerItemButton(({ button, item }) => this.press(button, item.row)),
    );
    this._register(quickPick.onDidHide(() => this.close()));
    this._register(deps.desk.onDidChange(() => this.update()));
  }

  show(): void {
    this.quickPick.show();
    this.update();
  }

  /** Closes it as Escape does. Resolves when the editor is as it was; at once when it is closed already. */
  async close(): Promise<void> {
    await this.finish(async () => void (await this.preview.restore()));
  }

  private typed(value: string): void {
    // What the code puts into the input box is reported too.
    if (value !== this.query) {
      this.hasMoved = true;
      this.update(value);
    }
  }

  private moved(item: PaletteItem | undefined): void {
    this.hasMoved ||= item !== undefined && item !== this.firstItem;
    if (this.hasMoved && item?.row.type === 'entry') {
      this.preview.show(entryUri(item.row.ref));
    }
  }

  private accept(row: PaletteRow | undefined): void {
    if (row?.type === 'query') {
      this.hasMoved = true;
      this.quickPick.value = row.query;
      this.update(row.query);
    } else if (row?.type === 'entry') {
      this.leaveWith(() => this.preview.commit(() => showEntry(row.ref)));
    }
  }

  private press(button: vscode.QuickInputButton, row: PaletteRow): void {
    const { beside, insert, copy, remove } = this.items.buttons;
    if (row.type === 'query' && button === remove) {
      this.inBackground(this.recent.remove(row.query).then(() => this.update()));
    } else if (row.type === 'entry' && button === copy) {
      this.inBackground(this.copy(row));
    } else if (row.type === 'entry' && button === insert) {
      this.leaveWith(() => this.insert(row));
    } else if (row.type === 'entry' && button === beside) {
      this.leaveWith(async () => {
        await this.preview.restore();
        await showEntry(row.ref, { beside: true });
      });
    }
  }

  private forget(): void {
    this.inBackground(this.recent.clear().then(() => this.update()));
  }

  private async copy({ ref, label }: EntryRow): Promise<void> {
    const quote = quoteEntry(await this.deps.desk.catalog(), ref);
    if (quote !== undefined) {
      await vscode.env.clipboard.writeText(quote);
      await this.recent.add(this.query);
      showStatusMessage(vscode.l10n.t('Copied “{0}” with its citation', label));
    }
  }

  private async insert({ ref, label }: EntryRow): Promise<void> {
    const editor = await this.preview.restore();
    const quote = quoteEntry(await this.deps.desk.catalog(), ref);
    if (editor === undefined || quote === undefined) {
      return;
    }
    if (!(await insertAtCursors(editor, quote))) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('“{0}” could not be inserted: the editor is read-only.', label),
      );
    } else if (editor.viewColumn !== undefined) {
      await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    }
  }

  /** Shows the results of `query` as soon as they are there; until then, the old ones stay. */
  private update(query = this.query): void {
    const caret = caretAfterEdit(this.query, query);
    this.query = query;
    this.inBackground(this.search(query, caret));
  }

  private async search(query: string, caret: number): Promise<void> {
    const turn = ++this.turn;
    this.quickPick.busy = true;
    const { desk } = this.deps;
    const [catalog, searcher] = await Promise.all([desk.catalog(), desk.searcher()]);
    if (turn === this.turn && !this.isDisposed) {
      this.showRows(this.rowsFor(query, caret, catalog, searcher));
      this.quickPick.busy = false;
    }
  }

  private rowsFor(
    query: string,
    caret: number,
    catalog: Catalog,
    searcher: Searcher,
  ): readonly PaletteRow[] {
    const { termsOnly = false } = this.options;
    const rows = new PaletteRows(catalog, vscode.l10n, termsOnly);
    if (query.trim() === '') {
      return termsOnly ? rows.terms() : rows.start(this.recent.all);
    }
    return rows.results(
      query,
      searcher.search(query, { limit: HIT_LIMIT, ...(termsOnly && { kinds: ['term'] }) }),
      searcher.completeFilter(query, caret),
    );
  }

  private showRows(rows: readonly PaletteRow[]): void {
    const { quickPick } = this;
    const items = rows.map((row) => this.items.create(row));
    this.firstItem = items.find(({ row }) => row.type !== 'heading');
    quickPick.items = items;
    const canForget = rows.some((row) => row.type === 'query' && row.recent === true);
    quickPick.buttons = canForget ? [this.items.buttons.forget] : [];
  }

  /** Closes the palette after a search that was of use. */
  private leaveWith(work: () => Promise<void>): void {
    this.inBackground(this.recent.add(this.query));
    void this.finish(work);
  }

  /** Takes the palette away and does the last thing. The first to call it decides what that is. */
  private finish(work: () => Promise<void>): Promise<void> {
    this.closing ??= (async () => {
      this.turn++;
      this.quickPick.hide();
      try {
        await work();
      } catch (error) {
        this.deps.log.error(`Search could not finish: ${String(error)}`);
      }
      this.dispose();
    })();
    return this.closing;
  }

  private inBackground(work: Promise<void>): void {
    work.catch((error: unknown) => this.deps.log.error(`Search failed: ${String(error)}`));
  }
}
