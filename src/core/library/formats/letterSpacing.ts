const LETTER = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc';
const SIGN = '、。，．：；！？（）【】「」『』〈〉《》〔〕｛｝';

const BLANK = /\s/u;
const CLOSE = new RegExp(`[${LETTER}](?=[${LETTER}])`, 'gu');
const SPACED = new RegExp(`(?<=[${LETTER}])\\s(?=[${LETTER}])`, 'gu');
const AT_SIGN = new RegExp(
  `(?<=[${SIGN}])\\s(?=[${LETTER}${SIGN}])|(?<=[${LETTER}])\\s(?=[${SIGN}])`,
  'gu',
);

/** From so many blanks on between letters, a line is spaced out. */
const FEWEST_SPACED = 3;

/**
 * A line without the blanks that are no more than how it is set: between Han and Kana, which part no
 * words, where most of them stand apart, and beside their signs, which have room of their own.
 * @param line with single blanks
 */
export function withoutLetterSpacing(line: string): string {
  if (!BLANK.test(line)) {
    return line;
  }
  const text = line.replace(AT_SIGN, '');
  const spaced = countOf(SPACED, text);
  return spaced >= FEWEST_SPACED && spaced >= countOf(CLOSE, text)
    ? text.replace(SPACED, '')
    : text;
}

function countOf(expression: RegExp, text: string): number {
  return text.match(expression)?.length ?? 0;
}
