import { citekeyUses } from './citekeyUses';

/** A citekey that is being typed. Offsets in the note. */
export interface TypedCitekey {
  readonly start: number;
  /** Behind what stands of the key after the caret already. */
  readonly end: number;
  /** Whether what is put there has to be put in braces unless it is a plain key. */
  readonly isBare: boolean;
}

/** In UTF-16 units; nobody types a longer key. */
const LONGEST = 200;

const KEY = String.raw`[^\s,;{}[\]()"\x60'@\\]`;
const TYPED = new RegExp(`${KEY}{0,${LONGEST}}$`, 'u');
const REST = new RegExp(`^${KEY}*`, 'u');

/** What stands before the key, and what closes the citation, by language; all others are Pandoc's. */
const OPENED: ReadonlyMap<string, readonly [before: RegExp, closing: string]> = new Map([
  ['latex', [/[{,]\s*$/, '}']],
  ['tex', [/[{,]\s*$/, '}']],
  ['asciidoc', [/[[,]\s*$/, ']']],
  ['restructuredtext', [/[\x60,]\s*$/, '\x60']],
  ['org', [/@$/, ']']],
]);
const PANDOC = [/@\{?$/, ''] as const;

/** The keys that Pandoc reads without braces. */
const PLAIN = /^[\p{L}\p{N}_]+(?:[:.#$%&\-+?<>~/][\p{L}\p{N}_]+)*$/u;

/**
 * The citekey that is being typed at a caret; `undefined` where what is typed would be no citation,
 * as in code, front matter, comments and e-mail addresses: what reads citations is asked.
 *
 * @param language a VS Code language id
 */
export function typedCitekey(
  text: string,
  caret: number,
  language: string,
): TypedCitekey | undefined {
  const typed = citekeyBefore(text.slice(Math.max(0, caret - 2 * LONGEST), caret), language);
  if (typed === undefined) {
    return undefined;
  }
  const start = caret - typed.length;
  const [, closing] = OPENED.get(language) ?? PANDOC;
  const isBraced = text.charAt(start - 1) === '{' && closing === '';
  const end = caret + (REST.exec(text.slice(caret, caret + LONGEST))?.[0].length ?? 0);
  // A key is there for certain, and nothing that follows keeps the citation open.
  const completed = `${text.slice(0, caret)}x${isBraced ? '}' : closing}${text.slice(end)}`;
  const isCitation = citekeyUses(completed, language).some(
    (use) => use.start === start && use.end === caret + 1,
  );
  return isCitation ? { start, end, isBare: closing === '' && !isBraced } : undefined;
}

/**
 * What may be the beginning of a citekey at the end of a text, by a look at its last characters
 * only; `undefined` when it is none for certain.
 */
export function citekeyBefore(before: string, language: string): string | undefined {
  const typed = TYPED.exec(before)?.[0] ?? '';
  const [opening] = OPENED.get(language) ?? PANDOC;
  return opening.test(before.slice(0, before.length - typed.length)) ? typed : undefined;
}

/** A citekey as it is written behind `@`. */
export function writtenCitekey(citekey: string, { isBare }: TypedCitekey): string {
  return isBare && !PLAIN.test(citekey) ? `{${citekey}}` : citekey;
}
