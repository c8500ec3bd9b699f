import { stemmer } from 'stemmer';

/** Groups word numbers by their Porter stem, so that one inflection finds the others. */
export class StemGroups {
  private readonly groupOf = new Map<string, number>();
  /** Group `g` owns `members[starts[g]]` up to `members[starts[g + 1]]`, ascending. */
  private readonly starts: Uint32Array;
  private readonly members: Uint32Array;

  constructor(words: readonly string[]) {
    const groups = new Uint32Array(words.length);
    words.forEach((word, number) => {
      const stem = stemmer(word);
      const group = this.groupOf.get(stem) ?? this.groupOf.size;
      this.groupOf.set(stem, group);
      groups[number] = group;
    });
    this.starts = new Uint32Array(this.groupOf.size + 1);
    groups.forEach((group) => (this.starts[group + 1]! += 1));
    for (let group = 0; group < this.groupOf.size; group += 1) {
      this.starts[group + 1]! += this.starts[group]!;
    }
    const next = this.starts.slice();
    this.members = new Uint32Array(words.length);
    groups.forEach((group, number) => (this.members[next[group]!++] = number));
  }

  /** The words that share the stem of `word`, which may be unknown itself. */
  withStemOf(word: string): Uint32Array {
    const group = this.groupOf.get(stemmer(word));
    return group === undefined
      ? NONE
      : this.members.subarray(this.starts[group], this.starts[group + 1]);
  }
}

const NONE = new Uint32Array();
