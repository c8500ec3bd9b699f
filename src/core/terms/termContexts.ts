import { countUpTo } from '../../util/rank';
import type { TermId } from '../model';
import type { Prose } from '../note/prose';
import { TermAutomaton } from './automaton';
import type { TermForms } from './knownTerm';
import type { Occurrence } from './occurrence';

/** A wording that a term asks for or rules out, as the automaton knows it. */
interface ContextForm extends TermForms {
  readonly of: TermId;
  readonly field: 'near' | 'not';
  /** It is a name of the term itself. */
  readonly isOwn: boolean;
}

/**
 * What tells where a term is meant that has other meanings, too. A term with `near` is meant where
 * one of those wordings stands in the same paragraph, or, if it is a name of the term itself,
 * anywhere in the text; a term is not meant within a wording of its `not`.
 */
export class TermContexts {
  private readonly byId: ReadonlyMap<string, ContextForm>;
  private readonly limited: ReadonlySet<TermId>;
  /** The terms that ask for anything. */
  private readonly asking: ReadonlySet<TermId>;

  private constructor(
    forms: readonly ContextForm[],
    /** Of the wordings, not of the terms. */
    private readonly automaton: TermAutomaton,
  ) {
    this.byId = new Map(forms.map((form) => [form.id, form]));
    this.limited = new Set(forms.filter(({ field }) => field === 'near').map(({ of }) => of));
    this.asking = new Set(forms.map(({ of }) => of));
  }

  /** `undefined` when none of the terms asks for a context. Yields for `runInSlices`. */
  static *inSlices(terms: readonly TermForms[]): Generator<undefined, TermContexts | undefined> {
    const forms = terms.flatMap(contextForms);
    return forms.length === 0
      ? undefined
      : new TermContexts(forms, yield* TermAutomaton.inSlices(forms));
  }

  /**
   * The occurrences without the terms that are not meant there, and without those where none is left.
   *
   * @param occurrences all that stand in `prose`
   */
  meant(occurrences: readonly Occurrence[], prose: Prose): readonly Occurrence[] {
    const found = new Set(occurrences.flatMap(({ terms }) => terms));
    const inDoubt = new Set([...found].filter((term) => this.asking.has(term)));
    if (inDoubt.size === 0) {
      return occurrences;
    }
    const isMeant = this.meaningIn(prose, inDoubt);
    return occurrences.flatMap((occurrence) => {
      const terms = occurrence.terms.filter((term) => isMeant(term, occurrence));
      if (terms.length === occurrence.terms.length) {
        return [occurrence];
      }
      return terms.length === 0 ? [] : [{ ...occurrence, terms }];
    });
  }

  private meaningIn(
    prose: Prose,
    inDoubt: ReadonlySet<TermId>,
  ): (term: TermId, occurrence: Occurrence) => boolean {
    const breaks = paragraphBreaks(prose.text);
    /** The paragraphs in which each is meant, by their numbers. */
    const paragraphs = new Map<TermId, Set<number>>();
    const everywhere = new Set<TermId>();
    const ruledOut = new Map<TermId, Covers>();
    for (const { start, end, terms } of this.automaton.allOccurrences(prose)) {
      for (const { of, field, isOwn } of this.formsInDoubt(terms, inDoubt)) {
        if (field === 'not') {
          kept(ruledOut, of, () => new Covers()).add(start, end);
        } else if (isOwn) {
          everywhere.add(of);
        } else {
          kept(paragraphs, of, () => new Set<number>()).add(countUpTo(breaks, start));
        }
      }
    }
    return (term, { start, end }) =>
      ruledOut.get(term)?.covers(start, end) !== true &&
      (!this.limited.has(term) ||
        everywhere.has(term) ||
        paragraphs.get(term)?.has(countUpTo(breaks, start)) === true);
  }

  private formsInDoubt(
    ids: readonly TermId[],
    inDoubt: ReadonlySet<TermId>,
  ): readonly ContextForm[] {
    return ids.flatMap((id) => this.byId.get(id) ?? []).filter(({ of }) => inDoubt.has(of));
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
    return (this.ends[countUpTo(this.starts, start) - 1] ?? 0) >= end;
  }
}

function contextForms(term: TermForms): readonly ContextForm[] {
  // Of 50,000 terms few ask for anything.
  if (term.near === undefined && term.not === undefined) {
    return [];
  }
  const { id, name, abbreviation, aliases = [] } = term;
  const own = new Set([name, abbreviation, ...aliases]);
  return (['near', 'not'] as const).flatMap((field) =>
    (term[field] ?? []).map((wording, number) => ({
      id: `${id}\n${field} ${number}` as TermId,
      name: wording,
      kind: 'concept' as const,
      of: id,
      field,
      isOwn: own.has(wording),
    })),
  );
}

/** The value of a key, made and kept when there is none. */
function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

/** Where the paragraphs of a text end: at lines without a letter. */
function paragraphBreaks(text: string): readonly number[] {
  return Array.from(text.matchAll(/\n[ \t]*\r?(?=\n)/g), ({ index }) => index);
}
