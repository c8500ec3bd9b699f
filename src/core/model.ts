/**
 * The vocabulary of the product: what a pack holds and how its pieces refer to each other.
 * The JSON Schemas in `data/schemas/` describe the same shapes for files; a test holds the two together.
 */

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type PackId = Branded<'Pack'>;
export type SourceId = Branded<'Source'>;
export type ExcerptId = Branded<'Excerpt'>;
export type TopicId = Branded<'Topic'>;
export type PartnerId = Branded<'Partner'>;
export type TermId = Branded<'Term'>;
export type EventId = Branded<'Event'>;

/** A place in a source as people cite it; for the shipped source `section.paragraph`, such as `3.3`. */
export type Locator = string;

/** A place in a source. */
export interface Citation {
  readonly source: SourceId;
  readonly locator: Locator;
}

/**
 * What a statement rests on: a source that says it, or settled public knowledge.
 * `general` may carry citations too: they say where a source uses the notion, not that it defines it.
 */
export interface Basis {
  readonly kind: 'source' | 'general';
  readonly citations: readonly Citation[];
}

/** Something that sources say, told in the pack's own words. */
export interface Statement {
  readonly text: string;
  /** Where they say it, the place to show first; at least one. */
  readonly citations: readonly Citation[];
}

/**
 * What has happened to something that an entry says and that stays as it was said then: one line,
 * with where it is from.
 */
export interface Since {
  readonly text: string;
  readonly date: SourceDate;
  readonly source: SourceId;
  /** Absent where the source is short, or has no places that people name. */
  readonly locator?: Locator;
}

/** What an entry may say of the time that it speaks of. */
export interface Dated {
  /** The last day, month or year whose state it gives: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; see `core/packs/asOf.ts`. */
  readonly asOf?: string;
  /** What has overtaken it, earliest first. */
  readonly since?: readonly Since[];
}

/** A date with no more precision than its source gives it. */
export interface SourceDate {
  /** As a reader would put it: "early 1990s", "29 June 2022", "between 2009 and 2016". */
  readonly text: string;
  /** Earliest day, month or year that is meant: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly start: string;
  /** Latest one meant, in the same form; absent when `start` says it all. */
  readonly end?: string;
  readonly precision: 'day' | 'month' | 'year' | 'range' | 'approximate';
}

/** A date as CSL-JSON has it: one, or two for a span. */
export interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
}

/** A person's name as CSL-JSON has it. */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

/**
 * A document that excerpts digest. Field names and types follow CSL-JSON; fields that the document
 * does not state about itself are absent, never guessed.
 */
export interface Source {
  readonly id: SourceId;
  /** CSL item type, such as `interview` or `report`. */
  readonly type: string;
  /** The document's own title; absent when it is not known. */
  readonly title?: string;
  /** A description to show in place of a title, written by the pack. */
  readonly label: string;
  readonly genre?: string;
  readonly publisher?: string;
  /** What it has appeared in; only bibliographies say so. */
  readonly container?: SourceContainer;
  /** Who wrote it or, where the type is `interview`, who is interviewed. */
  readonly author?: readonly CslName[];
  readonly interviewer?: readonly CslName[];
  /** Who edited it or, where it is a part of a book, the book. */
  readonly editor?: readonly CslName[];
  readonly translator?: readonly CslName[];
  /** As its bibliography has it: "2", "2nd", "revised". */
  readonly edition?: string;
  readonly issued?: CslDate;
  readonly URL?: string;
  readonly DOI?: string;
  /** The day on which whoever wrote the pack read it at the address. */
  readonly accessed?: CslDate;
  /** Under what terms the document may be used, as far as it says so. */
  readonly rights?: string;
  /** How its places are numbered, for whoever looks one up. */
  readonly numbering?: string;
  readonly note?: string;
  /**
   * What a reader finds the sections by that locators such as `3.2` count, from section 0 on; absent
   * where the document prints those numbers nowhere and has no names for its sections.
   */
  readonly sections?: readonly string[];
  readonly language?: string;
  /** Of the paragraphs that the pack cites, so that a user's copy of the document is recognised. */
  readonly fingerprints?: readonly SourceFingerprint[];
}

/** The journal, the collection or the site that something has appeared in, in the words of CSL. */
export interface SourceContainer {
  readonly title: string;
  readonly volume?: string;
  readonly issue?: string;
  /** Its first and last page there. */
  readonly page?: string;
}

/** Tells a paragraph of a source without its text; see `core/library/fingerprints.ts`. */
export interface SourceFingerprint {
  readonly locator: Locator;
  /** How many letters and digits the paragraph has. */
  readonly length: number;
  /** The smallest hashes of its runs of letters, 6 digits in base 36 each. */
  readonly sketch: string;
}

/** A node of the two-level topic tree. */
export interface Topic extends Dated {
  readonly id: TopicId;
  readonly name: string;
  /** The topic above; absent at the first level. */
  readonly parent?: TopicId;
  readonly summary: string;
  /** What the summary rests on; absent where it only names what is filed under the topic. */
  readonly basis?: Basis;
  readonly inSource?: readonly Statement[];
  readonly aliases?: readonly string[];
  /** How sure the source is that the topic belongs here ("likely"); shown beside the name. */
  readonly qualifier?: string;
  /** Terms that tell that a passage is about it. */
  readonly terms?: readonly TermId[];
  /** What else in a passage tells so; see `core/tags/topicQuery.ts`. */
  readonly query?: string;
}

/** Somebody who speaks for an actor while in office. */
export interface Leader {
  /** In full, and as it is mostly written: "Shinzo Abe". */
  readonly name: string;
  /** Other spellings, and what is enough by itself: "Kishida". */
  readonly aliases?: readonly string[];
  /** What is enough where the same document has the name in full, or the office before it: "Abe". */
  readonly family?: string;
  /** What may stand before the family name: "Prime Minister". */
  readonly office: string;
  /** The first day, month or year in office; see `Dated.asOf` for the form. */
  readonly from: string;
  /** The last one; absent for those who were in office when the pack was written. */
  readonly until?: string;
}

/** Besides its names, what a passage may have that stands for an actor. Settled public knowledge. */
export interface ActorSigns {
  /** Adjectives and names of its people: "Japanese", "New Zealander". */
  readonly adjectives?: readonly string[];
  /** Spellings of its capital, which stands for it only where the capital acts. */
  readonly capitals?: readonly string[];
  /** Its institutions, by names that no other has, and descriptions of it alone: "Kremlin". */
  readonly bodies?: readonly string[];
  readonly leaders?: readonly Leader[];
  /** Wordings that hold one of all these and mean something else: "South China Sea". */
  readonly not?: readonly string[];
}

/** A partnership agreement in the state that its source gives. */
export interface Agreement extends Pick<Dated, 'since'> {
  readonly title: string;
  readonly state: 'signed' | 'under discussion';
  readonly date?: SourceDate;
  readonly note?: string;
  readonly source: SourceId;
  readonly locator: Locator;
}

/** One of the four partners, another actor, or a framework: a formal one of NATO, or a group of partners. */
export interface Partner extends Dated, ActorSigns {
  readonly id: PartnerId;
  readonly kind: 'partner' | 'actor' | 'framework';
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly profile: string;
  readonly basis: Basis;
  /** What sources say besides. */
  readonly inSource?: readonly Statement[];
  readonly agreements?: readonly Agreement[];
  /**
   * The partners that make up a group, none of them a group itself; absent for all else. What is said
   * of the group is said of each "as a group".
   */
  readonly members?: readonly PartnerId[];
}

export type TermKind =
  | 'concept'
  | 'organisation'
  | 'framework'
  | 'agreement'
  | 'country'
  | 'region'
  | 'place'
  | 'person'
  | 'event';

/** A name, acronym or notion that a reader may look up. */
export interface Term extends Dated {
  readonly id: TermId;
  readonly name: string;
  readonly kind: TermKind;
  readonly abbreviation?: string;
  readonly aliases?: readonly string[];
  readonly definition: string;
  /**
   * `exact`: every form matches only as written; `ignore`: whatever the case. Absent: forms
   * whose letters are mostly capitals match exactly, all others whatever the case.
   */
  readonly case?: 'exact' | 'ignore';
  /**
   * Wordings of which one must stand in the same paragraph for the term to be meant; one that is a
   * name of the term itself counts for the whole note.
   */
  readonly near?: readonly string[];
  /** Wordings that hold a form of the term and mean something else. */
  readonly not?: readonly string[];
  readonly related?: readonly TermId[];
  /** The entry among the partners that this term names. */
  readonly partner?: PartnerId;
  /** What the definition rests on. */
  readonly basis: Basis;
  /** What sources say of it besides. */
  readonly inSource?: readonly Statement[];
}

/** How a glossary values a way of naming something; the words are those of TBX. */
export type TermStatus = 'preferred' | 'admitted' | 'deprecated';

/** One claim of a source, told in the pack's own words. */
export interface Excerpt extends Dated {
  readonly id: ExcerptId;
  readonly heading: string;
  readonly text: string;
  readonly source: SourceId;
  readonly locator: Locator;
  readonly topics: readonly TopicId[];
  /**
   * Partners, actors and frameworks that the claim is about in particular: a group for what is said
   * of its members together.
   */
  readonly partners: readonly PartnerId[];
  readonly terms: readonly TermId[];
  readonly dates: readonly SourceDate[];
}

/** A dated fact. */
export interface Event extends Dated {
  readonly id: EventId;
  readonly title: string;
  readonly text: string;
  readonly date: SourceDate;
  readonly topics: readonly TopicId[];
  readonly partners: readonly PartnerId[];
  /** The excerpts that tell of it. */
  readonly excerpts: readonly ExcerptId[];
  readonly source: SourceId;
  readonly locator: Locator;
}

/** What a pack says about itself, in its `pack.json`. */
export interface PackInfo {
  readonly id: PackId;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly language: string;
  /** The last day, month or year whose state the pack gives where an entry says no other. */
  readonly asOf?: string;
}

/** A pack's entries as its files hold them, each list in the pack's order. */
export interface Pack {
  readonly info: PackInfo;
  readonly sources: readonly Source[];
  readonly topics: readonly Topic[];
  readonly partners: readonly Partner[];
  readonly terms: readonly Term[];
  readonly excerpts: readonly Excerpt[];
  readonly events: readonly Event[];
}

/** Everything that has a page of its own, by kind. */
export interface EntryTypes {
  readonly source: Source;
  readonly excerpt: Excerpt;
  readonly topic: Topic;
  readonly partner: Partner;
  readonly term: Term;
  readonly event: Event;
}
export type EntryKind = keyof EntryTypes;

/** Names one entry. Ids are unique among the entries of one kind, over all packs. */
export interface EntryRef {
  readonly kind: EntryKind;
  readonly id: string;
}

/** A half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A replacement of a stretch of text; an empty span inserts. */
export interface TextEdit extends Span {
  readonly text: string;
}
