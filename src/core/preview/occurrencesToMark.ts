import { HiddenRanges } from '../note/hiddenRanges';
import { plainProse, type Prose } from '../note/prose';
import { FEWEST_QUOTED_WORDS } from '../note/quotations/quotation';
import { quotationsInMarks } from '../note/quotations/quotationMarks';
import { type MarkableKind, type MarkableTerm, markedOccurrences } from '../terms/markedKinds';
import type { Occurrence } from '../terms/occurrence';
import { SpanSet } from '../text/spanSet';
import { countWords } from '../text/words';

/** The terms of a rendered document. */
interface RenderedTerms {
  /** The places in a text where terms stand: ascending, without overlap. */
  readonly occurrencesIn: (text: Prose) => readonly Occurrence[];
  readonly termsAt: (occurrence: Occurrence) => readonly MarkableTerm[];
}

/** The places in a rendered paragraph where terms are marked: those of the kinds asked for, outside of quotations. */
export function occurrencesToMark(
  text: string,
  { occurrencesIn, termsAt }: RenderedTerms,
  kinds: readonly MarkableKind[],
): readonly Occurrence[] {
  const marked = markedOccurrences(text, occurrencesIn(plainProse(text)), termsAt, kinds);
  if (marked.length === 0) {
    return marked;
  }
  const quoted = quotedIn(text);
  return marked.filter((occurrence) => !quoted.touches(occurrence));
}

/** The quotations in marks that are no mere phrase. */
function quotedIn(text: string): SpanSet {
  return new SpanSet(
    quotationsInMarks(text, new HiddenRanges(), false)
      .filter(({ start, end }) => countWords(text.slice(start, end)) >= FEWEST_QUOTED_WORDS)
      .map(({ outer }) => outer),
  );
}
