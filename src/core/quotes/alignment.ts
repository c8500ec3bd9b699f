import { Comparison } from './comparison';
import type { QuotedPart } from './quotedParts';
import { HOLE, type Stretch } from './stretch';

/** How one part of a quotation, or one word of the source, answers to the other side. */
export interface Step {
  readonly kind: 'same' | 'recased' | 'changed' | 'added' | 'dropped' | 'edited';
  /** The first and the last part, as indexes; absent when words of the source were dropped. */
  readonly parts?: readonly [number, number];
  /** The first and the last word of the source, as indexes into the stretch; absent when the note has more. */
  readonly words?: readonly [number, number];
}

/** A quotation laid along a stretch of its source. */
export interface Alignment {
  /** In order, from the first word that answers to the quotation to the last. */
  readonly steps: readonly Step[];
  /** How many words were changed, added or dropped, capitals included; 0 when the quotation is the source's. */
  readonly edits: number;
  /** How many of them changed capitals alone. */
  readonly recased: number;
  /** The first and the last words of its pieces, where those stand in another order; absent otherwise. */
  readonly pieces?: readonly (readonly [number, number])[];
}

const SAME = 1;
const CHANGED = 2;
const ADDED = 3;
const DROPPED = 4;
/** Two words of the quotation are one of the source, and the other way round. */
const JOINED = 5;
const PARTED = 6;
/** Words of the source at an ellipsis; and the end of one. */
const OMITTED = 7;
const EDITED = 8;
const RECASED = 9;
/** Words of the source that were left out in one go, to the left of a word. */
const SKIPPED = 10;
/** An insertion that stands for so many words of the source: this and the next ones. */
const INSERTED = 16;

/** An editor's bracket replaces a phrase, not a sentence. */
const MOST_REPLACED = 6;

/**
 * What one word costs. Of ways with as many edits the one is taken that keeps more words, which a
 * dropped word does, and then the one that has a word of the source for each of the quotation.
 */
const EDIT = 1000;
const RECASE = EDIT + 1;
const DROP = EDIT + 2;
const CHANGE = EDIT + 3;
const ADDITION = EDIT + 4;
/**
 * What it costs to leave out a stretch of the source: little more for a sentence than for a few words,
 * so that it is told as that and not as so many changes of words (the affine gaps of Gotoh 1982,
 * https://doi.org/10.1016/0022-2836(82)90398-9). Up to so many words are dropped one by one.
 */
const OMISSION_EDITS = 4;
const OMISSION = OMISSION_EDITS * EDIT + 5;
const OMISSION_WORD = 12;
/** Prefers the nearest of several that are as good. */
const LITTLE = 1;
const NEVER = 1 << 28;

/** So many places are told where a quotation stands as it is. */
const MOST_PLACES = 16;

/**
 * Lays quotations along stretches of sources: a global alignment of the quotation within the stretch
 * (Sellers 1980, https://doi.org/10.1016/0196-6774(80)90016-4), by words instead of letters, with the
 * parts that editors may add. Its tables are used again from one to the next.
 */
export class Aligner {
  private costs = new Int32Array(0);
  private moves = new Uint8Array(0);
  /** At each place, whether the best omission that ends there is longer than a word. */
  private goesOn = new Uint8Array(0);

  /**
   * The best alignment; several when the quotation stands there as it is more than once. Empty when
   * the stretch has no words.
   */
  align(parts: readonly QuotedPart[], stretch: Stretch): readonly Alignment[] {
    if (stretch.length === 0 || parts.length === 0) {
      return [];
    }
    this.fill(parts, stretch);
    const width = stretch.length + 1;
    const last = parts.length * width;
    const ends = this.bestEnds(last, width);
    const found = ends.map((end) => this.trace(parts.length, end, width));
    return found.filter(({ steps }) =>
      steps.some(({ kind }) => kind === 'same' || kind === 'recased'),
    );
  }

  private fill(parts: readonly QuotedPart[], stretch: Stretch): void {
    const width = stretch.length + 1;
    const size = (parts.length + 1) * width;
    if (this.costs.length < size) {
      this.costs = new Int32Array(size);
      this.moves = new Uint8Array(size);
      this.goesOn = new Uint8Array(size);
    }
    const { costs, moves } = this;
    costs.fill(0, 0, width);
    moves.fill(0, 0, width);
    const table = new Comparison(parts, stretch);
    for (let part = 0; part < parts.length; part += 1) {
      const row = (part + 1) * width;
      const above = row - width;
      const { kind } = parts[part]!;
      if (kind === 'gap') {
        costs[row] = costs[above]!;
        moves[row] = EDITED;
        for (let at = 1; at < width; at += 1) {
          const through = costs[row + at - 1]! + (at % 256 === 0 ? LITTLE : 0);
          const isThrough = through < costs[above + at]!;
          costs[row + at] = isThrough ? through : costs[above + at]!;
          moves[row + at] = isThrough ? OMITTED : EDITED;
        }
      } else if (kind === 'insertion') {
        this.fillInsertion(row, above, stretch);
      } else {
        this.fillWord(part, row, above, table, stretch);
      }
    }
  }

  private fillInsertion(row: number, above: number, stretch: Stretch): void {
    const { costs, moves } = this;
    for (let at = 0; at <= stretch.length; at += 1) {
      let best = costs[above + at]!;
      let move = INSERTED;
      for (let replaced = 1; replaced <= MOST_REPLACED && replaced <= at; replaced += 1) {
        if (stretch[at - replaced] === HOLE) {
          break;
        }
        const cost = costs[above + at - replaced]! + replaced * LITTLE;
        if (cost < best) {
          best = cost;
          move = INSERTED + replaced;
        }
      }
      costs[row + at] = best;
      moves[row + at] = move;
    }
  }

  private fillWord(
    part: number,
    row: number,
    above: number,
    table: Comparison,
    stretch: Stretch,
  ): void {
    const { costs, moves } = this;
    const width = stretch.length + 1;
    const addition = table.isNoteMark(part) ? LITTLE : ADDITION;
    costs[row] = costs[above]! + addition;
    moves[row] = ADDED;
    const joined = table.joinedKey(part);
    let omission = NEVER;
    for (let at = 1; at < width; at += 1) {
      const source = stretch[at - 1]!;
      if (source === HOLE) {
        costs[row + at] = NEVER;
        moves[row + at] = ADDED;
        omission = NEVER;
        continue;
      }
      const begun = costs[row + at - 1]! + OMISSION;
      this.goesOn[row + at] = omission < begun ? 1 : 0;
      omission = Math.min(begun, omission) + OMISSION_WORD;
      const isSame = table.isSame(part, at - 1);
      const isRecased = !isSame && table.isRecased(part, at - 1);
      let best = costs[above + at - 1]! + (isSame ? 0 : isRecased ? RECASE : CHANGE);
      let move = isSame ? SAME : isRecased ? RECASED : CHANGED;
      const added = costs[above + at]! + addition;
      if (added < best) {
        best = added;
        move = ADDED;
      }
      const dropped = costs[row + at - 1]! + (source.word.isNoteMark ? LITTLE : DROP);
      if (dropped < best) {
        best = dropped;
        move = DROPPED;
      }
      if (joined !== undefined && part > 0 && source.word.key === joined) {
        const cost = costs[above - width + at - 1]!;
        if (cost < best) {
          best = cost;
          move = JOINED;
        }
      }
      if (at > 1 && table.isParted(part, at - 1)) {
        const cost = costs[above + at - 2]!;
        if (cost < best) {
          best = cost;
          move = PARTED;
        }
      }
      if (omission < best) {
        best = omission;
        move = SKIPPED;
      }
      costs[row + at] = best;
      moves[row + at] = move;
    }
  }

  /** Where the best alignments end: one, or all those without a change. */
  private bestEnds(last: number, width: number): readonly number[] {
    const { costs, moves } = this;
    let best = 0;
    for (let at = 1; at < width; at += 1) {
      if (costs[last + at]! < costs[last + best]!) {
        best = at;
      }
    }
    if (costs[last + best]! >= EDIT) {
      return [best];
    }
    const ends: number[] = [];
    for (let at = 1; at < width && ends.length < MOST_PLACES; at += 1) {
      const move = moves[last + at]!;
      // Where an ellipsis is last, every place behind would do.
      if (costs[last + at]! < EDIT && move !== OMITTED && move !== DROPPED) {
        ends.push(at);
      }
    }
    return ends.length === 0 ? [best] : ends;
  }

  private trace(parts: number, end: number, width: number): Alignment {
    const steps: Step[] = [];
    let edits = 0;
    let recased = 0;
    let part = parts;
    let at = end;
    while (part > 0) {
      const move = this.moves[part * width + at]!;
      switch (move) {
        case SAME:
        case RECASED:
        case CHANGED:
          edits += move === SAME ? 0 : 1;
          recased += move === RECASED ? 1 : 0;
          steps.push({
            kind: move === SAME ? 'same' : move === RECASED ? 'recased' : 'changed',
            parts: [part - 1, part - 1],
            words: [at - 1, at - 1],
          });
          part -= 1;
          at -= 1;
          break;
        case ADDED: {
          const isMark =
            this.costs[part * width + at]! - this.costs[(part - 1) * width + at]! === LITTLE;
          edits += isMark ? 0 : 1;
          steps.push({ kind: isMark ? 'edited' : 'added', parts: [part - 1, part - 1] });
          part -= 1;
          break;
        }
        case DROPPED: {
          const isMark =
            this.costs[part * width + at]! - this.costs[part * width + at - 1]! === LITTLE;
          edits += isMark ? 0 : 1;
          steps.push({ kind: isMark ? 'edited' : 'dropped', words: [at - 1, at - 1] });
          at -= 1;
          break;
        }
        case JOINED:
          steps.push({ kind: 'same', parts: [part - 2, part - 1], words: [at - 1, at - 1] });
          part -= 2;
          at -= 1;
          break;
        case PARTED:
          steps.push({ kind: 'same', parts: [part - 1, part - 1], words: [at - 2, at - 1] });
          part -= 1;
          at -= 2;
          break;
        case SKIPPED: {
          const last = at - 1;
          while (this.goesOn[part * width + at] === 1) {
            at -= 1;
          }
          at -= 1;
          edits += OMISSION_EDITS;
          steps.push({ kind: 'dropped', words: [at, last] });
          break;
        }
        case OMITTED:
          at -= 1;
          break;
        case EDITED:
          steps.push({ kind: 'edited', parts: [part - 1, part - 1] });
          part -= 1;
          break;
        default: {
          const replaced = move - INSERTED;
          steps.push({ kind: 'edited', parts: [part - 1, part - 1] });
          part -= 1;
          at -= replaced;
        }
      }
    }
    return { steps: steps.reverse(), edits, recased };
  }
}
