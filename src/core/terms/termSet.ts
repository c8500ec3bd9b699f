import type { TermId } from '../model';
import type { Prose } from '../note/prose';
import type { TermAutomaton } from './automaton';
import type { KnownTerm } from './knownTerm';
import type { Occurrence } from './occurrence';
import { TermMatcher } from './termMatcher';

/** The terms that hold in some note, and the matcher that finds them. Immutable. */
export class TermSet {
  private readonly byId: ReadonlyMap<string, KnownTerm>;
  private made: TermMatcher | undefined;
  private readonly found = new WeakMap<Prose, readonly Occurrence[]>();

  /** @param terms nearest first: in that order they are shown where several share a wording */
  constructor(readonly terms: readonly KnownTerm[]) {
    this.byId = new Map(terms.map((term) => [term.id, term]));
  }

  /** `undefined` when the set has no such term. */
  get(id: string): KnownTerm | undefined {
    return this.byId.get(id);
  }

  /** Finds the terms whatever stands around them: for wordings that are looked up by themselves. */
  get automaton(): TermAutomaton {
    return this.matcher.automaton;
  }

  /** Made on first use, at one go unless `prepare` has made it: for 50,000 terms half a second. */
  private get matcher(): TermMatcher {
    this.made ??= TermMatcher.of(this.terms);
    return this.made;
  }

  /** Whether the matcher is there. */
  get isPrepared(): boolean {
    return this.made !== undefined;
  }

  /** Makes the matcher. Yields for `runInSlices`. */
  *prepare(): Generator<undefined, void> {
    const made = this.made ?? (yield* TermMatcher.inSlices(this.terms));
    this.made ??= made;
  }

  /** Every place in a note where its terms stand and are meant; looked for once a note. */
  occurrencesIn(note: Prose): readonly Occurrence[] {
    const occurrences = this.found.get(note) ?? this.matcher.occurrences(note);
    this.found.set(note, occurrences);
    return occurrences;
  }

  /** The terms that stand at an occurrence, nearest first. */
  termsAt({ terms }: Occurrence): readonly KnownTerm[] {
    return terms.flatMap((id: TermId) => this.get(id) ?? []);
  }
}
