import { americanSpelling } from '../text/spelling';

/** A word of a text: where it stands in UTF-16 offsets, and the form under which it is sought. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** See `canonicalWord`. Never empty. */
  readonly word: string;
}

/** The words of a text in their order. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  scanWords(text, (start, end) => {
    const word = canonicalWord(text.slice(start, end));
    if (word !== '') {
      tokens.push({ start, end, word });
    }
  });
  return tokens;
}

/**
 * Calls `visit` for each word of `text`, with where it stands. A word is a run of letters, digits and
 * marks, with apostrophes between them ("NATO's") and the dots of an abbreviation ("U.S."); a
 * hyphen parts two words, since expansion joins and splits words where that helps. In scripts that
 * do not part words by spaces, each ideograph is a word. Linear in the text.
 */
export function scanWords(text: string, visit: (start: number, end: number) => void): void {
  let at = 0;
  while (at < text.length) {
    const kind = unitKind(text, at);
    if (kind === SEPARATOR) {
      at += 1;
      continue;
    }
    const start = at;
    at += unitWidth(text, at);
    if (kind === WORD) {
      at = endOfWord(text, at);
    }
    visit(start, at);
  }
}

/** Where the word ends whose first character ends at `from`. */
function endOfWord(text: string, from: number): number {
  let at = from;
  /** Where what follows the last stop begins, or the word. */
  let begin = from - 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const kind = kinds[code]!;
    if (kind === WORD) {
      at += 1;
    } else if (kind === SEPARATOR && code !== FULL_STOP && !isApostrophe(code)) {
      break;
    } else if (unitKind(text, at) === WORD) {
      at += unitWidth(text, at);
    } else if (isApostrophe(code) && unitKind(text, at + 1) === WORD) {
      at += 1;
    } else if (code === FULL_STOP && at - begin === 1 && isInitial(text, at)) {
      at += 1;
      begin = at;
    } else {
      break;
    }
  }
  return at;
}

/** Whether the full stop at `at` stands between two single letters, as in "U.S.". */
function isInitial(text: string, at: number): boolean {
  return (
    isAsciiLetter(text.charCodeAt(at - 1)) &&
    isAsciiLetter(text.charCodeAt(at + 1)) &&
    unitKind(text, at + 2) !== WORD
  );
}

/**
 * The form of a word under which it is indexed and sought: without case, diacritics, possessive
 * ending, apostrophes and dots; in American spelling; numbers up to twelve as digits ("ten" is
 * "10"). Empty when nothing is left; cut after `LONGEST_WORD` units.
 */
export function canonicalWord(raw: string): string {
  const folded = foldWord(raw);
  return (NUMBER_WORDS.get(folded) ?? americanSpelling(folded)).slice(0, LONGEST_INDEXED_WORD);
}

/** More units tell no words apart, and nobody types them. */
export const LONGEST_INDEXED_WORD = 128;

/**
 * A word without case, diacritics, possessive ending, apostrophes and dots; cut after
 * `LONGEST_WORD` units.
 */
export function foldWord(raw: string): string {
  const lower = raw.slice(0, LONGEST_INDEXED_WORD).toLowerCase();
  return PLAIN.test(lower)
    ? lower
    : lower
        .normalize('NFKD')
        .replace(MARKS, '')
        .replace(/['\u2019\u02BC]s$/, '')
        .replace(/['\u2019\u02BC.]/g, '')
        .normalize('NFC')
        .slice(0, LONGEST_INDEXED_WORD);
}

const PLAIN = /^[a-z0-9]*$/;
const MARKS = /[\p{M}\p{Join_Control}\u00AD\u2060]/gu;

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  [
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ].map((word, value) => [word, String(value)]),
);

const FULL_STOP = 0x2e;

const SEPARATOR = 1;
const WORD = 2;
const IDEOGRAPH = 3;

const WORD_UNIT = /^[\p{L}\p{N}\p{M}\p{Join_Control}\u00AD\u2060]$/u;
const IDEOGRAPH_UNIT = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/** The half of a character; what kind that is of takes both. */
const SURROGATE = 4;

/** Kinds of the code units seen so far; 0 where unknown. A table is ten times as fast as a regex. */
const kinds = new Uint8Array(0x10000).fill(SURROGATE, 0xd800, 0xe000);

/** The kind of the character at `at`; a lone surrogate and the end of the text are separators. */
function unitKind(text: string, at: number): number {
  if (at >= text.length) {
    return SEPARATOR;
  }
  const code = text.charCodeAt(at);
  const kind = (kinds[code] ||= classify(text.charAt(at)));
  if (kind !== SURROGATE) {
    return kind;
  }
  return unitWidth(text, at) === 2 ? classify(text.slice(at, at + 2)) : SEPARATOR;
}

function classify(character: string): number {
  if (!WORD_UNIT.test(character)) {
    return SEPARATOR;
  }
  return IDEOGRAPH_UNIT.test(character) ? IDEOGRAPH : WORD;
}

function unitWidth(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2bc;
}

function isAsciiLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
