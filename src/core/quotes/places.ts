import type { Passage, SourceDocument } from '../library/document';
import { printedPlace, tellingLocators } from '../citation/citedPlace';
import { hasPages, passagesAndHeadingsAt } from '../library/locators';
import { printedLocators } from '../library/printedPlaces';
import { namesPages, passagesOnPages } from '../library/pageLocators';
import type { Locator } from '../model';
import { wordingOf } from './differences';
import type { QuotationCitation, QuotedPlace } from './quoteCheck';
import type { QuoteMatch } from './quoteMatcher';
import type { SourceWords } from './sourceWords';

/** Where a match stands. */
export function placeOf(
  { source, stretch, alignment }: QuoteMatch,
  sources: SourceWords,
): QuotedPlace {
  const numbers = passagesOf({ stretch, alignment });
  const { passage, source: indexed } = sources.at(numbers[0]!);
  const { passage: lastPassage } = sources.at(numbers.at(-1)!);
  return {
    source,
    passage,
    lastPassage,
    locator: joinedLocator([passage.locator, lastPassage.locator]),
    printed: printedPlace(printedLocators(indexed, [passage, lastPassage])),
    text: wordingOf(alignment, stretch, sources),
  };
}

/** The numbers of the passages in which words of the source answer to the quotation, ascending. */
function passagesOf({
  stretch,
  alignment,
}: Pick<QuoteMatch, 'stretch' | 'alignment'>): readonly number[] {
  const numbers = alignment.steps.flatMap(({ words }) =>
    words === undefined ? [] : [stretch[words[0]]!.passage, stretch[words[1]]!.passage],
  );
  return [...new Set(numbers)];
}

/** "p. 12" and "p. 14" are "pp. 12–14"; "3.2" and "3.4" are "3.2–3.4". */
function joinedLocator(locators: readonly Locator[]): Locator {
  const telling = tellingLocators(locators);
  const [first = '', last = first] = [telling[0], telling.at(-1)];
  if (first === last) {
    return first;
  }
  const pages = /^pp?\. /;
  const from = first.replace(pages, '').split('–')[0]!;
  const to = last.replace(pages, '').split('–').at(-1)!;
  const isPaged = pages.test(first) && pages.test(last);
  return from === to ? `${isPaged ? 'p. ' : ''}${from}` : `${isPaged ? 'pp. ' : ''}${from}–${to}`;
}

/**
 * How a match stands to the place that a citation names.
 * - `there`: it stands at it.
 * - `counted`: it stands on the page of that number when the pages of the file are counted, although
 *   another number is printed on it.
 * - `elsewhere`: it stands at another place.
 */
export type Standing = 'there' | 'counted' | 'elsewhere';

/**
 * How a match stands to the place that a citation names; `undefined` when it names none, or when
 * that cannot be told: pages of a document that has none, or words that name no place of it.
 */
export function standingOf(
  match: QuoteMatch,
  { locator, page }: Pick<QuotationCitation, 'locator' | 'page'>,
  document: SourceDocument | undefined,
  sources: SourceWords,
): Standing | undefined {
  const found = passagesOf(match).map((number) => sources.at(number).passage);
  const named =
    locator === undefined || document === undefined
      ? undefined
      : standingAt(found, locator.replace(/[~\u00A0]/g, ' ').trim(), document);
  if (page === undefined || found[0]?.page === undefined) {
    return named;
  }
  return found.some((passage) => isOnPage(passage, page))
    ? 'there'
    : (positive(named) ?? 'elsewhere');
}

function positive(standing: Standing | undefined): Standing | undefined {
  return standing === 'elsewhere' ? undefined : standing;
}

function standingAt(
  found: readonly Passage[],
  locator: string,
  document: SourceDocument,
): Standing | undefined {
  const areAmong = (passages: readonly Passage[]): boolean => {
    const ids = new Set(passages.map(({ id }) => id));
    return found.some(({ id }) => ids.has(id));
  };
  if (areAmong(passagesOnPages(document, locator, 'label'))) {
    return 'there';
  }
  if (areAmong(passagesOnPages(document, locator, 'count'))) {
    return 'counted';
  }
  const named = passagesAndHeadingsAt(document, locator);
  if (named.length > 0) {
    const sections = new Set(named.map(({ heading }) => heading));
    // A heading stands where any paragraph directly under it does.
    const isUnder = found.some(({ isHeading, heading }) => isHeading && sections.has(heading));
    return isUnder || areAmong(named) ? 'there' : 'elsewhere';
  }
  const isPaged = hasPages(document);
  const isParagraph = /^(?:paras?\.?|paragraphs?|§+|¶+)?\s*\d+\.\d+/i.test(locator);
  // A page or a paragraph that the document does not have, although it counts by them.
  return (isPaged && namesPages(locator)) || (!isPaged && isParagraph) ? 'elsewhere' : undefined;
}

function isOnPage({ page = 0, lastPage = page }: Passage, number: number): boolean {
  return page <= number && number <= lastPage;
}
