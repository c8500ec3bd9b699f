import type { Catalog } from '../../core/catalog/catalog';
import type { PassageRef } from '../../core/library/document';
import type { Citation, Excerpt, Term, TermId } from '../../core/model';
import type { TermAutomaton } from '../../core/terms/automaton';
import { citePlaces } from '../../core/citation/citePlaces';
import { evidenceFor } from './evidence';

/** What a hover says about one term, as text that has not been escaped for anything. */
export interface TermCard {
  readonly term: Term;
  /** The places that the definition rests on, or that use the notion when it is general knowledge; may be empty. */
  readonly places: string;
  readonly related: readonly Term[];
  readonly evidence: readonly Evidence[];
}

/** An excerpt, and the passage of the user's own copy that it tells of, when there is one. */
export interface Evidence {
  readonly excerpt: Excerpt;
  readonly copy: OwnCopy | undefined;
}

/** A passage of a document in the user's library. */
export interface OwnCopy {
  readonly ref: PassageRef;
  /** Of the document. */
  readonly title: string;
}

/** The cards of the terms that share a wording, in the order given; terms that no pack has are left out. */
export function createTermCards(
  catalog: Catalog,
  automaton: TermAutomaton,
  ids: readonly TermId[],
  evidence: number,
  copyOf: (place: Citation) => OwnCopy | undefined,
): readonly TermCard[] {
  return ids
    .map((id) => catalog.get('term', id))
    .filter((term) => term !== undefined)
    .map((term) => ({
      term,
      places: citePlaces(catalog, term.basis.citations),
      related: relatedTerms(catalog, term),
      evidence: evidenceFor(
        catalog,
        term,
        evidence,
        (text) =>
          automaton.occurrences(text, 'plaintext').find(({ terms }) => terms.includes(term.id))
            ?.start,
      ).map((excerpt) => ({ excerpt, copy: copyOf(excerpt) })),
    }));
}

function relatedTerms(catalog: Catalog, term: Term): readonly Term[] {
  return [...new Set(term.related)]
    .filter((id) => id !== term.id)
    .map((id) => catalog.get('term', id))
    .filter((other) => other !== undefined);
}
