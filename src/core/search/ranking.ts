import { BestPassages, BestScores, byScore, type RankedPassage } from './bestPassages';
import { LEAST_OWN_IMPACT, SHARE_OF_IMPACT } from './impacts';
import type { PassageIndex } from './passageIndex';
import { postingOf } from './phrases';
import { liftIn, mostLift } from './proximity';
import type { Slot } from './slots';
import { RANKING, type CoveragePower, type RankingWeights } from './weights';

/**
 * Scores passages with arrays that are used again from query to query. Takes the rarest word first,
 * and stops to take up passages as soon as the words that are left cannot bring one to the front
 * any more (MaxScore: Turtle and Flood 1995, https://doi.org/10.1016/0306-4573(95)00020-H): common
 * words then only refine what is there. The result is that of scoring every passage.
 */
export class Ranker {
  /** What each passage is worth; negative as long as it has no telling word of the query in its own text. */
  private readonly totals: Float32Array;
  private readonly covered: Float32Array;
  /** How much of a query's information a passage with words of its own covers at best. */
  private coveredByOwn = 0;
  /** Of the slot at hand: the best value so far, negative in the same way, and the best cover (see `coverOf`). */
  private readonly values: Float32Array;
  private readonly covers: Float32Array;
  /** The passages whose total is not 0: the first `count` of these. */
  private readonly candidates: Uint32Array;
  private count = 0;
  private readonly touched: Uint32Array;
  /** A field, since it is read for each posting. */
  private readonly shares = SHARE_OF_IMPACT;
  /** The postings being read. */
  private readonly reading: Uint32Array;

  /** Those of the query at hand. */
  private ranking: RankingWeights = RANKING;

  constructor(private readonly index: PassageIndex) {
    this.totals = new Float32Array(index.size);
    this.covered = new Float32Array(index.size);
    this.values = new Float32Array(index.size);
    this.covers = new Float32Array(index.size);
    this.candidates = new Uint32Array(index.size);
    this.touched = new Uint32Array(index.size);
    this.reading = new Uint32Array(index.size);
  }

  /**
   * The passages that hold something of the query, best first; equal ones in their own order.
   * @param accepts for each passage, 1 when it may be found; all may when absent
   * @param limit at most so many
   * @param ranking those of a query when absent
   */
  rank(
    slots: readonly Slot[],
    accepts: Uint8Array | undefined,
    limit: number,
    ranking: RankingWeights = RANKING,
  ): readonly RankedPassage[] {
    this.ranking = ranking;
    const information = slots.reduce((sum, slot) => sum + slot.information, 0);
    if (information === 0 || limit === 0) {
      return [];
    }
    this.collect(slots, accepts, limit, information);
    this.closes(0, limit, information);
    const { above, whole } = RANKING;
    const { coveragePower: power } = ranking;
    const best = new BestPassages(Math.max(limit, RERANKED));
    const byHeadings: RankedPassage[] = [];
    for (let at = 0; at < this.count; at += 1) {
      const passage = this.candidates[at]!;
      const total = this.totals[passage]!;
      const coverage = Math.min(1, this.covered[passage]! / information);
      const score = worthOf(Math.abs(total) / information, coverage, power);
      if (total > 0) {
        this.coveredByOwn = Math.max(this.coveredByOwn, coverage * information);
        best.offer(passage, score, coverage);
      } else {
        byHeadings.push({ passage, score, coverage, relevance: score });
      }
    }
    const isWholeInTexts = this.coveredByOwn >= whole * information;
    for (const { passage, score, coverage } of byHeadings) {
      const stands = !isWholeInTexts && coverage >= whole;
      best.offer(passage, stands ? score : score * above, coverage, score);
    }
    this.clear();
    return this.byProximity(slots, best.take(), limit).slice(0, limit);
  }

  /** Adds up what each slot is worth in each passage that may come among the first `limit`. */
  private collect(
    slots: readonly Slot[],
    accepts: Uint8Array | undefined,
    limit: number,
    information: number,
  ): void {
    const onlyOptional = slots.every((slot) => slot.optional);
    const bringing = slots
      .filter((slot) => slot.information > 0 && (!slot.optional || onlyOptional))
      .sort((a, b) => b.information - a.information);
    const refining = onlyOptional
      ? []
      : slots.filter((slot) => slot.information > 0 && slot.optional);
    let left = information;
    let open = true;
    for (const slot of bringing) {
      open &&= !this.closes(left, limit, information);
      this.add(slot, accepts, { brings: open, isTelling: true });
      left -= slot.information;
    }
    for (const slot of refining) {
      // Fewer candidates to refine.
      this.closes(left, limit, information);
      this.add(slot, accepts, { brings: false, isTelling: false });
      left -= slot.information;
    }
  }

  private clear(): void {
    for (let at = 0; at < this.count; at += 1) {
      this.drop(this.candidates[at]!);
    }
    this.count = 0;
    this.coveredByOwn = 0;
  }

  private drop(passage: number): void {
    this.totals[passage] = 0;
    this.covered[passage] = 0;
  }

  /**
   * Whether slots of no more information than `left` cannot bring a new passage among the first
   * `limit`. If so, drops the candidates that they cannot bring there either.
   */
  private closes(left: number, limit: number, information: number): boolean {
    const { candidates, totals, covered } = this;
    const { above } = RANKING;
    const { coveragePower: power, mostLeft } = this.ranking;
    const most = (left / information) ** (1 + power);
    if (this.count <= limit || most >= mostLeft) {
      return false;
    }
    const best = new BestScores(limit);
    const reranked = new BestScores(Math.max(limit, RERANKED));
    for (let at = 0; at < this.count; at += 1) {
      const passage = candidates[at]!;
      // Those that lack words of their own may yet get some.
      const total = totals[passage]!;
      const share = (total > 0 ? total : -total * above) / information;
      if (share > reranked.least) {
        const worth = worthOf(share, Math.min(1, covered[passage]! / information), power);
        if (worth > reranked.least) {
          reranked.offer(worth);
        }
        if (worth > best.least) {
          best.offer(worth);
        }
      }
    }
    // Proximity may still lift others of those that are looked at again; the last factor is for
    // sums in single precision.
    const least = Math.max(best.least / mostLift(this.ranking), reranked.least) * 0.999;
    if (most >= least) {
      return false;
    }
    let kept = 0;
    for (let at = 0; at < this.count; at += 1) {
      const passage = candidates[at]!;
      const share = (Math.abs(totals[passage]!) + left) / information;
      const coverage = Math.min(1, (covered[passage]! + left) / information);
      if (share >= least && worthOf(share, coverage, power) >= least) {
        candidates[kept++] = passage;
      } else {
        if (totals[passage]! > 0) {
          this.coveredByOwn = Math.max(this.coveredByOwn, covered[passage]!);
        }
        this.drop(passage);
      }
    }
    this.count = kept;
    return true;
  }

  /** Adds what the best alternative of a slot is worth in each passage. */
  private add(slot: Slot, accepts: Uint8Array | undefined, part: SlotPart): void {
    const { postings, idf } = this.index;
    const { brings, isTelling } = part;
    let length = 0;
    for (const word of slot.words) {
      length += postings.count(word);
    }
    if (!brings && slot.words.length * this.count * LOOKUP_COST < length) {
      this.lookUp(slot, isTelling);
      return;
    }
    if (slot.words.length === 1 && slot.sequences.length === 0) {
      this.addWord(slot, accepts, part);
      return;
    }
    let touched = 0;
    for (let at = 0; at < slot.words.length; at += 1) {
      const word = slot.words[at]!;
      const count = postings.read(word, this.reading);
      const weight = slot.weights[at]!;
      const factor = weight * Math.min(idf[word]!, slot.information);
      const cover = coverOf(weight, slot);
      touched = this.take(this.reading, count, factor, cover, accepts, part, touched);
    }
    for (const { postings: held, weight } of slot.sequences) {
      const factor = weight * Math.min(this.index.idfOf(held.length), slot.information);
      const cover = coverOf(weight, slot);
      touched = this.take(held, held.length, factor, cover, accepts, part, touched);
    }
    for (let at = 0; at < touched; at += 1) {
      const passage = this.touched[at]!;
      this.credit(passage, this.values[passage]!, this.covers[passage]!);
      this.values[passage] = 0;
      this.covers[passage] = 0;
    }
  }

  /** The same for a slot of one word, of which there is no best. */
  private addWord(
    slot: Slot,
    accepts: Uint8Array | undefined,
    { brings, isTelling }: SlotPart,
  ): void {
    const { totals, covered, candidates, shares, reading } = this;
    const word = slot.words[0]!;
    const weight = slot.weights[0]!;
    const factor = weight * Math.min(this.index.idf[word]!, slot.information);
    const cover = Math.fround(coverOf(weight, slot));
    const leastOwn = isTelling ? LEAST_OWN_IMPACT : Number.POSITIVE_INFINITY;
    const length = this.index.postings.read(word, reading);
    let { count } = this;
    for (let at = 0; at < length; at += 1) {
      const posting = reading[at]!;
      const passage = posting >>> 8;
      const before = totals[passage]!;
      if ((!brings && before === 0) || (accepts && accepts[passage] === 0)) {
        continue;
      }
      const impact = posting & 0xff;
      const value = Math.fround(factor * shares[impact]!);
      if (before === 0) {
        if (value === 0) {
          continue;
        }
        candidates[count++] = passage;
      }
      const total = Math.abs(before) + value;
      totals[passage] = before > 0 || impact >= leastOwn ? total : -total;
      covered[passage]! += cover;
    }
    this.count = count;
  }

  /** Keeps for each passage the best value and cover; returns how many passages are touched now. */
  private take(
    postings: Uint32Array,
    length: number,
    factor: number,
    cover: number,
    accepts: Uint8Array | undefined,
    { brings, isTelling }: SlotPart,
    touchedBefore: number,
  ): number {
    const { values, covers, totals, touched, shares } = this;
    const leastOwn = isTelling ? LEAST_OWN_IMPACT : Number.POSITIVE_INFINITY;
    let count = touchedBefore;
    for (let at = 0; at < length; at += 1) {
      const posting = postings[at]!;
      const passage = posting >>> 8;
      if ((!brings && totals[passage] === 0) || (accepts && accepts[passage] === 0)) {
        continue;
      }
      const impact = posting & 0xff;
      const value = factor * shares[impact]!;
      const isOwn = impact >= leastOwn;
      const coverBefore = covers[passage]!;
      if (coverBefore === 0) {
        touched[count++] = passage;
        values[passage] = isOwn ? value : -value;
        covers[passage] = cover;
        continue;
      }
      values[passage] = better(values[passage]!, value, isOwn);
      if (cover > coverBefore) {
        covers[passage] = cover;
      }
    }
    return count;
  }

  /** The same as `add` for candidates only, each looked up in the postings. */
  private lookUp(slot: Slot, isTelling: boolean): void {
    const { index, candidates, count, shares } = this;
    const leastOwn = isTelling ? LEAST_OWN_IMPACT : Number.POSITIVE_INFINITY;
    const sequences = slot.sequences.map(({ postings, weight }) => ({
      postings,
      weight,
      factor: weight * Math.min(index.idfOf(postings.length), slot.information),
    }));
    for (let at = 0; at < count; at += 1) {
      const passage = candidates[at]!;
      let value = 0;
      let weight = 0;
      const take = (impact: number, factor: number, ofWeight: number): void => {
        value = better(value, factor * shares[impact]!, impact >= leastOwn);
        weight = Math.max(weight, ofWeight);
      };
      for (let other = 0; other < slot.words.length; other += 1) {
        const word = slot.words[other]!;
        const impact = index.postings.impactIn(word, passage);
        if (impact > 0) {
          const ofWeight = slot.weights[other]!;
          const factor = ofWeight * Math.min(index.idf[word]!, slot.information);
          take(impact, factor, ofWeight);
        }
      }
      for (const sequence of sequences) {
        const { postings } = sequence;
        const posting = postingOf(postings, passage);
        if (posting !== -1) {
          take(postings[posting]! & 0xff, sequence.factor, sequence.weight);
        }
      }
      if (weight > 0) {
        this.credit(passage, value, coverOf(weight, slot));
      }
    }
  }

  private credit(passage: number, value: number, cover: number): void {
    const before = this.totals[passage]!;
    if (before === 0) {
      if (value === 0) {
        return;
      }
      this.candidates[this.count++] = passage;
    }
    const total = Math.abs(before) + Math.abs(value);
    this.totals[passage] = before > 0 || value > 0 ? total : -total;
    this.covered[passage]! += cover;
  }

  /** Lifts those of the best passages whose words stand as in the query, or together. */
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
    const least = (ranked[limit - 1]?.score ?? 0) / mostLift(this.ranking);
    return ranked
      .map((entry, at) =>
        at < RERANKED && entry.score >= least
          ? {
              ...entry,
              score: entry.score * liftIn(this.index, entry.passage, places, this.ranking),
            }
          : entry,
      )
      .sort(byScore);
  }
}

/** A share times a power of the coverage. Called for each candidate, for which `**` takes too long. */
function worthOf(share: number, coverage: number, power: CoveragePower): number {
  return power === 1 ? share * coverage : share * coverage * coverage;
}

/** The greater of two values, which is of the passage's own text when one of them is. */
function better(before: number, value: number, isOwn: boolean): number {
  const most = Math.max(Math.abs(before), value);
  return isOwn || before > 0 ? most : -most;
}

/** What a slot does for passages. */
interface SlotPart {
  /** Whether passages become candidates by it. */
  readonly brings: boolean;
  /** Whether a passage that holds it holds something of what is asked for. */
  readonly isTelling: boolean;
}

/** How much of a query's information a match of that weight covers. */
function coverOf(weight: number, { information }: Slot): number {
  return information * weight ** RANKING.coverageOfWeight;
}

/** What looking up a passage costs, in postings read one after the other. */
const LOOKUP_COST = 16;

/** So many of the best are looked at again for the places of their words. */
const RERANKED = 100;
