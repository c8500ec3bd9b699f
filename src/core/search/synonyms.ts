import type { SynonymMatch, Synonyms } from './slots';
import { namedWords, phraseWords } from './signWords';
import { stemOf } from './stems';

/**
 * Names of the same things: each stands for the others of its ring. A name is known in any
 * inflection and any spelling of its words.
 */
export class SynonymRings implements Synonyms {
  private readonly byName = new Map<string, Ring[]>();
  private longest = 0;

  /**
   * Adds a ring.
   * @param weight how far finding another name counts as finding the one asked for
   */
  add(names: readonly string[], weight: number): void {
    const distinct = new Map<string, readonly string[]>();
    for (const name of names) {
      const words = namedWords(name);
      if (words.length > 0) {
        this.longest = Math.max(this.longest, words.length);
        distinct.set(keyOf(words), phraseWords(name));
      }
    }
    if (distinct.size < 2) {
      return;
    }
    const ring: Ring = { names: distinct, weight };
    for (const key of distinct.keys()) {
      const rings = this.byName.get(key);
      if (rings) {
        rings.push(ring);
      } else {
        this.byName.set(key, [ring]);
      }
    }
  }

  namesAt(words: readonly string[], from: number): readonly SynonymMatch[] {
    const matches: SynonymMatch[] = [];
    const most = Math.min(this.longest, words.length - from);
    for (let length = 1; length <= most; length += 1) {
      const key = keyOf(words.slice(from, from + length));
      for (const { names, weight } of this.byName.get(key) ?? []) {
        const others = [...names].flatMap(([name, other]) => (name === key ? [] : [other]));
        matches.push({ length, weight, names: others });
      }
    }
    return matches;
  }
}

interface Ring {
  /** The words of each name as they stand in a text, by `keyOf` those that are asked for. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly weight: number;
}

function keyOf(words: readonly string[]): string {
  return words.map(stemOf).join(' ');
}
