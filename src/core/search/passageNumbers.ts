import type { Passage } from '../library/document';
import type { SourceId } from '../model';
import type { IndexedSource } from './libraryIndex';

/** A passage and whose it is. */
export interface NumberedPassage {
  readonly source: IndexedSource;
  readonly passage: Passage;
}

/** A half-open range of passage numbers. */
export interface PassageRange {
  readonly from: number;
  readonly to: number;
}

/** The numbers that the passages of sources have in a library's index. */
export class PassageNumbers {
  /** Of each source's first passage, and last how many passages there are. */
  private readonly firsts: readonly number[];
  private byId: ReadonlyMap<SourceId, number> | undefined;

  constructor(private readonly sources: readonly IndexedSource[]) {
    let next = 0;
    this.firsts = [0, ...sources.map(({ passages }) => (next += passages.length))];
  }

  /** The passage with a number, which must be one. */
  at(number: number): NumberedPassage {
    const source = this.sourceAt(number);
    const indexed = this.sources[source]!;
    return { source: indexed, passage: indexed.passages[number - this.firsts[source]!]! };
  }

  /** The numbers of all passages of the source that a passage is of. */
  siblings(number: number): PassageRange {
    return this.range(this.sourceAt(number));
  }

  /** The numbers of a source's passages; empty for a source that is not in the index. */
  of(id: SourceId): PassageRange {
    this.byId ??= new Map(this.sources.map((source, at) => [source.id, at]));
    const source = this.byId.get(id);
    return source === undefined ? { from: 0, to: 0 } : this.range(source);
  }

  /** @param source its place among the sources */
  range(source: number): PassageRange {
    return { from: this.firsts[source]!, to: this.firsts[source + 1]! };
  }

  private sourceAt(number: number): number {
    let low = 0;
    let high = this.sources.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.firsts[middle]! <= number) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
