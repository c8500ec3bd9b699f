import type { Span } from '../model';

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Two characters with the marks above and below them. */
const twoCharacters = /(?:\P{M}\p{M}*){1,2}|\p{M}+/gu;

/**
 * The words of a text: what stands between blanks. In scripts that set none two characters count as
 * a word, which is about right for Chinese, Japanese and Thai: `Intl.Segmenter` knows better, but
 * takes minutes for a long text and does not find the same words in every runtime.
 */
export function wordsOf(text: string): readonly Span[] {
  const words: Span[] = [];
  const hasUnspaced = unspaced.test(text);
  for (const { 0: token, index: start } of text.matchAll(/\S+/gu)) {
    if (!hasUnspaced || !unspaced.test(token)) {
      words.push({ start, end: start + token.length });
      continue;
    }
    for (const { 0: pair, index } of token.matchAll(twoCharacters)) {
      words.push({ start: start + index, end: start + index + pair.length });
    }
  }
  return words;
}

/** How many words a text has; see `wordsOf`. */
export function countWords(text: string): number {
  if (unspaced.test(text)) {
    return wordsOf(text).length;
  }
  let count = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const isBlank = isBlankCode(text.charCodeAt(at));
    count += isInWord || isBlank ? 0 : 1;
    isInWord = !isBlank;
  }
  return count;
}

function isBlankCode(code: number): boolean {
  return code < 0x80
    ? code === 0x20 || (code >= 0x09 && code <= 0x0d)
    : /\s/u.test(String.fromCharCode(code));
}
