/** How a word hangs together with the one before it. */
export const JOIN_NONE = -1;
/** Blanks, one line break, or one dash; or nothing, between a script that writes no blanks and another. */
export const JOIN_GAP = 0;
/** Nothing, within a script that writes no blanks; or a line break, where that script has no blanks at all. */
const JOIN_ADJACENT = 2;
/** A full stop and a gap, as in "U.S. Navy" and "U.S.-Japan". */
export const JOIN_DOT_GAP = 1;
// Any other join is the ASCII code of the one punctuation mark between the words.
export const JOIN_APOSTROPHE = 0x27;
const JOIN_SPACED_DASH = 0x2d;
export const JOIN_DOT = 0x2e;

/** What a language's punctuation means between words, by ASCII code. */
export type GapTable = Uint8Array;
export const MARK = 1;
export const MARKUP_BLANK = 2;

/** A table in which `marks` are emphasis marks, read through, and `blanks` stand for blanks. */
export function gapTable(marks: string, blanks = ''): GapTable {
  const table = new Uint8Array(0x80);
  for (const mark of marks) {
    table[mark.charCodeAt(0)] = MARK;
  }
  for (const blank of blanks) {
    table[blank.charCodeAt(0)] = MARKUP_BLANK;
  }
  return table;
}

/**
 * Takes in what stands between two words, unit by unit, and says how it joins them. The dash and
 * the apostrophe are told as `JOIN_SPACED_DASH` and `JOIN_APOSTROPHE`, whatever their shape.
 */
export class Gap {
  /** Whether it parts the words already, whatever comes. */
  broken = false;
  private blanks = 0;
  private newlines = 0;
  private marks = 0;
  private lastMark = 0;
  /** Only marks since the line began: with a blank behind them, a list item or heading. */
  private marksBeginLine = false;
  /** How many punctuation marks, the first two of them, and how many blanks before the first. */
  private separators = 0;
  private first = 0;
  private second = 0;
  private blanksBefore = 0;

  /** Begins a new gap. */
  reset(): void {
    this.broken = false;
    this.blanks = 0;
    this.newlines = 0;
    this.marks = 0;
    this.marksBeginLine = false;
    this.separators = 0;
  }

  addBlank(): void {
    this.broken ||= this.marksBeginLine;
    this.blanks++;
  }

  addNewline(): void {
    this.newlines++;
    this.blanks++;
    this.broken ||= this.newlines > 1;
    this.marksBeginLine = false;
  }

  addMark(mark: number): void {
    this.marksBeginLine ||= this.newlines > 0 && this.marks === 0 && this.separators === 0;
    this.marks++;
    this.lastMark = mark;
  }

  /** @param mark its ASCII code; 0 for one that has none, and parts any two words */
  addPunctuation(mark: number): void {
    this.marksBeginLine = false;
    if (this.separators === 0) {
      this.separators = 1;
      this.first = mark;
      this.blanksBefore = this.blanks;
    } else if (this.separators === 1 && this.blanks === this.blanksBefore) {
      this.separators = 2;
      this.second = mark;
    } else if (mark !== JOIN_SPACED_DASH || this.second !== mark) {
      // Only hyphens come in longer rows, for a dash.
      this.broken = true;
    }
    this.broken ||= mark === 0;
  }

  /**
   * The join: a `JOIN_` constant or the code of a punctuation mark.
   * @param unspaced whether a word on either side is of a script that writes no blanks
   * @param within whether both are; `'lines'` if a line may break between them without a blank
   */
  join(unspaced: boolean, within: boolean | 'lines' = false): number {
    if (this.broken) {
      return JOIN_NONE;
    }
    switch (this.separators) {
      case 0:
        return this.joinByBlanks(unspaced, within);
      case 1:
        return this.joinByOne();
      default:
        return this.blanksBefore > 0 ? JOIN_NONE : this.joinByTwo();
    }
  }

  private joinByBlanks(unspaced: boolean, within: boolean | 'lines'): number {
    if (within !== false && this.marks === 0) {
      const isBroken = within === 'lines' && this.newlines === 1 && this.blanks === 1;
      return this.blanks === 0 || isBroken ? JOIN_ADJACENT : JOIN_GAP;
    }
    if (this.blanks > 0) {
      return JOIN_GAP;
    }
    if (this.marks === 0) {
      return unspaced ? JOIN_GAP : JOIN_NONE;
    }
    // Not emphasis but "2+2" and "A2/AD", where a language has such marks.
    return this.marks === 1 ? this.lastMark : JOIN_NONE;
  }

  private joinByOne(): number {
    const { first, blanksBefore, newlines } = this;
    const blankBehind = this.blanks > blanksBefore;
    if (first === JOIN_SPACED_DASH && blanksBefore === 0 && this.endsLineIfAnything()) {
      return JOIN_GAP;
    }
    if (first === JOIN_APOSTROPHE) {
      return blanksBefore > 0 ? JOIN_NONE : blankBehind ? JOIN_GAP : JOIN_APOSTROPHE;
    }
    if (first === JOIN_DOT) {
      return blanksBefore > 0 ? JOIN_NONE : blankBehind ? JOIN_DOT_GAP : JOIN_DOT;
    }
    // At the start of a line it may mark a list item or a heading.
    const mayBeginLine = newlines > 0 && (blanksBefore > 0 || first === JOIN_SPACED_DASH);
    return mayBeginLine ? JOIN_NONE : first;
  }

  private joinByTwo(): number {
    const { first, second } = this;
    if (first === JOIN_SPACED_DASH && second === JOIN_SPACED_DASH) {
      return this.endsLineIfAnything() ? JOIN_GAP : JOIN_NONE;
    }
    if (first === JOIN_DOT && second === JOIN_SPACED_DASH) {
      return this.endsLineIfAnything() ? JOIN_DOT_GAP : JOIN_NONE;
    }
    if (first === JOIN_DOT && second === JOIN_APOSTROPHE && this.blanks === 0) {
      return JOIN_APOSTROPHE;
    }
    return JOIN_NONE;
  }

  /** A dash joins its words directly, or at the end of a line. */
  private endsLineIfAnything(): boolean {
    return this.blanks === 0 || this.newlines === 1;
  }
}
