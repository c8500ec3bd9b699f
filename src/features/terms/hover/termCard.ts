import type { PassageRef } from '../../../core/library/document';
import { laterFactsOf, statementsOf, type Catalog } from '../../../core/packs/catalog';
import type { Citation, Excerpt, Term } from '../../../core/model';
import type { KnownTerm } from '../../../core/terms/knownTerm';
import { citePlaces } from '../../../core/citation/citePlaces';
import { basisText, laterFactText } from '../../../core/citation/provenance';
import { asOfDay, dayText } from '../../../core/packs/asOf';
import type { Localizer } from '../../../core/localizer';
import type { GlossaryOrigin } from '../../../workspace/openGlossaryEntry';
import type { EvidenceIndex } from '../../../core/terms/evidence';

/** What a hover says about one term, as text that has not been escaped for anything. */
export type TermCard = ShippedCard | OwnCard;

/** A term of a pack. */
export interface ShippedCard {
  readonly kind: 'pack';
  readonly term: Term;
  /** What the definition rests on, and of when it is. */
  readonly provenance: string;
  /** What sources say of it besides, with their places. */
  readonly statements: readonly string[];
  /** What has overtaken it, with date and source. */
  readonly later: readonly string[];
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
  /** The short name of its source, and the place there. */
  readonly place: string;
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
  const { catalog } = index;
  const asOf = asOfDay(catalog, term);
  return {
    kind: 'pack',
    term,
    provenance: [basisText(term.basis, catalog, l10n), asOf && l10n.t('as of {0}', dayText(asOf))]
      .filter(Boolean)
      .join(' · '),
    statements: statementsOf(term).map(
      ({ text, citations }) => `${text} (${citePlaces(catalog, citations)})`,
    ),
    later: laterFactsOf(term).map((fact) => laterFactText(catalog, fact)),
    related: relatedTerms(catalog, term),
    evidence: index.of(term, evidence).map((excerpt) => ({
      excerpt,
      place: placeOf(catalog, excerpt),
      copy: copyOf(excerpt),
    })),
  };
}

function placeOf(catalog: Catalog, { source, locator }: Excerpt): string {
  return [catalog.source(source)?.label, locator].filter(Boolean).join(', ');
}

function relatedTerms(catalog: Catalog, term: Term): readonly Term[] {
  return [...new Set(term.related)]
    .filter((id) => id !== term.id)
    .map((id) => catalog.get('term', id))
    .filter((other) => other !== undefined);
}
