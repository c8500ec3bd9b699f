import type { Span } from '../model';
import { scanWords } from '../search/textAnalysis';

/** A word as quotations are compared by it. The span is in the text that was read. */
export interface QuoteWord extends Span {
  /** What must be the same: letters as they are, upper and lower case included. */
  readonly key: string;
  /** The same with a small first letter. */
  readonly smallKey: string;
  /** The key without a number set behind the word as a note mark has it; absent without one. */
  readonly bareKey?: string;
  /**
   * Whether a hyphen, a bracket of an editor, a mark of emphasis, or a blank within Korean parts it
   * from the word before.
   */
  readonly isJoined: boolean;
  /** Whether it is a mark rather than a word: "alliance.12 The", "alliance [12]", "alliance^12^", "[sic]". */
  readonly isNoteMark: boolean;
}

/**
 * The words of a text as quotations are compared by them. What does not count, and so is the same
 * however it is set: quotation marks, dashes, punctuation, blanks and line breaks, ligatures and
 * other compatibility characters (Unicode NFKC), soft hyphens, the full stops of abbreviations. What
 * counts besides words: numbers, and the signs for currencies, percent, plus, equals and "&".
 * Linear in the text.
 */
export function quoteWords(text: string): readonly QuoteWord[] {
  const words: QuoteWord[] = [];
  let last = 0;
  scanWords(text, (start, end) => {
    const signs = addSigns(text, last, start, words);
    const before = words.at(-1);
    if (signs === 0 && before !== undefined && isOneNumber(text, before, start, end)) {
      words[words.length - 1] = numberWith(before, keyOf(text.slice(start, end)), end);
    } else {
      const word = wordAt(
        text,
        start,
        end,
        signs > 0 ? undefined : text.slice(last, start),
        before,
      );
      if (word !== undefined) {
        words.push(word);
      }
    }
    last = end;
  });
  addSigns(text, last, text.length, words);
  return words;
}

const DIGITS = /^\d+$/;

/** "10,000" and "3.5" are one number, whichever of the signs parts its digits. */
function isOneNumber(text: string, before: QuoteWord, start: number, end: number): boolean {
  return (
    start - before.end === 1 &&
    (text.charAt(before.end) === ',' || text.charAt(before.end) === '.') &&
    /\d$/.test(before.key) &&
    DIGITS.test(keyOf(text.slice(start, end)))
  );
}

function numberWith(before: QuoteWord, digits: string, end: number): QuoteWord {
  const key = `${before.key}.${digits}`;
  return { ...before, end, key, smallKey: `${before.smallKey}.${digits}` };
}

const SIGN = /[%‰&+=°\p{Sc}]/gu;

/** Adds the signs between two words that count as words; returns how many there are. */
function addSigns(text: string, from: number, to: number, words: QuoteWord[]): number {
  // Most words are parted by one blank.
  if (to - from < 1 || (to - from === 1 && text.charCodeAt(from) === 0x20)) {
    return 0;
  }
  const before = words.length;
  for (const { 0: sign, index } of text.slice(from, to).matchAll(SIGN)) {
    const start = from + index;
    words.push({
      start,
      end: start + sign.length,
      key: sign,
      smallKey: sign,
      isJoined: false,
      isNoteMark: false,
    });
  }
  return words.length - before;
}

const HYPHEN_OR_MARK = /^(?:[-‐‑⁃]\s*|[[\]*_])$/;

/** @param gap what is between the word and the one before it; `undefined` when that is a sign */
function wordAt(
  text: string,
  start: number,
  end: number,
  gap: string | undefined,
  before: QuoteWord | undefined,
): QuoteWord | undefined {
  const raw = text.slice(start, end);
  const key = keyOf(raw);
  if (key === '') {
    return undefined;
  }
  const first = String.fromCodePoint(key.codePointAt(0)!);
  const small = first.toLowerCase();
  const bareKey = withoutMark(raw);
  return {
    start,
    end,
    key,
    smallKey: small === first ? key : small + key.slice(first.length),
    ...(bareKey !== undefined && { bareKey }),
    isJoined:
      gap !== undefined && (gap === ' ' ? isInHangul(text, start) : HYPHEN_OR_MARK.test(gap)),
    isNoteMark:
      gap !== undefined &&
      (isNoteMark(text, start, end, gap) ||
        (before?.isNoteMark === true && NEXT_MARK.test(gap) && MARK_NUMBER.test(raw))),
  };
}

/**
 * Whether a blank stands beside a syllable of Korean, which is spelt with more or fewer of them, and
 * loses them at the ends of lines.
 */
function isInHangul(text: string, start: number): boolean {
  return isHangul(text.charCodeAt(start)) || isHangul(text.charCodeAt(start - 2));
}

function isHangul(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3;
}

const PLAIN = /^[A-Za-z0-9]*$/;
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const APOSTROPHE = /[\u2018\u2019\u02BC\u00B4`]/g;

function keyOf(raw: string): string {
  return PLAIN.test(raw)
    ? raw
    : raw.normalize('NFKC').replace(INVISIBLE, '').replace(APOSTROPHE, "'").replace(/\./g, '');
}

const RAISED =
  /(?<![\u2070\u00B9\u00B2\u00B3\u2074-\u2079])[\u2070\u00B9\u00B2\u00B3\u2074-\u2079]+$/;
/** Words of which a number behind is no part: the name of a form or a street would have capitals. */
const MARKED_WORD = /^(?:\p{Lu}?\p{Ll}{3,})(?=\d{1,3}$)/u;

function withoutMark(raw: string): string | undefined {
  if (RAISED.test(raw)) {
    const bare = keyOf(raw.replace(RAISED, ''));
    return bare === '' ? undefined : bare;
  }
  const lastUnit = raw.charCodeAt(raw.length - 1);
  return lastUnit >= 0x30 && lastUnit <= 0x39 ? MARKED_WORD.exec(raw)?.[0] : undefined;
}

const MARK_NUMBER = /^\d{1,3}$/;
/** What ends a sentence or a clause, closing quotation marks and brackets behind it included. */
const ENDS_CLAUSE = /^[.,;:!?…]["”’'»)\]]*$/;
/** The same where nothing but a mark stands behind without a blank: no full stop of an abbreviation. */
const SURELY_ENDS = /^(?:[,;!?…]["”’'»)\]]*|["”’»]+)$/;

/** Between the marks of several notes: "12, 13", "12–14". */
const NEXT_MARK = /^(?:,\s?|[-‐-―])$/;
const OTHER_MARKS = /^(?:(?:,\s?|[-‐-―])\d{1,3}(?!\d)){0,5}/;
/** UTF-16 units behind a mark that are looked at. */
const LONGEST_BEHIND = 40;

const BEFORE_SENTENCE = /^(?:\s+["“‘«„(]*\p{Lu}|\s*$)/u;
const BEHIND_MARK = /^(?:\s|$)/;

function isNoteMark(text: string, start: number, end: number, gap: string): boolean {
  const raw = text.slice(start, end);
  if (RAISED.test(raw)) {
    return raw.replace(RAISED, '') === '';
  }
  if (raw === 'sic' && gap.endsWith('[')) {
    return true;
  }
  if (!MARK_NUMBER.test(raw)) {
    return false;
  }
  if (gap.endsWith('[')) {
    return text.charAt(end) === ']';
  }
  if (gap === '^') {
    return text.charAt(end) === '^' && /\p{L}/u.test(text.charAt(start - 2));
  }
  // "para.12 of" is no mark, and "3.5" is one number.
  const isSure = SURELY_ENDS.test(gap);
  return (
    (isSure || ENDS_CLAUSE.test(gap)) &&
    !/\d/.test(text.charAt(start - gap.length - 1)) &&
    (isSure ? BEHIND_MARK : BEFORE_SENTENCE).test(
      text.slice(end, end + LONGEST_BEHIND).replace(OTHER_MARKS, ''),
    )
  );
}
