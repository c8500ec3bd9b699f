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
import type { Subject } from '../../core/tags/subjects';
import type { OwnCount } from '../../workspace/own/ownPassages';
import { ENTRY_ICONS } from '../../host/entryIcons';
import type { Localizer } from '../../core/localizer';
import type { NodeSpec } from '../../host/tree/treeNode';
import {
  newsOf,
  NO_COUNT,
  NO_ROWS,
  numbersText,
  type OwnRows,
  spokenNumbers,
} from './own/ownNumbers';
import { joinedParts, termName } from './texts';
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

/** Makes the nodes that all four trees are built of, so that an entry looks the same wherever it stands. */
export class EntryNodes {
  constructor(
    readonly catalog: Catalog,
    readonly l10n: Localizer,
    private readonly own: OwnRows = NO_ROWS,
  ) {}

  /** What the user's own documents say of a topic or a partner. */
  fromOwnSources(subject: Subject): readonly NodeSpec[] {
    return this.own.below(this.catalog, subject);
  }

  excerpt(excerpt: Excerpt): NodeSpec {
    return this.entry('excerpt', excerpt.id, {
      label: excerpt.heading,
      description: excerpt.locator,
      icon: ENTRY_ICONS.excerpt,
      spoken: this.l10n.t('{0}, excerpt, at {1}', excerpt.heading, excerpt.locator),
      tooltip: () => [excerpt.heading, excerpt.text, this.places([excerpt])],
    });
  }

  /** @param children makes subtopics, excerpts and own passages; not called when the topic has none. */
  topic(topic: Topic, children: () => readonly NodeSpec[]): NodeSpec {
    const { catalog, l10n } = this;
    const subject: Subject = { kind: 'topic', id: topic.id };
    const excerpts = catalog.excerptsUnderTopic(topic.id).length;
    const own = this.own.count(catalog, subject);
    const isEmpty = excerpts + own.passages + catalog.subtopics(topic.id).length === 0;
    return this.entry('topic', topic.id, {
      label: topic.name,
      description: joinedParts(' · ', topic.qualifier, ...numbersText(excerpts, own, l10n)),
      icon: ENTRY_ICONS.topic,
      spoken: joinedParts(
        ', ',
        l10n.t('{0}, topic', topic.name),
        topic.qualifier,
        this.excerptCount(excerpts),
        ...spokenNumbers(own, this.l10n),
      ),
      query: filterQuery('topic', topic.id),
      ...newsOf(subject, own),
      tooltip: () => [joinedParts(', ', topic.name, topic.qualifier), topic.summary],
      children: isEmpty ? undefined : children,
    });
  }

  /**
   * @param count the number beside the name, and how it is said.
   * @param children absent when there is nothing below.
   * @param ownCount how many own passages there are, where they are below
   */
  partner(
    partner: Partner,
    count: { readonly shown: number; readonly spoken: string },
    children: (() => readonly NodeSpec[]) | undefined,
    ownCount?: OwnCount,
  ): NodeSpec {
    const own = ownCount ?? NO_COUNT;
    return this.entry('partner', partner.id, {
      label: partner.name,
      description: joinedParts(' · ', ...numbersText(count.shown, own, this.l10n)),
      icon: partner.members ? GROUP_ICON : PARTNER_ICONS[partner.kind],
      spoken: joinedParts(
        ', ',
        this.spokenPartner(partner),
        count.spoken,
        ...spokenNumbers(own, this.l10n),
      ),
      query: filterQuery('partner', partner.id),
      ...newsOf({ kind: 'partner', id: partner.id }, own),
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
      spoken: this.l10n.t('{0}, term', joinedParts(', ', term.name, term.abbreviation)),
      term: term.id,
      tooltip: () => [termName(term), term.definition, this.basis(term.basis)],
      children,
    });
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
      description: joinedParts(' · ', day, asGroup) || undefined,
      icon: isAsGroup ? GROUP_ICON : ENTRY_ICONS.event,
      spoken: joinedParts(', ', this.l10n.t('{0}, event', label), day, asGroup),
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
    const description = joinedParts(', ', state, agreement.date?.text);
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
        joinedParts('. ', description, agreement.note),
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

  /** How many own passages belong to a partner. */
  ownCount(subject: Subject): OwnCount {
    return this.own.count(this.catalog, subject);
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
        ...(shown.news === undefined ? [] : ['news']),
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

/** A query that narrows a search; its last blank lets the user type on. */
function filterQuery(filter: 'topic' | 'partner', id: string): string {
  return `${filter}:${/^[\w-]+$/.test(id) ? id : `"${id.replaceAll('"', '')}"`} `;
}
