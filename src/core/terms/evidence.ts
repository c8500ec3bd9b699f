import type { Excerpt, Term } from '../model';
import { plainProse } from '../note/prose';
import type { Catalog } from '../packs/catalog';
import type { TermAutomaton } from './automaton';

/** Where a text first names the term, as a UTF-16 offset; `undefined` where it does not. */
export type FindMention = (text: string) => number | undefined;

/**
 * The order of the evidence for each term, by its id: places in `Catalog.excerptsOfTerm`. The build
 * finds it for the shipped packs, since to make their matcher takes half of a first hover.
 */
export type EvidenceOrder = Readonly<Record<string, readonly number[]>>;

/** The evidence for the terms of a catalog. */
export class EvidenceIndex {
  private readonly found = new Map<string, readonly Excerpt[]>();

  constructor(
    readonly catalog: Catalog,
    private readonly find: (term: Term) => readonly Excerpt[],
  ) {}

  /** At most `limit` excerpts, as `evidenceFor` has them. */
  of(term: Term, limit: number): readonly Excerpt[] {
    let found = this.found.get(term.id);
    if (found === undefined) {
      found = this.find(term);
      this.found.set(term.id, found);
    }
    return found.slice(0, limit);
  }
}

/**
 * Finds evidence when it is asked for.
 *
 * @param automaton of the catalog's terms alone, so that a user's own ones change nothing
 */
export function searchedEvidence(catalog: Catalog, automaton: TermAutomaton): EvidenceIndex {
  return new EvidenceIndex(catalog, (term) =>
    evidenceFor(
      catalog,
      term,
      Infinity,
      (text) =>
        automaton.occurrences(plainProse(text)).find(({ terms }) => terms.includes(term.id))?.start,
    ),
  );
}

/** Evidence that has been found before. */
export function knownEvidence(catalog: Catalog, order: EvidenceOrder): EvidenceIndex {
  return new EvidenceIndex(catalog, ({ id }) => {
    const excerpts = catalog.excerptsOfTerm(id);
    return (order[id] ?? []).flatMap((place) => excerpts[place] ?? []);
  });
}

/** What `knownEvidence` takes for a catalog. */
export function evidenceOrder(catalog: Catalog, automaton: TermAutomaton): EvidenceOrder {
  const evidence = searchedEvidence(catalog, automaton);
  return Object.fromEntries(
    catalog.all('term').map((term) => {
      const excerpts = catalog.excerptsOfTerm(term.id);
      return [term.id, evidence.of(term, Infinity).map((excerpt) => excerpts.indexOf(excerpt))];
    }),
  );
}

/**
 * The excerpts that bear best on a term, best first. An excerpt whose heading names it is about
 * it; one whose text does says something of it; the rest only belong to it. Among equals, what the
 * definition itself cites comes first, then what names the term earlier, then the order of the source.
 *
 * @param limit at most so many
 */
export function evidenceFor(
  catalog: Catalog,
  term: Term,
  limit: number,
  findMention: FindMention,
): readonly Excerpt[] {
  if (limit <= 0) {
    return [];
  }
  return catalog
    .excerptsOfTerm(term.id)
    .map((excerpt) => {
      const inHeading = findMention(excerpt.heading);
      const mention = inHeading ?? findMention(excerpt.text);
      const place = inHeading !== undefined ? 0 : mention !== undefined ? 1 : 2;
      return { excerpt, order: [place, isCited(excerpt, term) ? 0 : 1, mention ?? 0] as const };
    })
    .sort((a, b) => compareInTurn(a.order, b.order))
    .slice(0, limit)
    .map(({ excerpt }) => excerpt);
}

function isCited(excerpt: Excerpt, { basis }: Term): boolean {
  return basis.citations.some(
    ({ source, locator }) => source === excerpt.source && locator === excerpt.locator,
  );
}

/** Compares the first pair that differs. Sorting is stable, so that equals keep their order. */
function compareInTurn(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
