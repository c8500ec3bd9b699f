import type { Prose } from '../note/prose';
import { runAtOnce } from '../../util/slices';
import { TermAutomaton } from './automaton';
import type { TermForms } from './knownTerm';
import type { Occurrence } from './occurrence';
import { TermContexts } from './termContexts';

/** Finds terms in texts where they are meant. */
export class TermMatcher {
  private constructor(
    /** Finds them whatever stands around. */
    readonly automaton: TermAutomaton,
    private readonly contexts: TermContexts | undefined,
  ) {}

  /** Made at one go: for 50,000 terms that takes half a second. */
  static of(terms: readonly TermForms[]): TermMatcher {
    return runAtOnce(TermMatcher.inSlices(terms));
  }

  /** The same for `runInSlices`. */
  static *inSlices(terms: readonly TermForms[]): Generator<undefined, TermMatcher> {
    const automaton = yield* TermAutomaton.inSlices(terms);
    return new TermMatcher(automaton, yield* TermContexts.inSlices(terms));
  }

  /** As the automaton has them, without those that mean something else. */
  occurrences(prose: Prose): readonly Occurrence[] {
    return this.meant(this.automaton.occurrences(prose), prose);
  }

  /** The same with those that stand within longer ones or overlap. */
  allOccurrences(prose: Prose): readonly Occurrence[] {
    return this.meant(this.automaton.allOccurrences(prose), prose);
  }

  private meant(found: readonly Occurrence[], prose: Prose): readonly Occurrence[] {
    return this.contexts === undefined || found.length === 0
      ? found
      : this.contexts.meant(found, prose);
  }
}
