import { stemmer } from 'stemmer';
import type { Vocabulary } from './vocabulary';

/** Groups word numbers by their Porter stem, so that one inflection finds the others. */
export class StemGroups {
  /** Group `g` owns `members[starts[g]]` up to `members[starts[g + 1]]`, ascending. */
  private readonly starts: Uint32Array;
  private readonly members: Uint32Array;
  /**
   * A hash table of groups by their stem, with -1 where it is empty. A stem itself is not kept, as
   * stemming any member gives it again.
   */
  private readonly table: Int32Array;

  constructor(private readonly vocabulary: Vocabulary) {
    const groupOf = new Map<string, number>();
    const groups = Uint32Array.from(vocabulary, (word) => {
      const stem = stemmer(word);
      const group = groupOf.get(stem) ?? groupOf.size;
      groupOf.set(stem, group);
      return group;
    });
    this.starts = new Uint32Array(groupOf.size + 1);
    groups.forEach((group) => (this.starts[group + 1]! += 1));
    for (let group = 0; group < groupOf.size; group += 1) {
      this.starts[group + 1]! += this.starts[group]!;
    }
    const next = this.starts.slice();
    this.members = new Uint32Array(vocabulary.size);
    groups.forEach((group, number) => (this.members[next[group]!++] = number));

    this.table = new Int32Array(2 ** Math.ceil(Math.log2(2 * groupOf.size + 1))).fill(-1);
    for (const [stem, group] of groupOf) {
      let slot = this.firstSlot(stem);
      while (this.table[slot] !== -1) {
        slot = this.nextSlot(slot);
      }
      this.table[slot] = group;
    }
  }

  /** The words that share the stem of `word`, which may be unknown itself. */
  withStemOf(word: string): Uint32Array {
    const stem = stemmer(word);
    for (let slot = this.firstSlot(stem); ; slot = this.nextSlot(slot)) {
      const group = this.table[slot]!;
      if (group === -1) {
        return NONE;
      }
      const members = this.members.subarray(this.starts[group], this.starts[group + 1]);
      if (stemmer(this.vocabulary.at(members[0]!)) === stem) {
        return members;
      }
    }
  }

  private firstSlot(stem: string): number {
    return hash(stem) & (this.table.length - 1);
  }

  private nextSlot(slot: number): number {
    return (slot + 1) & (this.table.length - 1);
  }
}

/** FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/), its high bits folded in. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value ^ (value >>> 15);
}

const NONE = new Uint32Array();
