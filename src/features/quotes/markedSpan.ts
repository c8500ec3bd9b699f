import type { Span } from '../../core/model';
import { hasRemark, negationsOf, type QuoteCheck } from '../../core/quotes/quoteCheck';

/** What is underlined: the words that differ, what leaves some out, the place that is wrong, or else the quotation. */
export function markedSpan(text: string, check: QuoteCheck): Span {
  const { verdict, quotation, citation, differences } = check;
  const [leftOut] = negationsOf(check);
  if (leftOut !== undefined) {
    return { start: leftOut.start, end: leftOut.end };
  }
  const [first, last] = [differences[0], differences.at(-1)];
  if (verdict === 'wrong place' || hasRemark(check, 'page of the file')) {
    return citation?.locatorSpan ?? citation?.span ?? quotation;
  }
  if (verdict !== 'altered' || first === undefined || last === undefined) {
    return quotation;
  }
  return first.start < last.end
    ? { start: first.start, end: last.end }
    : wordAt(text, first.start, quotation);
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
