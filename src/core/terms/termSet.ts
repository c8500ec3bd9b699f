import type { TermId } from '../model';
import { TermAutomaton } from './automaton';
import type { KnownTerm } from './knownTerm';
import type { Occurrence } from './occurrence';

/** The terms that hold in some note, and the matcher that finds them. Immutable. */
export class TermSet {
  private readonly byId: ReadonlyMap<string, KnownTerm>;
  private made: TermAutomaton | undefined;

  /** @param terms nearest first: in that order they are shown where several share a wording */
  constructor(readonly terms: readonly KnownTerm[]) {
    this.byId = new Map(terms.map((term) => [term.id, term]));
  }

  /** `undefined` when the set has no such term. */
  get(id: string): KnownTerm | undefined {
    return this.byId.get(id);
  }

  /** Made on first use: for 50,000 terms that takes some hundred milliseconds. */
  get automaton(): TermAutomaton {
    this.made ??= new TermAutomaton(this.terms);
    return this.made;
  }

  /** The terms that stand at an occurrence, nearest first. */
  termsAt({ terms }: Occurrence): readonly KnownTerm[] {
    return terms.flatMap((id: TermId) => this.get(id) ?? []);
  }
}
