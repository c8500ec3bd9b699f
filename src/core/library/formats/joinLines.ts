import type { TextLine } from './textLines';

/** A line as far as it matters for joining it with others, of whatever format. */
export type BrokenLine = Pick<TextLine, 'text' | 'endsSoft'>;

/** How often each word of a text stands in it, in small letters; compounds count with their hyphen. */
export type WordCounts = Map<string, number>;

const HYPHEN = /[-\u2010]/u;
/** The end of a line within a word; looked for from the beginning of a compound only. */
const BROKEN_WORD =
  /(?<![\p{L}\p{N}]|[\p{L}\p{N}][-\u2010])([\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)*)[-\u2010]$/u;
const WORD = /[\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)*/gu;

/**
 * Adds the words of lines to the counts that `joinLines` needs. A word that is broken at the end of
 * a line says nothing about how it is spelt, so that it is not counted.
 */
export function countLineWords(lines: readonly BrokenLine[], counts: WordCounts): void {
  for (const { text } of lines) {
    for (const word of text.matchAll(WORD)) {
      if (!HYPHEN.test(text.charAt(word.index + word[0].length))) {
        const key = keyOf(word[0]);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
}

function keyOf(word: string): string {
  return word.toLowerCase().replaceAll('\u2010', '-');
}

/** Lines that were broken for lack of room as the one that they were, hyphenation undone. */
export function joinLines(
  lines: readonly BrokenLine[],
  counts: ReadonlyMap<string, number>,
): string {
  const parts: string[] = [];
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    parts.push(...(next ? joined(line, next, counts) : [line.text]));
  }
  return parts.join('');
}

/** A line as it stands before the next, with the blank between them where there is one. */
function joined(
  line: BrokenLine,
  next: BrokenLine,
  counts: ReadonlyMap<string, number>,
): readonly string[] {
  if (line.endsSoft) {
    return [line.text];
  }
  const [, before] = BROKEN_WORD.exec(line.text) ?? [];
  const [, after] = /^([\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)*)/u.exec(next.text) ?? [];
  if (before !== undefined && after !== undefined) {
    // "pre- and post-war": the hyphen stands for a part that is said later.
    if (/^(?:and|or|to|und|oder|et|ou|y|o)$/u.test(after)) {
      return [line.text, ' '];
    }
    return [keepsHyphen(before, after, counts) ? line.text : line.text.slice(0, -1)];
  }
  return [line.text, isOpen(line.text, next.text) ? '' : ' '];
}

/**
 * Whether a hyphen at the end of a line belongs to the word: before a capital or a figure it does
 * ("Indo-Pacific", "mid-2022"), and after an abbreviation ("NATO-led"); otherwise where the text has
 * the compound elsewhere and not the word in one, or has it more often.
 */
function keepsHyphen(before: string, after: string, counts: ReadonlyMap<string, number>): boolean {
  if (!/^\p{Ll}/u.test(after) || /[\p{Lu}\p{N}]$/u.test(before)) {
    return true;
  }
  const inOne = counts.get(keyOf(before + after)) ?? 0;
  const compound = counts.get(keyOf(`${before}-${after}`)) ?? 0;
  return compound > inOne;
}

/** Whether no blank stands between two lines: at a dash or stroke without blanks, in Han and Kana. */
function isOpen(line: string, next: string): boolean {
  const ideographs =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
  return (
    /[^\s—](?:—|[\p{L}\p{N}]\/)$/u.test(line) ||
    (ideographs.test(line.slice(-1)) && ideographs.test(next.slice(0, 1)))
  );
}
