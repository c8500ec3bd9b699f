import { compoundParts } from './compounds';
import { WordExpander, type WordExpansion } from './expansion';
import type { PassageIndex } from './passageIndex';
import { phrasePostings } from './phrases';
import type { QueryWord } from './queryParser';
import { isLoneSign } from './signWords';
import { canonicalWord } from './textAnalysis';
import type { WordRange } from './vocabulary';
import { EXPANSION } from './weights';

/** A word of a query with all that is taken for it. */
export interface Slot extends WordExpansion {
  readonly sequences: readonly Sequence[];
}

/** Words that count when they stand together in this order. */
export interface Sequence {
  readonly words: readonly number[];
  /** One of these follows them, of which only the first sign belongs to the sequence. */
  readonly ending?: WordRange;
  readonly weight: number;
  /** Where they do, as `phrasePostings` has it. Not empty. */
  readonly postings: Uint32Array;
}

/** Knows other names of what stands in a query. */
export interface Synonyms {
  /** Others for the words of `words` from `from` on, be it one word or several. */
  namesAt(words: readonly string[], from: number): readonly SynonymMatch[];
}

export interface SynonymMatch {
  /** How many words of the query the names stand for. */
  readonly length: number;
  /** How far finding one of them counts as finding what was asked for. */
  readonly weight: number;
  /** The canonical words of each. */
  readonly names: readonly (readonly string[])[];
}

/** Turns the words of queries into slots. */
export class SlotPlanner {
  private readonly expander: WordExpander;
  private readonly postings = new Map<string, Uint32Array>();

  constructor(
    private readonly index: PassageIndex,
    private readonly synonyms?: Synonyms,
  ) {
    this.expander = new WordExpander(index);
  }

  /**
   * One slot for each word, in their order.
   * @param loose takes more words for misspelt or cut short; unknown ones are so taken anyway. Of
   *   long queries only the first are, as each of them costs milliseconds
   */
  plan(words: readonly QueryWord[], loose: boolean): Slot[] {
    const alternatives = this.alternativesOf(words);
    let [knownLeft, unknownLeft] = [MOST_LOOSE, MOST_LOOSE];
    return words.map((word, at) => {
      const others = alternatives[at] ?? [];
      const strict = this.expander.expand(word, loose && knownLeft-- > 0);
      const unknown = strict.words.length + others.length === 0;
      const expansion = unknown && unknownLeft-- > 0 ? this.expander.expand(word, true) : strict;
      return others.length === 0 ? { ...expansion, sequences: [] } : this.slotOf(expansion, others);
    });
  }

  /** A slot that only the phrase itself fills. */
  phrase(phrase: readonly string[]): Slot {
    const { vocabulary } = this.index;
    const last = phrase.at(-1) ?? '';
    const ending = isLoneSign(last) ? vocabulary.withPrefix(last) : undefined;
    const whole = ending === undefined ? phrase : phrase.slice(0, -1);
    const words = whole.map((word) => vocabulary.indexOf(word));
    const postings = this.postingsOf(words, ending);
    return {
      words: new Uint32Array(),
      weights: new Float32Array(),
      sequences:
        postings.length === 0 ? [] : [{ words, ...(ending && { ending }), weight: 1, postings }],
      information: this.index.idfOf(postings.length),
      optional: false,
    };
  }

  /** For each word, what may stand instead of it, alone or together with its neighbours. */
  private alternativesOf(words: readonly QueryWord[]): Alternative[][] {
    const { vocabulary } = this.index;
    const canonical = words.map(({ word }) => word);
    const found = words.map((): Alternative[] => []);
    const offer = (from: number, length: number, name: readonly string[], weight: number): void => {
      for (const alternative of this.readings(name, weight)) {
        found.slice(from, from + length).forEach((ofWord) => ofWord.push(alternative));
      }
    };
    words.forEach(({ word, typed }, at) => {
      const next = words[at + 1];
      if (next) {
        offer(at, 2, [canonicalWord(typed + next.typed)], EXPANSION.compound);
      }
      if (vocabulary.indexOf(word) === -1) {
        for (const parts of compoundParts(vocabulary, typed)) {
          offer(at, 1, parts, EXPANSION.compound);
        }
      }
      for (const { length, names, weight } of this.synonyms?.namesAt(canonical, at) ?? []) {
        names.forEach((name) => offer(at, length, name, weight));
      }
    });
    return found;
  }

  /** A name of one word in all its inflections; one of several as it is. Empty when unknown. */
  private readings(name: readonly string[], weight: number): Alternative[] {
    const { stems, vocabulary } = this.index;
    const [first = ''] = name;
    if (name.length > 1) {
      const words = name.map((word) => vocabulary.indexOf(word));
      return words.includes(-1) ? [] : [{ words, weight }];
    }
    const exact = vocabulary.indexOf(first);
    return Array.from(stems.withStemOf(first), (word) => ({
      words: [word],
      weight: word === exact ? weight : weight * EXPANSION.stem,
    }));
  }

  private slotOf(expansion: WordExpansion, alternatives: readonly Alternative[]): Slot {
    const words = [...expansion.words];
    const weights = [...expansion.weights];
    const sequences: Sequence[] = [];
    for (const alternative of alternatives) {
      const [first, ...more] = alternative.words;
      if (first !== undefined && more.length === 0) {
        words.push(first);
        weights.push(alternative.weight);
      } else {
        const postings = this.postingsOf(alternative.words);
        if (postings.length > 0) {
          sequences.push({ ...alternative, postings });
        }
      }
    }
    return {
      words: Uint32Array.from(words),
      weights: Float32Array.from(weights),
      sequences,
      information:
        expansion.words.length === 0 ? this.informationOfBest(alternatives) : expansion.information,
      optional: expansion.optional,
    };
  }

  /** What finding a word tells that the index knows by other names only: as much as the best of them. */
  private informationOfBest(alternatives: readonly Alternative[]): number {
    const best = Math.max(...alternatives.map(({ weight }) => weight));
    return Math.max(
      ...alternatives
        .filter(({ weight }) => weight === best)
        .flatMap(({ words }) => words.map((word) => this.index.idf[word]!)),
    );
  }

  private postingsOf(words: readonly number[], ending?: WordRange): Uint32Array {
    const key = `${words.join(' ')} ${ending?.from ?? ''}`;
    const known = this.postings.get(key);
    if (known) {
      return known;
    }
    if (this.postings.size >= MOST_KEPT) {
      this.postings.clear();
    }
    const postings = phrasePostings(this.index, words, ending);
    this.postings.set(key, postings);
    return postings;
  }
}

interface Alternative {
  readonly words: readonly number[];
  readonly weight: number;
}

const MOST_KEPT = 1000;

/** So many words of a query, known and unknown, may be misspelt: a page in another language has only such. */
const MOST_LOOSE = 8;
