import type { Passage } from '../library/document';
import type { Locator, SourceId, Span } from '../model';
import type { Quotation } from '../note/quotations/quotation';

/**
 * What comparing a quotation with the sources shows.
 * - `verbatim`: it stands so in the source, but for what an editor may change.
 * - `altered`: its words differ from the source's.
 * - `wrong place`: it stands so in a source, but not where the citation says.
 * - `ambiguous`: it stands in several sources, and no citation says which is meant.
 * - `not found`: it stands in none of the sources that may be meant.
 * - `cannot check`: the source that the citation names is not to be had.
 */
export const QUOTE_VERDICTS = [
  'verbatim',
  'altered',
  'wrong place',
  'ambiguous',
  'not found',
  'cannot check',
] as const;
export type QuoteVerdict = (typeof QUOTE_VERDICTS)[number];

/** Where words stand in a source of the library. */
export interface QuotedPlace {
  readonly source: SourceId;
  /** The first passage that has some of the words, and the last. */
  readonly passage: Passage;
  readonly lastPassage: Passage;
  /** Of both passages, as people cite them: `3.3`, `p. 12`, `pp. 12–13`. */
  readonly locator: Locator;
  /**
   * The same as a citation in print names it (`p. 12`, `under “Costs”`); empty where nothing that the
   * source prints tells the place.
   */
  readonly printed: Locator;
  /** The source's own words, from the first to the last that the quotation answers to. */
  readonly text: string;
}

/** Words of a quotation that differ from the source's. The span is in the note; empty where words were dropped. */
export interface Difference extends Span {
  /**
   * - `recased`: the same letters with other capitals.
   * - `reordered`: the pieces of the quotation stand in the source in another order.
   */
  readonly kind: 'recased' | 'changed' | 'added' | 'dropped' | 'reordered';
  /** As the note has them; empty where words were dropped. */
  readonly quoted: string;
  /** As the source has them; empty where words were added. */
  readonly source: string;
}

/**
 * Something to know of a verbatim quotation.
 * - `page of the file`: its citation gives the page by the count of the file, although another number
 *   is printed there.
 * - `negation left out`: an ellipsis or a bracket of an editor stands for words of the source that
 *   turn the sentence around.
 * - `uncited`: nothing around it tells where it is from.
 */
export type QuoteRemark = { readonly kind: 'page of the file' | 'uncited' } | NegationLeftOut;

/** The span is in the note: that of the ellipsis or the bracket. */
export interface NegationLeftOut extends Span {
  readonly kind: 'negation left out';
  /** The word that turns the sentence around, as the source has it: "not", "hasn't". */
  readonly word: string;
  /** All of the source's words that the ellipsis or the bracket stands for. */
  readonly source: string;
}

/** Why the cited source cannot be asked. */
export type UncheckableReason =
  | 'no sources'
  | 'not in library'
  | 'not read yet'
  | 'unreadable'
  /** The quotation has more words than are compared. */
  | 'too long';

/** The citation that belongs to a quotation. */
export interface QuotationCitation {
  /** All of it, as it stands in the note. */
  readonly span: Span;
  /** The sources of the library that it may mean; empty when it means none of them. */
  readonly sources: readonly SourceId[];
  /** The place that it names, as written; absent when it names none. */
  readonly locator?: string;
  /** The page that a link leads to, counted from 1 at the beginning of the file, whatever is printed on it. */
  readonly page?: number;
  /** Where the place stands in the note; absent when it names none. */
  readonly locatorSpan?: Span;
}

/** One quotation, compared. */
export interface QuoteCheck {
  readonly quotation: Quotation;
  readonly verdict: QuoteVerdict;
  /** Absent when the quotation has none that could be understood. */
  readonly citation?: QuotationCitation;
  /** Where it stands; the nearest place when it is altered or not found; absent when there is none. */
  readonly place?: QuotedPlace;
  /** Further places in other sources, when it is ambiguous. */
  readonly others: readonly QuotedPlace[];
  /** In the order of the note; only when it is altered. */
  readonly differences: readonly Difference[];
  /** What to know of it all the same, in the order of the note; only when it is verbatim. */
  readonly remarks: readonly QuoteRemark[];
  /** Only when it cannot be checked. */
  readonly reason?: UncheckableReason;
}

/** Whether there is something of that kind to know of a quotation. */
export function hasRemark(
  { remarks }: Pick<QuoteCheck, 'remarks'>,
  kind: QuoteRemark['kind'],
): boolean {
  return remarks.some((remark) => remark.kind === kind);
}

/** The negations that a verbatim quotation leaves out, in the order of the note. */
export function negationsOf({ remarks }: Pick<QuoteCheck, 'remarks'>): readonly NegationLeftOut[] {
  return remarks.filter((remark) => remark.kind === 'negation left out');
}

/** The places in sources that a quotation may be from, the one to show first. */
export function quotedPlaces({
  place,
  others,
}: Pick<QuoteCheck, 'place' | 'others'>): readonly QuotedPlace[] {
  return [...(place ? [place] : []), ...others];
}

/** Whether a quotation differs from its source by capitals alone. */
export function isRecased({
  verdict,
  differences,
}: Pick<QuoteCheck, 'verdict' | 'differences'>): boolean {
  return (
    verdict === 'altered' &&
    differences.length > 0 &&
    differences.every(({ kind }) => kind === 'recased')
  );
}
