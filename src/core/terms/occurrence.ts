import type { TermId } from '../model';

/** A place in a text where one or more terms stand. */
export interface Occurrence {
  /** UTF-16 offset of the first unit. */
  readonly start: number;
  /** UTF-16 offset after the last unit. */
  readonly end: number;
  /** The terms that this wording names, in the order in which they were given; several when they share a form. */
  readonly terms: readonly TermId[];
}
