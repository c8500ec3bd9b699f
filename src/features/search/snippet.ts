import type { Span } from '../../core/model';
import type { Hit } from '../../core/search/searcher';
import { characterStart, cutEnd, oneLine } from './lines';

/** UTF-16 units of a line of a result; in most fonts the editor cuts off the last of them. */
const WIDTH = 90;

/** Shares of the width of a line. */
export interface SeenShares {
  /** Never cut off: matches have to be in it. */
  readonly safe: number;
  /** What stands before a match may take so much of it. */
  readonly lead: number;
}

/** Of the second line, even beside a row's buttons. */
const SECOND_LINE: SeenShares = { safe: 2 / 3, lead: 1 / 4 };
/** Of the first line, beside a row's buttons at a zoom of 200 %. */
export const FIRST_LINE: SeenShares = { safe: 0.36, lead: 0.15 };

/**
 * One line of `text` around its first highlight. The whole of it when it is short; else a window
 * that begins and ends at a word, with an ellipsis where something is left out.
 *
 * @param highlights UTF-16 offsets into `text`, ascending; without any, the text is shown from its beginning.
 */
export function snippet(
  text: string,
  highlights: readonly Span[],
  width = WIDTH,
  shares = SECOND_LINE,
): string {
  const line = oneLine(text);
  const safe = Math.floor(width * shares.safe);
  const lead = Math.floor(width * shares.lead);
  const match = highlights[0];
  if (match === undefined || oneLine(text.slice(0, match.end)).length <= safe) {
    return cutEnd(line, width);
  }
  const matchStart = oneLine(text.slice(0, match.start)).length;
  // Near the end of the text, more of what stands before the match has room.
  const from = Math.min(matchStart - lead, line.length - safe);
  return from <= 0
    ? cutEnd(line, width)
    : `…${cutEnd(line.slice(wordStart(line, from, lead)), width - 1)}`;
}

/** One line of what a hit is found for: of evidence its sentence, else its text. */
export function hitSnippet(hit: FoundText, shares?: SeenShares): string {
  const { text, highlights } = sentenceOf(hit);
  return snippet(text, highlights, WIDTH, shares);
}

/** The words of a piece of evidence that the sentence has, too, each once; empty for other hits. */
export function matchedWords(hit: FoundText): string {
  const { text, highlights } = sentenceOf(hit);
  const words = hit.sentence === undefined ? [] : highlights;
  const distinct = new Map(
    words.map(({ start, end }) => {
      const word = oneLine(text.slice(start, end));
      return [word.toLowerCase(), word];
    }),
  );
  return [...distinct.values()].join(', ');
}

type FoundText = Pick<Hit, 'text' | 'highlights' | 'sentence'>;

/** The sentence of a piece of evidence, else the text, with what matches in it. */
function sentenceOf({ text, highlights, sentence }: FoundText): {
  readonly text: string;
  readonly highlights: readonly Span[];
} {
  if (sentence === undefined) {
    return { text, highlights: highlights.text };
  }
  const { start, end } = sentence;
  const within = highlights.text.filter((found) => found.start >= start && found.end <= end);
  return {
    text: text.slice(start, end),
    highlights: within.map((found) => ({ start: found.start - start, end: found.end - start })),
  };
}

/** Offset of the first word that begins after `offset`, or `offset` when none does within `reach`. */
function wordStart(line: string, offset: number, reach: number): number {
  const blank = line.indexOf(' ', offset);
  return blank === -1 || blank >= offset + reach ? characterStart(line, offset) : blank + 1;
}
