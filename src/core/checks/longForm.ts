import { itemAt } from '../../util/defined';
import { isFunctionWord } from '../text/stopWords';

/** The words for digits in acronyms: the 4 of "IP4" is the "Four" of "Indo-Pacific Four". */
const NUMBER_WORDS = 'zero one two three four five six seven eight nine'.split(' ');

/**
 * The offset in `before` at which the long form of an acronym begins, given the text that ends with
 * it; -1 if there is none. After A. Schwartz and M. Hearst, "A simple algorithm for identifying
 * abbreviation definitions in biomedical text", Pacific Symposium on Biocomputing 8 (2003): read from
 * the right, each letter of the acronym is looked for in turn, and the first must begin a word. The
 * long form has at most min(n + 5, 2n) words for n letters.
 */
export function longFormStart(before: string, acronym: string): number {
  const letters = Array.from(acronym.toLowerCase()).filter((letter) =>
    /[\p{L}\p{N}]/u.test(letter),
  );
  const lower = before.toLowerCase();
  if (letters.length < 2 || lower.length !== before.length) {
    return -1;
  }
  let at = before.length;
  for (let index = letters.length - 1; index >= 0; index--) {
    const letter = itemAt(letters, index);
    do {
      at--;
    } while (at >= 0 && !(matches(lower, at, letter) && (index > 0 || beginsWord(before, at))));
    if (at < 0) {
      return -1;
    }
  }
  at = behindFunctionWord(before, at);
  const words = before.slice(at).split(/[\s\-–—/]+/u).length;
  return words >= 2 && words <= Math.min(letters.length + 5, 2 * letters.length) ? at : -1;
}

/** Whether an acronym stands for a name as a whole. */
export function isLongForm(name: string, acronym: string): boolean {
  const start = longFormStart(name, acronym);
  return start === 0 || (start > 0 && /^(?:the|an?)\s+$/i.test(name.slice(0, start)));
}

/**
 * The letter of "of" may stand for "Organization" in "Organization of American States": a capital
 * that fits, a few words further left, is the better beginning.
 */
function behindFunctionWord(before: string, at: number): number {
  const letter = before.charAt(at);
  const rest = /^\p{L}*/u.exec(before.slice(at + 1))?.[0] ?? '';
  if (!isFunctionWord(letter + rest)) {
    return at;
  }
  for (let start = at - 1; start >= 0 && !/[,;:]/.test(before.charAt(start)); start--) {
    if (before.charAt(start) === letter.toUpperCase() && beginsWord(before, start)) {
      return start;
    }
  }
  return at;
}

function matches(text: string, at: number, letter: string): boolean {
  const word = /\d/.test(letter) ? NUMBER_WORDS[Number(letter)] : undefined;
  return (
    text.charAt(at) === letter ||
    (word !== undefined && beginsWord(text, at) && text.startsWith(word, at))
  );
}

function beginsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}
