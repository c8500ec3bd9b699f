import { countWords } from '../text/words';
import type { SourceId } from '../model';
import {
  quotedPlaces,
  hasRemark,
  negationsOf,
  type Difference,
  type QuotationCitation,
  type QuoteCheck,
  type QuotedPlace,
  type UncheckableReason,
} from './quoteCheck';
import { quotedOnOneLine } from './oneLine';
import type { Localizer } from '../localizer';
import { filePageText } from '../library/filePageText';
import { findingOf } from './findings';

/** More words than these letters are cut in a message. */
const LONGEST_WORDS = 80;

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

/** "p. 12 of Harbour lights" */
export function placeText(
  { source, locator }: QuotedPlace,
  names: QuoteNames,
  l10n: Localizer,
): string {
  const title = clipped(names.titleOf(source));
  return locator === '' ? title : l10n.t('{0} of {1}', locator, title);
}

/** The pages of the file that a place stands on, where others are printed on them; see `filePageText`. */
export function filePageOf(
  { locator, passage: { page }, lastPassage }: QuotedPlace,
  l10n: Localizer,
): string | undefined {
  const lastPage = lastPassage.lastPage ?? lastPassage.page;
  return page === undefined || lastPage === undefined
    ? undefined
    : filePageText({ locator, page, lastPage }, l10n);
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
      return hasRemark(check, 'uncited')
        ? uncitedMessage(check, names, l10n)
        : verbatimMessage(check, names, l10n);
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
        'Found in several sources: {0}. Cite the one that is meant.',
        quotedPlaces(check)
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

function uncitedMessage(check: QuoteCheck, names: QuoteNames, l10n: Localizer): string {
  const { place } = check;
  if (place !== undefined && findingOf(check) === 'uncited') {
    return l10n.t('This quotation has no citation. It stands {0}.', standing(place, names, l10n));
  }
  return `${verbatimMessage(check, names, l10n)} ${l10n.t('It has no citation.')}`;
}

function verbatimMessage(check: QuoteCheck, names: QuoteNames, l10n: Localizer): string {
  const { place, citation } = check;
  if (place === undefined) {
    return l10n.t('Verbatim in the source.');
  }
  const countsFile = hasRemark(check, 'page of the file');
  const leftOut = negationsOf(check).map(({ word }) => `“${clipped(word)}”`);
  if (leftOut.length > 0) {
    const said = l10n.t(
      'Verbatim {0}, but leaves out {1}.',
      standing(place, names, l10n),
      leftOut.join(', '),
    );
    const cited = clipped(citation?.locator ?? '');
    return countsFile ? `${said} ${l10n.t('“{0}” counts the pages of the file.', cited)}` : said;
  }
  return countsFile
    ? l10n.t(
        'Verbatim, but “{0}” counts the pages of the file: printed there is {1}.',
        clipped(citation?.locator ?? ''),
        placeText(place, names, l10n),
      )
    : l10n.t('Verbatim {0}.', standing(place, names, l10n));
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
      case 'recased':
        return l10n.t(
          'Only capitals differ: the source has “{0}” where you have “{1}” ({2}).',
          source,
          quoted,
          where,
        );
      case 'changed':
        return l10n.t('The source has “{0}” where you have “{1}” ({2}).', source, quoted, where);
      case 'dropped': {
        const words = countWords(first.source);
        return words < FEWEST_COUNTED
          ? l10n.t('The source has “{0}” here, which you leave out ({1}).', source, where)
          : l10n.t('{0} words are left out here: “{1}” ({2}).', words, source, where);
      }
      case 'reordered':
        return l10n.t('These parts stand in another order in the source ({0}).', where);
      case 'added':
        return l10n.t('The source does not have “{0}” ({1}).', quoted, where);
    }
  }
  const told = differences
    .slice(0, MOST_DIFFERENCES)
    .map((difference) => differenceText(difference, l10n));
  const more = differences.length - told.length;
  const list = [...told, ...(more > 0 ? [l10n.t('{0} more', more)] : [])].join('; ');
  return differences.every(({ kind }) => kind === 'recased')
    ? l10n.t('Only capitals differ from the source ({0}): {1}.', where, list)
    : l10n.t('{0} differences from the source ({1}): {2}.', differences.length, where, list);
}

/** So many words left out in one go are counted. */
const FEWEST_COUNTED = 5;

/** One of several differences, from the note to the source. */
function differenceText({ kind, quoted, source }: Difference, l10n: Localizer): string {
  switch (kind) {
    case 'reordered':
      return l10n.t('parts in another order');
    case 'recased':
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
    return l10n.t('Not found where the citation says.');
  }
  const where = standing(place, names, l10n);
  const { locator, sources = [] } = citation ?? {};
  if (locator === undefined || !sources.includes(place.source)) {
    return l10n.t('Found {0}, not in the cited source.', where);
  }
  // A page without its abbreviation, as in `\autocite[12]{key}`.
  const cited =
    isPaged(place) && /^[\divxlc]+(?![\p{L}.])/iu.test(locator) ? `p. ${locator}` : locator;
  return l10n.t('Found {0}, not {1}.', where, clipped(cited));
}

function notFoundMessage(
  { citation, place }: QuoteCheck,
  names: QuoteNames,
  l10n: Localizer,
): string {
  const [cited, ...others] = citation?.sources ?? [];
  const said =
    cited !== undefined && others.length === 0
      ? l10n.t('Not found in {0}.', clipped(names.titleOf(cited)))
      : cited !== undefined
        ? l10n.t('Not found in the cited sources.')
        : l10n.t('Not found in any of your sources.');
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
    ? ` ${l10n.t('The words are found {0}.', standing(place, names, l10n))}`
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
        'The document for {0} is missing. Add it to Sources to check this quotation.',
        citation ? citationName(clipped(names.wordsAt(citation.span))) : source,
      );
    case 'not read yet':
      return l10n.t('{0} is still being indexed. Check again when it is done.', source);
    case 'unreadable': {
      const problem = (citation?.sources ?? []).map((id) => names.problemOf(id)).find(Boolean);
      return l10n.t('{0} has no text to compare this with. {1}', source, problem ?? '').trim();
    }
    case 'too long':
      return l10n.t('This quotation is too long to compare. Check it in shorter ones.');
    case 'no sources':
    case undefined:
      return l10n.t('No sources yet. Add the documents you quote.');
  }
}

/** The key that a citation names by itself, or else its words in quotation marks. */
function citationName(words: string): string {
  return (
    /(?<!\w)@[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*(?<![:.?])/u.exec(words)?.[0] ?? `“${words}”`
  );
}

/** Words on one line, cut in the middle when they are many: between words where there are blanks. */
export function clipped(words: string): string {
  const line = quotedOnOneLine(words);
  const units = Array.from(line);
  if (units.length <= LONGEST_WORDS) {
    return line;
  }
  const half = LONGEST_WORDS / 2;
  // The sign too many tells whether a word ends there.
  const head = units.slice(0, half + 1).join('');
  const tail = units.slice(-half - 1).join('');
  const [end, start] = [head.lastIndexOf(' '), tail.indexOf(' ') + 1];
  return [
    end > 0 ? head.slice(0, end) : units.slice(0, half).join(''),
    start > 0 && start < tail.length ? tail.slice(start) : units.slice(-half).join(''),
  ].join(' … ');
}
