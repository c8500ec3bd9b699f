import type { EntryKind, Locator, SourceId, Span } from '../model';

/** What all results have. Plain data, so that they can cross to a worker or be printed as JSON. */
interface CommonHit {
  readonly title: string;
  readonly text: string;
  /** Higher is better; only comparable within one response. */
  readonly score: number;
  /** Where the query matched, as UTF-16 offsets into `title` and `text`, ascending, without overlap. */
  readonly highlights: { readonly title: readonly Span[]; readonly text: readonly Span[] };
  /** The sentence of `text` that bears most on the one asked about; absent from what a query finds. */
  readonly sentence?: Span;
}

/** An entry of a pack. */
export interface EntryHit extends CommonHit {
  readonly kind: EntryKind;
  readonly id: string;
  /** The first place that the entry rests on; absent for entries without one. */
  readonly source?: SourceId;
  readonly locator?: Locator;
}

/** A passage of a document in the user's library; `title` is the document's. */
export interface PassageHit extends CommonHit {
  readonly kind: 'passage';
  /** The passage's id, unique in its document. */
  readonly id: string;
  readonly source: SourceId;
  readonly locator: Locator;
  /** The headings above it, outermost first. */
  readonly headings: readonly string[];
  /** Counted from 1; absent where the format has no pages. */
  readonly page?: number;
}

export type Hit = EntryHit | PassageHit;
export type HitKind = Hit['kind'];

export interface SearchOptions {
  /** At most so many hits; 20 when absent. */
  readonly limit?: number;
  /** Only hits of these kinds; all when absent. A `kind:` filter in the query narrows further. */
  readonly kinds?: readonly HitKind[];
  /**
   * At most so many passages of one source, all when absent; has no effect on a query that names
   * its sources.
   */
  readonly perSource?: number;
}

export interface EvidenceOptions extends Pick<SearchOptions, 'limit' | 'perSource'> {
  /** A query that narrows what is found: all of its words must be there. */
  readonly query?: string;
}

/** Passages of one source that `perSource` has left out. */
export interface MoreHits {
  readonly source: SourceId;
  readonly count: number;
  /** Nobody has looked whether there are more. */
  readonly isLeast: boolean;
}

export interface SearchResponse {
  /** Best first; equal scores in a stable order. */
  readonly hits: readonly Hit[];
  /** Names close to the query that do lead somewhere; only when there are no hits. */
  readonly nearest: readonly string[];
  /** Of sources of which some passages are among the hits; only where `perSource` has left some out. */
  readonly more?: readonly MoreHits[];
}

/** All excerpts and passages that a query finds, each list best first. */
export interface FoundTexts {
  readonly excerpts: readonly LateHit[];
  /** By the source that they are of. */
  readonly passages: ReadonlyMap<SourceId, readonly LateHit[]>;
  /** Nobody has looked whether there are more. */
  readonly isLeast: boolean;
}

/** Makes the hit, which takes a while: ask for those that are shown. */
export type LateHit = () => Hit;

/** What search features talk to; engines for packs and for libraries stand behind it. */
export interface Searcher {
  /** Never throws, whatever the query. An empty query has no hits. */
  search(query: string, options?: SearchOptions): SearchResponse;
  /**
   * The excerpts and passages that bear on a sentence, ranked for it, each hit with its `sentence`.
   * Rare words, names, numbers and dates weigh more; any word may fail. Never throws; a text
   * without words has no hits.
   */
  findEvidence(sentence: string, options?: EvidenceOptions): SearchResponse;
  /** Counts excerpts and passages, `limit` of each at most. Never throws, whatever the query. */
  findTexts(query: string, limit: number): FoundTexts;
  /** Words that may complete the filter being typed at `offset` ("topic:uk|"), best first, at most 20. */
  completeFilter(query: string, offset: number): readonly FilterCompletion[];
}

export interface FilterCompletion {
  /** What to show: the name of the topic, partner, source or kind. */
  readonly label: string;
  /** The query with the filter completed. */
  readonly query: string;
}
