import type { PassageRef } from '../../../core/library/document';
import type { Catalog } from '../../../core/packs/catalog';
import type { Citation, Excerpt, Term } from '../../../core/model';
import type { KnownTerm } from '../../../core/terms/knownTerm';
import { basisText } from '../../../core/citation/provenance';
import type { Localizer } from '../../../core/localizer';
import type { GlossaryOrigin } from '../../../workspace/openGlossaryEntry';
import type { EvidenceIndex } from '../../../core/terms/evidence';

/** What a hover says about one term, as text that has not been escaped for anything. */
export type TermCard = ShippedCard | OwnCard;

/** A term of a pack. */
export interface ShippedCard {
  readonly kind: 'pack';
  readonly term: Term;
  /** What the definition rests on. */
  readonly provenance: string;
  readonly related: readonly Term[];
  readonly evidence: readonly Evidence[];
}

/** A term of one of the user's glossaries. */
export interface OwnCard {
  readonly kind: 'glossary';
  readonly id: string;
  readonly origin: GlossaryOrigin;
}

/** An excerpt, and the passage of the user's own copy that it tells of, when there is one. */
export interface Evidence {
  readonly excerpt: Excerpt;
  readonly copy: OwnPassage | undefined;
}

/** A passage of a document in the user's library. */
export interface OwnPassage {
  readonly ref: PassageRef;
  /** Of the document. */
  readonly title: string;
}

/**
 * The cards of the terms that share a wording, in the order given.
 *
 * @param evidence at most so many excerpts for each
 */
export function createTermCards(
  index: EvidenceIndex,
  terms: readonly KnownTerm[],
  evidence: number,
  copyOf: (place: Citation) => OwnPassage | undefined,
  l10n: Localizer,
): readonly TermCard[] {
  return terms.map(({ id, origin }) =>
    origin.kind === 'glossary'
      ? { kind: 'glossary', id, origin }
      : shippedCard(index, origin.term, evidence, copyOf, l10n),
  );
}

function shippedCard(
  index: EvidenceIndex,
  term: Term,
  evidence: number,
  copyOf: (place: Citation) => OwnPassage | undefined,
  l10n: Localizer,
): ShippedCard {
  return {
    kind: 'pack',
    term,
    provenance: basisText(term.basis, index.catalog, l10n),
    related: relatedTerms(index.catalog, term),
    evidence: index.of(term, evidence).map((excerpt) => ({ excerpt, copy: copyOf(excerpt) })),
  };
}

function relatedTerms(catalog: Catalog, term: Term): readonly Term[] {
  return [...new Set(term.related)]
    .filter((id) => id !== term.id)
    .map((id) => catalog.get('term', id))
    .filter((other) => other !== undefined);
}
