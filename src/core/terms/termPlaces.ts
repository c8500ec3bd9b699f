import type { TermId } from '../model';
import type { Occurrence } from './occurrence';

/** Where something stands in a text: lines, and UTF-16 units in a line, counted from 0. */
export interface LineRange {
  readonly startLine: number;
  readonly startCharacter: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

/** Numbers that a place takes. */
const WIDTH = 4;

/**
 * Where each term stands in one text, as small as it can be held for thousands of texts: sixteen
 * bytes a place, and the text is not needed any more.
 */
export class TermPlaces {
  private constructor(
    private readonly terms: readonly TermId[],
    /** Where the places of each term end in `places`, counted in places. */
    private readonly ends: Uint32Array,
    private readonly places: Uint32Array,
  ) {}

  static readonly none = new TermPlaces([], new Uint32Array(), new Uint32Array());

  /**
   * @param occurrences ascending, without overlap
   * @param text the text as the editor has it: what counts as a line is what the editor shows as one
   */
  static of(text: string, occurrences: readonly Occurrence[]): TermPlaces {
    const byTerm = new Map<TermId, number[]>();
    const lines = new LineReader(text);
    for (const { start, end, terms } of occurrences) {
      lines.moveTo(start);
      const startLine = lines.line;
      const startCharacter = start - lines.start;
      lines.moveTo(end);
      const place = [startLine, startCharacter, lines.line, end - lines.start];
      for (const term of terms) {
        const known = byTerm.get(term);
        if (known) {
          known.push(...place);
        } else {
          byTerm.set(term, [...place]);
        }
      }
    }
    const lists = [...byTerm.values()];
    let end = 0;
    return new TermPlaces(
      [...byTerm.keys()],
      Uint32Array.from(lists, (list) => (end += list.length / WIDTH)),
      Uint32Array.from(lists.flat()),
    );
  }

  /** In order; empty when the term does not stand in the text. */
  of(term: string): readonly LineRange[] {
    const index = this.terms.indexOf(term as TermId);
    const found: LineRange[] = [];
    if (index >= 0) {
      for (let at = this.ends[index - 1] ?? 0; at < (this.ends[index] ?? 0); at++) {
        const [startLine, startCharacter, endLine, endCharacter] = this.places.subarray(at * WIDTH);
        found.push({
          startLine: startLine!,
          startCharacter: startCharacter!,
          endLine: endLine!,
          endCharacter: endCharacter!,
        });
      }
    }
    return found;
  }
}

const NEWLINE = 10;
const RETURN = 13;

/** Counts the lines of a text on the way through it. */
class LineReader {
  line = 0;
  /** Where the line begins. */
  start = 0;
  private at = 0;

  constructor(private readonly text: string) {}

  /** @param offset not before the one moved to last */
  moveTo(offset: number): void {
    const { text } = this;
    for (; this.at < offset; this.at++) {
      const unit = text.charCodeAt(this.at);
      if (unit === NEWLINE || (unit === RETURN && text.charCodeAt(this.at + 1) !== NEWLINE)) {
        this.line++;
        this.start = this.at + 1;
      }
    }
  }
}
