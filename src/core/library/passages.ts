import { itemAt } from '../../util/defined';
import type { Span } from '../model';
import { sentenceEnds } from '../text/sentences';
import { wordsOf } from '../text/words';

/**
 * Cuts what is too long for a passage, and gathers what is too short for one. Cuts are chosen by
 * dynamic programming over all places where one is allowed: no piece is longer than `MOST_WORDS`, as
 * few as possible are shorter than `FEWEST_WORDS`, and among such cuts the pieces are as even as
 * possible.
 */

export const FEWEST_WORDS = 40;
export const MOST_WORDS = 210;

/** Pieces are aimed at this size at most, as cuts at sentence ends need some room up to the limit. */
const AIM = 180;

/** A stretch that is not cut. */
interface Unit {
  readonly words: number;
  /** What a cut after it costs: nothing at a sentence end. */
  readonly cost: number;
}

/** In the squared words that a piece may be off its aim: rather 50 words off than not at a clause's end. */
const CLAUSE_COST = 500;
const WORD_COST = CLAUSE_COST + 50 ** 2;
/** More than all deviations together. */
const SHORT_COST = 1e12;

const endsClause = /[,;:)\]–—、；：」）]["'”’»]?$/u;

/**
 * The pieces of a paragraph that are passages: the whole of it, up to the limit.
 * @param text without line breaks
 * @param language see `sentenceEnds`
 * @returns spans of `text` in order, which hold all of it but the blanks around them
 */
export function cutParagraph(text: string, language?: string): readonly Span[] {
  const words = wordsOf(text);
  if (words.length <= MOST_WORDS) {
    return spanOf(words, 0, words.length);
  }
  const units: Unit[] = [];
  let first = 0;
  for (const end of sentenceEnds(text, language)) {
    let next = first;
    while (next < words.length && itemAt(words, next).end <= end) {
      next += 1;
    }
    const length = next - first;
    if (length > MOST_WORDS) {
      for (; first < next; first += 1) {
        units.push({
          words: 1,
          cost: first === next - 1 ? 0 : costAfter(text, itemAt(words, first)),
        });
      }
    } else if (length > 0) {
      units.push({ words: length, cost: 0 });
    }
    first = next;
  }
  return groupUnits(units).flatMap(({ firstWord, endWord }) => spanOf(words, firstWord, endWord));
}

function costAfter(text: string, { start, end }: Span): number {
  return endsClause.test(text.slice(Math.max(start, end - 3), end)) ? CLAUSE_COST : WORD_COST;
}

function spanOf(words: readonly Span[], first: number, end: number): readonly Span[] {
  const [from, to] = [words[first], words[end - 1]];
  return from && to ? [{ start: from.start, end: to.end }] : [];
}

/**
 * Gathers fragments that belong together, such as the items of a list: short ones share a passage,
 * those of a passage's size are one by themselves.
 * @param sizes the words of each
 * @returns ranges of `sizes` in order, which hold all of it
 */
export function gatherFragments(sizes: readonly number[]): readonly Span[] {
  const ranges: Span[] = [];
  let start = 0;
  const gather = (end: number): void => {
    const units = sizes.slice(start, end).map((words): Unit => ({ words, cost: 0 }));
    for (const { first, end: last } of groupUnits(units)) {
      ranges.push({ start: start + first, end: start + last });
    }
    start = end;
  };
  sizes.forEach((size, at) => {
    if (size >= FEWEST_WORDS) {
      gather(at);
      ranges.push({ start: at, end: at + 1 });
      start = at + 1;
    }
  });
  gather(sizes.length);
  return ranges;
}

interface Group {
  /** The first unit, and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** The same in words. */
  readonly firstWord: number;
  readonly endWord: number;
}

/** Groups units, none of them longer than the limit, so that the cost of all cuts is the least. */
function groupUnits(units: readonly Unit[]): readonly Group[] {
  const offsets = new Float64Array(units.length + 1);
  units.forEach(({ words }, at) => (offsets[at + 1] = itemAt(offsets, at) + words));
  const all = itemAt(offsets, units.length);
  const aim = all / Math.ceil(all / (all > MOST_WORDS ? AIM : MOST_WORDS));

  // The least cost of the units up to each, and where the last group of that begins.
  const least = new Float64Array(units.length + 1).fill(Infinity);
  const begins = new Int32Array(units.length + 1);
  least[0] = 0;
  for (let end = 1; end <= units.length; end += 1) {
    const cut = end === units.length ? 0 : itemAt(units, end - 1).cost;
    for (let first = end - 1; first >= 0; first -= 1) {
      const words = itemAt(offsets, end) - itemAt(offsets, first);
      if (words > MOST_WORDS) {
        break;
      }
      const short = words < FEWEST_WORDS ? SHORT_COST : 0;
      const cost = itemAt(least, first) + (words - aim) ** 2 + cut + short;
      if (cost < itemAt(least, end)) {
        least[end] = cost;
        begins[end] = first;
      }
    }
  }

  const groups: Group[] = [];
  for (let end = units.length; end > 0; end = itemAt(begins, end)) {
    const first = itemAt(begins, end);
    groups.push({ first, end, firstWord: itemAt(offsets, first), endWord: itemAt(offsets, end) });
  }
  return groups.reverse();
}
