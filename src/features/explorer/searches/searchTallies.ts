import * as vscode from 'vscode';
import type { FoundTexts, Searcher } from '../../../core/search/searcher';
import { DisposableStore } from '../../../util/dispose';
import { pause } from '../../../util/pause';

/** So many excerpts and passages of a search are counted; of more it is said that there are more. */
const MOST_COUNTED = 1000;

/**
 * What saved searches find, each looked for once for one state of packs and library, one after the other
 * so that nothing waits for all of them.
 */
export class SearchTallies extends DisposableStore {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  /** A search that was asked for has been looked for. */
  readonly onDidChange = this.changed.event;

  private readonly found = new Map<string, FoundTexts>();
  /** Those of `found` that are of packs and library as they were. */
  private readonly outdated = new Set<string>();
  private readonly waiting = new Set<string>();
  private isRunning = false;

  constructor(private readonly searcher: () => Promise<Searcher>) {
    super();
  }

  /** What a search finds, as far as is known by now; what is not known is looked for soon. */
  known(query: string): FoundTexts | undefined {
    const known = this.found.get(query);
    if (known === undefined || this.outdated.has(query)) {
      this.waiting.add(query);
      void this.run();
    }
    return known;
  }

  /** What a search finds now. */
  async of(query: string): Promise<FoundTexts> {
    const known = this.found.get(query);
    if (known && !this.outdated.has(query)) {
      return known;
    }
    const searcher = await this.searcher();
    this.outdated.delete(query);
    const texts = searcher.findTexts(query, MOST_COUNTED);
    this.found.set(query, texts);
    return texts;
  }

  /** Packs or library have changed: all is looked for again when it is asked for. */
  forget(): void {
    for (const query of this.found.keys()) {
      this.outdated.add(query);
    }
  }

  private async run(): Promise<void> {
    if (this.isRunning) {
      return;
    }
    this.isRunning = true;
    try {
      for (const query of this.waiting) {
        this.waiting.delete(query);
        await this.of(query);
        // Others have their turn between two searches.
        await pause();
        if (this.isDisposed) {
          return;
        }
      }
    } finally {
      this.isRunning = false;
    }
    this.changed.fire();
  }
}
