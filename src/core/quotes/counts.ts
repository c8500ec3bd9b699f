import type { Localizer } from '../localizer';
import type { QuoteCheck } from './quoteCheck';
import { FINDINGS, findingOf, isInOrder, type FoundInCheck, type QuoteFinding } from './findings';

/** What was found of a quotation, as people read it. */
export function findingName(
  check: FoundInCheck & Pick<QuoteCheck, 'reason'>,
  l10n: Localizer,
): string {
  const { reason } = check;
  switch (findingOf(check)) {
    case 'verbatim':
      return l10n.t('verbatim');
    case 'remarked':
      return l10n.t('verbatim with a remark');
    case 'uncited':
      return l10n.t('without citation');
    case 'altered':
      return l10n.t('altered');
    case 'recased':
      return l10n.t('in other capitals');
    case 'wrong place':
      return l10n.t('wrong page or source');
    case 'ambiguous':
      return l10n.t('ambiguous');
    case 'not found':
      return l10n.t('not found');
    case 'cannot check':
      return reason === 'not in library' || reason === 'no sources'
        ? l10n.t('source missing')
        : l10n.t('not checked');
  }
}

/** "12 quotations" */
export function quotationsText(count: number, l10n: Localizer): string {
  return count === 1 ? l10n.t('1 quotation') : l10n.t('{0} quotations', count);
}

/** What a check of quotations has found, in a sentence: "2 of 13 quotations need attention: 1 altered, 1 ambiguous." */
export function summaryText(checks: readonly QuoteCheck[], total: number, l10n: Localizer): string {
  const doubtful = checks.filter((check) => !isInOrder(check));
  const counts = countsText(doubtful, l10n);
  switch (doubtful.length) {
    case 0:
      return l10n.t('{0}, all verbatim.', quotationsText(total, l10n));
    case 1:
      return l10n.t('1 of {0} needs attention: {1}.', quotationsText(total, l10n), counts);
    default:
      return l10n.t(
        '{0} of {1} need attention: {2}.',
        doubtful.length,
        quotationsText(total, l10n),
        counts,
      );
  }
}

/** How many quotations there are of each finding that there is: "1 altered, 11 verbatim". */
export function countsText(checks: readonly QuoteCheck[], l10n: Localizer): string {
  return groupedFindings(checks, (check) => check, l10n)
    .map(({ name, items }) => `${items.length} ${name}`)
    .join(', ');
}

/** Things by what was found of them, worst first, each group by its name. */
export function groupedFindings<T>(
  things: readonly T[],
  checkOf: (thing: T) => QuoteCheck,
  l10n: Localizer,
): readonly FindingGroup<T>[] {
  return FINDINGS.flatMap((finding) => {
    const groups = new Map<string, T[]>();
    for (const thing of things.filter((one) => findingOf(checkOf(one)) === finding)) {
      const name = findingName(checkOf(thing), l10n);
      groups.set(name, [...(groups.get(name) ?? []), thing]);
    }
    return [...groups].map(([name, items]) => ({ finding, name, items }));
  });
}

/** What was found alike. */
export interface FindingGroup<T> {
  readonly finding: QuoteFinding;
  readonly name: string;
  readonly items: readonly T[];
}
