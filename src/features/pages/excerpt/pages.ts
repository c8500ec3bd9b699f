import { type Catalog, entryTitle, sourceTitle, statementsOf } from '../../../core/packs/catalog';
import { excerptsOfPartnerAndGroup } from '../../../core/packs/partnerGroups';
import { excerptsByRootTopic } from '../../../core/packs/topicGroups';
import type {
  Agreement,
  EntryKind,
  EntryRef,
  EntryTypes,
  Event,
  Excerpt,
  Locator,
  Partner,
  Source,
  SourceId,
  Term,
  TermKind,
  Topic,
} from '../../../core/model';
import type { Localizer } from '../../../core/localizer';
import { escapeMarkdown } from '../../../util/markdownText';
import { formatDates, formatNames } from '../../../core/citation/plainCitation';
import { ProvenanceParts } from './provenanceParts';
import { bulletList, facts, page, pageLink, passageLink, placeLink, section } from './markdown';

/** The passage of a document in the user's library that an excerpt tells of. */
export interface OwnCopy {
  readonly title: string;
  readonly locator: Locator;
  /** The path of the document's page, and where the passage begins in it, counted from 1. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A file of the user's that a term is used in. */
export interface PageMention {
  /** A note's path, a source's title. */
  readonly label: string;
  readonly count: number;
  /** Where the first mention is: see `placeLink`. */
  readonly place: Parameters<typeof placeLink>[1];
}

/** What a page says of the user's own files. */
export interface OwnFiles {
  /** For excerpts. */
  readonly copy?: OwnCopy | undefined;
  /** For terms; absent as long as they are not known. */
  readonly mentions?: readonly PageMention[] | undefined;
}

/** The page of an entry as Markdown; `undefined` when there is no such entry. Pack text is escaped. */
export function renderPage(
  catalog: Catalog,
  ref: EntryRef,
  l10n: Localizer,
  own: OwnFiles = {},
): string | undefined {
  const pages = new Pages(catalog, l10n);
  const render = <K extends EntryKind>(kind: K, write: (entry: EntryTypes[K]) => string) => {
    const entry = catalog.get(kind, ref.id);
    return entry && write(entry);
  };
  switch (ref.kind) {
    case 'excerpt':
      return render('excerpt', (excerpt) => pages.excerpt(excerpt, own.copy));
    case 'topic':
      return render('topic', (topic) => pages.topic(topic));
    case 'partner':
      return render('partner', (partner) => pages.partner(partner));
    case 'term':
      return render('term', (term) => pages.term(term, own.mentions));
    case 'event':
      return render('event', (event) => pages.event(event));
    case 'source':
      return render('source', (source) => pages.ofSource(source));
  }
}

/** Writes the pages; a method for each kind, then what they share. */
class Pages {
  private readonly provenance: ProvenanceParts;

  constructor(
    private readonly catalog: Catalog,
    private readonly l10n: Localizer,
  ) {
    this.provenance = new ProvenanceParts(catalog, l10n);
  }

  excerpt(excerpt: Excerpt, copy: OwnCopy | undefined): string {
    const { catalog, l10n } = this;
    const { previous, next } = catalog.neighbours(excerpt.id);
    return page(
      `# ${escapeMarkdown(excerpt.heading)}`,
      escapeMarkdown(excerpt.text),
      this.provenance.source(excerpt),
      this.provenance.age(excerpt),
      copy && l10n.t('In your library: {0}', passageLink(copy)),
      section(l10n.t('Topics'), this.topics(excerpt.topics)),
      section(l10n.t('Partners and actors'), this.links('partner', excerpt.partners)),
      section(l10n.t('Terms'), this.links('term', excerpt.terms)),
      section(l10n.t('Events'), this.events(catalog.eventsOfExcerpt(excerpt.id))),
      section(
        l10n.t('Context in the source'),
        bulletList([
          previous && l10n.t('Previous: {0}', this.excerptLink(previous)),
          next && l10n.t('Next: {0}', this.excerptLink(next)),
        ]),
      ),
    );
  }

  topic(topic: Topic): string {
    const { catalog, l10n } = this;
    const parent = catalog.get('topic', topic.parent ?? '');
    return page(
      `# ${escapeMarkdown(topic.name)}`,
      facts(
        parent && l10n.t('Part of {0}', this.link('topic', parent)),
        topic.qualifier && l10n.t('In the source: {0}', escapeMarkdown(topic.qualifier)),
      ),
      escapeMarkdown(topic.summary),
      this.provenance.basis(topic),
      this.provenance.age(topic),
      this.provenance.statements(topic),
      section(
        l10n.t('Subtopics'),
        bulletList(
          catalog
            .subtopics(topic.id)
            .map((subtopic) => `${this.topicLink(subtopic)}: ${escapeMarkdown(subtopic.summary)}`),
        ),
      ),
      section(l10n.t('Excerpts'), this.digests(catalog.excerptsOfTopic(topic.id))),
    );
  }

  partner(partner: Partner): string {
    const { catalog, l10n } = this;
    const { particular, shared, partners } = excerptsOfPartnerAndGroup(catalog, partner);
    const terms = catalog.termsOfPartner(partner.id);
    return page(
      `# ${escapeMarkdown(partner.name)}`,
      facts(this.partnerKind(partner), this.aliases(partner.aliases)),
      escapeMarkdown(partner.profile),
      this.provenance.basis(partner),
      this.provenance.age(partner),
      this.provenance.statements(partner),
      section(
        l10n.t('Agreements'),
        bulletList((partner.agreements ?? []).map((agreement) => this.agreement(agreement))),
      ),
      section(l10n.t('Chronology'), this.events(catalog.eventsOfPartner(partner.id))),
      this.byTopic(
        shared.length === 0
          ? l10n.t('Excerpts')
          : l10n.t('{0} in particular', escapeMarkdown(partner.name)),
        particular,
      ),
      this.byTopic(l10n.t('All {0} partners', partners), shared),
      section(l10n.t('Terms'), bulletList(terms.map((term) => this.link('term', term)))),
    );
  }

  term(term: Term, mentions: readonly PageMention[] = []): string {
    const { catalog, l10n } = this;
    const title = term.abbreviation ? `${term.name} (${term.abbreviation})` : term.name;
    return page(
      `# ${escapeMarkdown(title)}`,
      facts(this.termKind(term.kind), this.aliases(term.aliases)),
      escapeMarkdown(term.definition),
      this.provenance.basis(term),
      this.provenance.age(term),
      this.provenance.statements(term),
      section(
        l10n.t('Partners and actors'),
        this.links('partner', term.partner === undefined ? [] : [term.partner]),
      ),
      section(l10n.t('Related terms'), this.links('term', term.related ?? [])),
      section(l10n.t('Evidence'), this.digests(catalog.excerptsOfTerm(term.id))),
      section(
        l10n.t('Mentions'),
        bulletList(
          mentions.map(({ label, count, place }) => `${placeLink(label, place)} (${count})`),
        ),
      ),
    );
  }

  event(event: Event): string {
    const { l10n } = this;
    return page(
      `# ${escapeMarkdown(event.title)}`,
      facts(escapeMarkdown(event.date.text)),
      escapeMarkdown(event.text),
      this.provenance.source(event),
      this.provenance.age(event),
      section(l10n.t('Excerpts'), this.digests(this.existing('excerpt', event.excerpts))),
      section(l10n.t('Partners and actors'), this.links('partner', event.partners)),
      section(l10n.t('Topics'), this.topics(event.topics)),
    );
  }

  /** What a source is, where it can be read, and what of the packs rests on it. */
  ofSource(source: Source): string {
    const { catalog, l10n } = this;
    const { author = [], publisher, issued, URL, DOI, accessed, rights, numbering, note } = source;
    const address = URL ?? (DOI && `https://doi.org/${DOI}`);
    return page(
      `# ${escapeMarkdown(sourceTitle(source))}`,
      facts(
        source.genre && escapeMarkdown(source.genre),
        escapeMarkdown(formatNames(author)),
        publisher && escapeMarkdown(publisher),
        issued && escapeMarkdown(formatDates(issued['date-parts'])),
      ),
      note && escapeMarkdown(note),
      address && l10n.t('Address: {0}', `<${address}>`),
      accessed && l10n.t('Read on {0}.', escapeMarkdown(formatDates(accessed['date-parts']))),
      rights && l10n.t('Terms of use: {0}', escapeMarkdown(rights)),
      numbering && section(l10n.t('Numbering'), escapeMarkdown(numbering)),
      section(
        l10n.t('Your own copy'),
        l10n.t(
          'Save the document into a folder named “sources” of your workspace: what rests on it here then leads to its place there.',
        ),
      ),
      section(l10n.t('Excerpts'), this.digests(catalog.excerptsOfSource(source.id))),
      section(
        l10n.t('Events'),
        this.events(catalog.timeline.filter((event) => event.source === source.id)),
      ),
      section(l10n.t('Partners and actors'), this.resting('partner', source)),
      section(l10n.t('Topics'), this.resting('topic', source)),
      section(l10n.t('Terms'), this.resting('term', source)),
    );
  }

  /** The entries of a kind that rest on a source. */
  private resting(kind: 'term' | 'partner' | 'topic', { id }: Source): string {
    const entries: readonly (Term | Partner | Topic)[] = this.catalog.all(kind);
    const resting = entries.filter((entry) => citesSource(entry, id));
    return this.links(
      kind,
      resting.map((entry) => entry.id),
    );
  }

  private agreement(agreement: Agreement): string {
    const { l10n } = this;
    const state = agreement.state === 'signed' ? l10n.t('signed') : l10n.t('under discussion');
    const details = agreement.date === undefined ? state : `${state}, ${agreement.date.text}`;
    return [
      `**${escapeMarkdown(agreement.title)}**:`,
      `${escapeMarkdown(details)} (${escapeMarkdown(agreement.locator)}).`,
      escapeMarkdown(agreement.note ?? ''),
      ...(agreement.since ?? []).map((fact) =>
        l10n.t('Since then: {0}', this.provenance.laterFact(fact)),
      ),
    ]
      .join(' ')
      .trim();
  }

  private partnerKind({ kind, members }: Partner): string {
    const { l10n } = this;
    if (members) {
      return l10n.t('Group of partners');
    }
    switch (kind) {
      case 'partner':
        return l10n.t('Indo-Pacific partner');
      case 'actor':
        return l10n.t('Other actor');
      case 'framework':
        return l10n.t('Partnership framework');
    }
  }

  private termKind(kind: TermKind): string {
    const { l10n } = this;
    switch (kind) {
      case 'concept':
        return l10n.t('Concept');
      case 'organisation':
        return l10n.t('Organisation');
      case 'framework':
        return l10n.t('Framework');
      case 'agreement':
        return l10n.t('Agreement');
      case 'country':
        return l10n.t('Country');
      case 'region':
        return l10n.t('Region');
      case 'place':
        return l10n.t('Place');
      case 'person':
        return l10n.t('Person');
      case 'event':
        return l10n.t('Event');
    }
  }

  private aliases(aliases: readonly string[] = []): string | undefined {
    return aliases.length === 0
      ? undefined
      : this.l10n.t('Also: {0}', aliases.map(escapeMarkdown).join(', '));
  }

  /** Topics with the topic above: "Practical cooperation › Cyber defence (likely)". */
  private topics(ids: readonly string[]): string {
    return bulletList(
      this.existing('topic', ids).map((topic) => {
        const parent = this.catalog.get('topic', topic.parent ?? '');
        const own = this.topicLink(topic);
        return parent === undefined ? own : `${this.link('topic', parent)} › ${own}`;
      }),
    );
  }

  private topicLink(topic: Topic): string {
    const qualifier = topic.qualifier ? ` (${escapeMarkdown(topic.qualifier)})` : '';
    return `${this.link('topic', topic)}${qualifier}`;
  }

  private events(events: readonly Event[]): string {
    return bulletList(
      events.map((event) => `${escapeMarkdown(event.date.text)}: ${this.link('event', event)}`),
    );
  }

  /** Excerpts under the first-level topics that they belong to. */
  private byTopic(title: string, all: readonly Excerpt[]): string {
    return section(
      title,
      ...excerptsByRootTopic(this.catalog, all).flatMap(({ topic, excerpts }) => [
        `### ${topic ? escapeMarkdown(topic.name) : this.l10n.t('No topic')}`,
        bulletList(excerpts.map((excerpt) => this.excerptLink(excerpt))),
      ]),
    );
  }

  /** Excerpts with their text, so that a page reads as a whole. */
  private digests(excerpts: readonly Excerpt[]): string {
    return bulletList(
      excerpts.map((excerpt) => `${this.excerptLink(excerpt)}: ${escapeMarkdown(excerpt.text)}`),
    );
  }

  private excerptLink(excerpt: Excerpt): string {
    return `${this.link('excerpt', excerpt)} (${escapeMarkdown(excerpt.locator)})`;
  }

  private links(kind: EntryKind, ids: readonly string[]): string {
    return bulletList(this.existing(kind, ids).map((entry) => this.link(kind, entry)));
  }

  private link<K extends EntryKind>(kind: K, entry: EntryTypes[K]): string {
    return pageLink(entryTitle(kind, entry), { kind, id: entry.id });
  }

  private existing<K extends EntryKind>(kind: K, ids: readonly string[]): readonly EntryTypes[K][] {
    return [...new Set(ids)]
      .map((id) => this.catalog.get(kind, id))
      .filter((entry) => entry !== undefined);
  }
}

/** Whether an entry, or a statement in it, cites a source. */
function citesSource(entry: Term | Partner | Topic, source: SourceId): boolean {
  return [entry.basis, ...statementsOf(entry)].some((one) =>
    one?.citations.some((citation) => citation.source === source),
  );
}
