import {
  ANY_CASE,
  ENTRY,
  ENTRY_SHIFT,
  HAS_ANY_CASE,
  HAS_CHILDREN,
  NONE,
  STEP,
  TermTrie,
  slotOf,
  stepHash,
} from './termTrie';

// An edge: the node it leaves, its key, the node it leads to (0: free).
const EDGE = 3;

/** The node that all paths begin at. No edge leads to it, so 0 also says that there is none. */
export const ROOT = 0;

/** Collects the paths of forms and makes a `TermTrie` of them. */
export class TermTrieBuilder {
  private rootEdges = new Int32Array(1024);
  private edges = new Int32Array(EDGE * 1024);
  private mask = 1023;
  private edgeCount = 0;
  /** For each node what `TermTrie` keeps in the steps that lead there. */
  private nodes = new Int32Array(1024);
  private nodeCount = 1;
  private entries = new Int32Array(ENTRY * 1024);
  private entryCount = 0;
  private capitals = new Int32Array(256);
  private capitalCount = 0;

  /** The node behind `node` and another word, made if need be. */
  child(node: number, wordClass: number, key: number): number {
    if (node === ROOT) {
      this.rootEdges = withRoom(this.rootEdges, wordClass + 1);
      return (this.rootEdges[wordClass] ||= this.addNode());
    }
    let slot = this.slotFor(node, key);
    const known = this.edges[slot + 2]!;
    if (known !== 0) {
      return known;
    }
    if (4 * (this.edgeCount + 1) > 3 * this.mask) {
      this.grow();
      slot = this.slotFor(node, key);
    }
    const target = this.addNode();
    this.edges[slot] = node;
    this.edges[slot + 1] = key;
    this.edges[slot + 2] = target;
    this.edgeCount++;
    this.nodes[node]! |= HAS_CHILDREN;
    return target;
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
   * Says that a form of a term ends at a node. Terms come in ascending order; beside a
   * form that matches whatever the case, others of the same term say nothing.
   */
  addEntry(node: number, term: number, capitalsStart: number): void {
    let last = NONE;
    for (let entry = (this.nodes[node]! >> ENTRY_SHIFT) - 1; entry >= 0;) {
      if (this.entries[entry * ENTRY] === term) {
        const known = this.entries[entry * ENTRY + 1]!;
        if (known === ANY_CASE) {
          return;
        }
        if (capitalsStart === ANY_CASE) {
          this.entries[entry * ENTRY + 1] = ANY_CASE;
          this.nodes[node]! |= HAS_ANY_CASE;
          return;
        }
      }
      last = entry;
      entry = this.entries[entry * ENTRY + 2]!;
    }
    const entry = this.entryCount++;
    const at = entry * ENTRY;
    this.entries = withRoom(this.entries, at + ENTRY);
    this.entries[at] = term;
    this.entries[at + 1] = capitalsStart;
    this.entries[at + 2] = NONE;
    if (last === NONE) {
      this.nodes[node]! |= (entry + 1) << ENTRY_SHIFT;
    } else {
      this.entries[last * ENTRY + 2] = entry;
    }
    if (capitalsStart === ANY_CASE) {
      this.nodes[node]! |= HAS_ANY_CASE;
    }
  }

  /** @param classCount how many word classes there are, whether forms begin with them or not */
  build(classCount: number): TermTrie {
    const slots = this.mask + 1;
    const steps = new Int32Array(STEP * (classCount + slots));
    const hints = new Int32Array(slots >>> 2);
    for (let wordClass = 0; wordClass < classCount; wordClass++) {
      const target = this.rootEdges[wordClass] ?? 0;
      steps[wordClass * STEP + 2] = target;
      steps[wordClass * STEP + 3] = this.nodes[target]!;
    }
    for (let slot = 0; slot < slots; slot++) {
      const node = this.edges[slot * EDGE]!;
      const key = this.edges[slot * EDGE + 1]!;
      const target = this.edges[slot * EDGE + 2]!;
      if (target !== 0) {
        const at = (classCount + slot) * STEP;
        steps[at] = node;
        steps[at + 1] = key;
        steps[at + 2] = target;
        steps[at + 3] = this.nodes[target]!;
        const hash = stepHash(node, key);
        hints[(hash >>> 5) & (hints.length - 1)]! |= 1 << hash;
      }
    }
    return new TermTrie(
      steps,
      classCount,
      hints,
      this.entries.slice(0, this.entryCount * ENTRY),
      this.capitals.slice(0, this.capitalCount),
    );
  }

  private addNode(): number {
    const node = this.nodeCount++;
    this.nodes = withRoom(this.nodes, this.nodeCount);
    return node;
  }

  /** Where the edge is, or would be. */
  private slotFor(node: number, key: number): number {
    const { edges, mask } = this;
    let slot = slotOf(stepHash(node, key)) & mask;
    while (
      edges[slot * EDGE + 2] !== 0 &&
      !(edges[slot * EDGE] === node && edges[slot * EDGE + 1] === key)
    ) {
      slot = (slot + 1) & mask;
    }
    return slot * EDGE;
  }

  private grow(): void {
    const old = this.edges;
    this.mask = 2 * this.mask + 1;
    this.edges = new Int32Array(EDGE * (this.mask + 1));
    for (let at = 0; at < old.length; at += EDGE) {
      if (old[at + 2] !== 0) {
        this.edges.set(old.subarray(at, at + EDGE), this.slotFor(old[at]!, old[at + 1]!));
      }
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
