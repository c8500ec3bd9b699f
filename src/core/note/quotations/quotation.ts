import type { Span } from '../../model';

/** A quotation in a note: five words or more in quotation marks, or a block. */
export interface Quotation extends Span {
  readonly kind: 'marks' | 'block';
  /** With its quotation marks; for a block all of its lines. */
  readonly outer: Span;
}

/** A quotation of fewer words is a phrase, which anybody may have used. */
export const FEWEST_QUOTED_WORDS = 5;
