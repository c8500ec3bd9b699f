/** Small readers that all markup scanners share. Offsets are UTF-16 units. */

/** The end of the line that `i` is in: the offset of its line break, or of the text's end. */
export function lineEnd(text: string, i: number): number {
  const end = text.indexOf('\n', i);
  return end < 0 ? text.length : end;
}

/** The start of the next line, given the end of one; at the last line, behind the text. */
export function nextLine(text: string, end: number): number {
  return Math.min(end + 1, text.length);
}

/** Whether a unit is a blank or tab, or the "\r" of a line break. */
export function isBlankUnit(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0d;
}

/** The first offset from `i` on that is no blank; `end` if there is none before it. */
export function skipBlanks(text: string, i: number, end: number): number {
  let at = i;
  while (at < end && isBlankUnit(text.charCodeAt(at))) {
    at++;
  }
  return at;
}

/** The offset behind the last unit before `end` that is no blank, not below `start`. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlankUnit(text.charCodeAt(at - 1))) {
    at--;
  }
  return at;
}

/** How many of the same unit stand at `i`. */
export function runLength(text: string, i: number, end: number): number {
  const unit = text.charCodeAt(i);
  let at = i;
  while (at < end && text.charCodeAt(at) === unit) {
    at++;
  }
  return at - i;
}

/** How far a line's text is indented, in columns; tab stops are four apart. */
export function indentation(text: string, start: number, end: number): number {
  let column = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x20) {
      column++;
    } else if (unit === 0x09) {
      column += 4 - (column % 4);
    } else {
      break;
    }
  }
  return column;
}

/** Whether a unit is an ASCII letter or digit. */
export function isAlphanumeric(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a);
}

/**
 * The offset of the `]` that closes a bracket whose content begins at `i`: before `end`, within
 * `longest` units, with no other bracket in between unless escaped; -1 if there is none.
 */
export function closingBracket(text: string, i: number, end: number, longest = 999): number {
  const limit = Math.min(end, i + longest);
  for (let at = i; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x5c) {
      at++;
    } else if (unit === 0x5d) {
      return at;
    } else if (unit === 0x5b) {
      return -1;
    }
  }
  return -1;
}

/**
 * Finds strings ahead of ever later offsets, and remembers where the next one is or that there is
 * none any more, so that asking a million times does not read the rest of the text a million times.
 */
export class Finder {
  /** The last answer for each string; -1 for none. */
  private readonly answers = new Map<string, number>();

  constructor(private readonly text: string) {}

  /**
   * The offset of `wanted` from `i` on; -1 if there is none.
   * @param i for the same string never less than before
   */
  find(wanted: string, i: number): number {
    const known = this.answers.get(wanted);
    if (known !== undefined && (known < 0 || known >= i)) {
      return known;
    }
    const at = this.text.indexOf(wanted, i);
    this.answers.set(wanted, at);
    return at;
  }

  /** The same if it begins before `end`; -1 otherwise. */
  findBefore(wanted: string, i: number, end: number): number {
    const at = this.find(wanted, i);
    return at < end ? at : -1;
  }

  /** The offset of whichever comes first, the string as it is or in capitals. */
  findInEitherCase(wanted: string, i: number): number {
    const small = this.find(wanted, i);
    const capital = this.find(wanted.toUpperCase(), i);
    return small < 0 ? capital : capital < 0 ? small : Math.min(small, capital);
  }
}
