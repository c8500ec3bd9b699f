import { rank } from '../../../util/rank';
import { HangulBreaks } from './hangulBreaks';
import type { TextLine } from './textLines';

/** A line as far as it matters for joining it with others, of whatever format. */
export type BrokenLine = Pick<TextLine, 'text' | 'endsSoft'>;

/** How often words stand in a text, and what else its lines show of how it spells and breaks them. */
export class WordCounts {
  /** How often each word stands in it, in small letters; compounds count with their hyphen. */
  private readonly words = new Map<string, number>();
  readonly hangul = new HangulBreaks();
  private byBeginning: readonly string[] | undefined;

  /**
   * Adds lines that follow each other. A word that is broken at the end of a line says nothing about
   * how it is spelt, so that it is not counted.
   */
  add(lines: readonly BrokenLine[]): void {
    this.byBeginning = undefined;
    for (const [at, { text }] of lines.entries()) {
      this.hangul.add(text, lines[at + 1]?.text);
      for (const word of text.matchAll(WORD)) {
        if (!HYPHEN.test(text.charAt(word.index + word[0].length))) {
          const key = keyOf(word[0]);
          this.words.set(key, this.count(key) + 1);
        }
      }
    }
  }

  count(word: string): number {
    return this.words.get(word) ?? 0;
  }

  /** How many words begin as given, up to `MOST_LOOKED_AT`. */
  countBeginningWith(start: string): number {
    this.byBeginning ??= [...this.words.keys()].sort();
    const all = this.byBeginning;
    const first = rank(all.length, (index) => (all[index] ?? '') < start);
    let end = first;
    while (end < Math.min(all.length, first + MOST_LOOKED_AT) && all[end]?.startsWith(start)) {
      end++;
    }
    return end - first;
  }
}

const MOST_LOOKED_AT = 200;

/** Some programs write a soft hyphen as the sign for negation. */
const SOFT_SIGN = /\p{Ll}\u00ac$/u;
const HYPHEN = /[-\u2010]/u;
/** The end of a line within a word; looked for from the beginning of a compound only. */
const BROKEN_WORD =
  /(?<![\p{L}\p{N}]|[\p{L}\p{N}][-\u2010])([\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)*)[-\u2010]$/u;
const WORD = /[\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)*/gu;

function keyOf(word: string): string {
  return word.toLowerCase().replaceAll('\u2010', '-');
}

/** Lines that were broken for lack of room as the one that they were, hyphenation undone. */
export function joinLines(lines: readonly BrokenLine[], counts: WordCounts): string {
  const parts: string[] = [];
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    parts.push(...(next ? joined(line, next, counts) : [line.text]));
  }
  return parts.join('');
}

/** A line as it stands before the next, with the blank between them where there is one. */
function joined(line: BrokenLine, next: BrokenLine, counts: WordCounts): readonly string[] {
  if (line.endsSoft) {
    return [line.text];
  }
  if (SOFT_SIGN.test(line.text) && /^\p{Ll}/u.test(next.text)) {
    return [line.text.slice(0, -1)];
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
  const isWithin = isOpen(line.text, next.text) || counts.hangul.isWithinWord(line.text, next.text);
  return [line.text, isWithin ? '' : ' '];
}

/**
 * Whether a hyphen at the end of a line belongs to the word: before a capital or a figure it does
 * ("Indo-Pacific", "mid-2022"), and after an abbreviation ("NATO-led"); otherwise where the text has
 * the compound elsewhere and not the word in one, or has it more often.
 */
function keepsHyphen(before: string, after: string, counts: WordCounts): boolean {
  if (!/^\p{Ll}/u.test(after) || /[\p{Lu}\p{N}]$/u.test(before)) {
    return true;
  }
  const inOne = counts.count(keyOf(before + after));
  const compound = counts.count(keyOf(`${before}-${after}`));
  return compound === inOne ? isUsualCompound(before, after, counts) : compound > inOne;
}

/** Words that begin with this many letters of another are likely to be forms of it. */
const STEM = 4;

/** Whether the text has another form of a compound with its hyphen, and none without: "co-operative". */
function isUsualCompound(before: string, after: string, counts: WordCounts): boolean {
  const stem = after.slice(0, STEM);
  return (
    stem.length === STEM &&
    counts.countBeginningWith(keyOf(`${before}-${stem}`)) >
      counts.countBeginningWith(keyOf(before + stem))
  );
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
