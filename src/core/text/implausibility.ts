/** Bytes that mean nothing, and characters that nobody writes. */
const MEANINGLESS = /[\ufffd\u0080-\u009f\ue000-\uf8ff]/gu;
const MEANINGLESS_COUNTS = 3;

/** What is never found in a word, or beside another of its kind, in any language. */
const IMPLAUSIBLE: readonly RegExp[] = [
  // A capital behind a small letter, but for such as "McDONALD".
  /\p{Ll}\p{Lu}(?!\p{Lu})/gu,
  // Signs against letters, but for punctuation.
  /\p{L}\p{M}?[^\p{L}\p{M}\p{N}\s\p{ASCII}’‘–—…·“”„«»‹›、。，！？：；（）「」『』・]/gu,
  /[^\p{L}\p{M}\p{N}\s\p{ASCII}’‘–—…·“”„«»‹›、。，！？：；（）「」『』・]\p{L}/gu,
  /[\u00a1-\u00bf]{2}/gu,
  // Two scripts in a word.
  /\p{Script=Latin}(?=[\p{Script=Cyrillic}\p{Script=Greek}])/gu,
  /[\p{Script=Cyrillic}\p{Script=Greek}](?=\p{Script=Latin})/gu,
  /\p{Ll}(?=[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}])/gu,
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}](?=\p{Ll})/gu,
  // A letter between digits, and an ordinal's sign that follows none.
  /\d\p{L}(?=\d)/gu,
  /(?<!\p{L})(?!\p{ASCII})\p{L}(?=\d)/gu,
  /[ªº](?=\p{L})/gu,
  /\p{Lu}[ªº]/gu,
  // A half-width kana by itself.
  /(?<![\uff61-\uff9f])[\uff61-\uff9f](?![\uff61-\uff9f])/gu,
];

/** Punctuation where punctuation belongs, which a wrong reading seldom brings about. */
const TYPOGRAPHY: readonly RegExp[] = [
  /(?<![^\s([{])[“„«‘](?=\p{L})/gu,
  /(?<=[\p{L}.,!?])[”»](?!\p{L})/gu,
  /(?<=\d)–(?=\d)/gu,
  /(?<!\S)[–—](?!\S)/gu,
  /[£€](?=\d)/gu,
  /(?<=\d)°/gu,
];

/** A letter or two of another script by themselves, among words in Latin letters. */
const LONE_LETTERS = /(?<!\p{L})[\p{Script=Cyrillic}\p{Script=Greek}]{1,2}(?!\p{L})/gu;
/** No word of English. */
const FOREIGN_LETTER = /(?<!\p{L})(?!\p{ASCII})\p{L}(?!\p{L})/gu;
const APOSTROPHE = /(?<=\p{L})’(?=(?:s|t|re|ve|ll|d|m)?(?!\p{L}))/gu;

/** What else is known of the text that words were taken from. */
export interface WordSurroundings {
  /** Most of its words are in ASCII. */
  readonly isMostlyAscii: boolean;
  readonly isEnglish: boolean;
}

/**
 * How unlikely it is that words are read in the right encoding: the number of places that no text
 * has, less those that show that somebody set type. Negative where there are more of these.
 */
export function implausibility(
  words: string,
  { isMostlyAscii, isEnglish }: WordSurroundings,
): number {
  const meaningless = MEANINGLESS_COUNTS * count(words, MEANINGLESS);
  const odd = IMPLAUSIBLE.reduce((sum, pattern) => sum + count(words, pattern), meaningless);
  const lone = isMostlyAscii ? count(words, LONE_LETTERS) : 0;
  const set = TYPOGRAPHY.reduce((sum, pattern) => sum + count(words, pattern), 0);
  const english = isEnglish ? count(words, APOSTROPHE) - count(words, FOREIGN_LETTER) : 0;
  return odd + lone - set - english;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
