import { itemAt } from '../../util/defined';
import type { DocumentHeading, Passage, SourceDocument } from './document';
import { letterHash } from '../text/normalise';
import { headingOfPlace } from '../text/headingPlaces';
import { listedPlaces, type ListedPlace } from '../text/listedPlaces';
import { namesPages, PAGED, passagesOnPages } from './pageLocators';
import { paragraphsIn } from './paragraphsIn';

/**
 * The passages at a place as people cite it: "3.3", "§ 3.3", "p. 12", "pp. xii–xiv", the words of a
 * heading, "under “Costs”", a path of headings ("Findings › Costs"), "Costs, para. 2". A number alone
 * is a page where the document has that page. Of several places, pages count where the document has
 * pages; else each place of one kind counts, and one behind another kind narrows it: "sec. 2, para. 3".
 * Quoting a passage's own locator finds that passage, among others at the same place.
 * @returns in the order of the document, headings only where nothing else is there; none where the
 * document has no such place
 */
export function passagesAt(document: SourceDocument, locator: string): readonly Passage[] {
  const found = passagesAndHeadingsAt(document, locator);
  const paragraphs = paragraphsIn({ passages: found });
  return paragraphs.length > 0 ? paragraphs : found;
}

/** The same with the headings at that place. */
export function passagesAndHeadingsAt(
  document: SourceDocument,
  locator: string,
): readonly Passage[] {
  const text = tidy(locator);
  if (text === '') {
    return [];
  }
  const meant = new Set(READINGS.map((read) => read(document, text)).find(isNotEmpty));
  return document.passages.filter(
    (passage) => meant.has(passage) || passage.locator === locator || passage.locator === text,
  );
}

/** Ways to understand a locator, the likelier ones first; the first that finds passages counts. */
const READINGS: readonly ((document: SourceDocument, text: string) => readonly Passage[])[] = [
  (document, text) => underHeading(document, headingOfPlace(text) ?? ''),
  atNumber,
  onPage,
  underHeading,
  atParagraphUnderHeading,
  underNumberedHeading,
  atPrintedNumber,
  (document, text) => passagesOnPages(document, text, 'either'),
  inSection,
  atListed,
];

/** "p. 12", and "12" in a document that has such a page; "IV" is the number of a chapter. */
function onPage(document: SourceDocument, text: string): readonly Passage[] {
  const isPage =
    PAGED.test(text) || (namesPages(text) && hasPages(document) && !CAPITAL.test(text));
  return isPage ? passagesOnPages(document, text, 'either') : [];
}

const CAPITAL = /\p{Lu}/u;

/** Whether the passages of a document stand on pages. */
export function hasPages({ passages }: SourceDocument): boolean {
  return passages.some(({ page }) => page !== undefined);
}

/** "3.3 and 3.5", "sec. 2, para. 3", and pages among them where the document has none. */
function atListed(document: SourceDocument, text: string): readonly Passage[] {
  const places = listedPlaces(text);
  const isPaged = hasPages(document) && namesPages(text);
  if (places.length < 2 || isPaged || !places.every(isTelling)) {
    return [];
  }
  const groups: { readonly kind: string; readonly found: Set<Passage> }[] = [];
  for (const place of places) {
    const found = passagesAndHeadingsAt(document, place.text);
    const kind = place.text.charAt(0).toLowerCase();
    const last = groups.at(-1);
    if (last?.kind === kind || (last && /\d/.test(last.kind) && /\d/.test(kind))) {
      found.forEach((passage) => last.found.add(passage));
    } else {
      groups.push({ kind, found: new Set(found) });
    }
  }
  return groups.reduce<readonly Passage[]>((outer, { found }) => {
    const within = outer.filter((passage) => found.has(passage));
    return within.length > 0 ? within : outer.length > 0 ? outer : [...found];
  }, []);
}

/** Words alone are those of a heading, commas and all. */
function isTelling({ text }: ListedPlace): boolean {
  return /\d/.test(text) || headingOfPlace(text) !== undefined;
}

function tidy(locator: string): string {
  return locator.replace(/\s+/gu, ' ').trim();
}

function isNotEmpty(passages: readonly Passage[]): boolean {
  return passages.length > 0;
}

const DASH = String.raw`\s*[-‐-―−]+\s*`;
const PARAGRAPH_SIGN = String.raw`(?:(?:§+|¶+|paras?\.?|paragraphs?|sections?|secs?\.?)\s*)`;

const numbered = new RegExp(
  String.raw`^${PARAGRAPH_SIGN}?(\d+)\.(\d+)(?:${DASH}(?:(\d+)\.)?(\d+))?$`,
  'iu',
);

/** "3.3", "§ 3.3", "paras. 3.3–3.5": in documents without pages, where passages are numbered so. */
function atNumber({ passages }: SourceDocument, text: string): readonly Passage[] {
  const asked = rangeOf(text);
  return asked === undefined
    ? []
    : passages.filter(({ locator, page }) => {
        const range = page === undefined ? rangeOf(locator) : undefined;
        return range !== undefined && overlap(asked, range);
      });
}

/** From and to which paragraph, each with its section before it. */
interface Range {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

function rangeOf(text: string): Range | undefined {
  const [, section, paragraph, lastSection, lastParagraph] = numbered.exec(text) ?? [];
  if (section === undefined || paragraph === undefined) {
    return undefined;
  }
  return {
    from: [Number(section), Number(paragraph)],
    to: [Number(lastSection ?? section), Number(lastParagraph ?? paragraph)],
  };
}

function overlap(one: Range, other: Range): boolean {
  return !isBefore(one.to, other.from) && !isBefore(other.to, one.from);
}

function isBefore(one: readonly [number, number], other: readonly [number, number]): boolean {
  return one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);
}

/** The words of a heading, or of a heading and some of those above it. */
function underHeading(document: SourceDocument, text: string): readonly Passage[] {
  return under(document, headingsNamed(document, text));
}

const numberUnderHeading = /^(.*\S)\s*,\s*(?:¶|paras?\.?|paragraphs?)\s*(\d+)$/iu;

/** "Costs, para. 2": the second paragraph that stands directly under the heading. */
function atParagraphUnderHeading(document: SourceDocument, text: string): readonly Passage[] {
  const [, name, number] = numberUnderHeading.exec(text) ?? [];
  if (name === undefined) {
    return [];
  }
  return [...headingsNamed(document, name)].flatMap((heading) => {
    const passages = paragraphsIn(document).filter((passage) => passage.heading === heading);
    return passages.filter((_, at) => paragraphsOf(document, passages, at).has(Number(number)));
  });
}

/** Which paragraphs of its section a passage is or is a piece of, counted from 1. */
function paragraphsOf(
  { text }: SourceDocument,
  section: readonly Passage[],
  at: number,
): ReadonlySet<number> {
  const start = itemAt(section, 0).span.start;
  const { span } = itemAt(section, at);
  // Blocks are parted by empty lines, and nothing else is.
  const before = text.slice(start, span.start).split('\n\n').length;
  const within = text.slice(span.start, span.end).split('\n\n').length;
  return new Set(Array.from({ length: within }, (_, more) => before + more));
}

const headingNumber = new RegExp(
  String.raw`^(?:${PARAGRAPH_SIGN}|chapter |ch\. ?)?((?:\d+|[ivxlc]+)(?:\.\d+)*)\.?$`,
  'iu',
);

/** "3.3" or "IV" for a heading that begins with it, such as "3.3 Costs". */
function underNumberedHeading(document: SourceDocument, text: string): readonly Passage[] {
  const number = headingNumber.exec(text)?.[1]?.toLowerCase();
  const found = document.headings.flatMap((heading, at) =>
    number !== undefined && numberOf(heading.text) === number ? [at] : [],
  );
  return under(document, new Set(found));
}

function numberOf(heading: string): string | undefined {
  return /^((?:\d+|[IVXLC]+)(?:\.\d+)*)[.):]?\s/u.exec(heading)?.[1]?.toLowerCase();
}

const printedNumber = new RegExp(String.raw`^${PARAGRAPH_SIGN}?(\d{1,6})$`, 'iu');
const printedNumbers = new RegExp(String.raw`^${PARAGRAPH_SIGN}(\d{1,6})${DASH}(\d{1,6})$`, 'iu');

/** "para. 12" for a paragraph that begins with "12.", "paras. 12–14" for those from there on. */
function atPrintedNumber(document: SourceDocument, text: string): readonly Passage[] {
  const [, first, last = first] = printedNumber.exec(text) ?? printedNumbers.exec(text) ?? [];
  return first === undefined
    ? []
    : paragraphsIn(document).filter(({ span: { start } }) => {
        const [, number] = beginningNumber.exec(document.text.slice(start, start + 10)) ?? [];
        return Number(number) >= Number(first) && Number(number) <= Number(last);
      });
}

const beginningNumber = /^(\d{1,6})[.)]\s/u;

/** "sec. 3": what the locators of headings count, where no heading has that number printed. */
function inSection(document: SourceDocument, text: string): readonly Passage[] {
  const heading = document.passages.find(
    ({ isHeading, locator }) => isHeading && locator !== '' && locator === text,
  )?.heading;
  return heading === undefined ? [] : under(document, new Set([heading]));
}

const NO_LETTERS = letterHash('');

/** Headings with that text, or that a path of headings leads to ("A › B"), whatever stands above it. */
function headingsNamed({ headings }: SourceDocument, text: string): ReadonlySet<number> {
  const whole = letterHash(text);
  const path = text.split(/[›>]/u).map(letterHash);
  const names = headings.map((heading) => letterHash(heading.text));
  const isNamed = (heading: DocumentHeading, at: number): boolean => {
    const above = path.slice(0, -1);
    if (names[at] !== path.at(-1)) {
      return names[at] === whole;
    }
    for (let parent = heading.parent; parent !== undefined; parent = headings[parent]?.parent) {
      if (names[parent] === above.at(-1)) {
        above.pop();
      }
    }
    return above.length === 0;
  };
  return new Set(
    headings.flatMap((heading, at) => (whole !== NO_LETTERS && isNamed(heading, at) ? [at] : [])),
  );
}

/** The passages in the sections of headings, sections within them included. */
function under(document: SourceDocument, wanted: ReadonlySet<number>): readonly Passage[] {
  if (wanted.size === 0) {
    return [];
  }
  const isUnder: boolean[] = [];
  document.headings.forEach(({ parent }, at) => {
    isUnder.push(wanted.has(at) || (parent !== undefined && isUnder[parent] === true));
  });
  return document.passages.filter(({ heading }) => heading !== undefined && isUnder[heading]);
}
