import type { PassageIndex } from './passageIndex';
import type { Slot } from './slots';
import { RANKING } from './weights';

export interface RankedPassage {
  readonly passage: number;
  /** From 0 to a little above 1; comparable between queries to the same index only roughly. */
  readonly score: number;
  /** The share of the query's information that the passage covers, from 0 to 1. */
  readonly coverage: number;
}

/** Scores passages with arrays that are used again from query to query. */
export class Ranker {
  private readonly totals: Float32Array;
  private readonly covered: Float32Array;
  /** Of the slot at hand: the best value and the best weight so far. */
  private readonly values: Float32Array;
  private readonly weights: Float32Array;

  constructor(private readonly index: PassageIndex) {
    this.totals = new Float32Array(index.size);
    this.covered = new Float32Array(index.size);
    this.values = new Float32Array(index.size);
    this.weights = new Float32Array(index.size);
  }

  /**
   * The passages that hold something of the query, best first; equal ones in their own order.
   * @param accepts for each passage, 1 when it may be found; all may when absent
   * @param limit at most so many
   */
  rank(
    slots: readonly Slot[],
    accepts: Uint8Array | undefined,
    limit: number,
  ): readonly RankedPassage[] {
    const information = slots.reduce((sum, slot) => sum + slot.information, 0);
    if (information === 0) {
      return [];
    }
    const candidates: number[] = [];
    const onlyOptional = slots.every((slot) => slot.optional);
    const order = slots.filter((slot) => !slot.optional || onlyOptional);
    for (const slot of order) {
      this.score(slot, accepts, candidates, true);
    }
    for (const slot of onlyOptional ? [] : slots.filter(({ optional }) => optional)) {
      this.score(slot, accepts, candidates, false);
    }
    const best = new BestPassages(Math.max(limit, RERANKED));
    for (const passage of candidates) {
      const coverage = Math.min(1, this.covered[passage]! / information);
      const share = this.totals[passage]! / (255 * information);
      best.offer(passage, share * coverage ** RANKING.coveragePower, coverage);
      this.totals[passage] = 0;
      this.covered[passage] = 0;
    }
    return this.byProximity(slots, best.take(), limit).slice(0, limit);
  }

  /** Adds what the best alternative of a slot is worth in each passage. */
  private score(
    slot: Slot,
    accepts: Uint8Array | undefined,
    candidates: number[],
    brings: boolean,
  ): void {
    const { index } = this;
    const touched: number[] = [];
    const take = (postings: Uint32Array, from: number, to: number, idf: number, weight: number) => {
      const factor = weight * Math.min(idf, slot.information);
      for (let at = from; at < to; at += 1) {
        const posting = postings[at]!;
        const passage = posting >>> 8;
        if ((accepts && accepts[passage] === 0) || (!brings && this.totals[passage] === 0)) {
          continue;
        }
        const value = factor * (posting & 0xff);
        if (this.weights[passage] === 0) {
          touched.push(passage);
        }
        if (value > this.values[passage]!) {
          this.values[passage] = value;
        }
        if (weight > this.weights[passage]!) {
          this.weights[passage] = weight;
        }
      }
    };
    slot.words.forEach((word, at) =>
      take(
        index.postings,
        index.starts[word]!,
        index.starts[word + 1]!,
        index.idf[word]!,
        slot.weights[at]!,
      ),
    );
    for (const { postings, weight } of slot.sequences) {
      take(postings, 0, postings.length, index.idfOf(postings.length), weight);
    }
    for (const passage of touched) {
      if (this.totals[passage] === 0) {
        candidates.push(passage);
      }
      this.totals[passage]! += this.values[passage]!;
      this.covered[passage]! +=
        slot.information * this.weights[passage]! ** RANKING.coverageOfWeight;
      this.values[passage] = 0;
      this.weights[passage] = 0;
    }
  }

  /** Lifts those of the best passages whose words stand as in the query. */
  private byProximity(
    slots: readonly Slot[],
    ranked: readonly RankedPassage[],
    limit: number,
  ): readonly RankedPassage[] {
    const places = slots.flatMap((slot, at) => (slot.optional ? [] : [{ slot, at }]));
    if (places.length < 2) {
      return ranked;
    }
    // What cannot come among the first `limit` even when it is lifted most need not be looked at.
    const least = (ranked[limit - 1]?.score ?? 0) / (1 + RANKING.proximity);
    return ranked
      .map((entry, at) => {
        const proximity =
          at < RERANKED && entry.score >= least ? this.proximity(places, entry.passage) : 0;
        return { ...entry, score: entry.score * (1 + RANKING.proximity * proximity) };
      })
      .sort(byScore);
  }

  /** How much as in the query the words stand in a passage: 1 when they do, 0 when they stand far apart. */
  private proximity(places: readonly Place[], passage: number): number {
    let sum = 0;
    let most = 0;
    let before = places[0]!;
    let positionsBefore = this.positions(before.slot, passage);
    for (const place of places.slice(1)) {
      const positions = this.positions(place.slot, passage);
      const weight = Math.min(before.slot.information, place.slot.information);
      const distance = leastDeviation(positionsBefore, positions, place.at - before.at);
      sum += weight / (1 + distance);
      most += weight;
      before = place;
      positionsBefore = positions;
    }
    return most === 0 ? 0 : sum / most;
  }

  /** Where the likeliest words of a slot stand in a passage. */
  private positions(slot: Slot, passage: number): readonly number[] {
    const found: number[] = [];
    for (const word of slot.words.subarray(0, MOST_PLACED)) {
      const posting = this.index.postingOf(word, passage);
      if (posting !== -1) {
        found.push(...this.index.positionsOf(posting));
      }
    }
    return found;
  }
}

interface Place {
  readonly slot: Slot;
  /** Which word of the query the slot is. */
  readonly at: number;
}

/** So many of the best are looked at again for the places of their words. */
const RERANKED = 100;

/** So many alternatives of a word are looked up for their places: more are completions of few letters. */
const MOST_PLACED = 8;

/** By how many places two words miss their distance in the query, at best; one more when reversed. */
function leastDeviation(
  first: readonly number[],
  second: readonly number[],
  distance: number,
): number {
  let least = Number.POSITIVE_INFINITY;
  for (const a of first) {
    for (const b of second) {
      const deviation = b > a ? Math.abs(b - a - distance) : a - b;
      least = Math.min(least, deviation);
    }
  }
  return least;
}

function byScore(a: RankedPassage, b: RankedPassage): number {
  return b.score - a.score || a.passage - b.passage;
}

/** The best few of many, in a binary heap whose root is the worst of them. */
class BestPassages {
  private readonly heap: RankedPassage[] = [];

  constructor(private readonly limit: number) {}

  offer(passage: number, score: number, coverage: number): void {
    const { heap } = this;
    if (heap.length < this.limit) {
      heap.push({ passage, score, coverage });
      this.rise(heap.length - 1);
      return;
    }
    const worst = heap[0]!;
    if (score > worst.score || (score === worst.score && passage < worst.passage)) {
      heap[0] = { passage, score, coverage };
      this.sink();
    }
  }

  /** All of them, best first. */
  take(): RankedPassage[] {
    return this.heap.sort(byScore);
  }

  private rise(from: number): void {
    const { heap } = this;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (byScore(heap[at]!, heap[parent]!) <= 0) {
        return;
      }
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(): void {
    const { heap } = this;
    let at = 0;
    for (;;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && byScore(heap[child]!, heap[worst]!) > 0) {
          worst = child;
        }
      }
      if (worst === at) {
        return;
      }
      this.swap(at, worst);
      at = worst;
    }
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b]!, this.heap[a]!];
  }
}
