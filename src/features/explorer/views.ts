import type { Catalog } from '../../core/packs/catalog';
import type { EntryKind, EntryRef } from '../../core/model';

export const VIEW_NAMES = ['topics', 'partners', 'terms', 'timeline'] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/** A view of fewer entries lists them without groups, unless the user has chosen some. */
export const FEW_ENTRIES = 100;

/** The words by which the manifest's `viewItem` clauses know that an entry can be revealed in a view. */
export const REVEAL_WORDS: Readonly<Record<ViewName, string>> = {
  topics: 'inTopics',
  partners: 'inPartners',
  terms: 'inTerms',
  timeline: 'inTimeline',
};

/** The view that is about entries of a kind. */
const OWN_VIEW: Readonly<Record<EntryKind, ViewName | undefined>> = {
  topic: 'topics',
  excerpt: 'topics',
  partner: 'partners',
  term: 'terms',
  event: 'timeline',
  source: undefined,
};

/**
 * The views in which an entry can be revealed however they are grouped, the one that is about its
 * kind first; empty for an entry that does not exist.
 */
export function viewsOf(catalog: Catalog, ref: EntryRef): readonly ViewName[] {
  const own = OWN_VIEW[ref.kind];
  return VIEW_NAMES.filter((view) => holds(catalog, view, ref)).sort(
    (a, b) => Number(b === own) - Number(a === own),
  );
}

function holds(catalog: Catalog, view: ViewName, { kind, id }: EntryRef): boolean {
  if (!catalog.has({ kind, id })) {
    return false;
  }
  switch (kind) {
    case 'excerpt': {
      const excerpt = catalog.get('excerpt', id);
      const places = {
        topics: excerpt?.topics,
        partners: excerpt?.partners,
        terms: excerpt?.terms,
        timeline: catalog.eventsOfExcerpt(id),
      };
      return (places[view]?.length ?? 0) > 0;
    }
    case 'term':
      return (
        view === 'terms' || (view === 'partners' && catalog.get('term', id)?.partner !== undefined)
      );
    case 'event':
      return (
        view === 'timeline' ||
        (view === 'partners' && (catalog.get('event', id)?.partners.length ?? 0) > 0)
      );
    default:
      return view === OWN_VIEW[kind];
  }
}
