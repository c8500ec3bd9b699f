import type { Span, TextEdit } from '../model';
import type { Quotation } from '../note/quotations/quotation';
import type { QuotationCitation, QuoteCheck, QuoteRemark } from './quoteCheck';

/**
 * What was found in a note before an edit, where it stands after it. A quotation is left out when
 * the edit touches its words, its marks or the citation that belongs to it: nothing is known of it
 * any more.
 *
 * @param checks in the order of the note
 */
export function moveChecks(checks: readonly QuoteCheck[], edit: TextEdit): readonly QuoteCheck[] {
  const shift = edit.text.length - (edit.end - edit.start);
  return checks.flatMap((check) => {
    const { quotation, citation } = check;
    if (changes(edit, quotation) || (citation && overlap(edit, citation.span))) {
      return [];
    }
    const by = (span: Span) => (span.start >= edit.end ? shift : 0);
    return [moved(check, by)];
  });
}

/** A block has no marks that would part it from what is written right before or behind it. */
function changes(edit: TextEdit, { kind, outer }: Quotation): boolean {
  return (
    overlap(edit, outer) ||
    (kind === 'block' &&
      ((edit.start === outer.end && !/^[\r\n]/.test(edit.text)) ||
        (edit.end === outer.start && !/[\r\n]$/.test(edit.text))))
  );
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The one edit that makes a text out of another: what both have in front and behind stays. */
export function editBetween(before: string, after: string): TextEdit {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) {
    start += 1;
  }
  let behind = 0;
  while (
    behind < shortest - start &&
    before[before.length - 1 - behind] === after[after.length - 1 - behind]
  ) {
    behind += 1;
  }
  return {
    start,
    end: before.length - behind,
    text: after.slice(start, after.length - behind),
  };
}

/** @param by how far a span is moved, in code units */
function moved(check: QuoteCheck, by: (span: Span) => number): QuoteCheck {
  const { quotation, citation, differences, remarks } = check;
  const shift = by(quotation.outer);
  if (shift === 0 && (citation === undefined || by(citation.span) === 0)) {
    return check;
  }
  return {
    ...check,
    quotation: { ...shifted(quotation, shift), outer: shifted(quotation.outer, shift) },
    differences: differences.map((difference) => shifted(difference, shift)),
    remarks: remarks.map((remark) => movedRemark(remark, shift)),
    ...(citation && { citation: movedCitation(citation, by(citation.span)) }),
  };
}

function movedRemark(remark: QuoteRemark, shift: number): QuoteRemark {
  return 'start' in remark ? shifted(remark, shift) : remark;
}

function movedCitation(citation: QuotationCitation, shift: number): QuotationCitation {
  return {
    ...citation,
    span: shifted(citation.span, shift),
    ...(citation.locatorSpan && { locatorSpan: shifted(citation.locatorSpan, shift) }),
  };
}

function shifted<T extends Span>(span: T, shift: number): T {
  return { ...span, start: span.start + shift, end: span.end + shift };
}
