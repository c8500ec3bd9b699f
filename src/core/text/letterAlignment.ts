import { rank } from '../../util/rank';
import type { Span } from '../model';
import { fold } from './normalise';

/*
 * Finds words again that are set otherwise: the text layer of a page has line breaks, hyphens, heads
 * and footnotes where the passage that was read from it has none, and the other way round. Only
 * letters and digits are compared.
 */

/** Letters in a row that tell where one is. */
const RUN = 10;
/** Letters that may stand between two runs, such as a footnote with its page's foot and head. */
const WIDEST_GAP = 3_000;
/** Places that are tried for the first run, where it stands several times. */
const MOST_STARTS = 12;

/** The letters of a text, and where each stands in it. */
export interface MappedLetters {
  readonly letters: string;
  /** Offsets in UTF-16 units. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The letters and digits of a text without case, accents and ligatures, each with its place. */
export function mapLetters(text: string): MappedLetters {
  const letters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    for (const unit of fold(character).split('')) {
      letters.push(unit);
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return { letters: letters.join(''), starts, ends };
}

/**
 * Where a text holds the words of another one, in order; several stretches where something stands
 * between them. Empty when it holds none of them, or too few to be told from others. All letters have
 * to be there when they are fewer than ten.
 * @param near where in the text they are likely to be, from 0 to 1, when they are there several times
 */
export function alignLetters(
  text: MappedLetters,
  sought: MappedLetters,
  near = 0,
): readonly Span[] {
  const wanted = near * text.letters.length;
  const whole = nearest(occurrences(text.letters, sought.letters), wanted);
  if (whole !== undefined) {
    return [spanOf(text, whole, sought.letters.length)];
  }
  const chain = bestChain(text.letters, sought.letters, wanted);
  return chain.map(({ at, length }) => spanOf(text, at, length));
}

/** The letters that stretches of a text have. */
export function lettersIn(spans: readonly Span[], text: MappedLetters): number {
  return text.starts.filter((start) =>
    spans.some((span) => span.start <= start && start < span.end),
  ).length;
}

function spanOf({ starts, ends }: MappedLetters, at: number, length: number): Span {
  return { start: starts[at] ?? 0, end: ends[at + length - 1] ?? 0 };
}

function occurrences(text: string, sought: string): readonly number[] {
  const found: number[] = [];
  if (sought !== '') {
    // Behind each other, so that a text of one letter is not read once a letter.
    for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + sought.length)) {
      found.push(at);
    }
  }
  return found;
}

function nearest(places: readonly number[], wanted: number): number | undefined {
  return places.reduce<number | undefined>(
    (best, at) =>
      best === undefined || Math.abs(at - wanted) < Math.abs(best - wanted) ? at : best,
    undefined,
  );
}

/** Letters that two texts have in common, in a row. */
interface Run {
  readonly at: number;
  readonly length: number;
}

/** The runs of `sought` that stand in `text` one behind the other, from the start that gives most. */
function bestChain(text: string, sought: string, wanted: number): readonly Run[] {
  const places = runPlaces(text);
  let first = 0;
  while (first + RUN <= sought.length && !places.has(sought.slice(first, first + RUN))) {
    first += 1;
  }
  const starts = [...(places.get(sought.slice(first, first + RUN)) ?? [])]
    .sort((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted))
    .slice(0, MOST_STARTS);
  const chains = starts.map((start) => chainFrom(text, sought, places, first, start));
  return chains.reduce<readonly Run[]>(
    (best, chain) => (sum(chain) > sum(best) ? chain : best),
    [],
  );
}

function sum(chain: readonly Run[]): number {
  return chain.reduce((total, { length }) => total + length, 0);
}

function chainFrom(
  text: string,
  sought: string,
  places: ReadonlyMap<string, readonly number[]>,
  first: number,
  start: number,
): readonly Run[] {
  const chain: Run[] = [];
  let next: number | undefined = start;
  for (let from = first; from + RUN <= sought.length;) {
    if (next === undefined) {
      from += 1;
    } else {
      let length = RUN;
      while (
        from + length < sought.length &&
        next + length < text.length &&
        sought[from + length] === text[next + length]
      ) {
        length += 1;
      }
      chain.push({ at: next, length });
      from += length;
    }
    const last: Run = chain.at(-1) ?? { at: start, length: 0 };
    const end = last.at + last.length;
    next = firstFrom(places.get(sought.slice(from, from + RUN)), end);
    if (next !== undefined && next - end > WIDEST_GAP) {
      next = undefined;
    }
  }
  return chain;
}

/** The first of some places, in order, that is not before another. */
function firstFrom(places: readonly number[] = [], from: number): number | undefined {
  return places[rank(places.length, (index) => (places[index] ?? from) < from)];
}

/** Where each run of letters stands in a text. */
function runPlaces(text: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (let at = 0; at + RUN <= text.length; at += 1) {
    const run = text.slice(at, at + RUN);
    const known = places.get(run);
    if (known === undefined) {
      places.set(run, [at]);
    } else {
      known.push(at);
    }
  }
  return places;
}
