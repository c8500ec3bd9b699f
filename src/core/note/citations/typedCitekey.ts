import { Note } from '../note';
import type { NoteLanguage } from '../noteLanguage';

/** A citekey that is being typed. Offsets in the note. */
export interface TypedCitekey {
  readonly start: number;
  /** Behind what stands of the key after the caret already. */
  readonly end: number;
  /** The keys that need no braces there; absent where none needs any. */
  readonly bare?: RegExp;
}

/** In UTF-16 units; nobody types a longer key. */
const LONGEST_KEY = 200;

const KEY = String.raw`[^\s,;{}[\]()"\x60'@\\]`;
const TYPED = new RegExp(`${KEY}{0,${LONGEST_KEY}}$`, 'u');
const REST = new RegExp(`^${KEY}*`, 'u');

/**
 * The citekey that is being typed at a caret; `undefined` where what is typed would be no citation,
 * as in code, front matter, comments and e-mail addresses: what reads citations is asked.
 */
export function typedCitekey(
  { text, language }: Pick<Note, 'text' | 'language'>,
  caret: number,
): TypedCitekey | undefined {
  const typed = citekeyBefore(text.slice(Math.max(0, caret - 2 * LONGEST_KEY), caret), language);
  if (typed === undefined) {
    return undefined;
  }
  const start = caret - typed.length;
  const { closing, bare } = language.citekeys;
  const isBraced = text.charAt(start - 1) === '{' && bare !== undefined;
  const end = caret + (REST.exec(text.slice(caret, caret + LONGEST_KEY))?.[0].length ?? 0);
  // A key is there for certain, and nothing that follows keeps the citation open.
  const completed = `${text.slice(0, caret)}x${isBraced ? '}' : closing}${text.slice(end)}`;
  const isCitation = new Note(completed, language).citekeyUses.some(
    (use) => use.start === start && use.end === caret + 1,
  );
  return isCitation ? { start, end, ...(bare && !isBraced && { bare }) } : undefined;
}

/**
 * What may be the beginning of a citekey at the end of a text, by a look at its last characters
 * only; `undefined` when it is none for certain.
 */
export function citekeyBefore(before: string, { citekeys }: NoteLanguage): string | undefined {
  const typed = TYPED.exec(before)?.[0] ?? '';
  return citekeys.opening.test(before.slice(0, before.length - typed.length)) ? typed : undefined;
}

/** A citekey as it is written behind `@`. */
export function writtenCitekey(citekey: string, { bare }: Pick<TypedCitekey, 'bare'>): string {
  return bare?.test(citekey) === false ? `{${citekey}}` : citekey;
}
