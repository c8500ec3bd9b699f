import type { PassageHit, SearchResponse } from '../../core/search/searcher';

/** All passages that a query finds, of which a list shows few for each source. Looked for when asked for. */
export class QueryPassages {
  private found: readonly PassageHit[] | undefined;
  private isCut = false;

  /**
   * @param shown what is in the list, best first
   * @param limit how many hits `find` finds at most
   * @param find finds all, best first
   */
  constructor(
    private readonly shown: Pick<SearchResponse, 'hits'>,
    private readonly limit: number,
    private readonly find: () => Pick<SearchResponse, 'hits'>,
  ) {}

  /** Best first, the same list each time. Those that are shown are among them. */
  get all(): readonly PassageHit[] {
    if (this.found === undefined) {
      const { hits } = this.find();
      const best = passagesAmong(hits);
      const known = new Set(best.map(keyOf));
      const others = passagesAmong(this.shown.hits).filter((hit) => !known.has(keyOf(hit)));
      this.found = [...best, ...others];
      this.isCut = hits.length >= this.limit;
    }
    return this.found;
  }

  /** Whether there may be others that `all` has not. */
  get hasMore(): boolean {
    return this.all.length > 0 && this.isCut;
  }
}

function passagesAmong(hits: SearchResponse['hits']): readonly PassageHit[] {
  return hits.filter((hit) => hit.kind === 'passage');
}

function keyOf({ source, id }: PassageHit): string {
  return `${source}/${id}`;
}
