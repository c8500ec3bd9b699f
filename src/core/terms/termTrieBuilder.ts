import type { TermId } from '../model';
import {
  ANY_CASE,
  ENTRY,
  ENTRY_SHIFT,
  HAS_LIST,
  HAS_NEXT,
  NONE,
  STEP,
  TermTrie,
  slotOf,
  stepHash,
  stepKey,
} from './termTrie';

// A node: the node before it, the key behind that, and what there is, as `TermTrie` has it but for
// lists.
const NODE = 3;

/** Nodes that are entered between two places where the work may be interrupted: a millisecond. */
const NODES_AT_ONCE = 8_192;

/** The node that all paths begin at. No step leads to it, so 0 also says that there is none. */
export const ROOT = 0;

/** Collects the paths of forms and makes a `TermTrie` of them. */
export class TermTrieBuilder {
  private nodes: Int32Array<ArrayBuffer>;
  private nodeCount = 1;
  /** An open-addressed hash table of nodes. */
  private slots: Int32Array<ArrayBuffer>;
  private entries = new Int32Array(ENTRY * 1024);
  private entryCount = 0;
  private capitals = new Int32Array(256);
  private capitalCount = 0;
  /** First each term by itself, then those that share all forms that end at some node. */
  private readonly lists: (readonly TermId[])[];

  /** @param terms in the order in which entries number them */
  constructor(terms: readonly TermId[]) {
    this.lists = terms.map((term) => [term]);
    // Terms of two or three words need some two nodes each, in either number.
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(4 * terms.length + 256)));
    this.nodes = new Int32Array((NODE * this.slots.length) / 2);
  }

  /** The node behind `node` and another word, made if need be. */
  child(node: number, wordClass: number, join: number): number {
    const key = stepKey(wordClass, join);
    let slot = this.slotFor(node, key);
    const known = this.slots[slot]!;
    if (known !== ROOT) {
      return known;
    }
    if (2 * this.nodeCount > this.slots.length) {
      this.grow();
      slot = this.slotFor(node, key);
    }
    const child = this.nodeCount++;
    const at = child * NODE;
    this.nodes = withRoom(this.nodes, at + NODE);
    this.nodes[at] = node;
    this.nodes[at + 1] = key;
    this.nodes[node * NODE + 2]! |= HAS_NEXT;
    this.slots[slot] = child;
    return child;
  }

  /** Remembers the capitals of a form's words; gives what `addEntry` takes. */
  addCapitals(words: readonly number[]): number {
    const start = this.capitalCount;
    this.capitals = withRoom(this.capitals, start + words.length);
    this.capitals.set(words, start);
    this.capitalCount += words.length;
    return start;
  }

  /**
   * Says that a form of a term ends at a node. Terms come in ascending order; beside a form that
   * matches whatever the case, others of the same term say nothing.
   */
  addEntry(node: number, term: number, capitalsStart: number): void {
    let last = NONE;
    for (let entry = this.firstEntry(node); entry !== NONE; entry = this.nextEntry(entry)) {
      if (this.entries[entry * ENTRY] === term) {
        const known = this.entries[entry * ENTRY + 1]!;
        if (known === ANY_CASE || capitalsStart === ANY_CASE) {
          this.entries[entry * ENTRY + 1] = ANY_CASE;
          return;
        }
      }
      last = entry;
    }
    const entry = this.entryCount++;
    const at = entry * ENTRY;
    this.entries = withRoom(this.entries, at + ENTRY);
    this.entries[at] = term;
    this.entries[at + 1] = capitalsStart;
    this.entries[at + 2] = NONE;
    if (last === NONE) {
      this.nodes[node * NODE + 2]! |= (entry + 1) << ENTRY_SHIFT;
    } else {
      this.entries[last * ENTRY + 2] = entry;
    }
  }

  /**
   * Yields for `runInSlices`.
   * @param classCount how many word classes there are, whether forms begin with them or not
   */
  *buildInSlices(classCount: number): Generator<undefined, TermTrie> {
    const slotCount = this.slots.length;
    const firstSteps = new Int32Array(classCount);
    const steps = new Int32Array(STEP * slotCount);
    const hints = new Int32Array(slotCount >>> 2);
    const stepOf = new Int32Array(this.nodeCount);
    // A node comes after the one before it, whose step is known by then.
    for (let node = 1; node < this.nodeCount; node++) {
      if (node % NODES_AT_ONCE === 0) {
        yield;
      }
      const before = this.nodes[node * NODE]!;
      const key = this.nodes[node * NODE + 1]!;
      const there = this.thereAt(node);
      if (before === ROOT) {
        stepOf[node] = key >> 7;
        firstSteps[key >> 7] = there;
        continue;
      }
      const hash = stepHash(stepOf[before]!, key);
      hints[(hash >>> 5) & (hints.length - 1)]! |= 1 << hash;
      let slot = slotOf(hash) & (slotCount - 1);
      while (steps[slot * STEP + 2] !== 0) {
        slot = (slot + 1) & (slotCount - 1);
      }
      steps[slot * STEP] = stepOf[before]!;
      steps[slot * STEP + 1] = key;
      steps[slot * STEP + 2] = there;
      stepOf[node] = classCount + slot;
    }
    return new TermTrie(
      firstSteps,
      steps,
      hints,
      this.lists,
      this.entries.slice(0, this.entryCount * ENTRY),
      this.capitals.slice(0, this.capitalCount),
    );
  }

  /** What there is at a node, as `TermTrie` has it. */
  private thereAt(node: number): number {
    const there = this.nodes[node * NODE + 2]!;
    const first = this.firstEntry(node);
    if (first === NONE || !this.ignoresCase(first)) {
      return there;
    }
    let list = this.entries[first * ENTRY]!;
    if (this.nextEntry(first) !== NONE) {
      const terms: TermId[] = [];
      for (let entry = first; entry !== NONE; entry = this.nextEntry(entry)) {
        terms.push(...this.lists[this.entries[entry * ENTRY]!]!);
      }
      list = this.lists.push(terms) - 1;
    }
    return ((list + 1) << ENTRY_SHIFT) | (there & HAS_NEXT) | HAS_LIST;
  }

  /** Whether an entry and all behind it match whatever the case. */
  private ignoresCase(first: number): boolean {
    for (let entry = first; entry !== NONE; entry = this.nextEntry(entry)) {
      if (this.entries[entry * ENTRY + 1] !== ANY_CASE) {
        return false;
      }
    }
    return true;
  }

  private firstEntry(node: number): number {
    return (this.nodes[node * NODE + 2]! >> ENTRY_SHIFT) - 1;
  }

  private nextEntry(entry: number): number {
    return this.entries[entry * ENTRY + 2]!;
  }

  /** The slot in which the node behind `node` and a key is, or would be. */
  private slotFor(node: number, key: number): number {
    const { slots, nodes } = this;
    const mask = slots.length - 1;
    for (let slot = slotOf(stepHash(node, key)) & mask; ; slot = (slot + 1) & mask) {
      const found = slots[slot]!;
      if (found === ROOT || (nodes[found * NODE] === node && nodes[found * NODE + 1] === key)) {
        return slot;
      }
    }
  }

  private grow(): void {
    this.slots = new Int32Array(2 * this.slots.length);
    for (let node = 1; node < this.nodeCount; node++) {
      const slot = this.slotFor(this.nodes[node * NODE]!, this.nodes[node * NODE + 1]!);
      this.slots[slot] = node;
    }
  }
}

/** `array`, or a copy at least twice as long when it has fewer than `size` elements. */
function withRoom(array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  if (size <= array.length) {
    return array;
  }
  const grown = new Int32Array(Math.max(size, 2 * array.length));
  grown.set(array);
  return grown;
}
