import { sentenceEnds } from './sentences';

/** UTF-16 units behind the limit that tell whether a sentence ends before it. */
const LOOK_AHEAD = 40;

/**
 * The first sentences of a text that have at most `limit` UTF-16 units together, with an ellipsis
 * where others are left out; where the first one alone is longer, as many of its words as there is
 * room for.
 */
export function leadingSentences(text: string, limit: number): string {
  const whole = text.trim();
  if (whole.length <= limit) {
    return whole;
  }
  const begun = whole.slice(0, limit + LOOK_AHEAD);
  const end = sentenceEnds(begun)
    .filter((each) => each < begun.length && begun.slice(0, each).trimEnd().length <= limit)
    .at(-1);
  if (end !== undefined) {
    return `${whole.slice(0, end).trimEnd()} …`;
  }
  const words = whole.slice(0, limit);
  const blank = words.lastIndexOf(' ');
  return `${blank > 0 ? words.slice(0, blank).trimEnd() : words.replace(/[\uD800-\uDBFF]$/u, '')} …`;
}
