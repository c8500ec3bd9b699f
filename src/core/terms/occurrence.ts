import { rank } from '../../util/rank';
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

/**
 * The occurrence that holds the character at `offset`, or else ends there: a caret behind a word is
 * at that word.
 *
 * @param occurrences ascending, without overlap
 */
export function occurrenceAt(
  occurrences: readonly Occurrence[],
  offset: number,
): Occurrence | undefined {
  const started = rank(
    occurrences.length,
    (index) => (occurrences[index]?.start ?? Infinity) <= offset,
  );
  const found = occurrences[started - 1];
  return found !== undefined && offset <= found.end ? found : undefined;
}
