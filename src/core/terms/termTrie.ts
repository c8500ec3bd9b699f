import type { TermId } from '../model';
import { JOIN_APOSTROPHE, JOIN_GAP } from '../note/gap';

/** Says that there is no step, no entry. */
export const NONE = -1;
/** The capitals of an entry that matches whatever the case. */
export const ANY_CASE = -1;

// What there is at a step, in one number (0: no such step): two flags, and above them the list of
// terms or the first entry that belongs to it, plus one (0: no form ends there).
/** Other steps follow. */
export const HAS_NEXT = 1;
/** All forms that end there match whatever the case; a list tells of which terms they are. */
export const HAS_LIST = 2;
export const ENTRY_SHIFT = 2;

/** The size of a step's record: the step before, the key behind it, what there is. */
export const STEP = 3;
/** The size of an entry: the term's number, where its capitals begin, the step's next entry. */
export const ENTRY = 3;

/**
 * What a step is found by: a word's class and how the word is joined. An apostrophe counts as a
 * gap, so that "d'Ivoire" and "d Ivoire" are one.
 */
export function stepKey(wordClass: number, join: number): number {
  return (wordClass << 7) | (join === JOIN_APOSTROPHE ? JOIN_GAP : join);
}

/** Spreads step and key over 32 bits: the low ones for the hints, `slotOf` for the table. */
export function stepHash(step: number, key: number): number {
  const mixed = Math.imul(step, 0x9e3779b1) ^ Math.imul(key, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
}

export function slotOf(hash: number): number {
  return (hash >>> 11) | (hash << 21);
}

/**
 * The forms of all terms as paths of words, in typed arrays; `TermTrieBuilder` makes it. A step is
 * a number: the class of a form's first word, or that many and the slot of a record in an
 * open-addressed hash table. Small records matter more than anything else here: among 50,000 terms
 * the time goes into waiting for memory.
 */
export class TermTrie {
  private readonly classCount: number;
  private readonly slotMask: number;
  private readonly hintMask: number;

  constructor(
    /** What there is at first words, by class. */
    private readonly firstSteps: Int32Array,
    /** The records of all other steps. */
    private readonly steps: Int32Array,
    /**
     * One bit for each hash that a step has. Most pairs of words that are asked about are no step,
     * and this says so from within the processor's cache, where the steps do not fit.
     */
    private readonly hints: Int32Array,
    private readonly lists: readonly (readonly TermId[])[],
    private readonly entries: Int32Array,
    private readonly capitals: Int32Array,
  ) {
    this.classCount = firstSteps.length;
    this.slotMask = steps.length / STEP - 1;
    this.hintMask = hints.length - 1;
  }

  /** The step that a first word is; `NONE` when no form begins with it. */
  first(wordClass: number): number {
    return this.firstSteps[wordClass] === 0 ? NONE : wordClass;
  }

  /** The step that a word is behind another one; `NONE` when no form goes on so. */
  next(step: number, key: number): number {
    if ((this.at(step) & HAS_NEXT) === 0) {
      return NONE;
    }
    const hash = stepHash(step, key);
    const hints = this.hints[(hash >>> 5) & this.hintMask]!;
    return ((hints >>> hash) & 1) === 0 ? NONE : this.find(step, key, hash);
  }

  /** Whether a form ends with a step that matches whatever the case, as all that end there do. */
  hasTerms(step: number): boolean {
    return (this.at(step) & HAS_LIST) !== 0;
  }

  /** The terms whose forms end with a step; `undefined` if that depends on their case. */
  terms(step: number): readonly TermId[] | undefined {
    const there = this.at(step);
    return (there & HAS_LIST) === 0 ? undefined : this.lists[(there >> ENTRY_SHIFT) - 1];
  }

  /**
   * The first entry of a step without `terms`, to go on from with `nextEntry`; `NONE` when no form
   * ends there.
   */
  firstEntry(step: number): number {
    return (this.at(step) >> ENTRY_SHIFT) - 1;
  }

  /** The next entry of the same step, in the order of terms; `NONE` at the end. */
  nextEntry(entry: number): number {
    return this.entries[entry * ENTRY + 2]!;
  }

  /** The term that the entry is for. */
  term(entry: number): TermId {
    return this.lists[this.entries[entry * ENTRY]!]![0]!;
  }

  /** Where the capitals of the entry's words begin, for `capitalsAt`; `ANY_CASE` if all will do. */
  capitalsStart(entry: number): number {
    return this.entries[entry * ENTRY + 1]!;
  }

  capitalsAt(index: number): number {
    return this.capitals[index]!;
  }

  private at(step: number): number {
    const { classCount } = this;
    return step < classCount ? this.firstSteps[step]! : this.steps[(step - classCount) * STEP + 2]!;
  }

  private find(step: number, key: number, hash: number): number {
    const { steps, slotMask } = this;
    for (let slot = slotOf(hash) & slotMask; ; slot = (slot + 1) & slotMask) {
      const record = slot * STEP;
      if (steps[record + 2] === 0) {
        return NONE;
      }
      if (steps[record] === step && steps[record + 1] === key) {
        return this.classCount + slot;
      }
    }
  }
}
