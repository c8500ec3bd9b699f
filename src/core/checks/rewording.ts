import type { Span } from '../model';
import { otherNumbers } from '../text/inflection';
import type { TermForms } from '../terms/knownTerm';
import { americanSpelling } from '../text/spelling';
import type { Fix } from './finding';
import { beginsSentence, replacement, splitPossessive, withCapital } from './wording';

/** A wording as one of a term's forms. */
export interface FormMatch {
  readonly form: string;
  /** Whether the wording has the other number than the form: a plural, or the singular of one. */
  readonly inOtherNumber: boolean;
}

const LAST_WORD = /(?<![\p{L}\p{N}])[\p{L}\p{N}]+$/u;

/** All forms of a term: its name, abbreviation and aliases. */
function formsOf({ name, abbreviation, aliases = [] }: TermForms): readonly string[] {
  return abbreviation === undefined ? [name, ...aliases] : [name, abbreviation, ...aliases];
}

/**
 * Which of a term's forms a wording is, whatever its spelling, hyphens and capitals; `undefined` for
 * one that no rule leads to.
 * @param wording without a possessive ending
 */
export function formOf(wording: string, term: TermForms): FormMatch | undefined {
  const key = keyOf(wording);
  const forms = formsOf(term);
  const same = forms.find((form) => keyOf(form) === key);
  if (same !== undefined) {
    return { form: same, inOtherNumber: false };
  }
  const other = forms.find((form) => inOtherNumbers(form).some((name) => keyOf(name) === key));
  return other === undefined ? undefined : { form: other, inOtherNumber: true };
}

/** A name in its other number, if the rules for its last word have one. */
export function inOtherNumber(name: string): string {
  return inOtherNumbers(name)[0] ?? name;
}

/** A name in the plural; itself if it is one or has none. */
export function pluralOf(name: string): string {
  const other = inOtherNumber(name);
  return other.length > name.length ? other : name;
}

/** The fix that writes another name in place of a wording, with its "’s" and, where a sentence begins, a capital. */
export function writtenAs(text: string, span: Span, name: string): Fix {
  const [, possessive] = splitPossessive(text.slice(span.start, span.end));
  const cased = beginsSentence(text, span.start) ? withCapital(name) : name;
  const result = cased + possessive;
  return { result, edits: [replacement(text, span, result)] };
}

function inOtherNumbers(name: string): readonly string[] {
  const last = LAST_WORD.exec(name)?.[0] ?? '';
  const lower = last.toLowerCase();
  return otherNumbers(lower).map((other) => {
    const kept = commonStart(lower, other);
    return name.slice(0, name.length - last.length + kept) + other.slice(kept);
  });
}

/** Equal for all spellings of one name. */
function keyOf(name: string): string {
  const words =
    name
      .toLowerCase()
      .normalize('NFD')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return americanSpelling(words.map(americanSpelling).join(''));
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charAt(length) === b.charAt(length)) {
    length++;
  }
  return length;
}
