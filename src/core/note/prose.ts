import { gapTable, type GapTable } from './gap';
import { HiddenRanges } from './hiddenRanges';

/** A text and what of it is prose: what the matcher of terms reads. A `Note` is one. */
export interface Prose {
  readonly text: string;
  /** What is no prose. */
  readonly hidden: HiddenRanges;
  /** Which punctuation is read through between words. */
  readonly gaps: GapTable;
  /** Whether "a\b" is a path rather than a command. */
  readonly hasBackslashPaths: boolean;
}

export const PLAIN_GAPS = gapTable('*');
const NOTHING_HIDDEN = new HiddenRanges();

/** A text that is prose throughout, such as that of a source, an entry or a rendered paragraph. */
export function plainProse(text: string): Prose {
  return { text, hidden: NOTHING_HIDDEN, gaps: PLAIN_GAPS, hasBackslashPaths: true };
}
