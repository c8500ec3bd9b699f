import { stemOf } from './stems';
import type { IndexVocabulary } from './vocabulary';

/** Groups word numbers by their stem, so that one inflection finds the others. */
export class StemGroups {
  /** Group `g` owns `members[starts[g]]` up to `members[starts[g + 1]]`, ascending. */
  private readonly starts: Uint32Array;
  private readonly members: Uint32Array;
  /**
   * A hash table of groups by their stem, with -1 where it is empty. A stem itself is not kept, as
   * stemming any member gives it again.
   */
  private readonly table: Int32Array;

  /**
   * @param groups the group of each word, counted in the order of their first words
   * @param hashes the `hash` of each group's stem
   */
  constructor(
    private readonly vocabulary: IndexVocabulary,
    groups: Uint32Array,
    readonly hashes: Uint32Array,
  ) {
    this.starts = new Uint32Array(hashes.length + 1);
    for (let word = 0; word < groups.length; word += 1) {
      this.starts[groups[word]! + 1]! += 1;
    }
    for (let group = 0; group < hashes.length; group += 1) {
      this.starts[group + 1]! += this.starts[group]!;
    }
    const next = this.starts.slice();
    this.members = new Uint32Array(groups.length);
    for (let word = 0; word < groups.length; word += 1) {
      this.members[next[groups[word]!]!++] = word;
    }
    this.table = new Int32Array(2 ** Math.ceil(Math.log2(2 * hashes.length + 1))).fill(-1);
    for (let group = 0; group < hashes.length; group += 1) {
      let slot = this.firstSlot(hashes[group]!);
      while (this.table[slot] !== -1) {
        slot = this.nextSlot(slot);
      }
      this.table[slot] = group;
    }
  }

  static *of(vocabulary: IndexVocabulary): Generator<undefined, StemGroups> {
    const groupOf = new Map<string, number>();
    const groups = new Uint32Array(vocabulary.size);
    const hashes: number[] = [];
    for (let word = 0; word < vocabulary.size; word += 1) {
      const stem = stemOf(vocabulary.at(word));
      let group = groupOf.get(stem);
      if (group === undefined) {
        group = groupOf.size;
        groupOf.set(stem, group);
        hashes.push(hash(stem));
      }
      groups[word] = group;
      if (word % WORDS_AT_ONCE === WORDS_AT_ONCE - 1) {
        yield;
      }
    }
    yield;
    return new StemGroups(vocabulary, groups, Uint32Array.from(hashes));
  }

  /** The group of each word, as the constructor takes them. */
  groups(): Uint32Array {
    const groups = new Uint32Array(this.members.length);
    for (let group = 0; group < this.hashes.length; group += 1) {
      for (let at = this.starts[group]!; at < this.starts[group + 1]!; at += 1) {
        groups[this.members[at]!] = group;
      }
    }
    return groups;
  }

  /** The words that share the stem of `word`, which may be unknown itself. */
  withStemOf(word: string): Uint32Array {
    const stem = stemOf(word);
    const hashed = hash(stem);
    for (let slot = this.firstSlot(hashed); ; slot = this.nextSlot(slot)) {
      const group = this.table[slot]!;
      if (group === -1) {
        return NONE;
      }
      if (this.hashes[group] !== hashed) {
        continue;
      }
      const members = this.members.subarray(this.starts[group], this.starts[group + 1]);
      if (stemOf(this.vocabulary.at(members[0]!)) === stem) {
        return members;
      }
    }
  }

  private firstSlot(hashed: number): number {
    return hashed & (this.table.length - 1);
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
  return (value ^ (value >>> 15)) >>> 0;
}

/** Some milliseconds' work: stemming a word takes one or two microseconds. */
const WORDS_AT_ONCE = 1024;

const NONE = new Uint32Array();
