import { plainProse } from '../note/prose';
import type { KnownTerm } from '../terms/knownTerm';
import { occurrenceAt } from '../terms/occurrence';
import type { TermSet } from '../terms/termSet';
import type { CapitalWord } from './capitalWords';
import type { Introduction } from './introductions';
import type { NoteReading } from './noteReading';

/** A use of an acronym. */
export interface AcronymUse extends CapitalWord {
  /** Whether it stands in the wording of a known term, be it a longer one: "NATO" in "NATO ally". */
  readonly isInTerm: boolean;
}

/** An acronym of a note, and all that the note does with it. */
export interface NoteAcronym {
  readonly acronym: string;
  /** In order, in headings and quotations too; those that introduce it among them. */
  readonly uses: readonly AcronymUse[];
  /** In order. */
  readonly introductions: readonly Introduction[];
  /** The known terms that it stands for, nearest first. */
  readonly terms: readonly KnownTerm[];
}

const YEAR_BEHIND = /(?<!\d)(?:\d{2}|\d{4})$/;

/** The words of a note that are written like acronyms, each with its uses, by their first use. */
export function acronymsOf(reading: NoteReading): readonly NoteAcronym[] {
  const { occurrences, terms } = reading;
  const introduced = new Set(reading.introductions.map(({ acronym }) => acronym));
  const uses = new Map<string, AcronymUse[]>();
  for (const word of reading.capitals) {
    const occurrence = occurrenceAt(occurrences, word.start);
    const isInTerm = occurrence !== undefined && occurrence.end >= word.end;
    // "FY2022" is a use of "FY" where the note says what that is.
    const stem = word.acronym.replace(YEAR_BEHIND, '');
    const acronym = introduced.has(word.acronym) || !introduced.has(stem) ? word.acronym : stem;
    listIn(uses, acronym).push({ ...word, isInTerm });
  }
  const introductions = new Map<string, Introduction[]>();
  for (const introduction of reading.introductions) {
    listIn(introductions, introduction.acronym).push(introduction);
  }
  return Array.from(uses, ([acronym, all]) => ({
    acronym,
    uses: all,
    introductions: introductions.get(acronym) ?? [],
    terms: termsOfAcronym(terms, acronym),
  }));
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key);
  if (known !== undefined) {
    return known;
  }
  const list: T[] = [];
  lists.set(key, list);
  return list;
}

function termsOfAcronym(terms: TermSet, acronym: string): readonly KnownTerm[] {
  const [occurrence] = terms.automaton.occurrences(plainProse(acronym));
  return occurrence?.start === 0 && occurrence.end === acronym.length
    ? terms.termsAt(occurrence)
    : [];
}
