import { letterHash } from '../text/normalise';
import { headingPlace } from '../text/headingPlaces';
import type { Locator } from '../model';
import { headingsOf, passageText } from './structure';
import type { Passage, SourceDocument } from './document';

/** A document, as far as its places go. */
export interface PlacedSource {
  readonly title: string;
  readonly passages: readonly Passage[];
  /** The headings above a passage, outermost first. */
  headingsOf(passage: Passage): readonly string[];
  textOf(passage: Passage): string;
}

/** A document for its places. @param title under which it is cited */
export function placedDocument(document: SourceDocument, title: string): PlacedSource {
  return {
    title,
    passages: document.passages,
    headingsOf: (passage) => headingsOf(document, passage),
    textOf: (passage) => passageText(document, passage),
  };
}

/**
 * Where passages stand, as a reader of the document can find it: the pages of the first and the last,
 * else the numbers that the document itself prints before its paragraphs, else the heading of the
 * section that holds them all. Empty where it has nothing of the kind. The numbers by which passages
 * are found here ("3.2") are printed nowhere, so that they are no such place.
 * @param passages in the order of the text
 */
export function printedLocators(
  source: PlacedSource,
  passages: readonly Passage[],
): readonly Locator[] {
  const paragraphs = passages.filter(({ isHeading }) => !isHeading);
  const telling = paragraphs.length > 0 ? paragraphs : passages;
  const [first, last] = [telling[0], telling.at(-1)];
  if (first === undefined || last === undefined) {
    return [];
  }
  if (first.page !== undefined) {
    return first.locator === last.locator ? [first.locator] : [first.locator, last.locator];
  }
  const numbers = printedNumbers(source);
  const [from, to] = [numbers.get(first.id)?.[0], numbers.get(last.id)?.[1]];
  if (from !== undefined && to !== undefined) {
    return [from === to ? `para. ${from}` : `paras. ${from}–${to}`];
  }
  const heading = commonHeadings(source, first, last)
    .filter((one) => isPrinted(source, one))
    .at(-1);
  return heading === undefined ? [] : [headingPlace(heading)];
}

function commonHeadings(source: PlacedSource, one: Passage, other: Passage): readonly string[] {
  const [path, others] = [source.headingsOf(one), source.headingsOf(other)];
  const parting = path.findIndex((heading, at) => others[at] !== heading);
  return parting < 0 ? path : path.slice(0, parting);
}

const MOST_LETTERS = 120;
/** What converters set above pages and sheets, and names of files. */
const MADE_UP =
  /^(?:page|pages|p\.|slide|sheet|seite|folie|página|feuille|diapositive|section|sec\.|untitled)\s*\d*$|^\S+\.[a-z]\w{1,4}$/iu;

/** Whether a heading is one that a reader finds in the document, and not its title. */
function isPrinted(source: PlacedSource, heading: string): boolean {
  return (
    /\p{L}\P{L}*\p{L}|\p{Script=Han}/u.test(heading) &&
    heading.length <= MOST_LETTERS &&
    !MADE_UP.test(heading.trim()) &&
    letterHash(heading) !== letterHash(source.title) &&
    heading !== titleIn(source)
  );
}

const titles = new WeakMap<readonly Passage[], { readonly title: string | undefined }>();

/** The heading that stands before everything else and above all of it. */
function titleIn(source: PlacedSource): string | undefined {
  const known = titles.get(source.passages);
  if (known !== undefined) {
    return known.title;
  }
  const [first, ...others] = source.passages;
  const text = first?.isHeading ? source.textOf(first) : undefined;
  const isAbove = others.every((passage) => source.headingsOf(passage)[0] === text);
  const title = isAbove ? text : undefined;
  titles.set(source.passages, { title });
  return title;
}

/** Fewer numbered paragraphs than these are a list. */
const FEWEST_NUMBERED = 5;

/** The first and the last number in a passage. */
type Numbers = readonly [number, number];

const NUMBERED = /(?<![^\n])(\d{1,3})\.\s(?=\S)/g;
const numbered = new WeakMap<readonly Passage[], ReadonlyMap<string, Numbers>>();

/**
 * The numbers that a document prints before its paragraphs, by the ids of their passages: those of a
 * document whose paragraphs are counted throughout, such as a declaration. Empty for all others, in
 * which a number begins an item of some list.
 */
function printedNumbers(source: PlacedSource): ReadonlyMap<string, Numbers> {
  const known = numbered.get(source.passages) ?? countedThroughout(source);
  numbered.set(source.passages, known);
  return known;
}

function countedThroughout(source: PlacedSource): ReadonlyMap<string, Numbers> {
  const found = new Map<string, Numbers>();
  let [last, unnumbered] = [0, 0];
  for (const passage of source.passages) {
    const text = passage.isHeading ? '' : source.textOf(passage);
    const numbers = [...text.matchAll(NUMBERED)].map(([, number]) => Number(number));
    if (numbers.some((number, at) => number !== last + 1 + at)) {
      return new Map();
    }
    // What stands before the first is an opening, and a heading no paragraph.
    unnumbered += last > 0 && text !== '' && numbers.length === 0 ? 1 : 0;
    if (numbers.length > 0 && /^\d/.test(text)) {
      found.set(passage.id, [last + 1, last + numbers.length]);
    }
    last += numbers.length;
  }
  return last >= FEWEST_NUMBERED && found.size >= unnumbered ? found : new Map();
}
