import type { Catalog } from '../packs/catalog';
import { narrow, type Narrowing } from './filters';
import { FilterValues } from './filterValues';
import type { LibraryContents } from './libraryIndex';
import { LibrarySearch } from './librarySearch';
import { mergeResults, type Candidate } from './merge';
import { packSynonyms } from './packSynonyms';
import { LEAST_SHARE, PackSearch } from './packSearch';
import { hasText, parseQuery, wordsOf, type ParsedQuery } from './queryParser';
import type {
  FilterCompletion,
  Hit,
  HitKind,
  Searcher,
  SearchOptions,
  SearchResponse,
} from './searcher';
import type { Synonyms } from './slots';

/**
 * Makes the searcher over the entries of all packs and the passages of the user's library. Builds
 * the packs' index at once: some milliseconds for the shipped pack.
 * @param contents what is in the library at that moment; `undefined` when there is nothing
 */
export function createDeskSearcher(
  catalog: Catalog,
  contents: () => LibraryContents | undefined,
): Searcher {
  return new DeskSearcher(catalog, contents);
}

const DEFAULT_LIMIT = 20;
const MOST_NEAREST = 3;

/** What depends on the contents of the library. */
interface LibraryState {
  readonly contents: LibraryContents | undefined;
  readonly search: LibrarySearch | undefined;
  readonly filterValues: FilterValues;
}

/** What a query found, and how to make hits of it. */
interface Ranked {
  /** Best first. Passages of the library are numbered on from the packs' documents. */
  readonly candidates: readonly Candidate[];
  readonly hitOf: (candidate: Candidate) => Hit;
}

class DeskSearcher implements Searcher {
  private readonly synonyms: Synonyms;
  private readonly pack: PackSearch;
  private state: LibraryState | undefined;

  constructor(
    private readonly catalog: Catalog,
    private readonly contents: () => LibraryContents | undefined,
  ) {
    this.synonyms = packSynonyms(catalog);
    this.pack = new PackSearch(catalog, this.synonyms);
  }

  search(query: string, options: SearchOptions = {}): SearchResponse {
    const state = this.library();
    const parsed = parseQuery(query);
    const narrowing = narrow(parsed.filters, state.filterValues);
    const { kinds } = options;
    const limit = Math.max(0, Math.floor(options.limit ?? DEFAULT_LIMIT)) || 0;
    const library = (kinds?.includes('passage') ?? true) ? state.search : undefined;
    const { candidates, hitOf } = hasText(parsed)
      ? this.find(parsed, narrowing, kinds, library, limit)
      : this.all(parsed, narrowing, kinds, library, limit);
    const hits = candidates.slice(0, limit).map(hitOf);
    return {
      hits,
      nearest: candidates.length > 0 ? [] : this.nearest(parsed, narrowing, kinds, state, library),
    };
  }

  completeFilter(query: string, offset: number): readonly FilterCompletion[] {
    return this.library().filterValues.complete(query, offset);
  }

  /** What belongs to the library as it is now, made anew only when that has changed. */
  private library(): LibraryState {
    const contents = this.contents();
    if (this.state?.contents !== contents || this.state === undefined) {
      this.state = {
        contents,
        search: contents && new LibrarySearch(contents, this.synonyms),
        filterValues: new FilterValues(this.catalog, contents?.sources),
      };
    }
    return this.state;
  }

  private find(
    query: ParsedQuery,
    narrowing: Narrowing,
    kinds: readonly HitKind[] | undefined,
    library: LibrarySearch | undefined,
    limit: number,
  ): Ranked {
    const inPack = this.pack.find(query, narrowing, kinds);
    const inLibrary = library?.find(query, narrowing, limit);
    const best = Math.max(inPack.excerpts[0]?.score ?? 0, inLibrary?.passages[0]?.score ?? 0);
    const passages = (inLibrary?.passages ?? [])
      .filter(({ score }) => score >= best * LEAST_SHARE)
      .map(({ passage, score }) => ({ document: this.pack.documents.length + passage, score }));
    // Excerpts and passages are scored by the same formula; at the same score excerpts come first.
    const texts = [...inPack.excerpts, ...passages].sort(
      (a, b) => b.score - a.score || a.document - b.document,
    );
    const packHit = this.pack.highlighter(inPack.slots);
    const libraryHit = library?.highlighter(inLibrary?.slots ?? []);
    return {
      candidates: mergeResults(texts, inPack.places),
      hitOf: this.hitMaker(packHit, libraryHit),
    };
  }

  /** What filters leave, for a query without words; nothing when there is no filter. */
  private all(
    query: ParsedQuery,
    narrowing: Narrowing,
    kinds: readonly HitKind[] | undefined,
    library: LibrarySearch | undefined,
    limit: number,
  ): Ranked {
    if (narrowing.constraints.length === 0) {
      return { candidates: [], hitOf: this.hitMaker(this.pack.highlighter([]), undefined) };
    }
    const passages = (library?.all(query, narrowing, limit) ?? []).map(({ passage, score }) => ({
      document: this.pack.documents.length + passage,
      score,
    }));
    return {
      candidates: [...this.pack.all(query, narrowing, kinds), ...passages],
      hitOf: this.hitMaker(this.pack.highlighter([]), library?.highlighter([])),
    };
  }

  private hitMaker(
    packHit: ReturnType<PackSearch['highlighter']>,
    libraryHit: ReturnType<LibrarySearch['highlighter']> | undefined,
  ): (candidate: Candidate) => Hit {
    const { length } = this.pack.documents;
    return ({ document, score }) =>
      document < length || libraryHit === undefined
        ? packHit(document, score)
        : libraryHit(document - length, score);
  }

  private nearest(
    query: ParsedQuery,
    { unknown }: Narrowing,
    kinds: readonly HitKind[] | undefined,
    { filterValues }: LibraryState,
    library: LibrarySearch | undefined,
  ): readonly string[] {
    const names = unknown
      ? filterValues.similar(unknown.key, unknown.value)
      : [...this.pack.nearest(wordsOf(query), kinds), ...(library?.nearest(wordsOf(query)) ?? [])];
    return [...new Set(names)].slice(0, MOST_NEAREST);
  }
}
