/** So many searches are remembered. */
const MOST_RECENT_SEARCHES = 10;
const STATE_KEY = 'recentSearches';

/** Where they are remembered; `vscode.Memento` is one. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** The searches that led somewhere, the latest first. */
export class RecentSearches {
  constructor(private readonly memory: Memory) {}

  /** What an older version or another hand has left there is passed over. */
  get all(): readonly string[] {
    const stored = this.memory.get(STATE_KEY);
    return Array.isArray(stored)
      ? stored
          .filter((query): query is string => typeof query === 'string')
          .slice(0, MOST_RECENT_SEARCHES)
      : [];
  }

  /** Puts `query` in front. The same words in another case count as the same search. */
  async add(query: string): Promise<void> {
    const added = query.trim().replace(/\s+/g, ' ');
    if (added !== '') {
      await this.store([added, ...this.without(added)].slice(0, MOST_RECENT_SEARCHES));
    }
  }

  async remove(query: string): Promise<void> {
    await this.store(this.without(query));
  }

  async clear(): Promise<void> {
    await this.store(undefined);
  }

  private without(query: string): readonly string[] {
    return this.all.filter((other) => other.toLowerCase() !== query.toLowerCase());
  }

  private async store(queries: readonly string[] | undefined): Promise<void> {
    await this.memory.update(STATE_KEY, queries);
  }
}
