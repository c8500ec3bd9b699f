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
 * do not part words by spaces, each ideograph or kana is a word. Linear in the text.
 */
export function scanWords(text: string, visit: (start: number, end: number) => void): void {
  scan(text, IDEOGRAPH, visit);
}

/**
 * The same with each syllable of Korean for itself as well, whose words run on into particles.
 * @param visit is told whether it is such a sign, an ideograph or a kana, rather than a word
 */
export function scanSigns(
  text: string,
  visit: (start: number, end: number, isSign: boolean) => void,
): void {
  scan(text, HANGUL, visit);
}

/** @param leastSign the least kind of characters that are words of their own */
function scan(
  text: string,
  leastSign: number,
  visit: (start: number, end: number, isSign: boolean) => void,
): void {
  let at = 0;
  while (at < text.length) {
    const kind = unitKind(text, at);
    if (kind === SEPARATOR) {
      at += 1;
      continue;
    }
    const start = at;
    const isSign = kind >= leastSign;
    at += unitWidth(text, at);
    at = isSign ? endOfSign(text, at) : endOfWord(text, at, leastSign);
    visit(start, at, isSign);
  }
}

/** Behind the marks of a sign whose character ends at `from`, and the jamo of a syllable. */
function endOfSign(text: string, from: number): number {
  let at = from;
  while (isSignTail(text, at)) {
    at += unitWidth(text, at);
  }
  return at;
}

function isSignTail(text: string, at: number): boolean {
  // Nearly always another sign or punctuation follows.
  const code = text.charCodeAt(at);
  const isCommon = code < 0x300 || (code > 0x309a && code < 0xd7b0);
  return at < text.length && !isCommon && SIGN_TAIL.test(text.slice(at, at + unitWidth(text, at)));
}

/**
 * Where the word ends whose first character ends at `from`.
 * @param leastSign see `scan`; that of an index when absent
 */
export function endOfWord(text: string, from: number, leastSign = HANGUL): number {
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
    } else if (isLetter(unitKind(text, at), leastSign)) {
      at += unitWidth(text, at);
    } else if (isApostrophe(code) && isLetter(unitKind(text, at + 1), leastSign)) {
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

/** Whether characters of that kind make words together with others. */
function isLetter(kind: number, leastSign: number): boolean {
  return kind !== SEPARATOR && kind < leastSign;
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
 * ending, elided article, apostrophes and dots; in American spelling; numbers up to twelve as digits ("ten" is
 * "10"). Empty when nothing is left; cut after `LONGEST_WORD` units.
 */
export function canonicalWord(raw: string): string {
  const folded = foldWord(raw);
  return (NUMBER_WORDS.get(folded) ?? americanSpelling(folded)).slice(0, LONGEST_INDEXED_WORD);
}

/** More units tell no words apart, and nobody types them. */
export const LONGEST_INDEXED_WORD = 128;

/**
 * A word without case, diacritics, possessive ending, apostrophes, dots and blanks; cut after
 * `LONGEST_WORD` units.
 */
export function foldWord(raw: string): string {
  const lower = raw.slice(0, LONGEST_INDEXED_WORD).toLowerCase();
  return PLAIN.test(lower) ? lower : withoutSigns(lower.normalize('NFKD').replace(MARKS, ''));
}

/** The same with its diacritics; `undefined` for a word without any. */
export function accentedWord(raw: string): string | undefined {
  const lower = raw.slice(0, LONGEST_INDEXED_WORD).toLowerCase();
  if (PLAIN.test(lower)) {
    return undefined;
  }
  const accented = withoutSigns(lower.normalize('NFKD').replace(INVISIBLE, ''));
  return accented === foldWord(raw) ? undefined : accented;
}

function withoutSigns(decomposed: string): string {
  return decomposed
    .replace(/['\u2019\u02BC]s$/, '')
    .replace(ELIDED, '')
    .replace(/['\u2019\u02BC.\s]/g, '')
    .normalize('NFC')
    .slice(0, LONGEST_INDEXED_WORD);
}

/** French runs short words into the next: "l’OTAN", "d’accord", "qu’elle". */
const ELIDED = /^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['\u2019\u02BC](?=\p{L}{2})/u;

const PLAIN = /^[a-z0-9]*$/;
const INVISIBLE = /[\p{Join_Control}\u00AD\u2060]/gu;
/** All but those that tell kana apart. */
const MARKS = /(?![\u3099\u309A])[\p{M}\p{Join_Control}\u00AD\u2060]/gu;

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
const HANGUL = 3;
const IDEOGRAPH = 4;

const WORD_UNIT = /^[\p{L}\p{N}\p{M}\p{Join_Control}\u00AD\u2060]$/u;
/** The marks that kana share, such as the prolonged sound mark, among them. */
const IDEOGRAPH_UNIT =
  /^[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}]$/u;
const HANGUL_UNIT = /^\p{Script_Extensions=Hangul}$/u;
/** Marks, those of voiced half-width kana among them, and the later jamo of a syllable. */
const SIGN_TAIL = /^[\p{M}\uFF9E\uFF9F\u1160-\u11FF\uD7B0-\uD7FF]$/u;

/** The half of a character; what kind that is of takes both. */
const SURROGATE = 5;

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

/** Whether a character is a letter, a digit or a mark, or what is invisible within words. */
export function isWordUnit(character: string): boolean {
  return WORD_UNIT.test(character);
}

function classify(character: string): number {
  if (!isWordUnit(character)) {
    return SEPARATOR;
  }
  return IDEOGRAPH_UNIT.test(character) ? IDEOGRAPH : HANGUL_UNIT.test(character) ? HANGUL : WORD;
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
