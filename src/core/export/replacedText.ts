import { rank } from '../../util/rank';
import type { Span } from '../model';

/** A stretch of a text with something else in it. */
export interface Replacement extends Span {
  readonly text: string;
}

/** Part of a text with stretches replaced, which tells where its places are in the whole text. */
export class ReplacedText {
  readonly text: string;
  /** Where each stretch ends in `text`, and by how much offsets behind it differ. */
  private readonly shifts: { readonly end: number; readonly shift: number }[] = [];

  /** @param replacements in order and without overlap; those that lie outside the span are left out */
  constructor(
    whole: string,
    private readonly span: Span,
    replacements: readonly Replacement[],
  ) {
    let written = '';
    let from = span.start;
    for (const { start, end, text } of replacements) {
      if (start >= from && end <= span.end) {
        written += whole.slice(from, start) + text;
        from = end;
        this.shifts.push({ end: written.length, shift: end - written.length });
      }
    }
    this.text = written + whole.slice(from, span.end);
  }

  /** The offset in the whole text of an offset in `text`; within a replacement about where that stands. */
  original(offset: number): number {
    const before = rank(
      this.shifts.length,
      (index) => (this.shifts[index]?.end ?? Infinity) <= offset,
    );
    const shift = this.shifts[before - 1]?.shift ?? this.span.start;
    return Math.min(offset + shift, this.span.end);
  }
}
