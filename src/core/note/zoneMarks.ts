/** What a stretch of a text is besides prose, as far as its markup says so. */
export type MarkedKind = 'link' | 'quotation' | 'reference';

/**
 * Is told by the scanners, beside what they hide, of stretches that are set apart from running
 * prose: in any order, and they may overlap. Offsets are UTF-16.
 */
export interface ZoneMarks {
  mark(kind: MarkedKind, start: number, end: number): void;
  /** @param level 1 for the highest; those of one text are comparable, of two texts not */
  heading(start: number, end: number, level: number): void;
  /**
   * An HTML tag.
   * @param name in small letters
   * @param at where its element begins, or behind a closing tag
   */
  tag(name: string, isClosing: boolean, at: number): void;
}
