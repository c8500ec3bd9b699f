import { groupBy } from '../../util/groupBy';
import type {
  Citation,
  EntryKind,
  EntryRef,
  EntryTypes,
  Event,
  Excerpt,
  Pack,
  PackInfo,
  Partner,
  Since,
  Source,
  SourceDate,
  Statement,
  Term,
  Topic,
} from '../model';
import { PartnerMembership, type PartnersOf } from './partnerMembership';

/**
 * The entries of all packs, merged, with the look-ups that views, pages and hovers need.
 * Immutable: a changed pack makes a new catalog. Lists keep the order of the packs unless said otherwise.
 */
export class Catalog {
  private readonly byKind: { readonly [K in EntryKind]: ReadonlyMap<string, EntryTypes[K]> };
  private readonly excerptsByTopic: ReadonlyMap<string, readonly Excerpt[]>;
  private readonly excerptsByPartner: ReadonlyMap<string, readonly Excerpt[]>;
  private readonly excerptsByTerm: ReadonlyMap<string, readonly Excerpt[]>;
  private readonly excerptsBySource: ReadonlyMap<string, readonly Excerpt[]>;
  private readonly eventsByPartner: ReadonlyMap<string, readonly Event[]>;
  private readonly eventsByExcerpt: ReadonlyMap<string, readonly Event[]>;
  private readonly topicsByParent: ReadonlyMap<string, readonly Topic[]>;
  private readonly termsByPartner: ReadonlyMap<string, readonly Term[]>;
  private readonly membership: PartnerMembership;

  private packByEntry: ReadonlyMap<object, PackInfo> | undefined;

  /** The events of all packs, earliest first. */
  readonly timeline: readonly Event[];

  /** The topics at the first level. */
  readonly rootTopics: readonly Topic[];

  /**
   * @param packs entries whose references all resolve and whose ids are unique among their kind;
   *   `parsePack` sees to both.
   */
  constructor(readonly packs: readonly Pack[]) {
    const excerpts = packs.flatMap((pack) => pack.excerpts);
    this.timeline = packs.flatMap((pack) => pack.events).sort(compareEvents);
    this.byKind = {
      source: byId(packs.flatMap((pack) => pack.sources)),
      excerpt: byId(excerpts),
      topic: byId(packs.flatMap((pack) => pack.topics)),
      partner: byId(packs.flatMap((pack) => pack.partners)),
      term: byId(packs.flatMap((pack) => pack.terms)),
      event: byId(this.timeline),
    };
    this.membership = new PartnerMembership(packs);
    this.excerptsByTopic = groupBy(excerpts, (excerpt) => excerpt.topics);
    this.excerptsByPartner = groupBy(excerpts, (excerpt) => this.everyPartnerOf(excerpt));
    this.excerptsByTerm = groupBy(excerpts, (excerpt) => excerpt.terms);
    this.excerptsBySource = groupBy(excerpts, (excerpt) => [excerpt.source]);
    this.eventsByPartner = groupBy(this.timeline, (event) => this.everyPartnerOf(event));
    this.eventsByExcerpt = groupBy(this.timeline, (event) => event.excerpts);
    this.topicsByParent = groupBy(this.all('topic'), (topic) =>
      topic.parent ? [topic.parent] : [],
    );
    this.rootTopics = this.all('topic').filter((topic) => topic.parent === undefined);
    this.termsByPartner = groupBy(this.all('term'), (term) => (term.partner ? [term.partner] : []));
  }

  /** What the pack says about itself that an entry is from; `undefined` for what is in none. */
  packOf(entry: EntryTypes[EntryKind]): PackInfo | undefined {
    this.packByEntry ??= new Map(
      this.packs.flatMap(({ info, ...lists }) =>
        Object.values(lists).flatMap((entries: readonly object[]) =>
          entries.map((one) => [one, info] as const),
        ),
      ),
    );
    return this.packByEntry.get(entry);
  }

  /** What the packs say about themselves. */
  get infos(): readonly PackInfo[] {
    return this.packs.map((pack) => pack.info);
  }

  /** The entry of that kind and id; `undefined` when no pack has one. */
  get<K extends EntryKind>(kind: K, id: string): EntryTypes[K] | undefined {
    return this.byKind[kind].get(id);
  }

  /** Every entry of a kind. */
  all<K extends EntryKind>(kind: K): readonly EntryTypes[K][] {
    return [...this.byKind[kind].values()];
  }

  /** Whether `ref` names an entry that exists. */
  has(ref: EntryRef): boolean {
    return this.byKind[ref.kind].has(ref.id);
  }

  /** `undefined` when no pack has a source of that id. */
  source(id: string): Source | undefined {
    return this.get('source', id);
  }

  get sources(): readonly Source[] {
    return this.all('source');
  }

  subtopics(topicId: string): readonly Topic[] {
    return this.topicsByParent.get(topicId) ?? [];
  }

  /** Excerpts filed directly under a topic, those of its subtopics left out. */
  excerptsOfTopic(topicId: string): readonly Excerpt[] {
    return this.excerptsByTopic.get(topicId) ?? [];
  }

  /** Excerpts under a topic or any of its subtopics, each once. */
  excerptsUnderTopic(topicId: string): readonly Excerpt[] {
    const found = new Set(this.excerptsOfTopic(topicId));
    for (const child of this.subtopics(topicId)) {
      this.excerptsOfTopic(child.id).forEach((excerpt) => found.add(excerpt));
    }
    return [...found];
  }

  /** Excerpts about a partner, in particular or as a group; `isAsGroup` tells which. */
  excerptsOfPartner(partnerId: string): readonly Excerpt[] {
    return this.excerptsByPartner.get(partnerId) ?? [];
  }

  /** The excerpts that use a term: the evidence behind its definition. */
  excerptsOfTerm(termId: string): readonly Excerpt[] {
    return this.excerptsByTerm.get(termId) ?? [];
  }

  excerptsOfSource(sourceId: string): readonly Excerpt[] {
    return this.excerptsBySource.get(sourceId) ?? [];
  }

  /** Events about a partner, in particular or as a group, earliest first. */
  eventsOfPartner(partnerId: string): readonly Event[] {
    return this.eventsByPartner.get(partnerId) ?? [];
  }

  /** The groups that a partner is a member of. */
  groupsOfPartner(partnerId: string): readonly Partner[] {
    return this.membership.groupsOf(partnerId);
  }

  /** The partners that an entry is about: those in particular, and those as a group. */
  partnersOf(entry: Excerpt | Event): PartnersOf {
    return this.membership.partnersOf(entry);
  }

  /** Whether an entry is about a partner only as a member of a group that it names. */
  isAsGroup(entry: Excerpt | Event, partnerId: string): boolean {
    return this.partnersOf(entry).asGroup.some((id) => id === partnerId);
  }

  /** Earliest first. */
  eventsOfExcerpt(excerptId: string): readonly Event[] {
    return this.eventsByExcerpt.get(excerptId) ?? [];
  }

  /** The terms that name a partner. */
  termsOfPartner(partnerId: string): readonly Term[] {
    return this.termsByPartner.get(partnerId) ?? [];
  }

  /** The excerpts before and after one in its source; each absent at that end. */
  neighbours(excerptId: string): { readonly previous?: Excerpt; readonly next?: Excerpt } {
    const excerpt = this.get('excerpt', excerptId);
    if (excerpt === undefined) {
      return {};
    }
    const all = this.excerptsOfSource(excerpt.source);
    const at = all.indexOf(excerpt);
    const previous = all[at - 1];
    const next = all[at + 1];
    return { ...(previous && { previous }), ...(next && { next }) };
  }

  private everyPartnerOf(entry: Excerpt | Event): readonly string[] {
    const { particular, asGroup } = this.partnersOf(entry);
    return [...particular, ...asGroup];
  }
}

/** The name under which an entry is listed: a heading, a title or a name. */
export function entryTitle<K extends EntryKind>(kind: K, entry: EntryTypes[K]): string {
  switch (kind) {
    case 'excerpt':
      return (entry as Excerpt).heading;
    case 'event':
      return (entry as Event).title;
    case 'source':
      return sourceTitle(entry as Source);
    default:
      return (entry as Topic | Partner | Term).name;
  }
}

/** What a source is called in lists: its title, or what the pack calls it. */
export function sourceTitle({ title, label }: Source): string {
  return title ?? label;
}

/** What an entry says: its text, definition, profile or summary. */
export function entryText(entry: EntryTypes[EntryKind]): string {
  if ('text' in entry) {
    return entry.text;
  }
  if ('definition' in entry) {
    return entry.definition;
  }
  if ('profile' in entry) {
    return entry.profile;
  }
  return 'summary' in entry ? entry.summary : (entry.note ?? '');
}

/** What sources say of an entry besides what it says itself. */
export function statementsOf(entry: EntryTypes[EntryKind]): readonly Statement[] {
  return ('inSource' in entry ? entry.inSource : undefined) ?? [];
}

/** What has overtaken an entry. */
export function laterFactsOf(entry: EntryTypes[EntryKind]): readonly Since[] {
  return ('since' in entry ? entry.since : undefined) ?? [];
}

/** The places an entry rests on, the first being the one to show; empty for sources and most topics. */
export function citationsOf(entry: EntryTypes[EntryKind]): readonly Citation[] {
  if ('locator' in entry) {
    return [{ source: entry.source, locator: entry.locator }];
  }
  return 'basis' in entry ? (entry.basis?.citations ?? []) : [];
}

/**
 * Those of these places that say what an entry says by itself: those of settled knowledge only use the
 * notion.
 */
export function bearingCitationsOf(entry: EntryTypes[EntryKind]): readonly Citation[] {
  return 'basis' in entry && entry.basis?.kind === 'general' ? [] : citationsOf(entry);
}

/** Orders dates by their earliest day, a date that ends sooner first. */
export function compareDates(a: SourceDate, b: SourceDate): number {
  return compareText(a.start, b.start) || compareText(a.end ?? a.start, b.end ?? b.start);
}

function compareEvents(a: Event, b: Event): number {
  return compareDates(a.date, b.date) || compareText(a.title, b.title) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
