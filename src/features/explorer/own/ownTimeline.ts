import type { Localizer } from '../../../core/localizer';
import { SOURCE_ICONS } from '../../../host/entryIcons';
import type { NodeSpec } from '../../../host/tree/treeNode';
import type { LibrarySource } from '../../../workspace/library/library';
import { documentByline, compareNewest, yearOf } from '../../../workspace/own/ownDocuments';
import { groupBy } from '../../../util/groupBy';
import type { TimelineOrder } from '../choices';
import type { Paging } from './paging';

/** The user's documents by the years from which they are, in one row; none where there are no documents. */
export function ownTimeline(
  sources: readonly LibrarySource[],
  order: TimelineOrder,
  paging: Paging,
  l10n: Localizer,
): readonly NodeSpec[] {
  const dated = sources.filter((source) => source.state.kind === 'ready' && yearOf(source));
  if (dated.length === 0) {
    return [];
  }
  const sorted = dated.sort(compareNewest);
  const years = groupBy(order === 'newestFirst' ? sorted : sorted.reverse(), (source) => [
    String(yearOf(source)),
  ]);
  const label = l10n.t('Your sources');
  const count = (total: number): string =>
    total === 1 ? l10n.t('1 source') : l10n.t('{0} sources', total);
  return [
    {
      key: 'own',
      label,
      description: String(dated.length),
      icon: 'library',
      spoken: `${label}, ${count(dated.length)}`,
      context: [],
      children: () =>
        [...years].map(([year, documents]) => ({
          key: `year:${year}`,
          label: year,
          description: String(documents.length),
          // Without one, the editor would draw the icons below it over the guides.
          icon: 'calendar',
          spoken: `${year}, ${count(documents.length)}`,
          context: [],
          children: () =>
            paging.rows(`timeline/${year}`, documents, (source) => documentRow(source, l10n), l10n),
        })),
    },
  ];
}

function documentRow(source: LibrarySource, l10n: Localizer): NodeSpec {
  const byline = documentByline(source);
  const [, month, day] = source.citation.issued?.['date-parts'][0] ?? [];
  const date = [month, day].filter((part) => part !== undefined);
  const when = date.map((part) => String(part).padStart(2, '0')).join('-');
  const facts = [when, byline].filter((fact) => fact !== '');
  return {
    key: `document:${source.id}`,
    label: source.title,
    description: facts.join(' · '),
    icon: SOURCE_ICONS[source.format],
    spoken: [l10n.t('{0}, source', source.title), ...facts].join(', '),
    context: ['ownDocument', 'original'],
    source: source.id,
    tooltip: () => [source.title, byline, source.path].filter((line) => line !== ''),
  };
}
