import { pageOfEntry } from '../../core/packs/entryPage';
import { excerptsOfPartnerAndGroup, type PartnerExcerpts } from '../../core/packs/partnerGroups';
import { excerptsByRootTopic, type TopicGroup } from '../../core/packs/topicGroups';
import type { Excerpt, Partner } from '../../core/model';
import type { Subject } from '../../core/tags/subjects';
import { type EntryNodes, PARTNER_ICONS } from './entryNodes';
import type { NodeSpec } from '../../host/tree/treeNode';

/**
 * The four partners, which analysts open daily, stand at the top, then the group of them; other actors
 * and the partnership frameworks are one step away.
 */
export function partnersTree(nodes: EntryNodes): readonly NodeSpec[] {
  const { l10n } = nodes;
  const all = nodes.catalog.all('partner');
  const groups = all.filter(({ members }) => members);
  const ofKind = (kind: Partner['kind']) =>
    all.filter((partner) => partner.kind === kind && !groups.includes(partner));
  const heading = (kind: Partner['kind'], label: string) => {
    const members = ofKind(kind);
    return nodes.group({ key: kind, label, count: members.length, icon: PARTNER_ICONS[kind] }, () =>
      members.map((partner) => partnerNode(nodes, partner)),
    );
  };
  return [
    ...[...ofKind('partner'), ...groups].map((partner) => partnerNode(nodes, partner)),
    ...heading('actor', l10n.t('Other actors')),
    ...heading('framework', l10n.t('Partnership frameworks')),
  ];
}

/** What names a partner first, then what is said of its group, which has its own place under the group. */
function partnerNode(nodes: EntryNodes, partner: Partner): NodeSpec {
  const { catalog, l10n } = nodes;
  const agreements = partner.agreements ?? [];
  const events = catalog.eventsOfPartner(partner.id);
  const excerpts = excerptsOfPartnerAndGroup(catalog, partner);
  const { particular, shared } = excerpts;
  const terms = catalog.termsOfPartner(partner.id);
  const subject: Subject = { kind: 'partner', id: partner.id };
  const own = nodes.ownCount(subject);
  const children = (): readonly NodeSpec[] => [
    ...nodes.group(
      {
        key: 'excerpts',
        label: shared.length === 0 ? l10n.t('Excerpts') : l10n.t('{0} in particular', partner.name),
        count: particular.length,
      },
      () => topicNodes(nodes, particular),
    ),
    ...sharedNode(nodes, excerpts),
    ...nodes.fromOwnSources(subject),
    ...nodes.group(
      { key: 'agreements', label: l10n.t('Agreements'), count: agreements.length },
      () => agreements.map((agreement, index) => nodes.agreement(agreement, index, partner)),
    ),
    ...nodes.group({ key: 'timeline', label: l10n.t('Chronology'), count: events.length }, () =>
      events.map((event) =>
        nodes.event(event, { isAsGroup: catalog.isAsGroup(event, partner.id) }),
      ),
    ),
    ...nodes.group({ key: 'terms', label: l10n.t('Terms'), count: terms.length }, () =>
      terms.map((term) => nodes.term(term)),
    ),
  ];
  const lists = [agreements, events, particular, shared, terms];
  const empty = own.passages === 0 && lists.every((list) => list.length === 0);
  return nodes.partner(
    partner,
    { shown: particular.length, spoken: nodes.excerptCount(particular.length) },
    empty ? undefined : children,
    own,
  );
}

function sharedNode(
  nodes: EntryNodes,
  { shared, partners, group }: PartnerExcerpts,
): readonly NodeSpec[] {
  const { l10n } = nodes;
  return nodes.group(
    {
      key: 'shared',
      label: partners === 4 ? l10n.t('All four partners') : l10n.t('All {0} partners', partners),
      count: shared.length,
      opens: group && pageOfEntry('partner', group),
      isRepeated: group !== undefined,
    },
    () => topicNodes(nodes, shared),
  );
}

function topicNodes(nodes: EntryNodes, excerpts: readonly Excerpt[]): readonly NodeSpec[] {
  return excerptsByRootTopic(nodes.catalog, excerpts).flatMap((part) => topicNode(nodes, part));
}

function topicNode(nodes: EntryNodes, { topic, excerpts }: TopicGroup): readonly NodeSpec[] {
  const key = topic?.id ?? '';
  const label = topic?.name ?? nodes.l10n.t('No topic');
  const opens = topic && pageOfEntry('topic', topic);
  return nodes.group({ key, label, count: excerpts.length, opens }, () =>
    excerpts.map((excerpt) => nodes.excerpt(excerpt)),
  );
}
