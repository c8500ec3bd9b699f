import { LONGEST_COMPARED } from './editDistance';
import type { IndexVocabulary } from './vocabulary';

/**
 * Finds words that are a few edits away. Walks the sorted words as a trie: words that begin alike
 * share the rows of the distance matrix, and a beginning that is too far away ends the walk for all
 * words that have it.
 */
export class SimilarWords {
  constructor(private readonly vocabulary: IndexVocabulary) {}

  /** Calls `visit` with each word at most `maxEdits` away from `word`, and how far it is. */
  find(word: string, maxEdits: number, visit: Visit): void {
    this.walk(word, maxEdits, visit, undefined);
  }

  /**
   * Like `find`, and at the same time for the beginning of a word: `visitCompletion` gets those of
   * which some beginning is at most `maxEdits` from `typed`, and how far that is.
   */
  findCompletions(typed: string, maxEdits: number, visit: Visit, visitCompletion: Visit): void {
    this.walk(typed, maxEdits, visit, visitCompletion);
  }

  private walk(
    word: string,
    maxEdits: number,
    visit: Visit,
    visitCompletion: Visit | undefined,
  ): void {
    if (word.length > LONGEST_COMPARED) {
      return;
    }
    const { vocabulary } = this;
    const { shared } = vocabulary;
    const matrix = new Matrix(word, maxEdits);
    // Words that share so many units with the one read last are too far away, like that one.
    let skipped = Number.POSITIVE_INFINITY;
    for (let at = 0; at < shared.length; at += 1) {
      const alike = shared[at]!;
      if (alike >= skipped) {
        continue;
      }
      skipped = Number.POSITIVE_INFINITY;
      const other = vocabulary.at(at);
      if (other.length > LONGEST_COMPARED) {
        matrix.cutTo(alike);
        continue;
      }
      const reached = matrix.read(other, alike);
      if (reached === other.length && matrix.whole(reached) <= maxEdits) {
        visit(at, matrix.whole(reached));
      }
      if (visitCompletion && matrix.beginning(reached) <= maxEdits) {
        visitCompletion(at, matrix.beginning(reached));
      } else if (matrix.deadFrom <= reached) {
        skipped = matrix.deadFrom;
      }
    }
  }
}

type Visit = (found: number, edits: number) => void;

/**
 * The matrix of optimal string alignment distances (see `editDistance`) between a word and others
 * that come in ascending order: a row for each unit of the other, right within `max` cells of the
 * diagonal and at least `max + 1` elsewhere.
 */
class Matrix {
  /** The first row that is `max + 1` throughout, as all after it would be; beyond all when none is. */
  deadFrom = LONGEST_COMPARED + 1;
  private readonly width: number;
  private readonly cells: Uint8Array;
  /** The least last cell of each row and those above it. */
  private readonly beginnings = new Uint8Array(LONGEST_COMPARED + 1);
  /** So many rows below the first belong to the word read last. */
  private rows = 0;

  constructor(
    private readonly word: string,
    private readonly max: number,
  ) {
    this.width = word.length + 1;
    this.cells = new Uint8Array(this.width * (LONGEST_COMPARED + 1)).fill(max + 1);
    for (let column = 0; column < Math.min(this.width, max + 1); column += 1) {
      this.cells[column] = column;
    }
    this.beginnings[0] = this.cells[word.length]!;
  }

  /** Keeps what belongs to the first `length` units of the word read last. */
  cutTo(length: number): void {
    this.rows = Math.min(this.rows, length);
    if (this.deadFrom > length) {
      this.deadFrom = LONGEST_COMPARED + 1;
    }
  }

  /**
   * Reads a word that shares its first `alike` units with the one read before.
   * @returns its length, or the row from which on the rest cannot change anything
   */
  read(other: string, alike: number): number {
    this.cutTo(alike);
    if (this.deadFrom <= other.length) {
      return this.deadFrom;
    }
    while (this.rows < other.length) {
      this.rows += 1;
      if (!this.fillRow(other, this.rows)) {
        this.deadFrom = this.rows;
        return this.rows;
      }
    }
    return other.length;
  }

  /** The distance to the first `row` units of the word read last; more than `max` beyond the band. */
  whole(row: number): number {
    return this.cells[row * this.width + this.word.length]!;
  }

  /** The least distance to any of the first `row` beginnings of the word read last. */
  beginning(row: number): number {
    return this.beginnings[row]!;
  }

  /** @returns whether any cell is at most `max` */
  private fillRow(other: string, row: number): boolean {
    const { cells, width, word, max } = this;
    const above = (row - 1) * width;
    const here = row * width;
    const unit = other.charCodeAt(row - 1);
    const unitBefore = row > 1 ? other.charCodeAt(row - 2) : -1;
    const from = Math.max(1, row - max);
    const to = Math.min(word.length, row + max);
    let left = from === 1 ? Math.min(row, max + 1) : max + 1;
    if (from - 1 < width) {
      cells[here + from - 1] = left;
    }
    let least = left;
    for (let column = from; column <= to; column += 1) {
      const letter = word.charCodeAt(column - 1);
      let cost = cells[above + column - 1]! + (unit === letter ? 0 : 1);
      cost = Math.min(cost, left + 1, cells[above + column]! + 1);
      if (column > 1 && unit === word.charCodeAt(column - 2) && unitBefore === letter) {
        cost = Math.min(cost, cells[above - width + column - 2]! + 1);
      }
      left = Math.min(cost, max + 1);
      cells[here + column] = left;
      least = Math.min(least, left);
    }
    const last = to === word.length && from <= to + 1 ? cells[here + word.length]! : max + 1;
    this.beginnings[row] = Math.min(this.beginnings[row - 1]!, last);
    return least <= max;
  }
}
