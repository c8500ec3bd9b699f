import type { PostingLists, Postings } from './postings';
import { SimilarWords } from './similarWords';
import { StemGroups } from './stemGroups';
import { IndexVocabulary } from './vocabulary';

/** At most so many passages fit into one index. */
export const MOST_PASSAGES = 1 << 24;

/**
 * An inverted index with positions. Immutable; made by `PassageIndexBuilder`, `mergeIndexes`,
 * `decodeIndex` or `joinIndexes`. Passages and words are numbers.
 */
export class PassageIndex<L extends PostingLists = PostingLists> {
  readonly similar: SimilarWords;
  /** For each word, how much an occurrence tells: inverse document frequency, as in BM25. */
  readonly idf: Float32Array;

  constructor(
    /** How many passages there are. */
    readonly size: number,
    readonly vocabulary: IndexVocabulary,
    readonly stems: StemGroups,
    readonly postings: L,
  ) {
    this.similar = new SimilarWords(vocabulary);
    this.idf = new Float32Array(vocabulary.size);
    for (let word = 0; word < vocabulary.size; word += 1) {
      this.idf[word] = this.idfOf(postings.count(word));
    }
  }

  /** Inverse document frequency of something that stands in so many passages; at least 0. */
  idfOf(passages: number): number {
    const held = Math.min(passages, this.size);
    return Math.log(1 + (this.size - held + 0.5) / (held + 0.5));
  }
}

/** An index that lies in one piece, so that it can be stored and merged. */
export type WholeIndex = PassageIndex<Postings>;

/**
 * Makes the index of what is given, and the tables that finding inflections and typos takes.
 * @param words distinct, ascending
 */
export function* finishIndex<L extends PostingLists>(
  size: number,
  words: readonly string[],
  postings: L,
): Generator<undefined, PassageIndex<L>> {
  const vocabulary = yield* IndexVocabulary.of(words);
  const stems = yield* StemGroups.of(vocabulary);
  yield;
  return new PassageIndex(size, vocabulary, stems, postings);
}
