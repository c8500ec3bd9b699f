import type { MarkedTerms } from '../../../core/preview/markTerms';
import { occurrencesToMark } from '../../../core/preview/occurrencesToMark';
import { type MarkableKind, markableTerm } from '../../../core/terms/markedKinds';
import type { TermSet } from '../../../core/terms/termSet';
import type { TermUses } from '../../../core/terms/termUses';
import { explanationOf } from './explanationOf';

/** What is marked in a preview: of which terms, at which of their uses, and what is told there. */
export function renderedTerms(
  terms: TermSet,
  uses: Exclude<TermUses, 'off'>,
  kinds: readonly MarkableKind[],
): MarkedTerms {
  return {
    uses,
    occurrences: (text) =>
      occurrencesToMark(
        text,
        {
          occurrencesIn: (prose) => terms.occurrencesIn(prose),
          termsAt: (occurrence) => terms.termsAt(occurrence).map(markableTerm),
        },
        kinds,
      ),
    explanationsAt: (occurrence) => terms.termsAt(occurrence).map(explanationOf),
  };
}
