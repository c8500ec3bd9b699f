import * as vscode from 'vscode';
import type { CitingForm } from '../../core/citation/citable';
import { setContextKey } from '../../host/contextKeys';
import type { Deps } from '../../workspace/deps';
import { Commands, ContextKeys } from '../../host/ids';
import { setTitle } from '../../host/surfaces/quickPicks';
import { showStatusMessage } from '../../host/surfaces/messages';
import { DisposableStore } from '../../util/dispose';
import { HitActions, type HitRow, isHitRow, type QuotedExtent } from './hitActions';
import { EvidenceContents } from './evidenceContents';
import type { FoundRows, PaletteContents } from './paletteContents';
import type { QueryPassages } from './queryPassages';
import { SearchContents } from './searchContents';
import { HitInsertion } from './hitInsertion';
import { PagePreview } from './pagePreview';
import type { PaletteOptions } from './paletteInput';
import { type PaletteItem, PaletteItems } from './paletteItems';
import { nameOfRow, type PaletteRow } from './paletteRow';
import { caretAfterEdit } from './queryEdit';
import type { RecentSearches } from './recentSearches';

/** While sources are read, results are looked at again after so many milliseconds. */
const REFRESH_MS = 300;

/** One use of the search palette, from when it opens to when all that it showed is put away. */
export class SearchPalette extends DisposableStore {
  private readonly preview = new PagePreview((error) =>
    this.deps.log.warn(`A preview failed: ${String(error)}`),
  );
  private readonly contents: PaletteContents;
  private readonly items: PaletteItems;
  private readonly actions: HitActions;
  private readonly insertion: HitInsertion;
  /** The query that is shown, or will be once its results are there. */
  private query: string;
  /** Counts updates, so that one that was overtaken shows nothing. */
  private turn = 0;
  private firstItem: PaletteItem | undefined;
  private rows: readonly PaletteRow[] = [];
  /** The item at hand; `undefined` until the editor says which one that is among new ones. */
  private active: PaletteItem | undefined;
  /** The passages that are found by what is shown. */
  private passages: QueryPassages | undefined;
  private refreshing: ReturnType<typeof setTimeout> | undefined;
  /** Nothing is previewed before the user has typed, or moved away from the first item. */
  private hasMoved = false;
  private closing: Promise<void> | undefined;

  /** @param quickPick shown already; `showPaletteInput` has made it with the same options */
  constructor(
    private readonly deps: Deps,
    private readonly recent: RecentSearches,
    private readonly options: PaletteOptions,
    private readonly quickPick: vscode.QuickPick<PaletteItem>,
  ) {
    super();
    this._register(quickPick);
    const { preview } = this;
    this.actions = new HitActions(deps);
    this.insertion = new HitInsertion(deps, this.actions, preview.editor, options.evidenceFor);
    this.contents =
      options.evidenceFor === undefined
        ? new SearchContents(deps, recent, options.termsOnly ?? false)
        : new EvidenceContents(deps, options.evidenceFor.text);
    this.items = new PaletteItems(this.insertion.target);
    // Somebody may have typed already.
    this.query = quickPick.value;
    this.hasMoved = this.query !== options.query;
    this._register(quickPick.onDidChangeValue((value) => this.typed(value)));
    this._register(quickPick.onDidChangeActive(([item]) => this.moved(item)));
    this._register(quickPick.onDidAccept(() => this.accept(quickPick.selectedItems[0]?.row)));
    this._register(quickPick.onDidTriggerButton((button) => this.pressTop(button)));
    this._register(
      quickPick.onDidTriggerItemButton(({ button, item }) => this.press(button, item.row)),
    );
    this._register(quickPick.onDidHide(() => this.close()));
    this._register(deps.desk.onDidChange(() => this.update()));
    if (options.termsOnly === true) {
      this._register(deps.terms.onDidChange(() => this.update()));
    }
    this._register(deps.library.onDidChange(() => this.showTitle()));
    this._register(deps.library.onDidChangeContents(() => this.refreshSoon()));
    this._register({ dispose: () => clearTimeout(this.refreshing) });
    this._register({ dispose: () => setContextKey(ContextKeys.searchOpen, false) });
  }

  /** Fills the input. */
  show(): void {
    this.showTitle();
    setContextKey(ContextKeys.searchOpen, true);
    this.update();
    // What is known by now is searched at once; the rest arrives while the palette is open.
    void this.deps.library.start();
  }

  /** Closes it as Escape does. Resolves when the editor is as it was; at once when it is closed already. */
  async close(): Promise<void> {
    await this.finish(async () => {
      await this.preview.restore();
    });
  }

  /** Puts the hit at hand into the note, if there is one. */
  insertActive(form: CitingForm, extent: QuotedExtent): void {
    const row = this.rowAtHand;
    if (isHitRow(row) && this.closing === undefined) {
      this.insert(row, form, extent);
    }
  }

  /** Opens the hit at hand beside the active editor, if there is one. */
  openActiveBeside(): void {
    const row = this.rowAtHand;
    if (isHitRow(row) && this.closing === undefined) {
      this.openBeside(row);
    }
  }

  /** Closes it and saves what is searched for, if it is a search of its own. */
  save(): void {
    if (this.canBeSaved && this.closing === undefined) {
      const { query } = this;
      this.leaveWith(async () => {
        await this.preview.restore();
        // Not waited for: the palette is over before it asks for a name.
        void vscode.commands.executeCommand(Commands.saveSearch, { query });
      });
    }
  }

  private get canBeSaved(): boolean {
    const { evidenceFor, termsOnly = false } = this.options;
    return evidenceFor === undefined && !termsOnly && this.query.trim() !== '';
  }

  /** The row that has the focus. The editor tells of it late: until it does, it is the first of the rows. */
  private get rowAtHand(): PaletteRow | undefined {
    const { activeItems, items } = this.quickPick;
    const active = items.find((item) => item === activeItems[0]);
    return (active ?? items.find(({ row }) => row.type !== 'heading'))?.row;
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
    this.active = item;
    this.showTitle();
    // What waits to be shown is of another row.
    this.preview.drop();
    if (this.hasMoved && item && isHitRow(item.row)) {
      this.inBackground(this.showPreview(item, item.row));
    }
  }

  private async showPreview(item: PaletteItem, row: HitRow): Promise<void> {
    const page = await this.actions.pageOf(row);
    if (page !== undefined && this.active === item) {
      this.remember(row);
      this.preview.show(page.uri, page.span);
    }
  }

  /** Keeps the passages found for when the reader goes from hit to hit. */
  private remember(row: HitRow): void {
    if (row.type === 'passage' && this.passages !== undefined) {
      this.deps.lastHits.set(this.passages.all, this.passages.hasMore);
    }
  }

  private accept(row: PaletteRow | undefined): void {
    if (row?.type === 'query') {
      this.hasMoved = true;
      this.quickPick.value = row.query;
      this.update(row.query);
    } else if (isHitRow(row)) {
      this.remember(row);
      this.leaveWith(() => this.preview.commit(() => this.actions.open(row, { beside: false })));
    }
  }

  private press(button: vscode.QuickInputButton, row: PaletteRow): void {
    const { beside, insert, quote, whole, cite, copy, remove } = this.items.buttons;
    if (row.type === 'query' && button === remove) {
      this.inBackground(this.recent.remove(row.query).then(() => this.update()));
    } else if (isHitRow(row) && button === copy) {
      this.inBackground(this.copy(row));
    } else if (isHitRow(row) && (button === insert || button === quote || button === cite)) {
      this.insert(row, button === cite ? 'citation' : 'quotation', 'sentences');
    } else if (isHitRow(row) && button === whole) {
      this.insert(row, 'quotation', 'passage');
    } else if (isHitRow(row) && button === beside) {
      this.openBeside(row);
    }
  }

  private openBeside(row: HitRow): void {
    this.remember(row);
    this.leaveWith(async () => {
      await this.preview.restore();
      await this.actions.open(row, { beside: true });
    });
  }

  private pressTop(button: vscode.QuickInputButton): void {
    if (button === this.items.buttons.save) {
      this.save();
    } else {
      this.forget();
    }
  }

  private forget(): void {
    this.inBackground(this.recent.clear().then(() => this.update()));
  }

  private async copy(row: HitRow): Promise<void> {
    const quote = await this.actions.quote(row, 'sentences');
    if (quote !== undefined) {
      await vscode.env.clipboard.writeText(quote);
      await this.rememberQuery();
      showStatusMessage(vscode.l10n.t('Copied “{0}” with its citation', nameOfRow(row)));
    }
  }

  private insert(row: HitRow, form: CitingForm, extent: QuotedExtent): void {
    this.leaveWith(async () =>
      this.insertion.insert(row, form, extent, await this.preview.restore()),
    );
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
    const find = await this.contents.prepare(query, caret);
    if (turn === this.turn && !this.isDisposed) {
      this.showFound(find());
      this.quickPick.busy = false;
    }
  }

  private showFound({ rows, passages }: FoundRows): void {
    this.passages = passages;
    this.showRows(rows);
  }

  private showRows(rows: readonly PaletteRow[]): void {
    const { quickPick } = this;
    const items = rows.map((row) => this.items.create(row));
    this.rows = rows;
    this.firstItem = items.find(({ row }) => row.type !== 'heading');
    this.active = undefined;
    this.preview.drop();
    quickPick.items = items;
    const { forget, save } = this.items.buttons;
    const canForget = rows.some((row) => row.type === 'query' && row.recent === true);
    quickPick.buttons = canForget ? [forget] : this.canBeSaved ? [save] : [];
  }

  /** Says quietly which keys there are, and how far sources are read that results may still come from. */
  private showTitle(): void {
    const { progress } = this.deps.library;
    const { termsOnly = false } = this.options;
    const title = this.items.titleFor(this.options.title, this.active?.row);
    const shown =
      progress === undefined || termsOnly
        ? title
        : vscode.l10n.t(
            '{0} (indexing, {1} of {2} sources done)',
            title,
            progress.done,
            progress.total,
          );
    if (shown !== this.quickPick.title) {
      setTitle(this.quickPick, shown);
    }
  }

  private refreshSoon(): void {
    if (this.options.termsOnly !== true) {
      this.refreshing ??= setTimeout(() => {
        this.refreshing = undefined;
        this.inBackground(this.refresh());
      }, REFRESH_MS);
    }
  }

  /**
   * Searches again for what is shown. Who is at the top of the list sees what is best now; who has
   * moved down stays at the row that they are at.
   */
  private async refresh(): Promise<void> {
    const { turn, query, quickPick } = this;
    const find = await this.contents.prepare(query, query.length);
    if (turn !== this.turn || this.isDisposed || this.closing) {
      return;
    }
    const found = find();
    this.passages = found.passages;
    if (found.rows.map(keyOf).join('\n') === this.rows.map(keyOf).join('\n')) {
      return;
    }
    const active = quickPick.activeItems[0];
    const isAtTop = active === undefined || active === this.firstItem;
    quickPick.keepScrollPosition = !isAtTop;
    this.showFound(found);
    const again = quickPick.items.find(({ row }) => active && keyOf(row) === keyOf(active.row));
    if (!isAtTop && again !== undefined) {
      quickPick.activeItems = [again];
    }
    quickPick.keepScrollPosition = false;
  }

  /** Closes the palette after a search that was of use. */
  private leaveWith(work: () => Promise<void>): void {
    this.inBackground(this.rememberQuery());
    void this.finish(work);
  }

  private async rememberQuery(): Promise<void> {
    if (this.contents.remembersQueries) {
      await this.recent.add(this.query);
    }
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

/** Tells rows apart. */
function keyOf(row: PaletteRow): string {
  switch (row.type) {
    case 'entry':
      return `${row.ref.kind}/${row.ref.id}`;
    case 'passage':
      return `${row.hit.source}/${row.hit.id}`;
    case 'term':
      return `term ${row.term.id}`;
    case 'query':
      return `query ${row.query}`;
    default:
      return row.label;
  }
}
