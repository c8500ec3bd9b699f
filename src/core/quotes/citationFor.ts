import type { Span } from '../model';
import type { ReadCitation } from '../note/citations/citationsIn';
import type { Quotation } from '../note/quotations/quotation';
import { startingWithin } from '../note/startingWithin';

/** So far from a quotation its citation may stand. */
const REACH = 400;
/** Where a sentence ends and another begins, or a paragraph does. */
const BETWEEN_SENTENCES =
  /[.!?…]["”’'»)\]]*\s+["“‘«„(]*\p{Lu}|\n[^\S\n]*\n|\n(?=[^\S\n]*(?:[-*+]|\d+[.)])\s)/u;
const ALL_BETWEEN_SENTENCES = new RegExp(BETWEEN_SENTENCES, 'gu');

/**
 * The citation that belongs to a quotation: that of what marks it as one; else the first behind it
 * in its sentence, before another quotation begins; of a block, the last in it, or what stands by
 * itself below it; else one before it in its sentence.
 * @param citations of the note, in order
 * @param others where the quotations before and behind end and begin
 */
export function citationFor(
  text: string,
  { kind, outer, start: wordsStart, end: wordsEnd }: Quotation,
  citations: readonly ReadCitation[],
  others: { readonly before: number; readonly behind: number },
): ReadCitation | undefined {
  // The command, or the line above, that quotes may cite as well.
  const own = startingWithin(citations, outer.start, wordsStart).filter(
    ({ end }) => end <= wordsStart,
  );
  if (own.length > 0) {
    return own.at(-1);
  }
  if (kind === 'block') {
    const within = startingWithin(citations, wordsEnd, outer.end).filter(
      ({ end }) => end <= outer.end,
    );
    if (within.length > 0) {
      return within.at(-1);
    }
  }
  const limit = Math.min(others.behind, outer.end + REACH);
  const behind = startingWithin(citations, wordsEnd, limit).find((citation) => {
    const between = text.slice(outer.end, citation.start);
    return kind === 'block'
      ? /^[\s>]*$/.test(between)
      : !BETWEEN_SENTENCES.test(withoutCitations(between)) && !endsSentence(text, outer, citation);
  });
  if (behind !== undefined) {
    return behind;
  }
  const from = Math.max(others.before, outer.start - REACH);
  return startingWithin(citations, from, outer.start)
    .filter(({ end }) => end <= outer.start)
    .filter(({ end }) => {
      const between = text.slice(end, outer.start);
      return kind === 'block'
        ? !/\n\s*\n[^]*\n\s*\n/.test(between) && !BETWEEN_SENTENCES.test(between.trim())
        : !BETWEEN_SENTENCES.test(`${between}A`) && !/\n\s*\n/.test(between);
    })
    .at(-1);
}

/** The sentence around a quotation, without the quotation itself. */
export function sentenceAround(text: string, { outer }: Quotation): string {
  const before = text.slice(Math.max(0, outer.start - REACH), outer.start);
  const behind = text.slice(outer.end, outer.end + REACH);
  const starts = [...`${before}A`.matchAll(ALL_BETWEEN_SENTENCES)].at(-1);
  const end = BETWEEN_SENTENCES.exec(behind);
  return `${before.slice(starts === undefined ? 0 : starts.index + 1)} ${behind.slice(0, end?.index ?? behind.length)}`;
}

/** "…last words.” Next (2024)": the parenthesis is of another sentence, but a note's mark is not. */
function endsSentence(text: string, outer: Span, citation: ReadCitation): boolean {
  const isClosed = /[.!?]["”’'»]*$/.test(text.slice(Math.max(0, outer.end - 4), outer.end));
  const between = text.slice(outer.end, citation.start);
  return isClosed && /^\s+["“‘«„(]*\p{Lu}/u.test(between);
}

function withoutCitations(between: string): string {
  return between.replace(/\[\^[^\]\s]+\]/g, '');
}
