import { plainProse } from '../../../core/note/prose';
import type { Catalog } from '../../../core/packs/catalog';
import type { Excerpt, Term } from '../../../core/model';
import type { TermAutomaton } from '../../../core/terms/automaton';

/** Where a text first names the term, as a UTF-16 offset; `undefined` where it does not. */
export type FindMention = (text: string) => number | undefined;

/** The evidence for the terms of a catalog, found once for each that is asked for. */
export class EvidenceIndex {
  private readonly found = new Map<string, readonly Excerpt[]>();

  /** @param automaton of the catalog's terms alone, so that a user's own ones change nothing */
  constructor(
    readonly catalog: Catalog,
    private readonly automaton: TermAutomaton,
  ) {}

  /** At most `limit` excerpts, as `evidenceFor` has them. */
  of(term: Term, limit: number): readonly Excerpt[] {
    let found = this.found.get(term.id);
    if (found === undefined) {
      found = evidenceFor(this.catalog, term, Infinity, (text) => this.mention(text, term));
      this.found.set(term.id, found);
    }
    return found.slice(0, limit);
  }

  private mention(text: string, { id }: Term): number | undefined {
    return this.automaton.occurrences(plainProse(text)).find(({ terms }) => terms.includes(id))
      ?.start;
  }
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
