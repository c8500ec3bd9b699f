import type { PartnerId, TermId, TopicId } from '../model';

/** How much of a passage something has: the passage is about it, or only names it. */
export type TagStrength = 'about' | 'mentions';

/** What kinds of entries passages are tagged with. */
export type TagKind = 'topic' | 'partner' | 'term';

/** What in a passage or above it stands for something. */
export interface TagReason {
  /**
   * `name`: one of its names or of the names of its terms; `adjective`, `capital`, `leader`, `body`: what
   * a pack lists of an actor; `group`: the name of a group that it is a member of; `query`: what its
   * query asks for.
   */
  readonly by: 'name' | 'adjective' | 'capital' | 'leader' | 'body' | 'group' | 'query';
  /** As it is written there. */
  readonly wording: string;
  readonly place: 'text' | 'heading' | 'title';
}

interface Tag {
  readonly strength: TagStrength;
  /** From 0 to 1: how much of the passage it has. To be compared among passages of one subject. */
  readonly weight: number;
  /** What has led to it, the strongest first; at least one, and three at most. */
  readonly why: readonly TagReason[];
}

/** That a passage names an actor. */
export interface PartnerTag extends Tag {
  readonly id: PartnerId;
  /** It is named only as a member of a group. */
  readonly isAsGroup: boolean;
}

/** That a passage is about a topic, or mentions it. */
export interface TopicTag extends Tag {
  readonly id: TopicId;
}

/** What one passage is about. The same text in the same place of a document has the same tags. */
export interface PassageTags {
  /** Heaviest first. */
  readonly partners: readonly PartnerTag[];
  /** Those that it is about first, heaviest first. */
  readonly topics: readonly TopicTag[];
  /** The terms of packs and glossaries that stand in it, in the order in which they do. */
  readonly terms: readonly TermId[];
}
