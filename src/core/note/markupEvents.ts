import type { Quotation } from './quotations/quotation';

/** What a stretch of a text is besides prose and quotations, as far as its markup says so. */
export type MarkedKind = 'link' | 'reference';

/**
 * Is told by the scanners, beside what they hide, of stretches that are set apart from running
 * prose: in any order, and they may overlap. Offsets are UTF-16.
 */
export interface MarkupEvents {
  mark(kind: MarkedKind, start: number, end: number): void;
  /**
   * A quotation with its marks, commands or lines; a block of several lines is one.
   * @param wordsStart,wordsEnd what stands between the marks, blanks and prefixes of lines included
   */
  quotation(
    kind: Quotation['kind'],
    start: number,
    end: number,
    wordsStart: number,
    wordsEnd: number,
  ): void;
  /**
   * Markup that begins at an offset, and is hidden, prints something: "[" for a command that puts
   * words in brackets. A combining mark is printed over the letter that comes next.
   * @param end of what is printed so, where that is more than what is hidden
   */
  print(at: number, printed: string, end?: number): void;
  /** @param level 1 for the highest; those of one text are comparable, of two texts not */
  heading(start: number, end: number, level: number): void;
  /**
   * An HTML tag.
   * @param name in small letters
   */
  tag(name: string, isClosing: boolean, start: number, end: number): void;
}
