import { JOIN_APOSTROPHE, JOIN_GAP } from './gap';

/** Says that there is no step, no entry. */
export const NONE = -1;
/** The capitals of an entry that matches whatever the case. */
export const ANY_CASE = -1;

// A step of a path: the node it leaves, its key, the node it leads to (0: free), and of that node
// the flags and, above them, its first entry + 1 (0: none). All in one record, so that following a
// path touches one cache line a word.
export const STEP = 4;
export const HAS_CHILDREN = 1;
export const HAS_ANY_CASE = 2;
export const ENTRY_SHIFT = 2;
/** An entry: the term's number, where its capitals begin, the next entry of the node. */
export const ENTRY = 3;

/**
 * What a step is found by: a word's class and how the word is joined. An apostrophe counts as a
 * gap, so that "d'Ivoire" and "d Ivoire" are one.
 */
export function stepKey(wordClass: number, join: number): number {
  return (wordClass << 7) | (join === JOIN_APOSTROPHE ? JOIN_GAP : join);
}

/** Spreads node and key over 32 bits: the low ones for hints, `slotOf` for the table. */
export function stepHash(node: number, key: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(key, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
}

export function slotOf(hash: number): number {
  return (hash >>> 11) | (hash << 21);
}

/**
 * The forms of all terms as paths of words, in typed arrays; `TermTrieBuilder` makes it. A step is
 * the number of a record: those of first words stand by word class at the front, all others in an
 * open-addressed hash table behind them.
 */
export class TermTrie {
  private readonly mask: number;
  private readonly hintMask: number;

  constructor(
    private readonly steps: Int32Array,
    private readonly classCount: number,
    /**
     * One bit for each hash that a step has. Most pairs of words that are asked about are no step,
     * and this says so from within the processor's cache, where the steps do not fit.
     */
    private readonly hints: Int32Array,
    private readonly entries: Int32Array,
    private readonly capitals: Int32Array,
  ) {
    this.mask = steps.length / STEP - classCount - 1;
    this.hintMask = hints.length - 1;
  }

  get entryCount(): number {
    return this.entries.length / ENTRY;
  }

  /** The step that a first word is; `NONE` when no form begins with it. */
  first(wordClass: number): number {
    return this.steps[wordClass * STEP + 2] === 0 ? NONE : wordClass;
  }

  /** The step that a word is behind another one; `NONE` when no form goes on so. */
  next(step: number, key: number): number {
    const node = this.steps[step * STEP + 2]!;
    const hash = stepHash(node, key);
    const hints = this.hints[(hash >>> 5) & this.hintMask]!;
    return ((hints >>> hash) & 1) === 0 ? NONE : this.find(node, key, hash);
  }

  hasNext(step: number): boolean {
    return (this.steps[step * STEP + 3]! & HAS_CHILDREN) !== 0;
  }

  /** Whether a form that matches whatever the case ends with a step. */
  hasAnyCase(step: number): boolean {
    return (this.steps[step * STEP + 3]! & HAS_ANY_CASE) !== 0;
  }

  /** The first entry of a step, to go on from with `nextEntry`; `NONE` when no form ends there. */
  firstEntry(step: number): number {
    return (this.steps[step * STEP + 3]! >> ENTRY_SHIFT) - 1;
  }

  /** The next entry of the same step, in the order of terms; `NONE` at the end. */
  nextEntry(entry: number): number {
    return this.entries[entry * ENTRY + 2]!;
  }

  /** The number of the term that the entry is for. */
  term(entry: number): number {
    return this.entries[entry * ENTRY]!;
  }

  /** Where the capitals of the entry's words begin, for `capitalsAt`; `ANY_CASE` if all will do. */
  capitalsStart(entry: number): number {
    return this.entries[entry * ENTRY + 1]!;
  }

  capitalsAt(index: number): number {
    return this.capitals[index]!;
  }

  private find(node: number, key: number, hash: number): number {
    const { steps, mask, classCount } = this;
    let slot = slotOf(hash) & mask;
    for (;;) {
      const at = (classCount + slot) * STEP;
      if (steps[at] === node && steps[at + 1] === key) {
        return classCount + slot;
      }
      if (steps[at + 2] === 0) {
        return NONE;
      }
      slot = (slot + 1) & mask;
    }
  }
}
