import type { TermId } from '../model';
import type { Prose } from '../note/prose';
import { runAtOnce } from '../../util/slices';
import { TermAutomaton } from './automaton';
import type { TermForms } from './knownTerm';
import type { Occurrence } from './occurrence';

/** A wording that a term asks for or rules out, as the automaton knows it. */
interface ContextForm extends TermForms {
  readonly of: TermId;
  /** It is a name of the term itself. */
  readonly isOwn: boolean;
}

/**
 * What tells where a term is meant that has other meanings, too. A term with `near` is meant where
 * one of those wordings stands in the same paragraph, or, if it is a name of the term itself,
 * anywhere in the text; a term is not meant within a wording of its `not`.
 */
export class TermContexts {
  private readonly forms: ReadonlyMap<string, ContextForm>;
  private readonly limited: ReadonlySet<TermId>;

  private constructor(
    private readonly near: {
      readonly forms: readonly ContextForm[];
      readonly found: TermAutomaton;
    },
    private readonly not: { readonly forms: readonly ContextForm[]; readonly found: TermAutomaton },
  ) {
    this.forms = new Map([...near.forms, ...not.forms].map((form) => [form.id, form]));
    this.limited = new Set(near.forms.map(({ of }) => of));
  }

  /** `undefined` when none of the terms asks for a context. Yields for `runInSlices`. */
  static *inSlices(terms: readonly TermForms[]): Generator<undefined, TermContexts | undefined> {
    const near = terms.flatMap((term) => contextForms(term, 'near'));
    const not = terms.flatMap((term) => contextForms(term, 'not'));
    return near.length + not.length === 0
      ? undefined
      : new TermContexts(
          { forms: near, found: yield* TermAutomaton.inSlices(near) },
          { forms: not, found: yield* TermAutomaton.inSlices(not) },
        );
  }

  static of(terms: readonly TermForms[]): TermContexts | undefined {
    return runAtOnce(TermContexts.inSlices(terms));
  }

  /**
   * The occurrences without the terms that are not meant there, and without those where none is left.
   *
   * @param occurrences all that stand in `prose`
   */
  meant(occurrences: readonly Occurrence[], prose: Prose): readonly Occurrence[] {
    const isMeant = this.meaningIn(prose);
    return occurrences.flatMap((occurrence) => {
      const terms = occurrence.terms.filter((term) => isMeant(term, occurrence));
      if (terms.length === occurrence.terms.length) {
        return [occurrence];
      }
      return terms.length === 0 ? [] : [{ ...occurrence, terms }];
    });
  }

  private meaningIn(prose: Prose): (term: TermId, occurrence: Occurrence) => boolean {
    const paragraphs = paragraphBreaks(prose.text);
    const inParagraphs = new Set<string>();
    const everywhere = new Set<TermId>();
    const at = (term: TermId, offset: number) => `${rank(paragraphs, offset)} ${term}`;
    for (const { start, terms } of this.near.found.allOccurrences(prose)) {
      for (const form of this.formsOf(terms)) {
        inParagraphs.add(at(form.of, start));
        if (form.isOwn) {
          everywhere.add(form.of);
        }
      }
    }
    const ruledOut = this.ruledOutIn(prose);
    return (term, { start, end }) => {
      const isRuledOut = ruledOut.get(term)?.covers(start, end) === true;
      return (
        !isRuledOut &&
        (!this.limited.has(term) || everywhere.has(term) || inParagraphs.has(at(term, start)))
      );
    };
  }

  private ruledOutIn(prose: Prose): ReadonlyMap<TermId, Covers> {
    const covers = new Map<TermId, Covers>();
    for (const { start, end, terms } of this.not.found.allOccurrences(prose)) {
      for (const { of } of this.formsOf(terms)) {
        const known = covers.get(of) ?? new Covers();
        known.add(start, end);
        covers.set(of, known);
      }
    }
    return covers;
  }

  private formsOf(ids: readonly TermId[]): readonly ContextForm[] {
    return ids.flatMap((id) => this.forms.get(id) ?? []);
  }
}

/** Stretches of a text that may overlap. */
class Covers {
  private readonly starts: number[] = [];
  /** The farthest end of a stretch and all before it. */
  private readonly ends: number[] = [];

  /** @param start no smaller than those before */
  add(start: number, end: number): void {
    this.starts.push(start);
    this.ends.push(Math.max(end, this.ends[this.ends.length - 1] ?? 0));
  }

  /** Whether one of the stretches holds another one. */
  covers(start: number, end: number): boolean {
    return (this.ends[rank(this.starts, start) - 1] ?? 0) >= end;
  }
}

function contextForms(term: TermForms, field: 'near' | 'not'): readonly ContextForm[] {
  const { id, name, abbreviation, aliases = [] } = term;
  const own = new Set([name, abbreviation, ...aliases]);
  return (term[field] ?? []).map((wording, number) => ({
    id: `${id}\n${field} ${number}` as TermId,
    name: wording,
    kind: 'concept',
    of: id,
    isOwn: own.has(wording),
  }));
}

/** Where the paragraphs of a text end: at lines without a letter. */
function paragraphBreaks(text: string): readonly number[] {
  return Array.from(text.matchAll(/\n[ \t]*\r?(?=\n)/g), ({ index }) => index);
}

/** How many of ascending numbers are no larger than a number. */
function rank(ascending: readonly number[], number: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Infinity) <= number) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
