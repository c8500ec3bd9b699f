import type { SourceId } from '../../core/model';
import {
  QUOTE_VERDICTS,
  type Difference,
  type QuotationCitation,
  type QuoteCheck,
  type QuotedPlace,
  type QuoteVerdict,
  type UncheckableReason,
} from '../../core/quotes/quoteCheck';
import type { Localizer } from '../../core/localizer';

/** More words than these letters are cut in a message. */
const LONGEST_WORDS = 80;

/** The end of a line with what begins the next one in a block. */
const LINE_BREAK = /\r?\n[^\S\r\n]*(?:>[^\S\r\n]*)*/g;

/** So many differences are told one by one. */
const MOST_DIFFERENCES = 3;

/** What messages say of sources and of the note. */
export interface QuoteNames {
  titleOf(source: SourceId): string;
  /** Why a source cannot be read; `undefined` when it can. */
  problemOf(source: SourceId): string | undefined;
  /** The note's own words. */
  wordsAt(span: { readonly start: number; readonly end: number }): string;
}

/** A verdict as people read it. */
export function verdictName(verdict: QuoteVerdict, l10n: Localizer): string {
  switch (verdict) {
    case 'verbatim':
      return l10n.t('verbatim');
    case 'altered':
      return l10n.t('altered');
    case 'wrong place':
      return l10n.t('wrong place');
    case 'ambiguous':
      return l10n.t('ambiguous');
    case 'not found':
      return l10n.t('not found');
    case 'cannot check':
      return l10n.t('cannot be checked');
  }
}

/** "12 quotations" */
export function quotationsText(count: number, l10n: Localizer): string {
  return count === 1 ? l10n.t('1 quotation') : l10n.t('{0} quotations', count);
}

/** How many quotations there are of each verdict that there is: "11 verbatim, 1 altered". */
export function countsText(checks: readonly QuoteCheck[], l10n: Localizer): string {
  return QUOTE_VERDICTS.map((verdict) => ({
    verdict,
    count: checks.filter((check) => check.verdict === verdict).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${verdictName(verdict, l10n)}`)
    .join(', ');
}

/** "p. 12 of Harbour lights" */
export function placeText(
  { source, locator }: QuotedPlace,
  names: QuoteNames,
  l10n: Localizer,
): string {
  const title = clipped(names.titleOf(source));
  return locator === '' ? title : l10n.t('{0} of {1}', locator, title);
}

/** "on p. 12 of Harbour lights", "at 3.3 of Harbour lights" */
function standing(place: QuotedPlace, names: QuoteNames, l10n: Localizer): string {
  return at(placeText(place, names, l10n), isPaged(place), l10n);
}

function at(where: string, isPage: boolean, l10n: Localizer): string {
  return isPage ? l10n.t('on {0}', where) : l10n.t('at {0}', where);
}

function isPaged({ locator }: QuotedPlace): boolean {
  return /^pp?\./.test(locator);
}

/** What is wrong with a quotation, in a sentence or two; what is right with a verbatim one. */
export function quoteMessage(check: QuoteCheck, names: QuoteNames, l10n: Localizer): string {
  const { place } = check;
  switch (check.verdict) {
    case 'verbatim':
      return place === undefined
        ? l10n.t('This stands so in the source.')
        : l10n.t('This stands so {0}.', standing(place, names, l10n));
    case 'altered':
      return alteredMessage(
        check.differences,
        place ? placeText(place, names, l10n) : l10n.t('unknown place'),
        l10n,
      );
    case 'wrong place':
      return wrongPlaceMessage(check, names, l10n);
    case 'ambiguous':
      return l10n.t(
        'This stands in several sources: {0}. A citation would say which one is meant.',
        [...(place ? [place] : []), ...check.others]
          .slice(0, MOST_DIFFERENCES)
          .map((one) => placeText(one, names, l10n))
          .join('; '),
      );
    case 'not found':
      return notFoundMessage(check, names, l10n);
    case 'cannot check':
      return uncheckableMessage(check, names, l10n);
  }
}

function alteredMessage(
  differences: readonly Difference[],
  where: string,
  l10n: Localizer,
): string {
  const [first] = differences;
  if (first === undefined) {
    return l10n.t('This differs from the source ({0}).', where);
  }
  if (differences.length === 1) {
    const [quoted, source] = [clipped(first.quoted), clipped(first.source)];
    switch (first.kind) {
      case 'changed':
        return l10n.t('The source has “{0}” where you have “{1}” ({2}).', source, quoted, where);
      case 'dropped':
        return l10n.t('The source has “{0}” here, which you leave out ({1}).', source, where);
      case 'added':
        return l10n.t('The source does not have “{0}” ({1}).', quoted, where);
    }
  }
  const told = differences
    .slice(0, MOST_DIFFERENCES)
    .map((difference) => differenceText(difference, l10n));
  const more = differences.length - told.length;
  return l10n.t(
    '{0} differences from the source ({1}): {2}.',
    differences.length,
    where,
    [...told, ...(more > 0 ? [l10n.t('{0} more', more)] : [])].join('; '),
  );
}

/** One of several differences, from the note to the source. */
function differenceText({ kind, quoted, source }: Difference, l10n: Localizer): string {
  switch (kind) {
    case 'changed':
      return l10n.t('“{0}” for “{1}”', clipped(quoted), clipped(source));
    case 'dropped':
      return l10n.t('without “{0}”', clipped(source));
    case 'added':
      return l10n.t('with “{0}” added', clipped(quoted));
  }
}

function wrongPlaceMessage(
  { citation, place }: QuoteCheck,
  names: QuoteNames,
  l10n: Localizer,
): string {
  if (place === undefined) {
    return l10n.t('This does not stand where the citation says.');
  }
  const where = standing(place, names, l10n);
  const { locator, sources = [] } = citation ?? {};
  if (locator === undefined || !sources.includes(place.source)) {
    return l10n.t('This stands {0}, not in the source that is cited.', where);
  }
  // A page without its abbreviation, as in `\autocite[12]{key}`.
  const cited = isPaged(place) && /^[\divxlc]/i.test(locator) ? `p. ${locator}` : locator;
  return l10n.t('This stands {0}, not {1}.', where, at(clipped(cited), /^p/i.test(cited), l10n));
}

function notFoundMessage(
  { citation, place }: QuoteCheck,
  names: QuoteNames,
  l10n: Localizer,
): string {
  const [cited, ...others] = citation?.sources ?? [];
  const said =
    cited !== undefined && others.length === 0
      ? l10n.t('This is not found in {0}.', clipped(names.titleOf(cited)))
      : cited !== undefined
        ? l10n.t('This is not found in the sources that are cited.')
        : l10n.t('This is not found in any source of the library.');
  return place === undefined
    ? said
    : `${said} ${l10n.t('Nearest is “{0}” ({1}).', clipped(place.text), placeText(place, names, l10n))}`;
}

function uncheckableMessage(
  { citation, place, reason }: QuoteCheck,
  names: QuoteNames,
  l10n: Localizer,
): string {
  const isElsewhere = place !== undefined && reason !== 'too long';
  const elsewhere = isElsewhere
    ? ` ${l10n.t('The words stand {0}.', standing(place, names, l10n))}`
    : '';
  return `${reasonText(reason, citation, names, l10n)}${elsewhere}`;
}

function reasonText(
  reason: UncheckableReason | undefined,
  citation: QuotationCitation | undefined,
  names: QuoteNames,
  l10n: Localizer,
): string {
  const titles = (citation?.sources ?? []).map((id) => clipped(names.titleOf(id))).join('; ');
  const source = titles || l10n.t('The source');
  switch (reason) {
    case 'not in library':
      return l10n.t(
        '{0} is not in the library, so this cannot be checked: add its document to a folder named sources.',
        citation ? `“${clipped(names.wordsAt(citation.span))}”` : source,
      );
    case 'not read yet':
      return l10n.t(
        '{0} is still being read, so this cannot be checked yet: check again when it is done.',
        source,
      );
    case 'unreadable': {
      const problem = (citation?.sources ?? []).map((id) => names.problemOf(id)).find(Boolean);
      return l10n.t('{0} has no text to compare this with. {1}', source, problem ?? '').trim();
    }
    case 'too long':
      return l10n.t('This is too long to be compared: check it in shorter quotations.');
    case 'no sources':
    case undefined:
      return l10n.t(
        'There is no source to compare this with: add the documents that you quote to a folder named sources.',
      );
  }
}

/** Words on one line, cut in the middle when they are many. */
export function clipped(words: string): string {
  const line = words.replace(LINE_BREAK, ' ').replace(/\s+/gu, ' ').trim();
  const units = Array.from(line);
  if (units.length <= LONGEST_WORDS) {
    return line;
  }
  const half = LONGEST_WORDS / 2;
  return `${units.slice(0, half).join('').trimEnd()} … ${units.slice(-half).join('').trimStart()}`;
}
