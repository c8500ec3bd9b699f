import type { Span } from '../model';
import type { CapitalWord } from './capitalWords';
import { introductionAt } from './introductions';

/** Parts of capitals and digits with hyphens or dashes between: "NASM-SR", "MOD-J". */
const COMPOUND =
  /(?<![\p{L}\p{N}\p{M}_])\p{Lu}[\p{Lu}\p{N}]{0,11}(?:[-‐‑–][\p{Lu}\p{N}]{1,12}){1,3}(?![\p{L}\p{N}\p{M}_])/gu;

/**
 * Where acronyms of several parts stand that the note introduces as wholes, as in "Ministry of
 * Defence, Japan (MOD-J)". Their parts are no acronyms of the note's.
 */
export function introducedCompounds(
  text: string,
  isRead: (span: Span) => boolean,
): readonly Span[] {
  const compounds = [...text.matchAll(COMPOUND)].map(({ index, 0: compound }): CapitalWord => ({
    start: index,
    end: index + compound.length,
    acronym: compound,
    isPlural: false,
  }));
  const introduced = new Set(
    compounds
      .filter((word) => isRead(word) && introductionAt(text, word) !== undefined)
      .map(({ acronym }) => acronym),
  );
  return compounds.filter(({ acronym }) => introduced.has(acronym));
}
