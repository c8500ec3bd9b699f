/**
 * How far finding something else counts as finding the word that was asked for; 1 is the word
 * itself. Tuned on known items in ten thousand passages of general prose and on half of the
 * queries of `test/unit/search/queries.ts`; small changes make no difference.
 */
export const EXPANSION = {
  /** Another inflection. */
  stem: 0.75,
  /** Another name of the same thing. */
  synonym: 0.9,
  /** A country's adjective or capital. */
  place: 0.7,
  /** A word that means nearly the same. */
  related: 0.4,
  /** Two words written as one, or one as two. */
  compound: 0.9,
  /** A word that begins with the one being typed, when few letters are missing and when many are. */
  completion: { most: 0.8, least: 0.65 },
  /** A completion of a word that is not the last. */
  innerCompletion: 0.45,
  /** The word without the diacritics that were typed, where some text has it with them. */
  folded: 0.6,
  /** A word that the one asked for begins with ("Europe" for "European"). */
  base: 0.4,
  /** A typo of one edit, and of two. */
  edits: [1, 0.7, 0.45],
  /** Typos rarely hit the first letter: this factor on top when they do. */
  otherFirstLetter: 0.6,
  /** The word being typed is unknown, even as a beginning: completions with a typo, this factor on top. */
  misspeltCompletion: 0.8,
} as const;

export const RANKING = {
  /** Power of the share of the query's information that a passage covers. */
  coveragePower: 2,
  /** How far a match of less weight covers its word: its weight to this power. */
  coverageOfWeight: 1,
  /** The share of its information that a function word keeps. */
  functionWord: 0.05,
  /** The share of its information that a light word keeps. */
  lightWord: 0.3,
  /** The share of its information that a pair of signs over the blanks of a query keeps. */
  link: 0.3,
  /** The share of its score that a passage keeps which has words of the query in its title and headings alone. */
  above: 0.1,
  /** Covering this much of a query's information is holding the query, be it in other inflections. */
  whole: 0.65,
  /** What words standing as close and in the same order as in the query add to a score, at most. */
  proximity: 0.4,
  /** The few words of a query stand wherever they like. */
  gathering: 0,
  within: 0,
  /** See `RankingWeights`: that of half of the information. */
  mostLeft: 0.125,
  /** The share of that for the order alone, however far apart. */
  order: 0.75,
} as const;

/** The part of `RANKING` that is another for a sentence that evidence is sought for. */
export interface RankingWeights {
  readonly coveragePower: CoveragePower;
  readonly proximity: number;
  /** What words standing together in any order add to a score, at most, and within how many words. */
  readonly gathering: number;
  readonly within: number;
  /**
   * The share of a full score that the words left may bring at most before passages are dropped that
   * cannot come to the front any more. Trying it earlier only costs time.
   */
  readonly mostLeft: number;
}

export type CoveragePower = 1 | 2;

/**
 * What differs where a sentence is given, and not a query: any of its words may fail. Tuned on half
 * of 291 pairs of a sentence and a passage, made by reading, in ten thousand to a hundred thousand
 * passages.
 */
export const EVIDENCE = {
  coveragePower: 1,
  /** Words that stand as in the sentence tell much, since so few of its words need be there. */
  proximity: 1,
  /** What bears on a sentence is a sentence as well, or two. */
  gathering: 3,
  within: 45,
  /** The best passages cover little of a sentence, so that none can be dropped before. */
  mostLeft: 0.06,
  /** So many words are sought, those that tell most. */
  words: 20,
  /** What the information of a word is multiplied by. */
  number: 1.3,
  name: 1,
  otherWord: 0.9,
  /** The same for what is typed to narrow the evidence. */
  typed: 2,
  /** The power of its information that a word counts with: the rarest would outweigh several others. */
  powerOfInformation: 0.4,
  /** What covers less of a sentence's information does not bear on it. */
  leastCoverage: 0.1,
} as const satisfies RankingWeights & Readonly<Record<string, number>>;
