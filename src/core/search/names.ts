import { groupBy } from '../../util/groupBy';
import Fuse from 'fuse.js';
import { isFunctionWord, isLightWord } from '../text/stopWords';
import { LONGEST_COMPARED, prefixEditDistance } from './editDistance';
import { namedWords } from './signWords';
import { stemOf } from './stems';

/** A name of something to jump to. */
export interface Name {
  readonly text: string;
  /** What it names, as the caller numbers things. */
  readonly owner: number;
}

export interface NearName extends Name {
  /** 1 when the query is the name, less the more letters differ or are missing. */
  readonly closeness: number;
}

/**
 * Longer queries are left to the passage index. Fuse takes 32 letters at a time, and for long ones
 * as much time as all the rest of a search together.
 */
const LONGEST_QUERY = 32;
const MOST_WORDS = 4;

/** Names that are the same but for their spelling. */
interface NameGroup {
  readonly canonical: string;
  /** See `letterBit`. */
  readonly letters: number;
  readonly names: readonly Name[];
}

/** The share of a query's letters that may be wrong, and how far: see Fuse's `threshold`. */
const NEAR = 0.2;
const DISTANT = 0.6;

/** A match far behind the beginning of a name is no match: see Fuse's `distance`. */
const DISTANCE = 40;

/** Short keys through Fuse.js, in the spelling that `canonicalWord` makes of both sides. */
export class Names {
  private readonly groups: readonly NameGroup[];
  /** By `wordKey`; made when it is first asked for. */
  private byWords: ReadonlyMap<string, readonly NameGroup[]> | undefined;

  constructor(names: readonly Name[]) {
    this.groups = [...groupBy(names, ({ text }) => [canonicalName(text)])]
      .filter(([canonical]) => canonical !== '')
      .map(([canonical, same]) => ({ canonical, letters: lettersOf(canonical), names: same }));
  }

  /**
   * The best match for each thing, closest first; equal ones in the order of their owners. Where
   * the query is a name, in any order and inflection and be it within a question ("what is the
   * …"), only the things of that name match.
   * @param words the canonical words of the query
   */
  find(words: readonly string[]): readonly NearName[] {
    const query = words.join(' ');
    const same = this.withWords(words) ?? this.withWords(withoutQuestion(words));
    return same === undefined
      ? bestOfEach(this.closest(words, NEAR))
      : bestOfEach(same.flatMap((group) => matches(group, group.canonical === query ? 1 : SAME)));
  }

  private withWords(words: readonly string[]): readonly NameGroup[] | undefined {
    this.byWords ??= groupBy(this.groups, ({ canonical }) => [wordKey(canonical)]);
    return this.byWords.get(wordKey(words.join(' ')));
  }

  /**
   * Names that resemble the first words of a query from afar and have one of them, perhaps with a
   * typo, for a query that found nothing.
   */
  findDistant(words: readonly string[]): readonly NearName[] {
    const first = words.slice(0, MOST_WORDS);
    return bestOfEach(
      this.closest(first, DISTANT).filter(({ text }) => sharesWord(first, canonicalName(text))),
    );
  }

  private closest(words: readonly string[], threshold: number): NearName[] {
    const query = words.join(' ');
    const { length } = query;
    if (query === '' || length > LONGEST_QUERY || words.length > MOST_WORDS) {
      return [];
    }
    const bits = Array.from(query, letterBit);
    return this.groups.flatMap((group) => {
      const { canonical, letters } = group;
      // Each letter that the name lacks is an error, and most names lack too many to be looked at.
      const lacking = bits.filter((bit) => (letters & bit) === 0).length;
      if (lacking / length > threshold) {
        return [];
      }
      const { isMatch, score } = Fuse.match(query, canonical, { threshold, distance: DISTANCE });
      const share = Math.min(canonical.length, length) / Math.max(canonical.length, length);
      return isMatch ? matches(group, (1 - score) * share) : [];
    });
  }
}

/** Letters of a word for each that may be wrong in it. */
const LETTERS_A_TYPO = 4;

/** Whether a word of a name is, or begins with, one of a query but for typos. */
function sharesWord(words: readonly string[], canonical: string): boolean {
  const named = canonical.split(' ');
  return words.some((word) => {
    const most = Math.floor(word.length / LETTERS_A_TYPO);
    return (
      !isFunctionWord(word) &&
      named.some(
        (other) => word.length <= LONGEST_COMPARED && prefixEditDistance(word, other, most) <= most,
      )
    );
  });
}

/** The closeness of a name with the same words in another order or inflection. */
const SAME = 0.95;

/** The words without those at either end that tell little. */
function withoutQuestion(words: readonly string[]): readonly string[] {
  const telling = words.flatMap((word, at) =>
    isFunctionWord(word) || isLightWord(word) ? [] : [at],
  );
  return words.slice(telling[0] ?? words.length, (telling.at(-1) ?? 0) + 1);
}

function matches({ names }: NameGroup, closeness: number): NearName[] {
  return names.map((name) => ({ ...name, closeness }));
}

function bestOfEach(found: readonly NearName[]): readonly NearName[] {
  const sorted = [...found].sort((a, b) => b.closeness - a.closeness || a.owner - b.owner);
  const owners = new Set<number>();
  return sorted.filter(({ owner }) => !owners.has(owner) && owners.add(owner));
}

/** One of 32 bits for a letter; some letters share one. */
function letterBit(letter: string): number {
  return 1 << (letter.charCodeAt(0) & 31);
}

function lettersOf(text: string): number {
  return Array.from(text, letterBit).reduce((all, bit) => all | bit, 0);
}

function canonicalName(name: string): string {
  return namedWords(name).join(' ');
}

/** The same for names of the same words, whatever their order and inflection. */
function wordKey(canonical: string): string {
  return canonical.split(' ').map(stemOf).sort().join(' ');
}
