import type { Event } from '../../core/model';
import type { TimelineGrouping, TimelineOrder } from './choices';
import { type EntryNodes, periodOf } from './entryNodes';
import type { NodeSpec } from '../../host/tree/treeNode';
import { groupBy } from '../../util/groupBy';

/** Dated facts over the excerpts that tell of them. */
export function timelineTree(
  nodes: EntryNodes,
  grouping: TimelineGrouping,
  order: TimelineOrder,
): readonly NodeSpec[] {
  const ordered = (events: readonly Event[]) =>
    order === 'oldestFirst' ? events : [...events].reverse();
  switch (grouping) {
    case 'list':
      return ordered(nodes.catalog.timeline).map((event) => nodes.event(event));
    case 'year':
      return byYear(nodes, ordered(nodes.catalog.timeline));
    case 'partner':
      return byPartner(nodes, ordered);
  }
}

function byYear(nodes: EntryNodes, timeline: readonly Event[]): readonly NodeSpec[] {
  const periods = groupBy(timeline, (event) => [periodOf(event.date)]);
  return [...periods].flatMap(([period, events]) =>
    nodes.group({ key: period, label: period, count: events.length }, () =>
      events.map((event) => nodes.event(event, { isInPeriod: true })),
    ),
  );
}

function byPartner(
  nodes: EntryNodes,
  ordered: (events: readonly Event[]) => readonly Event[],
): readonly NodeSpec[] {
  const { catalog, l10n } = nodes;
  const partners = catalog
    .all('partner')
    .map((partner) => ({ partner, events: catalog.eventsOfPartner(partner.id) }))
    .filter(({ events }) => events.length > 0);
  const others = catalog.timeline.filter((event) => event.partners.length === 0);
  return [
    ...partners.map(({ partner, events }) => {
      const spoken = events.length === 1 ? l10n.t('1 event') : l10n.t('{0} events', events.length);
      return nodes.partner(partner, { shown: events.length, spoken }, () =>
        ordered(events).map((event) =>
          nodes.event(event, { isAsGroup: catalog.isAsGroup(event, partner.id) }),
        ),
      );
    }),
    ...nodes.group({ key: 'others', label: l10n.t('No partner'), count: others.length }, () =>
      ordered(others).map((event) => nodes.event(event)),
    ),
  ];
}
