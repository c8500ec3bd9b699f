import Fuse, { type IFuseOptions } from 'fuse.js';
import { stemmer } from 'stemmer';
import { isFunctionWord, isLightWord } from './stopWords';
import { tokenize } from './textAnalysis';

/** A name of something to jump to. */
export interface Name {
  readonly text: string;
  /** What it names, as the caller numbers things. */
  readonly owner: number;
}

export interface NameMatch extends Name {
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
  readonly names: readonly Name[];
}

const OPTIONS: IFuseOptions<NameGroup> = {
  keys: ['canonical'],
  includeScore: true,
  // Closeness orders the matches, not Fuse.
  shouldSort: false,
  ignoreFieldNorm: true,
  // A match far behind the beginning of a name is no match.
  distance: 40,
};

/** Short keys through Fuse.js, in the spelling that `canonicalWord` makes of both sides. */
export class Names {
  private readonly near: Fuse<NameGroup>;
  private readonly distant: Fuse<NameGroup>;
  /** By `wordKey`. */
  private readonly byWords: ReadonlyMap<string, readonly NameGroup[]>;

  constructor(names: readonly Name[]) {
    const groups = [...groupBy(names, ({ text }) => canonicalName(text))]
      .filter(([canonical]) => canonical !== '')
      .map(([canonical, same]) => ({ canonical, names: same }));
    const index = Fuse.createIndex<NameGroup>(['canonical'], groups);
    this.near = new Fuse(groups, { ...OPTIONS, threshold: 0.2 }, index);
    this.distant = new Fuse(groups, { ...OPTIONS, threshold: 0.6 }, index);
    this.byWords = groupBy(groups, ({ canonical }) => wordKey(canonical));
  }

  /**
   * The best match for each thing, closest first; equal ones in the order of their owners. Where
   * the query is a name, in any order and inflection and be it within a question ("what is the
   * …"), only the things of that name match.
   * @param words the canonical words of the query
   */
  find(words: readonly string[]): readonly NameMatch[] {
    const query = words.join(' ');
    const same = this.withWords(words) ?? this.withWords(withoutQuestion(words));
    return same === undefined
      ? bestOfEach(closest(this.near, words))
      : bestOfEach(same.flatMap((group) => matches(group, group.canonical === query ? 1 : SAME)));
  }

  private withWords(words: readonly string[]): readonly NameGroup[] | undefined {
    return this.byWords.get(wordKey(words.join(' ')));
  }

  /** Names that resemble the first words of a query from afar, for one that found nothing. */
  findDistant(words: readonly string[]): readonly NameMatch[] {
    return bestOfEach(closest(this.distant, words.slice(0, MOST_WORDS)));
  }
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

function closest(fuse: Fuse<NameGroup>, words: readonly string[]): NameMatch[] {
  const query = words.join(' ');
  if (query === '' || query.length > LONGEST_QUERY || words.length > MOST_WORDS) {
    return [];
  }
  return fuse.search(query).flatMap(({ item, score = 1 }) => {
    const { length } = item.canonical;
    const share = Math.min(length, query.length) / Math.max(length, query.length);
    return matches(item, (1 - score) * share);
  });
}

function matches({ names }: NameGroup, closeness: number): NameMatch[] {
  return names.map((name) => ({ ...name, closeness }));
}

function bestOfEach(found: readonly NameMatch[]): readonly NameMatch[] {
  const sorted = [...found].sort((a, b) => b.closeness - a.closeness || a.owner - b.owner);
  const owners = new Set<number>();
  return sorted.filter(({ owner }) => !owners.has(owner) && owners.add(owner));
}

function canonicalName(name: string): string {
  return tokenize(name)
    .map(({ word }) => word)
    .join(' ');
}

/** The same for names of the same words, whatever their order and inflection. */
function wordKey(canonical: string): string {
  return canonical.split(' ').map(stemmer).sort().join(' ');
}

function groupBy<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const members = groups.get(key);
    if (members) {
      members.push(thing);
    } else {
      groups.set(key, [thing]);
    }
  }
  return groups;
}
