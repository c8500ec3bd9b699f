import { BestPassages } from '../search/bestPassages';
import type { PassageIndex } from '../search/passageIndex';
import type { PassageRange } from '../search/passageNumbers';

/** Of a quotation's known words, so many of the rarest are looked up. */
const MOST_WORDS = 12;
/** So many passages are looked up for words that are common; rarer ones have told enough by then. */
const MOST_POSTINGS = 60_000;
const FEWEST_WORDS = 3;

/** Finds the passages that share most with a few words, by the rarest of them. Its tables are used again. */
export class PassageFinder {
  private readonly scores: Float32Array;
  private readonly touched: Uint32Array;
  private readonly reading: Uint32Array;

  constructor(private readonly index: PassageIndex) {
    this.scores = new Float32Array(index.size);
    this.touched = new Uint32Array(index.size);
    this.reading = new Uint32Array(index.size);
  }

  /** How much an occurrence of a word tells; 0 for an unknown one. @param word as `canonicalWord` has it */
  information(word: string): number {
    const number = this.index.vocabulary.indexOf(word);
    return number === -1 ? 0 : this.index.idf[number]!;
  }

  /**
   * The numbers of the likeliest passages, likeliest first; those that are likely together with the
   * one behind them count, too, since a quotation may reach from one into the next.
   *
   * @param words as `canonicalWord` has them
   * @param ranges where to look; everywhere when absent
   */
  find(
    words: readonly string[],
    ranges: readonly PassageRange[] | undefined,
    limit: number,
  ): readonly number[] {
    const count = this.addUp(words, ranges);
    const { scores, touched } = this;
    const single = new BestPassages(limit);
    const pairs = new BestPassages(Math.ceil(limit / 2));
    for (let at = 0; at < count; at += 1) {
      const passage = touched[at]!;
      const score = scores[passage]!;
      single.offer(passage, score, 1);
      const behind = scores[passage + 1] ?? 0;
      if (behind > 0) {
        pairs.offer(passage, score + behind, 1);
      }
    }
    for (let at = 0; at < count; at += 1) {
      scores[touched[at]!] = 0;
    }
    return [
      ...new Set([
        ...single.take().map(({ passage }) => passage),
        ...pairs.take().flatMap(({ passage }) => [passage, passage + 1]),
      ]),
    ];
  }

  /** Adds up, for each passage, what its words tell; returns how many passages have any. */
  private addUp(words: readonly string[], ranges: readonly PassageRange[] | undefined): number {
    const { index, scores, touched, reading } = this;
    let count = 0;
    let read = 0;
    for (const [at, word] of this.rarest(words).entries()) {
      read += index.postings.count(word);
      if (at >= FEWEST_WORDS && read > MOST_POSTINGS) {
        break;
      }
      const information = index.idf[word]!;
      const length = index.postings.read(word, reading);
      for (let posting = 0; posting < length; posting += 1) {
        const passage = reading[posting]! >>> 8;
        if (ranges !== undefined && !isWithin(ranges, passage)) {
          continue;
        }
        if (scores[passage] === 0) {
          touched[count++] = passage;
        }
        scores[passage]! += information;
      }
    }
    return count;
  }

  private rarest(words: readonly string[]): readonly number[] {
    const { vocabulary, postings } = this.index;
    return [...new Set(words)]
      .map((word) => vocabulary.indexOf(word))
      .filter((word) => word !== -1 && this.index.idf[word]! > 0)
      .sort((a, b) => postings.count(a) - postings.count(b))
      .slice(0, MOST_WORDS);
  }
}

function isWithin(ranges: readonly PassageRange[], passage: number): boolean {
  return ranges.some(({ from, to }) => from <= passage && passage < to);
}
