import type { SourceId } from '../model';
import type { Catalog } from '../packs/catalog';
import { evidenceWords } from './evidenceWords';
import { narrow } from './filters';
import { FilterValues } from './filterValues';
import type { LibraryContents } from './libraryIndex';
import { LibrarySearch } from './librarySearch';
import type { LibraryTags } from './libraryTags';
import { mergeResults } from './merge';
import { packSynonyms } from './packSynonyms';
import { LEAST_SHARE, PackSearch } from './packSearch';
import { limitPerSource } from './perSource';
import { hasText, parseQuery, wordsOfQuery, type ParsedQuery } from './queryParser';
import type {
  Candidate,
  EngineRequest,
  EngineResults,
  EvidenceRequest,
  SearchEngine,
} from './searchEngine';
import type {
  EvidenceOptions,
  FilterCompletion,
  LateHit,
  FoundTexts,
  Hit,
  Searcher,
  SearchOptions,
  SearchResponse,
} from './searcher';
import type { Synonyms } from './slots';

/**
 * Makes the searcher over the entries of all packs and the passages of the user's library. Builds
 * the packs' index at once: some milliseconds for the shipped pack.
 * @param contents what is in the library at that moment; `undefined` when there is nothing
 * @param tags what is known of its passages
 */
export function createDeskSearcher(
  catalog: Catalog,
  contents: () => LibraryContents | undefined,
  tags?: LibraryTags,
): Searcher {
  return new DeskSearcher(catalog, contents, tags);
}

const DEFAULT_LIMIT = 20;
/** Where few passages of a source are wanted, so many times as many are looked at. */
const DEPTH = 4;
const MOST_NEAREST = 3;

/** What depends on the contents of the library. */
interface LibraryState {
  readonly contents: LibraryContents | undefined;
  readonly search: SearchEngine | undefined;
  readonly filterValues: FilterValues;
}

class DeskSearcher implements Searcher {
  private readonly synonyms: Synonyms;
  private readonly pack: SearchEngine;
  private state: LibraryState | undefined;

  constructor(
    private readonly catalog: Catalog,
    private readonly contents: () => LibraryContents | undefined,
    private readonly tags: LibraryTags | undefined,
  ) {
    this.synonyms = packSynonyms(catalog);
    this.pack = new PackSearch(catalog, this.synonyms);
  }

  search(query: string, options: SearchOptions = {}): SearchResponse {
    const state = this.library();
    const asked = this.asked(query, options, state);
    const { request } = asked;
    const candidates = hasText(request.query)
      ? this.find(request, state.search)
      : this.all(request, state.search);
    return {
      ...answered(candidates, asked),
      nearest: candidates.length > 0 ? [] : this.nearest(request, state),
    };
  }

  findTexts(query: string, limit: number): FoundTexts {
    const state = this.library();
    const { request } = this.asked(query, { limit, kinds: ['excerpt', 'passage'] }, state);
    const candidates = hasText(request.query)
      ? this.find(request, state.search)
      : this.all(request, state.search);
    const excerpts: LateHit[] = [];
    const passages = new Map<SourceId, LateHit[]>();
    let count = 0;
    for (const { passageOf, score, hit } of candidates) {
      const found = (): Hit => hit(score);
      if (passageOf === undefined) {
        excerpts.push(found);
      } else {
        count += 1;
        const known = passages.get(passageOf);
        if (known) {
          known.push(found);
        } else {
          passages.set(passageOf, [found]);
        }
      }
    }
    return { excerpts, passages, isLeast: Math.max(count, excerpts.length) >= request.limit };
  }

  findEvidence(sentence: string, { query = '', ...options }: EvidenceOptions = {}): SearchResponse {
    const state = this.library();
    const asked = this.asked(query, options, state);
    const request: EvidenceRequest = { ...asked.request, sentence: evidenceWords(sentence) };
    // At the same score excerpts come first.
    const found = [...this.pack.bearOn(request), ...(state.search?.bearOn(request) ?? [])];
    found.sort((a, b) => b.score - a.score);
    const least = (found[0]?.score ?? 0) * LEAST_SHARE;
    const candidates = found.filter(({ score }) => score >= least);
    return { ...answered(candidates, asked), nearest: [] };
  }

  private asked(query: string, options: SearchOptions, { filterValues }: LibraryState): Asked {
    const parsed = parseQuery(query);
    const narrowing = narrow(parsed.filters, filterValues);
    const limit = Math.max(0, Math.floor(options.limit ?? DEFAULT_LIMIT)) || 0;
    const perSource = namesSources(parsed) ? undefined : options.perSource;
    const depth = perSource === undefined ? limit : limit * DEPTH;
    const request: EngineRequest = { query: parsed, narrowing, kinds: options.kinds, limit: depth };
    return { request, perSource, limit };
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
        search: contents && new LibrarySearch(contents, this.synonyms, this.tags),
        filterValues: new FilterValues(this.catalog, contents?.sources),
      };
    }
    return this.state;
  }

  private find(request: EngineRequest, library: SearchEngine | undefined): readonly Candidate[] {
    const inPack = this.pack.find(request);
    const inLibrary = library?.find(request) ?? NOTHING_FOUND;
    const best = Math.max(inPack.texts[0]?.score ?? 0, inLibrary.texts[0]?.score ?? 0);
    const passages = inLibrary.texts.filter(
      ({ score, relevance = score }) => relevance >= best * LEAST_SHARE,
    );
    // Excerpts and passages are scored by the same formula; at the same score excerpts come first.
    const texts = [...inPack.texts, ...passages].sort((a, b) => b.score - a.score);
    return mergeResults(texts, [...inPack.places, ...inLibrary.places]);
  }

  /** What filters leave, for a query without words; nothing when there is no filter. */
  private all(request: EngineRequest, library: SearchEngine | undefined): readonly Candidate[] {
    if (request.narrowing.constraints.length === 0) {
      return [];
    }
    const all = [...this.pack.all(request), ...(library?.all(request) ?? [])];
    return [
      ...all.filter(({ isAsGroup }) => !isAsGroup),
      ...all.filter(({ isAsGroup }) => isAsGroup),
    ];
  }

  private nearest(
    { query, narrowing: { unknown }, kinds }: EngineRequest,
    { filterValues, search }: LibraryState,
  ): readonly string[] {
    const words = wordsOfQuery(query);
    const names = unknown
      ? filterValues.similar(unknown.key, unknown.value)
      : [...this.pack.nearest(words, kinds), ...(search?.nearest(words, kinds) ?? [])];
    return [...new Set(names)].slice(0, MOST_NEAREST);
  }
}

interface Asked {
  /** Its limit is how many passages are looked at. */
  readonly request: EngineRequest;
  readonly perSource: number | undefined;
  /** How many hits are shown at most. */
  readonly limit: number;
}

function answered(
  candidates: readonly Candidate[],
  { request, perSource, limit }: Asked,
): Pick<SearchResponse, 'hits' | 'more'> {
  const { kept, more } = limitPerSource(candidates, perSource, limit, request.limit);
  return {
    hits: kept.map(({ score, hit }) => hit(score)),
    ...(more.length > 0 && { more }),
  };
}

/** Whether a query says itself of which sources its hits are to be. */
function namesSources({ filters }: ParsedQuery): boolean {
  return filters.some(
    ({ key, values, excluded }) => key === 'source' && values.length > 0 && !excluded,
  );
}

const NOTHING_FOUND: EngineResults = { texts: [], places: [] };
