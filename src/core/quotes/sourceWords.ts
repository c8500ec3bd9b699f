import type { IndexedSource } from '../search/libraryIndex';
import { PassageNumbers, type NumberedPassage, type PassageRange } from '../search/passageNumbers';
import { quoteWords, type QuoteWord } from './quoteWords';
import { HOLE, type Stretch, type StretchWord } from './stretch';

/** So many passages are kept with their words, some kilobytes each. */
const MOST_KEPT = 1024;
/** Most passages have more words. */
const FEWEST_WORDS_A_PASSAGE = 40;

/** The words of a library's passages, which are known by their numbers in its index. */
export class SourceWords {
  readonly numbers: PassageNumbers;
  private readonly kept = new Map<number, readonly QuoteWord[]>();

  constructor(sources: readonly IndexedSource[]) {
    this.numbers = new PassageNumbers(sources);
  }

  at(number: number): NumberedPassage {
    return this.numbers.at(number);
  }

  /** The text that the words of a passage are places in. */
  text(number: number): string {
    const { source, passage } = this.at(number);
    return source.textOf(passage);
  }

  /**
   * Ranges around passages, each within one source, in ascending order; those that touch are one.
   * @param words how many words are wanted on either side at least
   */
  around(numbers: readonly number[], words: number): readonly PassageRange[] {
    const more = 1 + Math.ceil(words / FEWEST_WORDS_A_PASSAGE);
    const ranges: { from: number; to: number }[] = [];
    let end = 0;
    for (const number of [...numbers].sort((a, b) => a - b)) {
      const siblings = this.numbers.siblings(number);
      const from = this.paragraphsAway(number, -more, siblings.from);
      const to = 1 + this.paragraphsAway(number, more, siblings.to - 1);
      const last = ranges.at(-1);
      if (last !== undefined && from <= last.to && end === siblings.to) {
        last.to = to;
      } else {
        ranges.push({ from, to });
      }
      end = siblings.to;
    }
    return ranges;
  }

  isHeading(number: number): boolean {
    return this.at(number).passage.isHeading === true;
  }

  /** The passage that is so many paragraphs before or behind another, headings between not counted. */
  private paragraphsAway(number: number, paragraphs: number, limit: number): number {
    const step = Math.sign(paragraphs);
    let at = number;
    for (let left = Math.abs(paragraphs); left > 0 && at !== limit;) {
      at += step;
      left -= this.isHeading(at) ? 0 : 1;
    }
    return at;
  }

  /** The words of some ranges of one source, in order. */
  stretch(ranges: readonly PassageRange[]): Stretch {
    const words: StretchWord[] = [];
    for (const { from, to } of ranges) {
      if (words.length > 0) {
        words.push(HOLE);
      }
      for (let passage = from; passage < to; passage += 1) {
        for (const word of this.of(passage)) {
          words.push({ word, passage });
        }
      }
    }
    return words;
  }

  private of(number: number): readonly QuoteWord[] {
    let words = this.kept.get(number);
    if (words === undefined) {
      if (this.kept.size >= MOST_KEPT) {
        this.kept.clear();
      }
      words = quoteWords(this.text(number));
      this.kept.set(number, words);
    }
    return words;
  }
}
