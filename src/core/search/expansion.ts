import type { PassageIndex } from './passageIndex';
import type { QueryWord } from './queryParser';
import { isFunctionWord, isLightWord } from '../text/stopWords';
import type { WordRange } from './vocabulary';
import { EXPANSION, RANKING } from './weights';

/** What is taken for a word of a query. */
export interface WordExpansion {
  /**
   * Words of the index, and beside each how much it counts against the word asked for. The word
   * itself comes first, its inflections next.
   */
  readonly words: Uint32Array;
  readonly weights: Float32Array;
  /** How much finding the word tells, in the unit of `idf`. */
  readonly information: number;
  /** A function word: it refines what other words find. */
  readonly optional: boolean;
  /** One sign was asked for, with which the words begin: see `signWords.ts`. */
  readonly isSign?: true;
}

/** Expands words of queries. Keeps what it did, so that a keystroke pays for the last word alone. */
export class WordExpander {
  private readonly done = new Map<string, WordExpansion>();

  constructor(private readonly index: PassageIndex) {}

  /**
   * @param loose also takes words for misspelt or cut short that are known as they are
   */
  expand(word: QueryWord, loose: boolean): WordExpansion {
    const typed = word.accented ?? word.typed;
    const key = `${loose ? '~' : '='}${word.unfinished ? '*' : ' '}${typed} ${word.kind ?? ''}`;
    const known = this.done.get(key);
    if (known) {
      return known;
    }
    if (this.done.size >= MOST_KEPT) {
      this.done.clear();
    }
    const expansion =
      word.kind === 'sign'
        ? this.wordsWithSign(word)
        : word.kind === 'link'
          ? this.link(word)
          : this.expandAnew(word, loose);
    this.done.set(key, expansion);
    return expansion;
  }

  private expandAnew(word: QueryWord, loose: boolean): WordExpansion {
    const found = new Map<number, number>();
    const share = this.takeAccented(word, found) ? EXPANSION.folded : 1;
    const take: Take = (other, weight) => {
      found.set(other, Math.max(weight * share, found.get(other) ?? 0));
    };
    let information = this.takeInflections(word.word, take);
    const known = information !== undefined;
    if (word.unfinished || (!known && word.typed.length >= SHORTEST_BEGINNING)) {
      const range = this.index.vocabulary.withPrefix(word.typed);
      this.takeCompletions(word.typed, range, take);
      // A short beginning of common words tells little, even when it is a rare word itself.
      information = least(information, this.informationOf(range));
    }
    const optional = isFunctionWord(word.word);
    if (loose && !optional && !HAS_DIGIT.test(word.word)) {
      this.takeMisspelt(word, take);
      this.takeRelatedByBeginning(word, take);
    }
    information ??= this.informationOfBest(found);
    return {
      words: Uint32Array.from(found.keys()),
      weights: Float32Array.from(found.values()),
      information: information * importance(word.word),
      optional,
    };
  }

  /** All words that begin with a sign; of very many the likeliest. */
  private wordsWithSign({ word }: QueryWord): WordExpansion {
    const found: number[] = [];
    const range = this.index.vocabulary.withPrefix(word);
    this.takeCompletions(word, range, (other) => found.push(other));
    return {
      words: Uint32Array.from(found),
      weights: new Float32Array(found.length).fill(1),
      information: this.informationOf(range) ?? this.index.idfOf(0),
      optional: false,
      isSign: true,
    };
  }

  /** What stands over the blanks between two words: it refines what these find. */
  private link({ word }: QueryWord): WordExpansion {
    const exact = this.index.vocabulary.indexOf(word);
    return exact === -1
      ? { words: NONE, weights: new Float32Array(), information: 0, optional: true }
      : {
          words: Uint32Array.of(exact),
          weights: Float32Array.of(1),
          information: this.index.idf[exact]! * RANKING.link,
          optional: true,
        };
  }

  /** Takes the word with the diacritics that were typed. @returns whether there is one */
  private takeAccented({ accented, unfinished }: QueryWord, found: Map<number, number>): boolean {
    if (accented === undefined) {
      return false;
    }
    const { vocabulary } = this.index;
    const exact = vocabulary.indexOf(accented);
    if (exact !== -1) {
      found.set(exact, 1);
    }
    if (unfinished) {
      this.takeCompletions(accented, vocabulary.withPrefix(accented), (other, weight) => {
        found.set(other, Math.max(weight, found.get(other) ?? 0));
      });
    }
    return found.size > 0;
  }

  /** @returns what the word tells; `undefined` when no form of it is known */
  private takeInflections(word: string, take: Take): number | undefined {
    const exact = this.index.vocabulary.indexOf(word);
    if (exact !== -1) {
      take(exact, 1);
    }
    let information: number | undefined;
    for (const other of this.index.stems.withStemOf(word)) {
      take(other, EXPANSION.stem);
      information = Math.min(information ?? Number.POSITIVE_INFINITY, this.index.idf[other]!);
    }
    return information;
  }

  /** Takes the words of the range that `typed` begins; of very many the likeliest. */
  private takeCompletions(typed: string, range: WordRange, take: Take): void {
    const { most, least } = EXPANSION.completion;
    const { postings, vocabulary } = this.index;
    const leastCount = typed.length <= FEW_LETTERS ? this.likelyCount(range) : 0;
    for (let other = range.from; other < range.to; other += 1) {
      if (postings.count(other) >= leastCount) {
        const share = typed.length / vocabulary.lengthOf(other);
        take(other, least + (most - least) * share);
      }
    }
  }

  /**
   * In how many passages a word of the range must be to be among its likeliest: as many as leave
   * `ENOUGH_POSTINGS` to them all, about.
   */
  private likelyCount({ from, to }: WordRange): number {
    const { postings } = this.index;
    let count = 0;
    let held = postings.countBetween(from, to);
    while (held > ENOUGH_POSTINGS) {
      const next = Math.max(1, count * 2);
      let heldThen = 0;
      for (let word = from; word < to; word += 1) {
        heldThen += postings.count(word) >= next ? postings.count(word) : 0;
      }
      if (heldThen === 0) {
        break;
      }
      count = next;
      held = heldThen;
    }
    return count;
  }

  /** What finding any word of the range tells; `undefined` when it is empty. */
  private informationOf({ from, to }: WordRange): number | undefined {
    const { postings } = this.index;
    return from === to ? undefined : this.index.idfOf(postings.countBetween(from, to));
  }

  /** What finding a word tells that only others stand for: as much as the likeliest of them. */
  private informationOfBest(found: ReadonlyMap<number, number>): number {
    const best = Math.max(0, ...found.values());
    let information = best === 0 ? this.index.idfOf(0) : 0;
    for (const [other, weight] of found) {
      if (weight === best) {
        information = Math.max(information, this.index.idf[other]!);
      }
    }
    return information;
  }

  private takeMisspelt({ word, typed, unfinished }: QueryWord, take: Take): void {
    const { similar, vocabulary } = this.index;
    const most = editsAllowed(word);
    const weigh = (other: number, edits: number, factor: number): void => {
      const sameStart = vocabulary.at(other).charCodeAt(0) === word.charCodeAt(0);
      take(other, factor * EXPANSION.edits[edits]! * (sameStart ? 1 : EXPANSION.otherFirstLetter));
    };
    if (most === 0) {
      return;
    }
    const takeWhole = (other: number, edits: number): void => weigh(other, edits, 1);
    if (!unfinished) {
      similar.find(word, most, takeWhole);
      return;
    }
    if (word !== typed) {
      similar.find(word, most, takeWhole);
    }
    similar.findCompletions(
      typed,
      most,
      (other, edits) => {
        if (word === typed) {
          takeWhole(other, edits);
        }
      },
      (other, edits) => weigh(other, edits, EXPANSION.misspeltCompletion),
    );
  }

  /** Words that the word begins, and words that begin it ("Europe" for "European"). */
  private takeRelatedByBeginning({ word, typed }: QueryWord, take: Take): void {
    const { vocabulary } = this.index;
    if (typed.length >= SHORTEST_BEGINNING) {
      const { from, to } = vocabulary.withPrefix(typed);
      for (let other = from; other < to; other += 1) {
        take(other, EXPANSION.innerCompletion);
      }
    }
    const shortest = Math.max(SHORTEST_BASE, Math.ceil(word.length * SHARE_OF_BASE));
    for (let length = word.length - 1; length >= shortest; length -= 1) {
      const base = vocabulary.indexOf(word.slice(0, length));
      if (base !== -1) {
        take(base, EXPANSION.base);
      }
    }
  }
}

function least(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.min(a, b);
}

type Take = (word: number, weight: number) => void;

const NONE = new Uint32Array();

const MOST_KEPT = 1000;
const SHORTEST_BEGINNING = 3;

/** One letter or two begin thousands of words, most of which nobody means. */
const FEW_LETTERS = 2;
const ENOUGH_POSTINGS = 20_000;

const SHORTEST_BASE = 4;
const SHARE_OF_BASE = 0.6;

/** Another year or number is no typo. */
const HAS_DIGIT = /\d/;

/** How many typos a word of that length may have and still be recognised. */
export function editsAllowed(word: string): number {
  return word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
}

/** How much of its information a word keeps. */
function importance(word: string): number {
  return isFunctionWord(word) ? RANKING.functionWord : isLightWord(word) ? RANKING.lightWord : 1;
}
