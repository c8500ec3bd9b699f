import { BestPassages, type RankedPassage } from '../search/bestPassages';
import type { PassageIndex } from '../search/passageIndex';
import type { PassageRange } from '../search/passageNumbers';
import { beginsWithSign } from '../search/signWords';

/** Of a quotation's known words, so many of the rarest are looked up. */
const MOST_WORDS = 12;
/** What a pair of signs counts there: a word has some of them. */
const PAIR_SHARE = 1 / 4;
/** So many passages are looked up for words that are common; rarer ones have told enough by then. */
const MOST_POSTINGS = 60_000;
const FEWEST_WORDS = 3;

/** So many passages are looked at again for the places of their words. */
const RERANKED = 160;
/** What two words tell that stand in a passage as far from each other as in the quotation, in nats. */
const PLACED = 4;

/** A word of a quotation that the index has, and where in the quotation it stands, counted in words. */
interface SoughtWord {
  readonly word: number;
  readonly at: number;
}

/**
 * Finds the passages that share most with a few words: at first by the rarest of them, and then, as
 * many may have all of them, by how they stand to each other. Its tables are used again.
 */
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
   * @param words that follow each other, as `canonicalWord` has them
   * @param ranges where to look; everywhere when absent
   */
  find(
    words: readonly string[],
    ranges: readonly PassageRange[] | undefined,
    limit: number,
  ): readonly number[] {
    const sought = this.rarest(words);
    const count = this.addUp(sought, ranges);
    const { scores, touched } = this;
    const single = new BestPassages(RERANKED);
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
        ...this.byPlaces(single.take(), sought, limit),
        ...pairs.take().flatMap(({ passage }) => [passage, passage + 1]),
      ]),
    ];
  }

  /**
   * Those of the best passages in which the words stand as in the quotation come first, and of these
   * the ones in which they come soonest: behind its own words a passage has those of the title and
   * of the headings above it.
   */
  private byPlaces(
    ranked: readonly RankedPassage[],
    sought: readonly SoughtWord[],
    limit: number,
  ): readonly number[] {
    if (ranked.length <= limit || sought.length < 2) {
      return ranked.slice(0, limit).map(({ passage }) => passage);
    }
    const inOrder = [...sought].sort((a, b) => a.at - b.at);
    return ranked
      .map(({ passage, score, coverage }) => {
        let placed = 0;
        let before = inOrder[0]!;
        let positions = this.index.postings.positionsIn(before.word, passage);
        const first = positions[0] ?? Infinity;
        for (const word of inOrder.slice(1)) {
          const next = this.index.postings.positionsIn(word.word, passage);
          placed += nearness(positions, next, word.at - before.at);
          before = word;
          positions = next;
        }
        return { passage, score: score + PLACED * placed, coverage, first };
      })
      .sort((a, b) => b.score - a.score || a.first - b.first || a.passage - b.passage)
      .slice(0, limit)
      .map(({ passage }) => passage);
  }

  /** Adds up, for each passage, what its words tell; returns how many passages have any. */
  private addUp(
    sought: readonly SoughtWord[],
    ranges: readonly PassageRange[] | undefined,
  ): number {
    const { index, scores, touched, reading } = this;
    let count = 0;
    let read = 0;
    for (const [at, { word }] of sought.entries()) {
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

  /** The rarest words, rarest first, each once. */
  private rarest(words: readonly string[]): readonly SoughtWord[] {
    const { vocabulary, postings, idf } = this.index;
    const known = new Map<number, SoughtWord>();
    words.forEach((text, at) => {
      const word = vocabulary.indexOf(text);
      if (word !== -1 && idf[word]! > 0 && !known.has(word)) {
        known.set(word, { word, at });
      }
    });
    let taken = 0;
    return [...known.values()]
      .sort((a, b) => postings.count(a.word) - postings.count(b.word))
      .filter(({ at }) => {
        taken += beginsWithSign(words[at]!) ? PAIR_SHARE : 1;
        return taken <= MOST_WORDS;
      });
  }
}

/** 1 when some of the positions have that distance, half as much when they miss it by a word or two, else 0. */
function nearness(first: readonly number[], second: readonly number[], distance: number): number {
  let least = Infinity;
  let at = 0;
  for (const position of first) {
    const wanted = position + distance;
    while (at < second.length - 1 && second[at]! < wanted) {
      at += 1;
    }
    for (const found of [second[at - 1], second[at]]) {
      least = found === undefined ? least : Math.min(least, Math.abs(found - wanted));
    }
  }
  return least === 0 ? 1 : least <= 2 ? 0.5 : 0;
}

function isWithin(ranges: readonly PassageRange[], passage: number): boolean {
  return ranges.some(({ from, to }) => from <= passage && passage < to);
}
