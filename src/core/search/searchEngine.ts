import type { SourceId } from '../model';
import type { EvidenceWord } from './evidenceWords';
import type { Narrowing } from './filters';
import type { PlaceOf } from './merge';
import type { ParsedQuery } from './queryParser';
import type { Hit, HitKind } from './searcher';

/** What an engine is asked. */
export interface EngineRequest {
  readonly query: ParsedQuery;
  /** What the filters of the query mean. */
  readonly narrowing: Narrowing;
  /** The kinds of hits that are wanted; all when undefined. */
  readonly kinds: readonly HitKind[] | undefined;
  /** How many hits are wanted: of kinds that there may be many of, no more need be found. */
  readonly limit: number;
}

/** A sentence that evidence is sought for; its query narrows it. */
export interface EvidenceRequest extends EngineRequest {
  readonly sentence: readonly EvidenceWord[];
}

/** Something that an engine has found, before it is ranked among what others have found. */
export interface Candidate {
  /** Comparable between engines. */
  readonly score: number;
  /** The score without what it is put back for; the score when absent. */
  readonly relevance?: number;
  /** Whether it is about a partner that a filter asks for only as a member of a group. */
  readonly isAsGroup?: boolean;
  /** The source that it is a passage of. */
  readonly passageOf?: SourceId;
  /** Makes the hit, which takes a while: ask for those that are shown. */
  readonly hit: (score: number) => Hit;
}

export interface EngineResults {
  /** Excerpts or passages, best first; equal ones in the order that they have in their pack or library. */
  readonly texts: readonly Candidate[];
  /** Entries that are no excerpts, in their own order. */
  readonly places: readonly PlaceOf<Candidate>[];
}

/** Searches one kind of collection: the entries of packs, or the passages of a library. */
export interface SearchEngine {
  /** What a query that has words or phrases finds. */
  find(request: EngineRequest): EngineResults;
  /** The texts that bear on a sentence, best first, each with the sentence of it that bears most. */
  bearOn(request: EvidenceRequest): readonly Candidate[];
  /** Everything that filters and exclusions let pass, in its own order, for a query without words. */
  all(request: EngineRequest): readonly Candidate[];
  /** Names that resemble a query which finds nothing, best first. */
  nearest(words: readonly string[], kinds: readonly HitKind[] | undefined): readonly string[];
}
