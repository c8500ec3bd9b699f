import * as vscode from 'vscode';
import { loadPart } from '../../host/loadPart';
import { DisposableStore } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import type { Deps } from '../deps';
import type { QuoteChecking } from './quoteChecking';

/** Loads the checking of quotations when a note is first checked, for all who check or show. */
export class LateQuotes extends DisposableStore {
  private readonly loaded = this._register(new vscode.EventEmitter<void>());
  /** Fired once: from now on there may be something to show. */
  readonly onDidLoad = this.loaded.event;

  /** Rejects when the part cannot be loaded; the next call tries again. */
  readonly load = lazy(() => this.loadNow());

  constructor(private readonly deps: Pick<Deps, 'library' | 'bibliographies' | 'notes' | 'log'>) {
    super();
  }

  private async loadNow(): Promise<QuoteChecking> {
    const { QuoteChecking } = await loadPart(this.deps.log, () => import('./quoteChecking'));
    const checking = this._register(new QuoteChecking(this.deps));
    this.loaded.fire();
    return checking;
  }
}
