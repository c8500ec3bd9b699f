import { excerptsOfPartnerAndGroup } from '../../core/packs/partnerGroups';
import { excerptsByRootTopic, type TopicGroup } from '../../core/packs/topicGroups';
import type { Excerpt, Partner } from '../../core/model';
import { type EntryNodes, PARTNER_ICONS } from './entryNodes';
import type { NodeSpec } from '../../host/tree/treeNode';

/**
 * The four partners, which analysts open daily, stand at the top; other actors and the partnership
 * frameworks are one step away. What is said of all partners together stands apart under each.
 */
export function partnersTree(nodes: EntryNodes): readonly NodeSpec[] {
  const { l10n } = nodes;
  const all = nodes.catalog.all('partner');
  const ofKind = (kind: Partner['kind']) => all.filter((partner) => partner.kind === kind);
  const group = (kind: Partner['kind'], label: string) => {
    const members = ofKind(kind);
    return nodes.group({ key: kind, label, count: members.length, icon: PARTNER_ICONS[kind] }, () =>
      members.map((partner) => partnerNode(nodes, partner)),
    );
  };
  return [
    ...ofKind('partner').map((partner) => partnerNode(nodes, partner)),
    ...group('actor', l10n.t('Other actors')),
    ...group('framework', l10n.t('Partnership frameworks')),
  ];
}

function partnerNode(nodes: EntryNodes, partner: Partner): NodeSpec {
  const { catalog, l10n } = nodes;
  const agreements = partner.agreements ?? [];
  const events = catalog.eventsOfPartner(partner.id);
  const { particular, shared, partners } = excerptsOfPartnerAndGroup(catalog, partner);
  const terms = catalog.termsOfPartner(partner.id);
  const children = (): readonly NodeSpec[] => [
    ...nodes.group(
      { key: 'agreements', label: l10n.t('Agreements'), count: agreements.length },
      () => agreements.map((agreement, index) => nodes.agreement(agreement, index, partner)),
    ),
    ...nodes.group({ key: 'timeline', label: l10n.t('Timeline'), count: events.length }, () =>
      events.map((event) => nodes.event(event)),
    ),
    ...excerptsNode(
      nodes,
      'excerpts',
      shared.length === 0 ? l10n.t('Excerpts') : l10n.t('{0} in particular', partner.name),
      particular,
    ),
    ...excerptsNode(nodes, 'shared', l10n.t('All {0} partners', partners), shared),
    ...nodes.group({ key: 'terms', label: l10n.t('Terms'), count: terms.length }, () =>
      terms.map((term) => nodes.term(term)),
    ),
  ];
  const empty = [agreements, events, particular, shared, terms].every((list) => list.length === 0);
  return nodes.partner(
    partner,
    { shown: particular.length, spoken: nodes.excerptCount(particular.length) },
    empty ? undefined : children,
  );
}

function excerptsNode(
  nodes: EntryNodes,
  key: string,
  label: string,
  excerpts: readonly Excerpt[],
): readonly NodeSpec[] {
  return nodes.group({ key, label, count: excerpts.length }, () =>
    excerptsByRootTopic(nodes.catalog, excerpts).flatMap((part) => topicNode(nodes, part)),
  );
}

function topicNode(nodes: EntryNodes, { topic, excerpts }: TopicGroup): readonly NodeSpec[] {
  const key = topic?.id ?? '';
  const label = topic?.name ?? nodes.l10n.t('No topic');
  return nodes.group({ key, label, count: excerpts.length }, () =>
    excerpts.map((excerpt) => nodes.excerpt(excerpt)),
  );
}
