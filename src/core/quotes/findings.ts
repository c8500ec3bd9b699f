import { hasRemark, isRecased, type QuoteCheck } from './quoteCheck';

/** What people are told of a quotation, worst first. */
export const FINDINGS = [
  'altered',
  'wrong place',
  'not found',
  'cannot check',
  'ambiguous',
  'recased',
  'remarked',
  'uncited',
  'verbatim',
] as const;
export type QuoteFinding = (typeof FINDINGS)[number];

/** What a check has found, as far as people are told apart. */
export function findingOf(check: FoundInCheck): QuoteFinding {
  if (check.verdict !== 'verbatim') {
    return isRecased(check) ? 'recased' : check.verdict;
  }
  if (check.remarks.length === 0) {
    return 'verbatim';
  }
  return check.remarks.length === 1 && hasRemark(check, 'uncited') ? 'uncited' : 'remarked';
}

/** Whether something is wrong: in the note, in its status and in the report it has the colour of warnings. */
export function isGrave(finding: QuoteFinding): boolean {
  return finding === 'altered' || finding === 'wrong place' || finding === 'not found';
}

/** What of a check decides what it has found. */
export type FoundInCheck = Pick<QuoteCheck, 'verdict' | 'differences' | 'remarks'>;

/** Whether there is nothing to be done about a quotation. */
export function isInOrder(check: FoundInCheck): boolean {
  return findingOf(check) === 'verbatim';
}
