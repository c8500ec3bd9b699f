import type { TextEdit } from '../../model';

/** A line of more blanks than this is not looked through. */
const LONGEST_BLANK = 200;

/** The lines that a place in a note is between, so that what is put there stands as it should. */
export class Surroundings {
  /** The line break of the note. */
  readonly eol: string;
  /** The line at the place, up to it and from it on. */
  private readonly before: string;
  private readonly behind: string;

  constructor(
    private readonly text: string,
    private readonly at: number,
  ) {
    this.eol = text.includes('\r\n') ? '\r\n' : '\n';
    const line = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
    this.before = text.slice(line, at);
    const end = text.indexOf('\n', at);
    this.behind = text.slice(at, end < 0 ? text.length : end);
  }

  /** Whether a block cannot stand here: in a row of a table, a heading, a comment. */
  get takesNoBlock(): boolean {
    return /^\s*(?:\||#{1,6}\s|=+\s)/.test(this.before);
  }

  /** Whether nothing else stands on the line. */
  get isAtLineEnd(): boolean {
    return this.behind.trim() === '';
  }

  /** Whether a sentence, or a part of one, ends here. */
  get isBeforePunctuation(): boolean {
    return /^[.,;:!?]/.test(this.behind);
  }

  /**
   * Text that runs in.
   * @param clings whether it stands directly behind the word before it, as the mark of a footnote
   */
  inLine(insertion: string, clings: boolean): string {
    // Two marks of footnotes side by side would be read as one number.
    const mayCling = clings && !this.before.endsWith(']');
    const gap = mayCling || /(?:^|[\s([{“‘"'—–~/-])$/.test(this.before) ? '' : ' ';
    return `${gap}${insertion}${/^[\p{L}\p{N}]/u.test(this.behind) ? ' ' : ''}`;
  }

  /**
   * Lines that stand by themselves, with an empty one before and behind where there is none.
   * @param prefixOf what begins each line of a block, given the beginning of the line at the place
   */
  onLinesOfTheirOwn(lines: readonly string[], prefixOf: (line: string) => string): string {
    const { before, behind, eol } = this;
    const prefix = prefixOf(before);
    const opening = this.opening(prefix);
    const prefixed = lines.map((line, index) =>
      index === 0 && opening === '' ? line : `${prefix}${line}`.trimEnd(),
    );
    const closing = behind.trim() === '' ? this.gapBelow() : `${eol}${eol}`;
    return opening + prefixed.join(eol) + closing;
  }

  /**
   * Takes away the blanks around lines that stand by themselves, which would end the line above and
   * begin the one below.
   */
  withoutBlanks(prefixOf: (line: string) => string): readonly TextEdit[] {
    const { at, before, behind } = this;
    const isKept = this.opening(prefixOf(before)) === '';
    const start = isKept ? at : at - (before.length - before.trimEnd().length);
    const end = at + (/^[ \t]*/.exec(behind)?.[0].length ?? 0);
    return [
      { start, end: at, text: '' },
      { start: at, end, text: '' },
    ].filter((edit) => edit.start < edit.end);
  }

  /** What parts lines that stand by themselves from what is above them. */
  private opening(prefix: string): string {
    const { before, eol } = this;
    const isBlank = before.trim() === '';
    // The line has nothing yet but the mark of a quote or a list.
    const isBegun = !isBlank && before.length === prefix.length;
    const blankLine = prefix.includes('>') ? prefix.trimEnd() : '';
    return isBegun ? '' : isBlank ? this.gapAbove() : `${eol}${blankLine}${eol}`;
  }

  /** Of a place at the beginning of a line. */
  private gapAbove(): string {
    const end = this.at - this.before.length;
    const above = this.text.slice(Math.max(0, end - LONGEST_BLANK), end);
    return above.trim() === '' || /\n[ \t\r]*\n$/.test(above) ? '' : this.eol;
  }

  /** Of a place at the end of a line. */
  private gapBelow(): string {
    const start = this.at + this.behind.length + 1;
    const below = this.text.slice(start, start + LONGEST_BLANK);
    return below.trim() === '' || /^[ \t\r]*\n/.test(below) ? '' : this.eol;
  }
}
