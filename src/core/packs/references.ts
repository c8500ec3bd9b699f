import type {
  Basis,
  Dated,
  Event,
  Excerpt,
  Pack,
  Partner,
  PartnerId,
  SourceDate,
  Statement,
  Term,
  Topic,
  TopicId,
} from '../model';
import { lazy } from '../../util/lazy';
import { asOfDayIn, isLater, type PackDays } from './asOf';
import { brokenEntryName, type Located, type ReadList } from './entries';
import { quote } from './jsonPath';
import { ENTRY_FILES, type ListedKind, type ListedTypes } from './packFiles';
import type { PackProblem } from './problem';

/** What the files of a pack list, by kind; `undefined` where a file is of no use as a whole. */
export type ReadLists = { readonly [K in ListedKind]: ReadList<ListedTypes[K]> | undefined };

/** What entries have that say something of their own beside what sources say. */
interface Stated extends Dated {
  readonly inSource?: readonly Statement[];
}

/** Tells of a problem in the file of a kind. */
export type ReportIn = (kind: ListedKind, problem: Omit<PackProblem, 'file'>) => void;

/**
 * Drops references to what is not there, and entries that cannot do without: an excerpt without its
 * source, a definition that rests on nothing. Each kind comes after those that it refers to, so that
 * what falls away takes along what hangs on it.
 * References to an entry that has been left out, or into a file that is of no use, go without a word:
 * the cause has been told, and dozens of consequences would hide it.
 * A fact that has overtaken its entry is dropped as well where it is not later than the entry.
 * @param packDay the day of the pack, as `PackInfo` has it
 */
export function resolveReferences(
  lists: ReadLists,
  packDay: string | undefined,
  report: ReportIn,
): Omit<Pack, 'info'> {
  const resolver = new Resolver(lists, packDay, report);
  const sources = resolver.resolve('source', lists.source?.entries, (source) => source);
  const partners = resolver.resolve('partner', lists.partner?.entries, resolvePartner);
  // A group waits until it is known which partners remain.
  const groups = new Set(partners.flatMap(({ entry }) => (entry.members ? [entry.id] : [])));
  const groupedPartners = resolver.resolve('partner', partners, (partner, references) =>
    resolveMembers(partner, groups, references),
  );
  const topics = resolver.resolve('topic', lists.topic?.entries, resolveTopic);
  const parents = new Map(topics.map(({ entry }) => [entry.id, entry.parent]));
  const placedTopics = resolver.resolve('topic', topics, (topic, references) =>
    placeTopic(topic, parents, references),
  );
  const terms = resolver.resolve('term', lists.term?.entries, resolveTerm);
  // Relations to terms wait until it is known which terms remain.
  const relatedTerms = resolver.resolve('term', terms, resolveRelated);
  const toldTopics = resolver.resolve('topic', placedTopics, resolveTermsOfTopic);
  const excerpts = resolver.resolve('excerpt', lists.excerpt?.entries, resolveExcerpt);
  const events = resolver.resolve('event', lists.event?.entries, resolveEvent);
  return {
    sources: entriesOf(sources),
    topics: entriesOf(toldTopics),
    partners: entriesOf(groupedPartners),
    terms: entriesOf(relatedTerms),
    excerpts: entriesOf(excerpts),
    events: entriesOf(events),
  };
}

/** Resolves the entries of one kind after the other, and knows which of those before remain. */
class Resolver {
  private readonly remaining = new Map<ListedKind, Set<string>>();
  private readonly leftOut = new Set<string>();
  readonly days: PackDays;

  constructor(
    private readonly lists: ReadLists,
    packDay: string | undefined,
    private readonly report: ReportIn,
  ) {
    const sources = new Map(lists.source?.entries.map(({ entry }) => [entry.id, entry]));
    this.days = { asOf: packDay, issuedOf: (id) => sources.get(id)?.issued };
  }

  /** @param resolveEntry gives the entry with the references that are good, or `undefined` to leave it out */
  resolve<K extends ListedKind>(
    kind: K,
    entries: readonly Located<ListedTypes[K]>[] = [],
    resolveEntry: (entry: ListedTypes[K], references: References) => ListedTypes[K] | undefined,
  ): readonly Located<ListedTypes[K]>[] {
    const remaining = new Set<string>();
    const resolved = entries.flatMap(({ entry, path }) => {
      const result = resolveEntry(entry, new References(this, kind, entry, path, this.report));
      if (result === undefined) {
        this.leftOut.add(`${kind}/${entry.id}`);
        return [];
      }
      remaining.add(entry.id);
      return [{ entry: result, path }];
    });
    this.remaining.set(kind, remaining);
    return resolved;
  }

  exists(kind: ListedKind, id: string): boolean {
    return this.remaining.get(kind)?.has(id) ?? false;
  }

  /** Whether a problem already says why there is no such entry. */
  isCauseTold(kind: ListedKind, id: string): boolean {
    const list = this.lists[kind];
    return list === undefined || list.leftOut.has(id) || this.leftOut.has(`${kind}/${id}`);
  }
}

/** The references of one entry, and how to tell what comes of those that lead nowhere. */
class References {
  constructor(
    private readonly resolver: Resolver,
    private readonly kind: ListedKind,
    private readonly entry: ListedTypes[ListedKind],
    private readonly path: string,
    private readonly report: ReportIn,
  ) {}

  private readonly day = lazy(() => asOfDayIn(this.resolver.days, this.entry));

  exists(target: ListedKind, id: string): boolean {
    return this.resolver.exists(target, id);
  }

  /**
   * Whether what `field` refers to is there; if not, tells that and what it means for the entry.
   * @param field JSON path of the reference below the entry
   */
  check(field: string, target: ListedKind, id: string, consequence = 'loses a reference'): boolean {
    const exists = this.exists(target, id);
    if (!exists && !this.resolver.isCauseTold(target, id)) {
      const remedy = `Correct the id, or add the ${target} to ${ENTRY_FILES[target].name}.`;
      this.tell(field, `${consequence}: there is no ${target} ${quote(id)}`, remedy);
    }
    return exists;
  }

  /** Those of `ids` that are there. */
  keep<Id extends string>(field: string, target: ListedKind, ids: readonly Id[]): readonly Id[] {
    return ids.filter((id, index) => this.check(`${field}[${index}]`, target, id));
  }

  /** The basis without citations of sources that are not there; `undefined` if it needs one and has none. */
  basis({ kind, citations }: Basis): Basis | undefined {
    const stands = kind === 'general' || citations.some((c) => this.exists('source', c.source));
    const consequence = stands ? 'loses a citation' : 'is left out';
    const kept = citations.filter(({ source }, index) =>
      this.check(`basis.citations[${index}].source`, 'source', source, consequence),
    );
    return stands ? { kind, citations: kept } : undefined;
  }

  /**
   * An entry without the statements of sources that are not there. The later facts of one that is not
   * there go, too: each has its source.
   */
  stated<Entry extends Stated>(entry: Entry): Entry {
    const { inSource } = entry;
    const kept = inSource?.flatMap(({ text, citations }, index) => {
      const known = citations.filter((citation, at) => {
        const field = `inSource[${index}].citations[${at}].source`;
        return this.check(field, 'source', citation.source, 'loses a citation');
      });
      return known.length === 0 ? [] : [{ text, citations: known }];
    });
    return { ...this.dated(entry), ...(kept && { inSource: kept }) };
  }

  /** An entry without the later facts whose source is not there, or that are not later. */
  dated<Entry extends Pick<Dated, 'since'>>(entry: Entry, path = ''): Entry {
    const kept = entry.since?.filter(({ source, date }, index) => {
      const field = `${path}since[${index}]`;
      return (
        this.check(`${field}.source`, 'source', source, 'loses what happened since') &&
        this.checkLater(`${field}.date`, date)
      );
    });
    return { ...entry, ...(kept && { since: kept }) };
  }

  private checkLater(field: string, date: SourceDate): boolean {
    const day = this.day();
    const later = day === undefined || isLater(date, day);
    if (!later) {
      const what = `loses what happened since: ${quote(date.text)} is not later than ${day}, of which it is`;
      this.tell(field, what, 'Correct the date or "asOf", or say it in "inSource".');
    }
    return later;
  }

  /** @param what continues a sentence that begins with the name of the entry */
  tell(field: string, what: string, remedy: string): void {
    const message = `${brokenEntryName(this.kind, this.entry)} ${what}.`;
    this.report(this.kind, { path: `${this.path}.${field}`, message, remedy });
  }
}

/**
 * Keeps a topic within two levels. The rule looks at declared parents only, one step up, so that
 * circles of any length fall under it too: their topics all come to stand at the first level.
 */
function placeTopic(
  topic: Topic,
  parents: ReadonlyMap<TopicId, TopicId | undefined>,
  references: References,
): Topic {
  const { parent, ...root } = topic;
  if (parent === undefined) {
    return topic;
  }
  if (!references.check('parent', 'topic', parent, 'moves to the first level')) {
    return root;
  }
  const above = parents.get(parent);
  if (above === undefined || !references.exists('topic', above)) {
    return topic;
  }
  const flaw =
    parent === topic.id
      ? 'it is its own parent'
      : `its parent ${quote(parent)} stands below ${quote(above)}, and topics have two levels`;
  references.tell(
    'parent',
    `moves to the first level: ${flaw}`,
    'Give it a parent that stands at the first level, or none.',
  );
  return root;
}

/** A topic is a place for excerpts: without its basis it still is. */
function resolveTopic(topic: Topic, references: References): Topic {
  const { basis: given, ...rest } = references.stated(topic);
  const basis = given && references.basis(given);
  return { ...rest, ...(basis && { basis }) };
}

function resolvePartner(partner: Partner, references: References): Partner | undefined {
  const basis = references.basis(partner.basis);
  const agreements = partner.agreements?.flatMap((agreement, index) => {
    const path = `agreements[${index}].`;
    return references.check(`${path}source`, 'source', agreement.source, 'loses an agreement')
      ? [references.dated(agreement, path)]
      : [];
  });
  return basis && { ...references.stated(partner), basis, ...(agreements && { agreements }) };
}

/** Keeps members of a group that are there and are no groups; a group without any is a group no more. */
function resolveMembers(
  { members, ...partner }: Partner,
  groups: ReadonlySet<PartnerId>,
  references: References,
): Partner {
  const kept = members?.filter((id, index) => {
    const field = `members[${index}]`;
    if (groups.has(id)) {
      references.tell(
        field,
        `loses a member: ${quote(id)} is a group`,
        'List the members of that group instead.',
      );
      return false;
    }
    return references.check(field, 'partner', id, 'loses a member');
  });
  return kept === undefined || kept.length === 0 ? partner : { ...partner, members: kept };
}

function resolveTerm(term: Term, references: References): Term | undefined {
  const basis = references.basis(term.basis);
  const { partner, ...rest } = references.stated(term);
  const keepsPartner = partner !== undefined && references.check('partner', 'partner', partner);
  return basis && { ...rest, basis, ...(keepsPartner && { partner }) };
}

function resolveRelated(term: Term, references: References): Term {
  return term.related
    ? { ...term, related: references.keep('related', 'term', term.related) }
    : term;
}

function resolveTermsOfTopic(topic: Topic, references: References): Topic {
  return topic.terms ? { ...topic, terms: references.keep('terms', 'term', topic.terms) } : topic;
}

function resolveExcerpt(excerpt: Excerpt, references: References): Excerpt | undefined {
  if (!references.check('source', 'source', excerpt.source, 'is left out')) {
    return undefined;
  }
  return {
    ...references.dated(excerpt),
    topics: references.keep('topics', 'topic', excerpt.topics),
    partners: references.keep('partners', 'partner', excerpt.partners),
    terms: references.keep('terms', 'term', excerpt.terms),
  };
}

function resolveEvent(event: Event, references: References): Event | undefined {
  if (!references.check('source', 'source', event.source, 'is left out')) {
    return undefined;
  }
  return {
    ...references.dated(event),
    topics: references.keep('topics', 'topic', event.topics),
    partners: references.keep('partners', 'partner', event.partners),
    excerpts: references.keep('excerpts', 'excerpt', event.excerpts),
  };
}

function entriesOf<T>(located: readonly Located<T>[]): readonly T[] {
  return located.map(({ entry }) => entry);
}
