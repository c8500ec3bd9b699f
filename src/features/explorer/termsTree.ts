import type { Term, TermKind } from '../../core/model';
import type { Localizer } from '../../host/localizer';
import { type EntryNodes, unique } from './entryNodes';
import type { NodeSpec } from './treeNode';

export const TERM_GROUPINGS = ['letter', 'kind'] as const;
export type TermGrouping = (typeof TERM_GROUPINGS)[number];

/** Groups of terms, over the excerpts that use each and its related terms. */
export function termsTree(nodes: EntryNodes, grouping: TermGrouping): readonly NodeSpec[] {
  // The packs are in English, whatever the language of the editor.
  const byName = new Intl.Collator('en', { numeric: true });
  const terms = [...nodes.catalog.all('term')].sort((a, b) => byName.compare(a.name, b.name));
  const labels = kindLabels(nodes.l10n);
  const groups = new Map<string, Term[]>(
    grouping === 'kind' ? Object.keys(labels).map((kind) => [kind, []]) : [],
  );
  for (const term of terms) {
    const key = grouping === 'kind' ? term.kind : initial(term.name);
    groups.set(key, [...(groups.get(key) ?? []), term]);
  }
  return [...groups].flatMap(([key, members]) => {
    const label = grouping === 'kind' ? labels[key as TermKind] : key;
    return nodes.group({ key, label, count: members.length }, () =>
      members.map((term) => termNode(nodes, term)),
    );
  });
}

function termNode(nodes: EntryNodes, term: Term): NodeSpec {
  const { catalog, l10n } = nodes;
  const excerpts = catalog.excerptsOfTerm(term.id);
  const related = unique(term.related ?? []).flatMap((id) => catalog.get('term', id) ?? []);
  return nodes.term(
    term,
    excerpts.length + related.length === 0
      ? undefined
      : () => [
          ...excerpts.map((excerpt) => nodes.excerpt(excerpt)),
          ...nodes.group(
            { key: 'related', label: l10n.t('Related terms'), count: related.length },
            () => related.map((other) => nodes.term(other)),
          ),
        ],
  );
}

/** The letter under which a name is looked up; `#` for names that begin with none. */
function initial(name: string): string {
  const letter = /\p{L}/u.exec(name.normalize('NFD').slice(0, 1))?.[0];
  return letter?.toUpperCase() ?? '#';
}

function kindLabels(l10n: Localizer): Readonly<Record<TermKind, string>> {
  return {
    concept: l10n.t('Concepts'),
    organisation: l10n.t('Organisations'),
    framework: l10n.t('Frameworks'),
    agreement: l10n.t('Agreements'),
    country: l10n.t('Countries'),
    region: l10n.t('Regions'),
    place: l10n.t('Places'),
    person: l10n.t('People'),
    event: l10n.t('Events'),
  };
}
