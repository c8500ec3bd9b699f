import type { Locator } from '../model';

const PAGES = /^pp?\. (.+)$/;
const PARAGRAPHS = /^\d+(?:\.\d+)+(?:–\d+(?:\.\d+)+)?$/;
const SECTION = /^sec\. \d+$/;
/** A page label may have a hyphen in it ("A-3"), but no dash of this length. */
const RANGE = '–';

/**
 * The place that locators of the first and the last passage name, as a note has it: "p. 12",
 * "pp. 12–13", "para. 3.3", "paras. 3.3–3.5"; places of unlike kinds with "to" between, and those
 * that say by themselves what they count, such as headings, as they are. Empty when there is none.
 */
export function citedPlace(locators: readonly Locator[]): string {
  const telling = tellingLocators(locators);
  const [first, last] = [telling[0]?.trim(), telling.at(-1)?.trim()];
  if (first === undefined || last === undefined) {
    return '';
  }
  const pages = joined(PAGES.exec(first)?.[1], PAGES.exec(last)?.[1]);
  if (pages !== undefined) {
    return `${pages.includes(RANGE) ? 'pp.' : 'p.'} ${pages}`;
  }
  const paragraphs = joined(PARAGRAPHS.exec(first)?.[0], PARAGRAPHS.exec(last)?.[0]);
  if (paragraphs !== undefined) {
    return `${paragraphs.includes(RANGE) ? 'paras.' : 'para.'} ${paragraphs}`;
  }
  return first === last ? first : `${citedPlace([first])} to ${citedPlace([last])}`;
}

/**
 * The same for what is printed: without the numbers by which passages are found here, which no copy
 * of the document has. Empty where nothing else is known of the place.
 */
export function printedPlace(locators: readonly Locator[]): string {
  return citedPlace(locators.filter((locator) => !isOurOwn(locator.trim())));
}

function isOurOwn(locator: Locator): boolean {
  return PARAGRAPHS.test(locator) || SECTION.test(locator);
}

/**
 * Locators without those of headings: the place of a paragraph says more, and holds the heading over
 * it as well. All of them where there are only headings.
 */
export function tellingLocators(locators: readonly Locator[]): readonly Locator[] {
  const named = locators.filter((locator) => locator.trim() !== '');
  const telling = named.filter((locator) => !SECTION.test(locator.trim()));
  return telling.length > 0 ? telling : named;
}

/** From the beginning of one range to the end of another. */
function joined(first: string | undefined, last: string | undefined): string | undefined {
  if (first === undefined || last === undefined) {
    return undefined;
  }
  const start = first.split(RANGE)[0] ?? first;
  const end = last.split(RANGE).at(-1) ?? last;
  return start === end ? start : `${start}${RANGE}${end}`;
}
