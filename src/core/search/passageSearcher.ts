import { otherNumbers } from '../text/inflection';
import type { RankedPassage } from './bestPassages';
import type { PassageIndex } from './passageIndex';
import type { EvidenceWord } from './evidenceWords';
import type { ParsedQuery } from './queryParser';
import { Ranker } from './ranking';
import { SlotPlanner, type Slot, type Synonyms } from './slots';
import { EVIDENCE } from './weights';

export interface PassageResults {
  /** Best first. */
  readonly passages: readonly RankedPassage[];
  /** What was looked for, for `Highlighter`. */
  readonly slots: readonly Slot[];
}

/**
 * Finds passages for a query: strictly at first, and more loosely (typos of known words, words cut
 * short) when no passage covers all of it.
 */
export class PassageSearcher {
  private readonly planner: SlotPlanner;
  private readonly ranker: Ranker;

  constructor(
    private readonly index: PassageIndex,
    synonyms?: Synonyms,
  ) {
    this.planner = new SlotPlanner(index, synonyms);
    this.ranker = new Ranker(index);
  }

  /**
   * @param query its filters are the caller's to turn into `accepts`
   * @param accepts for each passage, 1 when it may be found; all may when absent
   * @param limit at most so many passages
   */
  find(query: ParsedQuery, accepts: Uint8Array | undefined, limit: number): PassageResults {
    const narrowed = this.narrow(query, accepts);
    const strict = this.rank(this.slotsOf(query, false), narrowed, limit);
    if (strict.passages.some(({ coverage }) => coverage >= FULL_COVERAGE)) {
      return strict;
    }
    const loose = this.slotsOf(query, true);
    // Short words and the beginnings of words have no looser reading, and asking again is dear.
    return haveSameWords(strict.slots, loose) ? strict : this.rank(loose, narrowed, limit);
  }

  /**
   * Finds passages that bear on a sentence, of which any words may fail.
   * @param sentence its words
   * @param typed what narrows it: all of its words and phrases must stand in a passage
   * @param accepts see `find`
   */
  bearOn(
    sentence: readonly EvidenceWord[],
    typed: ParsedQuery,
    accepts: Uint8Array | undefined,
    limit: number,
  ): PassageResults {
    const words = this.planner.plan(
      sentence.map(({ word }) => word),
      false,
    );
    const asked = this.slotsOf(typed, false);
    const slots = [
      ...mostTelling(words.map((slot, at) => weighed(slot, sentence[at]!.weight))),
      ...asked.map((slot) => weighed(slot, EVIDENCE.typed)),
    ];
    const narrowed = this.holdingAll(asked, this.narrow(typed, accepts));
    const ranked = this.ranker.rank(slots.map(evened), narrowed, limit, EVIDENCE);
    return {
      slots,
      passages: ranked.filter(({ coverage }) => coverage >= EVIDENCE.leastCoverage),
    };
  }

  /** `accepts` without the passages that lack a telling word. */
  private holdingAll(
    slots: readonly Slot[],
    accepts: Uint8Array | undefined,
  ): Uint8Array | undefined {
    return slots
      .filter(({ optional }) => !optional)
      .reduce<Uint8Array | undefined>((before, { words, sequences }) => {
        const holding = new Uint8Array(this.index.size);
        const take = (posting: number): void => {
          holding[posting >>> 8] = before?.[posting >>> 8] ?? 1;
        };
        const reading = new Uint32Array(this.index.size);
        for (const word of words) {
          reading.subarray(0, this.index.postings.read(word, reading)).forEach(take);
        }
        sequences.forEach(({ postings }) => postings.forEach(take));
        return holding;
      }, accepts);
  }

  /** `accepts` without the passages that lack a phrase of the query or hold what it excludes. */
  narrow(query: ParsedQuery, accepts: Uint8Array | undefined): Uint8Array | undefined {
    if (query.phrases.length + query.excluded.length === 0) {
      return accepts;
    }
    const narrowed = accepts?.slice() ?? new Uint8Array(this.index.size).fill(1);
    for (const phrase of query.phrases) {
      const holding = this.holdingAny([phrase]);
      narrowed.forEach((_, passage) => (narrowed[passage]! &= holding[passage]!));
    }
    if (query.excluded.length > 0) {
      const holding = this.holdingAny(query.excluded.flatMap(inBothNumbers));
      narrowed.forEach((_, passage) => (narrowed[passage]! &= 1 - holding[passage]!));
    }
    return narrowed;
  }

  /** For each passage, 1 when it holds one of the phrases, given by their canonical words. */
  holdingAny(phrases: readonly (readonly string[])[]): Uint8Array {
    const holding = new Uint8Array(this.index.size);
    for (const phrase of phrases) {
      for (const { postings } of this.planner.phrase(phrase).sequences) {
        postings.forEach((posting) => (holding[posting >>> 8] = 1));
      }
    }
    return holding;
  }

  private slotsOf(query: ParsedQuery, loose: boolean): readonly Slot[] {
    return [
      ...query.phrases.map((phrase) => this.planner.phrase(phrase)),
      ...this.planner.plan(query.words, loose),
    ];
  }

  private rank(
    slots: readonly Slot[],
    accepts: Uint8Array | undefined,
    limit: number,
  ): PassageResults {
    return { slots, passages: this.ranker.rank(slots, accepts, limit) };
  }
}

/** A word that is excluded is in its other number as well; a phrase only as it stands. */
function inBothNumbers(phrase: readonly string[]): readonly (readonly string[])[] {
  const [word = '', ...more] = phrase;
  return more.length > 0 ? [phrase] : [[word], ...otherNumbers(word).map((other) => [other])];
}

/** Those that tell most, in their order: of long sentences the others cost time and change nothing. */
function mostTelling(slots: readonly Slot[]): readonly Slot[] {
  const least = slots.map(({ information }) => information).sort((a, b) => b - a)[
    EVIDENCE.words - 1
  ];
  return slots.filter(({ information }) => information >= (least ?? 0));
}

function weighed(slot: Slot, weight: number): Slot {
  return { ...slot, information: slot.information * weight };
}

function evened(slot: Slot): Slot {
  return { ...slot, information: slot.information ** EVIDENCE.powerOfInformation };
}

/** Whether two readings of one query, which have the same synonyms, look for the same words. */
function haveSameWords(some: readonly Slot[], others: readonly Slot[]): boolean {
  return some.every(({ words, weights, information }, at) => {
    const other = others[at];
    return (
      information === other?.information &&
      words.length === other.words.length &&
      words.every(
        (word, index) => word === other.words[index] && weights[index] === other.weights[index],
      )
    );
  });
}

/** Covering this much counts as covering all, function words aside. */
const FULL_COVERAGE = 0.9;
