import { type Catalog, entryText, statementsOf } from '../../../../core/packs/catalog';
import { termOfAgreement } from '../../../../core/packs/agreementTerms';
import { entryPage, pageOfEntry } from '../../../../core/packs/entryPage';
import { excerptsOfPartnerAndGroup } from '../../../../core/packs/partnerGroups';
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
  Topic,
} from '../../../../core/model';
import type { Localizer } from '../../../../core/localizer';
import { formatNames } from '../../../../core/citation/people';
import { formatDates } from '../../../../core/citation/plainCitation';
import { EntryParts } from './entryParts';
import { partnerKindName, termKindName } from './kindNames';
import { ownParts, type PageOwn } from './ownParts';
import { ProvenanceParts } from './provenanceParts';
import {
  type PageBlock,
  facts,
  inBrackets,
  joinedWords,
  link,
  list,
  type ListItem,
  singleLine,
  type Page,
  type PagePlace,
  paragraph,
  phrase,
  textRun,
  proseList,
  quietParagraph,
  section,
  type Words,
} from './pageModel';

/** The passage of a document in the user's library that an excerpt tells of. */
export interface OwnCopy {
  readonly title: string;
  readonly locator: Locator;
  readonly place: PagePlace;
}

/** A file of the user's that a term is used in. */
export interface PageMention {
  /** A note's path, a source's title. */
  readonly label: string;
  readonly count: number;
  /** Where the first mention is. */
  readonly place: PagePlace;
}

/** What a page says of the user's own files. */
export interface OwnFiles {
  /** For excerpts. */
  readonly copy?: OwnCopy | undefined;
  /** For terms; absent as long as they are not known. */
  readonly mentions?: readonly PageMention[] | undefined;
  /** For topics and partners; absent as long as it is not known. */
  readonly own?: PageOwn | undefined;
}

const NO_OWN: PageOwn = { documents: [], total: 0 };

/** The page of an entry; `undefined` when there is no such entry. */
export function writePage(
  catalog: Catalog,
  ref: EntryRef,
  l10n: Localizer,
  own: OwnFiles = {},
): Page | undefined {
  const title = entryPage(catalog, ref)?.title;
  const blocks = title !== undefined && blocksOf(new PageWriter(catalog, l10n), catalog, ref, own);
  return title === undefined || !blocks ? undefined : { title: singleLine(title), blocks };
}

function blocksOf(
  writer: PageWriter,
  catalog: Catalog,
  ref: EntryRef,
  own: OwnFiles,
): readonly PageBlock[] | undefined {
  const write = <K extends EntryKind>(
    kind: K,
    of: (entry: EntryTypes[K]) => readonly PageBlock[],
  ) => {
    const entry = catalog.get(kind, ref.id);
    return entry && of(entry);
  };
  switch (ref.kind) {
    case 'excerpt':
      return write('excerpt', (excerpt) => writer.excerpt(excerpt, own.copy));
    case 'topic':
      return write('topic', (topic) => writer.topic(topic, own.own));
    case 'partner':
      return write('partner', (partner) => writer.partner(partner, own.own));
    case 'term':
      return write('term', (term) => writer.term(term, own.mentions));
    case 'event':
      return write('event', (event) => writer.event(event));
    case 'source':
      return write('source', (source) => writer.ofSource(source));
  }
}

/** Writes what stands below the title of a page; a method for each kind, then what they share. */
class PageWriter {
  private readonly parts: EntryParts;
  private readonly provenance: ProvenanceParts;

  constructor(
    private readonly catalog: Catalog,
    private readonly l10n: Localizer,
  ) {
    this.parts = new EntryParts(catalog, l10n);
    this.provenance = new ProvenanceParts(catalog, l10n);
  }

  excerpt(excerpt: Excerpt, copy: OwnCopy | undefined): readonly PageBlock[] {
    const { catalog, l10n } = this;
    const { previous, next } = catalog.neighbours(excerpt.id);
    return [
      ...this.opening(excerpt),
      ...this.provenance.source(excerpt),
      ...this.provenance.age(excerpt),
      ...quietParagraph(copy ? phrase(l10n.t('In your library: {0}'), linkToCopy(copy)) : []),
      ...section(l10n.t('Topics'), this.parts.topics(excerpt.topics)),
      ...section(l10n.t('Partners and actors'), this.parts.links('partner', excerpt.partners)),
      ...section(l10n.t('Terms'), this.parts.links('term', excerpt.terms)),
      ...section(l10n.t('Events'), this.parts.events(catalog.eventsOfExcerpt(excerpt.id))),
      ...section(
        l10n.t('Context in the source'),
        list([
          previous ? phrase(l10n.t('Previous: {0}'), this.parts.excerptLink(previous)) : [],
          next ? phrase(l10n.t('Next: {0}'), this.parts.excerptLink(next)) : [],
        ]),
      ),
    ];
  }

  topic(topic: Topic, own: PageOwn = NO_OWN): readonly PageBlock[] {
    const { catalog, l10n } = this;
    const parent = catalog.get('topic', topic.parent ?? '');
    const { qualifier } = topic;
    return [
      ...facts(
        parent ? phrase(l10n.t('Part of {0}'), this.parts.link('topic', parent)) : [],
        qualifier === undefined ? [] : phrase(l10n.t('In the source: {0}'), textRun(qualifier)),
      ),
      ...this.opening(topic),
      ...this.provenance.basis(topic),
      ...this.provenance.age(topic),
      ...this.provenance.statements(topic),
      ...section(
        l10n.t('Subtopics'),
        proseList(
          catalog.subtopics(topic.id).map((subtopic) => ({
            words: this.parts.topicLink(subtopic),
            body: textRun(subtopic.summary),
          })),
        ),
      ),
      ...section(l10n.t('Excerpts'), this.parts.digests(catalog.excerptsOfTopic(topic.id))),
      ...ownParts(own, l10n),
    ];
  }

  partner(partner: Partner, own: PageOwn = NO_OWN): readonly PageBlock[] {
    const { catalog, l10n } = this;
    const terms = catalog.termsOfPartner(partner.id);
    return [
      ...facts(textRun(partnerKindName(partner, l10n)), this.parts.aliases(partner.aliases)),
      ...this.opening(partner),
      ...this.provenance.basis(partner),
      ...this.provenance.age(partner),
      ...section(l10n.t('Members'), this.parts.links('partner', partner.members ?? [])),
      ...this.provenance.statements(partner),
      ...this.excerptsOfPartner(partner),
      ...ownParts(own, l10n),
      ...section(
        l10n.t('Agreements'),
        proseList((partner.agreements ?? []).map((agreement) => this.agreement(agreement))),
      ),
      ...section(
        l10n.t('Chronology'),
        this.parts.events(catalog.eventsOfPartner(partner.id), partner),
      ),
      ...section(l10n.t('Terms'), list(terms.map((term) => this.parts.link('term', term)))),
    ];
  }

  term(term: Term, mentions: readonly PageMention[] = []): readonly PageBlock[] {
    const { catalog, l10n } = this;
    return [
      ...facts(textRun(termKindName(term.kind, l10n)), this.parts.aliases(term.aliases)),
      ...this.opening(term),
      ...this.provenance.basis(term),
      ...this.provenance.age(term),
      ...this.provenance.statements(term),
      ...section(
        l10n.t('Partners and actors'),
        this.parts.links('partner', term.partner === undefined ? [] : [term.partner]),
      ),
      ...section(l10n.t('Related terms'), this.parts.links('term', term.related ?? [])),
      ...section(l10n.t('Evidence'), this.parts.digests(catalog.excerptsOfTerm(term.id))),
      ...section(
        l10n.t('Mentions'),
        list(
          mentions.map(({ label, count, place }) =>
            joinedWords(
              [link(label, { kind: 'place', place }), inBrackets(textRun(String(count)))],
              ' ',
            ),
          ),
        ),
      ),
    ];
  }

  event(event: Event): readonly PageBlock[] {
    const { l10n } = this;
    return [
      ...facts(textRun(event.date.text)),
      ...this.opening(event),
      ...this.provenance.source(event),
      ...this.provenance.age(event),
      ...section(
        l10n.t('Excerpts'),
        this.parts.digests(this.parts.existing('excerpt', event.excerpts)),
      ),
      ...section(l10n.t('Partners and actors'), this.parts.links('partner', event.partners)),
      ...section(l10n.t('Topics'), this.parts.topics(event.topics)),
    ];
  }

  /** What a source is, where it can be read, and what of the packs rests on it. */
  ofSource(source: Source): readonly PageBlock[] {
    const { catalog, l10n } = this;
    const { author = [], publisher, issued, URL, DOI, accessed, rights, numbering } = source;
    const address = URL ?? (DOI && `https://doi.org/${DOI}`);
    return [
      ...facts(
        textRun(source.genre ?? ''),
        textRun(formatNames(author)),
        textRun(publisher ?? ''),
        textRun(issued ? formatDates(issued['date-parts']) : ''),
      ),
      ...this.opening(source),
      ...paragraph(
        address ? phrase(l10n.t('Address: {0}'), link(address, { kind: 'web', address })) : [],
      ),
      ...quietParagraph(
        accessed
          ? phrase(l10n.t('Read on {0}.'), textRun(formatDates(accessed['date-parts'])))
          : [],
      ),
      ...quietParagraph(rights ? phrase(l10n.t('Terms of use: {0}'), textRun(rights)) : []),
      ...section(l10n.t('Numbering'), paragraph(textRun(numbering ?? ''))),
      ...section(
        l10n.t('Your own copy'),
        paragraph(
          textRun(
            l10n.t(
              'Save the document into a folder named “sources” of your workspace: what rests on it here then leads to its place there.',
            ),
          ),
        ),
      ),
      ...section(l10n.t('Excerpts'), this.parts.digests(catalog.excerptsOfSource(source.id))),
      ...section(
        l10n.t('Events'),
        this.parts.events(catalog.timeline.filter((event) => event.source === source.id)),
      ),
      ...section(l10n.t('Partners and actors'), this.resting('partner', source)),
      ...section(l10n.t('Topics'), this.resting('topic', source)),
      ...section(l10n.t('Terms'), this.resting('term', source)),
    ];
  }

  /** What the entry says. */
  private opening(entry: EntryTypes[EntryKind]): readonly PageBlock[] {
    return paragraph(textRun(entryText(entry)));
  }

  /** The entries of a kind that rest on a source. */
  private resting(kind: 'term' | 'partner' | 'topic', { id }: Source): readonly PageBlock[] {
    const entries: readonly (Term | Partner | Topic)[] = this.catalog.all(kind);
    const resting = entries.filter((entry) => citesSource(entry, id));
    return this.parts.links(
      kind,
      resting.map((entry) => entry.id),
    );
  }

  /** What names a partner alone; what is said of its group stands on the group's page, if it has one. */
  private excerptsOfPartner(partner: Partner): readonly PageBlock[] {
    const { l10n } = this;
    const { particular, shared, partners, group } = excerptsOfPartnerAndGroup(
      this.catalog,
      partner,
    );
    const title =
      shared.length === 0 ? l10n.t('Excerpts') : l10n.t('{0} in particular', partner.name);
    const groupTitle = l10n.t('All {0} partners', partners);
    const count = shared.length === 1 ? l10n.t('1 excerpt') : l10n.t('{0} excerpts', shared.length);
    return [
      ...this.parts.byTopic(title, particular),
      ...(group === undefined || shared.length === 0
        ? this.parts.byTopic(groupTitle, shared)
        : section(
            groupTitle,
            list([
              joinedWords([this.parts.link('partner', group), inBrackets(textRun(count))], ' '),
            ]),
          )),
    ];
  }

  /** The name leads to the term of the same name, where there is one. */
  private agreement(agreement: Agreement): ListItem {
    const { l10n } = this;
    const state = agreement.state === 'signed' ? l10n.t('signed') : l10n.t('under discussion');
    const details = agreement.date === undefined ? state : `${state}, ${agreement.date.text}`;
    const place = [...inBrackets(this.provenance.briefPlaces([agreement])), { text: '.' }];
    const term = termOfAgreement(this.catalog, agreement);
    const name: Words = term
      ? link(agreement.title, { kind: 'entry', page: pageOfEntry('term', term) })
      : textRun(agreement.title);
    return {
      words: name.map((run) => ({ ...run, tone: 'strong' })),
      body: joinedWords(
        [
          textRun(details),
          place,
          textRun(agreement.note ?? ''),
          ...(agreement.since ?? []).map((fact) =>
            phrase(l10n.t('Since then: {0}'), this.provenance.laterFact(fact)),
          ),
        ],
        ' ',
      ),
    };
  }
}

function linkToCopy({ title, locator, place }: OwnCopy): Words {
  return link(`${title}, ${locator}`, { kind: 'place', place });
}

/** Whether an entry, or a statement in it, cites a source. */
function citesSource(entry: Term | Partner | Topic, source: SourceId): boolean {
  return [entry.basis, ...statementsOf(entry)].some((one) =>
    one?.citations.some((citation) => citation.source === source),
  );
}
