import { rank } from '../../util/rank';
import type { Span } from '../model';

/** Stretches of a text, asked whether they touch others. Immutable. */
export class SpanSet {
  // Ascending, without overlap and without empty ones.
  private readonly starts: readonly number[];
  private readonly ends: readonly number[];

  /** @param spans in any order; they may overlap, and empty ones do not count */
  constructor(spans: readonly Span[]) {
    const starts: number[] = [];
    const ends: number[] = [];
    for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
      const last = ends.length - 1;
      if (last >= 0 && start <= ends[last]!) {
        ends[last] = Math.max(ends[last]!, end);
      } else if (end > start) {
        starts.push(start);
        ends.push(end);
      }
    }
    this.starts = starts;
    this.ends = ends;
  }

  /** In order, those that overlapped or met made one. */
  get spans(): readonly Span[] {
    return this.starts.map((start, index) => ({ start, end: this.ends[index]! }));
  }

  /** Whether a span shares a character with any of these, or as a caret is within one. */
  touches({ start, end }: Span): boolean {
    const first = rank(this.ends.length, (index) => this.ends[index]! <= start);
    return first < this.starts.length && this.starts[first]! < end;
  }
}
