import {
  citationsOf,
  laterFactsOf,
  sourceTitle,
  statementsOf,
  type Catalog,
} from '../packs/catalog';
import type { PartnersOf } from '../packs/partnerMembership';
import type {
  Citation,
  EntryKind,
  EntryTypes,
  Event,
  Excerpt,
  Partner,
  PartnerId,
  Source,
  SourceDate,
  Term,
  Topic,
} from '../model';
import { spanOfDate, type DateSpan } from './dateSpans';
import type { PassageIndex } from './passageIndex';
import { PassageIndexBuilder, type FieldSpec } from './passageIndexBuilder';

/** An entry as search sees it. */
export interface PackDocument {
  readonly kind: EntryKind;
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Other names than the title. */
  readonly aliases: readonly string[];
  /** The first place it rests on. */
  readonly citation?: Citation;
  // Ids of what the entry, or an excerpt that belongs to it, is about: what filters compare with.
  readonly topics: ReadonlySet<string>;
  readonly partners: ReadonlySet<string>;
  /** The partners that it is about only as members of a group. */
  readonly partnersAsGroup: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  /** When what it tells of happened; empty for entries that tell of no date. */
  readonly dates: readonly DateSpan[];
}

export interface PackIndex {
  /** The excerpts first, then the others by kind, each kind in the order of the packs. */
  readonly documents: readonly PackDocument[];
  /** Its passages are the documents, by their place in the list. */
  readonly index: PassageIndex;
}

/**
 * Title, aliases and topics weigh more than text, as they say what an entry is about. The names of
 * what an excerpt merely touches weigh less, since the same few touch most of them.
 */
const FIELDS = {
  title: { weight: 2.5, lengthNorm: 0.3, typicalLength: 7 },
  aliases: { weight: 1.5, lengthNorm: 0, typicalLength: 10 },
  topics: { weight: 1.2, lengthNorm: 0, typicalLength: 10 },
  touched: { weight: 0.6, lengthNorm: 0, typicalLength: 40 },
  text: { weight: 1, lengthNorm: 0.3, typicalLength: 35 },
} satisfies Record<string, FieldSpec>;

/** Indexes every entry of a catalog. */
export function indexPack(catalog: Catalog): PackIndex {
  const entries: readonly IndexedEntry[] = [
    ...catalog.all('excerpt').map((excerpt) => indexedExcerpt(catalog, excerpt)),
    ...catalog.all('partner').map((partner) => indexedPartner(catalog, partner)),
    ...catalog.all('term').map((term) => indexedTerm(catalog, term)),
    ...catalog.all('topic').map((topic) => indexedTopic(catalog, topic)),
    ...catalog.all('event').map((event) => indexedEvent(catalog, event)),
    ...catalog.sources.map((source) => indexedSource(catalog, source)),
  ];
  const builder = new PassageIndexBuilder(Object.values(FIELDS));
  for (const { document, topics, touched, also } of entries) {
    const { title, aliases, text } = document;
    builder.add([title, aliases, topics, touched, [text, ...also]]);
  }
  return { documents: entries.map(({ document }) => document), index: builder.build() };
}

interface IndexedEntry {
  readonly document: PackDocument;
  /** Names of the topics, and of those above them. */
  readonly topics: readonly string[];
  /** Names of the partners and terms that an entry is about. */
  readonly touched: readonly string[];
  /** Texts beside the one that is shown. */
  readonly also: readonly string[];
}

function indexedExcerpt(catalog: Catalog, excerpt: Excerpt): IndexedEntry {
  return {
    document: {
      ...belonging(catalog, excerpt, [excerpt]),
      kind: 'excerpt',
      id: excerpt.id,
      title: excerpt.heading,
      text: excerpt.text,
      aliases: [],
      dates: excerpt.dates.map(spanOfDate),
    },
    topics: topicNames(catalog, excerpt.topics),
    touched: [
      ...fewPartners(catalog.partnersOf(excerpt)).flatMap((id) =>
        entryNames(catalog.get('partner', id)),
      ),
      ...excerpt.terms.flatMap((id) => entryNames(catalog.get('term', id))),
    ],
    also: [...excerpt.dates.map(({ text }) => text), ...laterTexts(excerpt)],
  };
}

/** An excerpt on more partners than this says nothing of each that its text does not say by name. */
const FEW_PARTNERS = 3;

/** The partners of an excerpt that is about them, and not about many. */
function fewPartners({ particular, asGroup }: PartnersOf): readonly PartnerId[] {
  return particular.length + asGroup.length <= FEW_PARTNERS ? particular : [];
}

function indexedPartner(catalog: Catalog, partner: Partner): IndexedEntry {
  return {
    document: {
      ...belonging(catalog, partner, catalog.excerptsOfPartner(partner.id), [], {
        particular: [partner.id],
        asGroup: partner.members ?? [],
      }),
      kind: 'partner',
      id: partner.id,
      title: partner.name,
      text: partner.profile,
      aliases: partner.aliases ?? [],
    },
    topics: [],
    touched: [],
    also: [
      ...(partner.agreements ?? []).flatMap(({ title, note, date, since }) => [
        title,
        note ?? '',
        ...dateText(date),
        ...(since ?? []).map(({ text }) => text),
      ]),
      ...besides(partner),
    ],
  };
}

function indexedTerm(catalog: Catalog, term: Term): IndexedEntry {
  const named = term.partner === undefined ? undefined : catalog.get('partner', term.partner);
  return {
    document: {
      ...belonging(catalog, term, catalog.excerptsOfTerm(term.id), [], {
        particular: named ? [named.id] : [],
        asGroup: named?.members ?? [],
      }),
      kind: 'term',
      id: term.id,
      title: term.name,
      text: term.definition,
      aliases: entryNames(term).slice(1),
    },
    topics: [],
    touched: [],
    also: besides(term),
  };
}

function indexedTopic(catalog: Catalog, topic: Topic): IndexedEntry {
  return {
    document: {
      ...belonging(catalog, topic, catalog.excerptsUnderTopic(topic.id), [topic.id]),
      kind: 'topic',
      id: topic.id,
      title: topic.name,
      text: topic.summary,
      aliases: topic.aliases ?? [],
    },
    topics: topic.parent ? topicNames(catalog, [topic.parent]) : [],
    touched: [],
    also: besides(topic),
  };
}

function indexedEvent(catalog: Catalog, event: Event): IndexedEntry {
  return {
    document: {
      ...belonging(catalog, event, [], event.topics, catalog.partnersOf(event)),
      kind: 'event',
      id: event.id,
      title: event.title,
      text: event.text,
      aliases: [],
      dates: [spanOfDate(event.date)],
    },
    topics: topicNames(catalog, event.topics),
    touched: event.partners.flatMap((id) => entryNames(catalog.get('partner', id))),
    also: [...dateText(event.date), ...laterTexts(event)],
  };
}

function indexedSource(catalog: Catalog, source: Source): IndexedEntry {
  const { id, label, title, genre, publisher, note = '' } = source;
  return {
    document: {
      ...belonging(catalog, source, catalog.excerptsOfSource(id)),
      sources: new Set([id]),
      kind: 'source',
      id,
      title: sourceTitle(source),
      text: note,
      aliases: title === undefined ? [] : [label],
    },
    topics: [],
    touched: [],
    also: [genre, publisher].filter((text) => text !== undefined),
  };
}

/** What sources say of an entry besides, and what has overtaken it. */
function besides(entry: EntryTypes[EntryKind]): readonly string[] {
  return [...statementsOf(entry).map(({ text }) => text), ...laterTexts(entry)];
}

/** The old fact is found by the words of the new one, too. */
function laterTexts(entry: EntryTypes[EntryKind]): readonly string[] {
  return laterFactsOf(entry).flatMap(({ text, date }) => [text, date.text]);
}

type Belonging = Pick<
  PackDocument,
  'citation' | 'topics' | 'partners' | 'partnersAsGroup' | 'sources' | 'dates'
>;

const NO_PARTNERS: PartnersOf = { particular: [], asGroup: [] };

/** Where an entry belongs by itself and through its excerpts. */
function belonging(
  catalog: Catalog,
  entry: EntryTypes[EntryKind],
  excerpts: readonly Excerpt[],
  ownTopics: readonly string[] = [],
  ownPartners = NO_PARTNERS,
): Belonging {
  const citations = citationsOf(entry);
  const [citation] = citations;
  const topics = [...ownTopics, ...excerpts.flatMap((excerpt) => excerpt.topics)];
  const partners = [ownPartners, ...excerpts.map((excerpt) => catalog.partnersOf(excerpt))];
  const particular = new Set<string>(partners.flatMap((one) => one.particular));
  const asGroup = partners.flatMap((one) => one.asGroup).filter((id) => !particular.has(id));
  return {
    ...(citation && { citation }),
    topics: new Set([...topics, ...topics.flatMap((id) => parentOf(catalog, id))]),
    partners: particular,
    partnersAsGroup: new Set(asGroup),
    sources: new Set([...citations, ...excerpts].map(({ source }) => source)),
    dates: [],
  };
}

function topicNames(catalog: Catalog, ids: readonly string[]): string[] {
  const all = new Set([...ids, ...ids.flatMap((id) => parentOf(catalog, id))]);
  return [...all].flatMap((id) => entryNames(catalog.get('topic', id)));
}

function parentOf(catalog: Catalog, topicId: string): readonly string[] {
  const parent = catalog.get('topic', topicId)?.parent;
  return parent ? [parent] : [];
}

/** Every name of an entry, the main one first. */
export function entryNames(entry: Term | Partner | Topic | undefined): readonly string[] {
  if (entry === undefined) {
    return [];
  }
  const abbreviation = 'abbreviation' in entry && entry.abbreviation ? [entry.abbreviation] : [];
  return [entry.name, ...abbreviation, ...(entry.aliases ?? [])];
}

function dateText(date: SourceDate | undefined): readonly string[] {
  return date ? [date.text] : [];
}
