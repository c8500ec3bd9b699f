import type { KnownTerm } from '../../core/terms/knownTerm';
import { NameIndex } from '../../core/terms/nameIndex';
import { SlicedWork } from '../../util/slicedWork';

/** So many terms of glossaries are listed before anything is typed; typing finds the others. */
const LISTED = 1000;

/** Kept from one palette to the next, as long as the terms are the same. */
const made = new WeakMap<readonly KnownTerm[], TermNames>();

/** The terms of all glossaries and packs by their names. */
export class TermNames {
  private index: NameIndex | undefined;
  private preparing: Promise<void> | undefined;

  private constructor(
    private readonly terms: readonly KnownTerm[],
    private readonly own: readonly KnownTerm[],
  ) {}

  /** `undefined` when there are no glossaries: a search finds the shipped terms by itself. */
  static of(terms: readonly KnownTerm[]): TermNames | undefined {
    let names = made.get(terms);
    if (names === undefined) {
      const own = terms.filter(({ origin }) => origin.kind === 'glossary');
      names = new TermNames(terms, own);
      made.set(terms, names);
    }
    return names.own.length === 0 ? undefined : names;
  }

  /** Terms of glossaries to show before anything is typed. */
  get listed(): readonly KnownTerm[] {
    return this.own.slice(0, LISTED);
  }

  /** Makes the index, in slices: for 50,000 terms that takes some hundred milliseconds. */
  prepare(): Promise<void> {
    this.preparing ??= new SlicedWork().run(NameIndex.inSlices(this.terms)).then((index) => {
      this.index ??= index;
    });
    return this.preparing;
  }

  /**
   * The terms that a query names, each once, best first as `NameIndex.find` has it. The index is made
   * at the first query unless it has been prepared.
   */
  find(query: string, limit: number): readonly KnownTerm[] {
    this.index ??= new NameIndex(this.terms);
    return [...new Set(this.index.find(query, limit).map(({ term }) => term))];
  }
}
