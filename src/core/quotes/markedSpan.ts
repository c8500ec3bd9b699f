import type { Span } from '../model';
import type { Note } from '../note/note';
import { hasRemark, negationsOf, type QuotationCitation, type QuoteCheck } from './quoteCheck';

/**
 * What is underlined: the words that differ, what leaves some out, the place or the source that is
 * wrong, or else the quotation.
 */
export function markedSpan(note: Pick<Note, 'text' | 'citekeyUses'>, check: QuoteCheck): Span {
  const { verdict, quotation, citation, place, differences } = check;
  const [leftOut] = negationsOf(check);
  if (leftOut !== undefined) {
    return { start: leftOut.start, end: leftOut.end };
  }
  if (verdict === 'wrong place' || hasRemark(check, 'page of the file')) {
    const isOther =
      verdict === 'wrong place' && citation && !(place && citation.sources.includes(place.source));
    return isOther
      ? sourceIn(note, citation)
      : (citation?.locatorSpan ?? citation?.span ?? quotation);
  }
  const [first, last] = [differences[0], differences.at(-1)];
  if (verdict !== 'altered' || first === undefined || last === undefined) {
    return quotation;
  }
  return first.start < last.end
    ? { start: first.start, end: last.end }
    : wordAt(note.text, first.start, quotation);
}

/** Where a citation names its source: its keys, or else what stands before the place. */
function sourceIn(
  { text, citekeyUses }: Pick<Note, 'text' | 'citekeyUses'>,
  { span, locatorSpan }: QuotationCitation,
): Span {
  const keys = citekeyUses.filter(
    // A footnote has its keys in its own text, as it has the place.
    (use) => isWithin(use, span) || (locatorSpan && isWithin(locatorSpan, use.citation)),
  );
  const [first, last] = [keys[0], keys.at(-1)];
  if (first !== undefined && last !== undefined) {
    return { start: first.start, end: last.end };
  }
  if (locatorSpan === undefined || !isWithin(locatorSpan, span)) {
    return span;
  }
  let { start } = span;
  let end = locatorSpan.start;
  while (start < end && !/[\p{L}\p{N}]/u.test(text.charAt(start))) {
    start += 1;
  }
  while (start < end && !/[\p{L}\p{N}]/u.test(text.charAt(end - 1))) {
    end -= 1;
  }
  return start === end ? span : { start, end };
}

function isWithin(one: Span, other: Span): boolean {
  return other.start <= one.start && one.end <= other.end;
}

/** The word before a place where words are missing, or else the one behind. */
function wordAt(text: string, at: number, quotation: Span): Span {
  const before = /(?<!\S)\S+\s*$/u.exec(text.slice(quotation.start, at));
  if (before !== null) {
    return { start: quotation.start + before.index, end: at };
  }
  const [behind = '', blanks = ''] = /^(\s*)\S+/u.exec(text.slice(at, quotation.end)) ?? [];
  return { start: at + blanks.length, end: at + behind.length };
}
