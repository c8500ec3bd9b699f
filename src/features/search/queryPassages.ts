import type { PassageHit, Searcher } from '../../core/search/searcher';

/** All passages that a query finds, of which a list shows few for each source. Looked for when asked for. */
export class QueryPassages {
  private found: readonly PassageHit[] | undefined;
  private isCut = false;

  /** @param shown those in the list, best first */
  constructor(
    private readonly searcher: Searcher,
    private readonly query: string,
    private readonly limit: number,
    private readonly shown: readonly PassageHit[],
  ) {}

  /** Best first, the same list each time. Those that are shown are among them. */
  get all(): readonly PassageHit[] {
    if (this.found === undefined) {
      const { hits } = this.searcher.search(this.query, { limit: this.limit });
      const best = hits.filter((hit) => hit.kind === 'passage');
      const known = new Set(best.map(keyOf));
      this.found = [...best, ...this.shown.filter((hit) => !known.has(keyOf(hit)))];
      this.isCut = hits.length >= this.limit;
    }
    return this.found;
  }

  /** Whether there may be others that `all` has not. */
  get hasMore(): boolean {
    return this.all.length > 0 && this.isCut;
  }
}

function keyOf({ source, id }: PassageHit): string {
  return `${source}/${id}`;
}
