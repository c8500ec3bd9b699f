import type { PassageRef } from '../../../core/library/document';
import { laterFactsOf, statementsOf, type Catalog } from '../../../core/packs/catalog';
import type { Citation, EntryRef, Excerpt, Term } from '../../../core/model';
import type { KnownTerm } from '../../../core/terms/knownTerm';
import { briefBasisText, briefLaterFactsText } from '../../../core/citation/provenance';
import { leadingSentences } from '../../../core/text/leadingSentences';
import { asOfDay, dayText } from '../../../core/packs/asOf';
import type { Localizer } from '../../../core/localizer';
import type { GlossaryOrigin } from '../../../workspace/openGlossaryEntry';
import type { EvidenceIndex } from '../../../core/terms/evidence';

/** What a hover says about one term, as text that has not been escaped for anything. */
export type TermCard = ShippedCard | OwnCard;

/** UTF-16 units of an excerpt on a card, so that most cards are seen whole; what goes beyond is on its page. */
const EVIDENCE_LENGTH = 240;
/** The same on a card that tells what has happened since. */
const EVIDENCE_LENGTH_BESIDE_LATER = 160;

/** A term of a pack. */
export interface ShippedCard {
  readonly kind: 'pack';
  readonly term: Term;
  /** What the definition rests on, and of when it is, in one line. */
  readonly provenance: string;
  /** What has overtaken it last, with date and source; empty when nothing has. */
  readonly later: string;
  readonly evidence: readonly Evidence[];
  /** The entry whose source is cited for the term; undefined when none says anything of it. */
  readonly cited: EntryRef | undefined;
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
  /** Its first sentences. */
  readonly text: string;
  /** The short name of its source, and the place there; empty when the card says it already. */
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
  const basis = briefBasisText(term.basis, catalog, l10n);
  const [first] = term.basis.kind === 'source' ? term.basis.citations : [];
  const said = first && placeOf(catalog, first);
  const later = briefLaterFactsText(laterFactsOf(term), catalog, l10n);
  const length = later === '' ? EVIDENCE_LENGTH : EVIDENCE_LENGTH_BESIDE_LATER;
  return {
    kind: 'pack',
    term,
    provenance: [basis, asOf && l10n.t('as of {0}', dayText(asOf))].filter(Boolean).join(' · '),
    later,
    evidence: index.of(term, evidence).map((excerpt) => {
      const place = placeOf(catalog, excerpt);
      return {
        excerpt,
        text: leadingSentences(excerpt.text, length),
        place: place === said ? '' : place,
        copy: copyOf(excerpt),
      };
    }),
    cited: citedFor(index, term),
  };
}

function placeOf(catalog: Catalog, { source, locator }: Citation): string {
  return [catalog.source(source)?.label, locator].filter(Boolean).join(', ');
}

/** The term where its definition is from a source, else what bears on it best. */
function citedFor(index: EvidenceIndex, term: Term): EntryRef | undefined {
  const [best] = term.basis.kind === 'source' ? [] : index.of(term, 1);
  if (best !== undefined) {
    return { kind: 'excerpt', id: best.id };
  }
  return term.basis.kind === 'source' || statementsOf(term).length > 0
    ? { kind: 'term', id: term.id }
    : undefined;
}
