/** Two letters and more; in Han and Kana, which part no words, two letters count as one. */
const WORDS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}|\p{L}{2,}/gu;

/** How many words of two letters and more a piece of a line has. */
export function wordsIn(text: string): number {
  return text.match(WORDS)?.length ?? 0;
}
