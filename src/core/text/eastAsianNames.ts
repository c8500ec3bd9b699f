const CHARACTERS =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー・\s]+$/u;
const OWN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/u;

/**
 * Whether a name is written in Chinese, Japanese or Korean characters, with the family first. One in
 * katakana alone is that of a foreigner, in whatever order.
 */
export function isEastAsianName(name: string): boolean {
  return CHARACTERS.test(name) && OWN.test(name);
}
