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
  /** `recased`: the same letters with other capitals. */
  readonly kind: 'recased' | 'changed' | 'added' | 'dropped';
  /** As the note has them; empty where words were dropped. */
  readonly quoted: string;
  /** As the source has them; empty where words were added. */
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
  /**
   * Present when it is verbatim and its citation gives the page by the count of the file, although
   * another number is printed there.
   */
  readonly citesFileCount?: true;
  /** Only when it cannot be checked. */
  readonly reason?: UncheckableReason;
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
