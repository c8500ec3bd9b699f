import type { Explanation } from '../core/preview/explanation';
import type { TermForms } from '../core/terms/knownTerm';
import type { MarkableTerm, MarkableKind } from '../core/terms/markedKinds';
import type { TermUses } from '../core/terms/termUses';

/** What the renderer of Markdown cells tells the extension: that it listens now. */
export interface CellsReady {
  readonly kind: 'ready';
}

/** What the extension tells the cells of a notebook, at first and whenever it is different. */
export interface CellTerms {
  readonly kind: 'terms';
  readonly uses: TermUses;
  /** Which of them are marked, beside the user's own. */
  readonly kinds: readonly MarkableKind[];
  /** Nearest first; none when none are to be marked. */
  readonly terms: readonly (TermForms & Explanation & MarkableTerm)[];
}
