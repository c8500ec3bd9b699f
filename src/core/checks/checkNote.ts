import type { Note } from '../note/note';
import type { TermSet } from '../terms/termSet';
import { acronymsBeforeExpansion, acronymsNeverUsed, unknownAcronyms } from './acronymRules';
import { claimsWithoutSource } from './claimsWithoutSource';
import { COMMON_ACRONYMS } from './commonAcronyms';
import { deprecatedTerms } from './deprecatedTerms';
import type { CheckRule, Finding } from './finding';
import { footnotesWithoutMark, footnotesWithoutText } from './footnoteRules';
import { mixedVariants } from './mixedVariants';
import { acronymsOf, type NoteAcronym } from './noteAcronyms';
import { readNote, type NoteReading } from './noteReading';
import { readSilence } from './silence';

/** What is to be looked for, and what not. */
export interface CheckOptions {
  readonly rules: ReadonlySet<CheckRule>;
  /** Acronyms that nobody needs to have spelled out, beside the built-in ones. */
  readonly commonAcronyms: readonly string[];
}

type Check = (reading: NoteReading, acronyms: readonly NoteAcronym[]) => readonly Finding[];

const CHECKS: Readonly<Record<CheckRule, Check>> = {
  'acronym-before-expansion': acronymsBeforeExpansion,
  'acronym-never-used': acronymsNeverUsed,
  'acronym-unknown': unknownAcronyms,
  'deprecated-term': deprecatedTerms,
  'mixed-variants': mixedVariants,
  'claim-without-source': claimsWithoutSource,
  'footnote-without-text': footnotesWithoutText,
  'footnote-without-mark': footnotesWithoutMark,
};

/** Nobody spells out what is not to be written at all. */
function withoutContradictions(findings: readonly Finding[]): readonly Finding[] {
  const deprecated = new Set(
    findings.filter(({ rule }) => rule === 'deprecated-term').map(({ start }) => start),
  );
  return findings.filter(({ rule, start }) => !(SPELLING_OUT.has(rule) && deprecated.has(start)));
}

const SPELLING_OUT: ReadonlySet<CheckRule> = new Set([
  'acronym-before-expansion',
  'acronym-unknown',
]);

/**
 * What the drafting checks have to say of a note, in the order of the text. Headings, links,
 * quotations, references and markup are passed over, and so is what a comment or the front matter
 * silences. Linear in the length of the note for each rule; never throws.
 * @param terms those that hold in the note
 */
export function checkNote(
  note: Note,
  terms: TermSet,
  { rules, commonAcronyms }: CheckOptions,
): readonly Finding[] {
  const silence = readSilence(note);
  const wanted = [...rules].filter((rule) => !silence.isWhole(rule));
  if (wanted.length === 0) {
    return [];
  }
  const reading = readNote(note, terms);
  const isCommon = (acronym: string): boolean =>
    COMMON_ACRONYMS.has(acronym) || commonAcronyms.includes(acronym);
  const acronyms = acronymsOf(reading).filter(({ acronym }) => !isCommon(acronym));
  return withoutContradictions(wanted.flatMap((rule) => CHECKS[rule](reading, acronyms)))
    .filter(({ rule, start }) => !silence.covers(rule, start))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}
