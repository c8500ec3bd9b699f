import type { MarkupEvents } from './markupEvents';

/** Nothing reads across it: code, a link target, the border between two blocks. */
export const BREAK = 0;
/** Markup within running text, as if it were not there: an emphasis command, a quote prefix. */
export const INVISIBLE = 1;
/** Markup that stands for a blank. */
export const SPACE = 2;

export type HiddenKind = typeof BREAK | typeof INVISIBLE | typeof SPACE;

/**
 * The parts of a text that are not prose, in order and without overlap, as UTF-16 offsets.
 * A range may be empty: an empty `BREAK` keeps what is before from what is after.
 */
export class HiddenRanges {
  private data = new Int32Array(3 * 64);
  private used = 0;

  /** @param zones is told what the text is besides prose; the matcher has no use for it */
  constructor(readonly zones?: MarkupEvents) {}

  get count(): number {
    return this.used / 3;
  }

  /** Where the last range ends; 0 before there is one. */
  get lastEnd(): number {
    return this.used === 0 ? 0 : this.data[this.used - 2]!;
  }

  /** Adds a range; what lies before the end of the last one is cut off. */
  add(start: number, end: number, kind: HiddenKind): void {
    const from = Math.max(start, this.lastEnd);
    if (end < from) {
      return;
    }
    if (this.used === this.data.length) {
      const grown = new Int32Array(2 * this.used);
      grown.set(this.data);
      this.data = grown;
    }
    this.data[this.used] = from;
    this.data[this.used + 1] = end;
    this.data[this.used + 2] = kind;
    this.used += 3;
  }

  start(index: number): number {
    return this.data[3 * index]!;
  }

  end(index: number): number {
    return this.data[3 * index + 1]!;
  }

  kind(index: number): number {
    return this.data[3 * index + 2]!;
  }
}
