import { AT, BACKSLASH, DOT, HYPHEN, SLASH } from '../text/characters';

/**
 * Finds out whether a stretch of prose is part of a URL, an e-mail address or handle, a file path
 * or name, or a version number. Asked only about hits, so that text without hits costs nothing.
 *
 * An address is looked for in the run of units without a blank around the hit. A run is looked at
 * once, and hits come in order, so the time is linear.
 */
export class Addresses {
  /** The run last looked at. */
  private runStart = 0;
  private runEnd = 0;
  /** The addresses in it, as pairs of offsets, ascending. */
  private found: number[] = [];
  /** The first of them that the next question may be about. */
  private next = 0;

  constructor(
    private readonly text: string,
    /** Whether a backslash may part a path; in LaTeX it never does. */
    private readonly backslashes: boolean,
  ) {}

  /**
   * Whether any of `start` to `end` is in an address that goes on outside.
   * @param start never less than in the question before
   */
  covers(start: number, end: number): boolean {
    const { text } = this;
    if (isBlankAt(text, start - 1)) {
      if (isBlankAt(text, end) || (isClosingAt(text, end) && isBlankAt(text, end + 1))) {
        return false;
      }
    }
    return this.runCovers(start, start, end) || this.runCovers(end - 1, start, end);
  }

  private runCovers(at: number, start: number, end: number): boolean {
    if (at < this.runStart || at >= this.runEnd) {
      this.readRun(at);
    }
    const { found } = this;
    while (this.next < found.length && found[this.next + 1]! <= start) {
      this.next += 2;
    }
    if (this.next >= found.length || found[this.next]! >= end) {
      return false;
    }
    // A hit may hold what looks like an address, as "Track 1.5" does.
    return found[this.next]! < start || found[this.next + 1]! > end;
  }

  private readRun(at: number): void {
    const { text } = this;
    const earliest = at >= this.runEnd ? this.runEnd : 0;
    let start = at;
    while (start > earliest && !isBlank(text.charCodeAt(start - 1))) {
      start--;
    }
    let end = at;
    while (end < text.length && !isBlank(text.charCodeAt(end))) {
      end++;
    }
    let suspicious = false;
    for (let i = start; i < end && !suspicious; i++) {
      const unit = text.charCodeAt(i);
      suspicious =
        unit === SLASH || unit === BACKSLASH || unit === AT || unit === W || this.isDottedAt(i);
    }
    this.runStart = start;
    this.runEnd = end;
    this.next = 0;
    this.found = suspicious ? this.addressesIn(start, end) : [];
  }

  private addressesIn(start: number, end: number): number[] {
    const found: number[] = [];
    for (let i = start; i < end;) {
      let segmentEnd = i;
      while (segmentEnd < end && !isDelimiter(this.text.charCodeAt(segmentEnd))) {
        segmentEnd++;
      }
      if (segmentEnd > i) {
        const segment = this.text.slice(i, segmentEnd);
        const url = urlStart(segment);
        if (url >= 0) {
          // Unlike other addresses, one of these may hold brackets and commas.
          segmentEnd = this.urlEnd(segmentEnd, end);
          found.push(i + url, segmentEnd);
        } else if (MAIL.test(segment) || this.isPath(segment)) {
          found.push(i, segmentEnd);
        } else {
          this.addDotted(i, segmentEnd, found);
        }
      }
      i = segmentEnd + 1;
    }
    return found;
  }

  /** Adds names with dots in them, with what hyphens tie to them. */
  private addDotted(start: number, end: number, found: number[]): void {
    const { text } = this;
    let free = start;
    for (let dot = start; dot < end; dot++) {
      if (!this.isDottedAt(dot)) {
        continue;
      }
      let first = dot;
      while (first > free && isNameUnit(text.charCodeAt(first - 1))) {
        first--;
      }
      let last = dot + 1;
      while (last < end && isNameUnit(text.charCodeAt(last))) {
        const leavesName = text.charCodeAt(last) === DOT && !this.isDottedAt(last);
        if (leavesName) {
          break;
        }
        last++;
      }
      found.push(first, last);
      free = last;
      dot = last - 1;
    }
  }

  /**
   * Whether a name goes on at `i` with a dot, as in "nato.int", "ip4.md" and "IP4.5". Not so in
   * "1.IP4", a numbered item, "NATO.The", which lacks a blank, and "NATO.12", with a note's number.
   */
  private isDottedAt(i: number): boolean {
    const { text } = this;
    if (text.charCodeAt(i) !== DOT || i === 0) {
      return false;
    }
    const before = text.charCodeAt(i - 1);
    const behind = text.charCodeAt(i + 1);
    return isDigit(behind)
      ? isDigit(before)
      : isSmall(behind) && (isLetter(before) || isDigit(before));
  }

  private urlEnd(from: number, end: number): number {
    let i = from;
    while (i < end && !endsUrl(this.text.charCodeAt(i))) {
      i++;
    }
    return i;
  }

  /** "NATO/IP4" and "and/or" are prose. */
  private isPath(segment: string): boolean {
    if (this.backslashes && /^[a-z]:\\|^\\\\|\\\w/i.test(segment)) {
      return true;
    }
    const slashes = segment.split('/').length - 1;
    if (slashes === 0) {
      return false;
    }
    return (
      /^[*_]*(?:\.{1,2}|~|[a-z]:)\//i.test(segment) ||
      /\w\.[a-z\d]|\/\/|[\w/]_\w|[?&=%#]/.test(segment) ||
      (slashes > 1 && /^\/|\/$/.test(segment)) ||
      (slashes > 2 && segment === segment.toLowerCase())
    );
  }
}

const MAIL = /@[\p{L}\p{N}_{]/u;

/** Where a URL begins in `segment`; -1 if none does. Walks back from "://", to stay linear. */
function urlStart(segment: string): number {
  const slashes = segment.indexOf('://');
  if (slashes <= 0) {
    return segment.search(/\b(?:www\d?\.|mailto:)/i);
  }
  let start = slashes;
  while (start > 0 && /[a-z\d+.-]/i.test(segment[start - 1]!)) {
    start--;
  }
  return start;
}

const UNDERSCORE = 0x5f;
const W = 0x77;

/** Blanks, line ends, and what is not there: the borders of a run. */
function isBlank(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0 || unit === 0x3000 || (unit >= 0x2000 && unit <= 0x200a);
}

function isBlankAt(text: string, i: number): boolean {
  return i < 0 || i >= text.length || isBlank(text.charCodeAt(i));
}

function isClosingAt(text: string, i: number): boolean {
  return ',.;:!?)'.includes(text[i] ?? '');
}

function isDelimiter(unit: number): boolean {
  return unit < 0x80
    ? '()[]{}<>"\'`|,;'.includes(String.fromCharCode(unit))
    : isWidePunctuation(unit);
}

function endsUrl(unit: number): boolean {
  return unit < 0x80 ? '[]{}<>"`|'.includes(String.fromCharCode(unit)) : isWidePunctuation(unit);
}

/** Typographic quotes, and everything from the CJK scripts on. */
function isWidePunctuation(unit: number): boolean {
  return (unit >= 0x2018 && unit <= 0x201f) || unit >= 0x2e80;
}

function isSmall(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function isNameUnit(unit: number): boolean {
  return isLetter(unit) || isDigit(unit) || unit === DOT || unit === HYPHEN || unit === UNDERSCORE;
}

function isLetter(unit: number): boolean {
  return isSmall(unit | 0x20);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
