import * as vscode from 'vscode';
import type { PassageHit } from '../core/search/searcher';
import { DisposableStore } from '../util/dispose';

/** The passages that the last search found of which something was looked at. */
export class LastHits extends DisposableStore {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private found: readonly PassageHit[] = [];
  private isCut = false;

  /** Best first, as the search gave them. */
  get all(): readonly PassageHit[] {
    return this.found;
  }

  /** Whether the search has left out others that are no better. */
  get hasMore(): boolean {
    return this.isCut;
  }

  /** Those in one document. */
  in(source: string): readonly PassageHit[] {
    return this.found.filter((hit) => hit.source === source);
  }

  /** @param hits the same list again changes nothing */
  set(hits: readonly PassageHit[], hasMore: boolean): void {
    if (hits !== this.found && !this.isDisposed) {
      this.found = hits;
      this.isCut = hasMore;
      this.changed.fire();
    }
  }
}
