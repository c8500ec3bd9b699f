import type { Span } from '../model';

/** A word of capitals in a text, which may be an acronym. */
export interface CapitalWord extends Span {
  /** Without the s of the plural. */
  readonly acronym: string;
  readonly isPlural: boolean;
}

const WORD = /(?<![\p{L}\p{N}\p{M}_])\p{Lu}[\p{L}\p{N}\p{M}_]*/uy;
const WORD_UNIT = /[\p{L}\p{N}\p{M}_]/u;
/** What stands in every acronym and in few other words. */
const MARK = /\p{Lu}(?:[\p{Lu}\p{N}]|\p{Ll}\p{Lu})/gu;
/** UTF-16 units of an acronym and the s of its plural. */
const LONGEST_WORD = 13;
/** "ICI", "IP4", "G7N"; "PfP", "MoD" with one small letter within. */
const ACRONYM = /^(?=.{2,12}$)(?:[\p{Lu}\p{N}]+|\p{Lu}+\p{Ll}\p{Lu}{1,2})$/u;
const TWO_CAPITALS = /\p{Lu}.*\p{Lu}/u;

/**
 * Whether a word is written like an acronym: two capitals or more, and besides digits no other
 * letters than a single small one within ("PfP").
 */
export function isAcronym(word: string): boolean {
  return ACRONYM.test(word) && TWO_CAPITALS.test(word);
}

/** A word without the small s that makes an acronym a plural. */
function singularAcronym(word: string): string {
  const stem = word.slice(0, -1);
  return word.endsWith('s') && isAcronym(stem) ? stem : word;
}

/** Whether a form of a term is an acronym, with hyphens and full stops or without: "IP-4", "U.S.". */
export function isAcronymForm(form: string): boolean {
  return isAcronym(singularAcronym(form.replace(/[.&/-]/g, '')));
}

/** Numerals of kings, chapters and resolutions; those with larger letters may be acronyms. */
const SMALL_ROMAN = /^[IVX]+$/;

/** Whether an apostrophe and more capitals follow: "DON’T", "AFRICA’S". */
function isClipped(text: string, end: number): boolean {
  return /^['’]\p{Lu}/u.test(text.slice(end, end + 3));
}

/** Where the word begins that an offset is in; of one that is too long for an acronym some place in it. */
function wordStart(text: string, offset: number): number {
  let start = offset;
  while (start > offset - LONGEST_WORD && WORD_UNIT.test(text.charAt(start - 1))) {
    start -= 1;
  }
  return start;
}

/** The word that begins at an offset with a capital; undefined when none does. */
function wordAt(text: string, start: number): string | undefined {
  WORD.lastIndex = start;
  return WORD.exec(text)?.[0];
}

/** The words of a text that are written like acronyms, in order. */
export function capitalWords(text: string): readonly CapitalWord[] {
  const words: CapitalWord[] = [];
  const marks = new RegExp(MARK);
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const start = wordStart(text, mark.index);
    const word = wordAt(text, start);
    if (word === undefined) {
      // By a whole letter: within one of two units the same would be found again for ever.
      marks.lastIndex = mark.index + ((text.codePointAt(mark.index) ?? 0) > 0xffff ? 2 : 1);
      continue;
    }
    marks.lastIndex = start + word.length;
    const acronym = word.length > LONGEST_WORD ? word : singularAcronym(word);
    if (isAcronym(acronym) && !SMALL_ROMAN.test(acronym) && !isClipped(text, start + word.length)) {
      words.push({
        start,
        end: start + word.length,
        acronym,
        isPlural: acronym.length < word.length,
      });
    }
  }
  return words;
}
