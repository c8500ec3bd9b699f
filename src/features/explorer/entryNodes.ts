import type { Catalog } from '../../core/packs/catalog';
import { entryPage, type EntryPage, pageOfEntry } from '../../core/packs/entryPage';
import type {
  Agreement,
  Basis,
  Citation,
  EntryKind,
  EntryRef,
  Event,
  Excerpt,
  Partner,
  SourceDate,
  Term,
  Topic,
} from '../../core/model';
import { citePlaces } from '../../core/citation/citePlaces';
import { termOfAgreement } from '../../core/packs/agreementTerms';
import { basisText } from '../../core/citation/provenance';
import { deprecationText } from '../../core/terms/deprecationText';
import type { KnownTerm } from '../../core/terms/knownTerm';
import { ENTRY_ICONS } from '../../host/entryIcons';
import type { Localizer } from '../../core/localizer';
import type { NodeSpec } from '../../host/tree/treeNode';
import { REVEAL_WORDS, viewsOf } from './views';

interface GroupSpec {
  /** Unique among the groups beside it. */
  readonly key: string;
  readonly label: string;
  /** How many entries are in it; without any the group is left out. */
  readonly count: number;
  readonly icon?: string | undefined;
  /** The entry whose page says more of what is in it. */
  readonly opens?: EntryPage | undefined;
  readonly isRepeated?: boolean;
}

interface EventSpec {
  /** Whether the events around it are all of its period, so that only the title is to be said. */
  readonly isInPeriod?: boolean;
  /** Whether the event is one of the partner above it only as a member of a group. */
  readonly isAsGroup?: boolean;
}

export const PARTNER_ICONS: Readonly<Record<Partner['kind'], string>> = {
  partner: ENTRY_ICONS.partner,
  actor: 'organization',
  framework: 'type-hierarchy',
};

const GROUP_ICON = 'layers';

const OWN_TERM_ICONS = { term: 'bookmark', deprecated: 'circle-slash' } as const;

/** Makes the nodes that all four trees are built of, so that an entry looks the same wherever it stands. */
export class EntryNodes {
  constructor(
    readonly catalog: Catalog,
    readonly l10n: Localizer,
  ) {}

  excerpt(excerpt: Excerpt): NodeSpec {
    return this.entry('excerpt', excerpt.id, {
      label: excerpt.heading,
      description: excerpt.locator,
      icon: ENTRY_ICONS.excerpt,
      spoken: this.l10n.t('{0}, excerpt, at {1}', excerpt.heading, excerpt.locator),
      tooltip: () => [excerpt.heading, excerpt.text, this.places([excerpt])],
    });
  }

  /** @param children makes subtopics and excerpts; not called when the topic has neither. */
  topic(topic: Topic, children: () => readonly NodeSpec[]): NodeSpec {
    const { catalog, l10n } = this;
    const excerpts = catalog.excerptsUnderTopic(topic.id).length;
    return this.entry('topic', topic.id, {
      label: topic.name,
      description: joined(' · ', topic.qualifier, String(excerpts)),
      icon: ENTRY_ICONS.topic,
      spoken: joined(
        ', ',
        l10n.t('{0}, topic', topic.name),
        topic.qualifier,
        this.excerptCount(excerpts),
      ),
      query: filterQuery('topic', topic.id),
      tooltip: () => [joined(', ', topic.name, topic.qualifier), topic.summary],
      children: excerpts + catalog.subtopics(topic.id).length > 0 ? children : undefined,
    });
  }

  /**
   * @param count the number beside the name, and how it is said.
   * @param children absent when there is nothing below.
   */
  partner(
    partner: Partner,
    count: { readonly shown: number; readonly spoken: string },
    children: (() => readonly NodeSpec[]) | undefined,
  ): NodeSpec {
    return this.entry('partner', partner.id, {
      label: partner.name,
      description: String(count.shown),
      icon: partner.members ? GROUP_ICON : PARTNER_ICONS[partner.kind],
      spoken: joined(', ', this.spokenPartner(partner), count.spoken),
      query: filterQuery('partner', partner.id),
      tooltip: () => [partner.name, partner.profile, this.basis(partner.basis)],
      children,
    });
  }

  /** @param children absent when there is nothing below, or nothing shall be shown there. */
  term(term: Term, children?: () => readonly NodeSpec[]): NodeSpec {
    return this.entry('term', term.id, {
      label: term.name,
      description: term.abbreviation,
      icon: ENTRY_ICONS.term,
      spoken: this.l10n.t('{0}, term', joined(', ', term.name, term.abbreviation)),
      term: term.id,
      tooltip: () => [nameOf(term), term.definition, this.basis(term.basis)],
      children,
    });
  }

  /**
   * A term of a glossary of the user's. It has no page: a click opens its entry.
   *
   * @param children absent when nothing shall be shown below
   */
  ownTerm(term: KnownTerm, children?: () => readonly NodeSpec[]): NodeSpec {
    const { l10n } = this;
    const { id, name, abbreviation, aliases = [], definition, origin } = term;
    const deprecation = deprecationText(term, l10n);
    const label = origin.kind === 'glossary' ? origin.label : undefined;
    return {
      key: `own:${id}`,
      label: name,
      description: joined(' · ', abbreviation, deprecation, label),
      icon: deprecation === undefined ? OWN_TERM_ICONS.term : OWN_TERM_ICONS.deprecated,
      spoken: joined(
        ', ',
        l10n.t('{0}, glossary term', joined(', ', name, abbreviation)),
        deprecation,
        label,
      ),
      term: id,
      opens: { term: id },
      context: ['ownTerm'],
      tooltip: () =>
        [
          nameOf(term),
          definition,
          deprecation ?? '',
          aliases.length === 0 ? '' : l10n.t('Also: {0}', aliases.join(', ')),
          label === undefined ? '' : l10n.t('From the glossary {0}', label),
        ].filter((paragraph) => paragraph !== ''),
      children,
    };
  }

  /**
   * The period stands before the title, since the end of a row is often cut off; the description has
   * the date where it says more.
   */
  event(event: Event, { isInPeriod = false, isAsGroup = false }: EventSpec = {}): NodeSpec {
    const { title, text, date } = event;
    const period = periodOf(date);
    const label = isInPeriod ? title : this.l10n.t('{0}: {1}', period, title);
    const day = date.text === period ? undefined : date.text;
    const excerpts = unique(event.excerpts).flatMap((id) => this.catalog.get('excerpt', id) ?? []);
    const asGroup = isAsGroup ? this.l10n.t('as a group') : undefined;
    return this.entry('event', event.id, {
      label,
      description: joined(' · ', day, asGroup) || undefined,
      icon: isAsGroup ? GROUP_ICON : ENTRY_ICONS.event,
      spoken: joined(', ', this.l10n.t('{0}, event', label), day, asGroup),
      isRepeated: isAsGroup,
      tooltip: () => [this.l10n.t('{0}: {1}', date.text, title), text, this.places([event])],
      children:
        excerpts.length > 0 ? () => excerpts.map((excerpt) => this.excerpt(excerpt)) : undefined,
    });
  }

  /** An agreement has no page of its own: a click opens its partner's. Below it is the term that names it. */
  agreement(agreement: Agreement, index: number, partner: Partner): NodeSpec {
    const { l10n } = this;
    const signed = agreement.state === 'signed';
    const state = signed ? l10n.t('signed') : l10n.t('under discussion');
    const description = joined(', ', state, agreement.date?.text);
    const term = termOfAgreement(this.catalog, agreement);
    return {
      key: `agreement:${index}`,
      label: agreement.title,
      description,
      icon: signed ? 'pass' : 'comment-discussion',
      spoken: l10n.t('{0}, agreement, {1}', agreement.title, description),
      opens: pageOfEntry('partner', partner),
      context: [],
      tooltip: () => [
        agreement.title,
        joined('. ', description, agreement.note),
        this.places([agreement]),
      ],
      children: term && (() => [this.term(term)]),
    };
  }

  /** A heading over nodes, or nothing when there is nothing to count. */
  group(shown: GroupSpec, children: () => readonly NodeSpec[]): readonly NodeSpec[] {
    const { key, label, count, icon, opens, isRepeated = false } = shown;
    return count === 0
      ? []
      : [
          {
            key: `group:${key}`,
            label,
            description: String(count),
            icon,
            spoken:
              count === 1
                ? this.l10n.t('{0}, 1 item', label)
                : this.l10n.t('{0}, {1} items', label, count),
            context: [],
            opens,
            isRepeated,
            children,
          },
        ];
  }

  /** "4 excerpts". */
  excerptCount(count: number): string {
    return count === 1 ? this.l10n.t('1 excerpt') : this.l10n.t('{0} excerpts', count);
  }

  private spokenPartner({ kind, name, members }: Partner): string {
    if (members) {
      return this.l10n.t('{0}, group of partners', name);
    }
    switch (kind) {
      case 'partner':
        return this.l10n.t('{0}, partner', name);
      case 'actor':
        return this.l10n.t('{0}, actor', name);
      case 'framework':
        return this.l10n.t('{0}, partnership framework', name);
    }
  }

  private entry(
    kind: EntryKind,
    id: string,
    shown: Omit<NodeSpec, 'key' | 'ref' | 'context'>,
  ): NodeSpec {
    const ref: EntryRef = { kind, id };
    const reveals = viewsOf(this.catalog, ref).map((view) => REVEAL_WORDS[view]);
    return {
      key: `${kind}:${id}`,
      ref,
      opens: entryPage(this.catalog, ref),
      context: [
        'entry',
        ...(shown.query === undefined ? [] : ['searchable']),
        ...(kind === 'term' ? ['termEntry'] : []),
        ...reveals,
      ],
      ...shown,
    };
  }

  private basis(basis: Basis): string {
    return basisText(basis, this.catalog, this.l10n);
  }

  private places(citations: readonly Citation[]): string {
    return citePlaces(this.catalog, citations);
  }
}

/** The year of a date; for one that spans several years, its wording ("early 1990s"). */
export function periodOf(date: SourceDate): string {
  const year = date.start.slice(0, 4);
  return (date.end ?? date.start).startsWith(year) ? year : date.text;
}

/** Each of `values` once, in the order of their first appearance. */
export function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

function nameOf({ name, abbreviation }: Pick<Term, 'name' | 'abbreviation'>): string {
  return abbreviation === undefined ? name : `${name} (${abbreviation})`;
}

function joined(separator: string, ...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(separator);
}

/** A query that narrows a search; its last blank lets the user type on. */
function filterQuery(filter: 'topic' | 'partner', id: string): string {
  return `${filter}:${/^[\w-]+$/.test(id) ? id : `"${id.replaceAll('"', '')}"`} `;
}
