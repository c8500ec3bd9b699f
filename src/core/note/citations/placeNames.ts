import { recent } from '../../../util/recent';
import type { Span } from '../../model';
import { HEADING_PLACE } from '../../text/headingPlaces';
import { BETWEEN_PLACES } from '../../text/listedPlaces';
import { PAGE_LETTER, PAGE_ORDINAL, PAGE_UNIT_BEHIND, PAGE_WORD } from '../../text/pageWords';

/** A place in a source as a citation names it, and where that stands. */
export interface NamedPlace extends Span {
  readonly locator: string;
}

const YEAR = String.raw`(?:1[5-9]|20)\d\d(?![\p{L}\p{N}])`;
const NUMBER = String.raw`(?:\p{L}{1,3}-\d+|\d{1,3},\d{3}(?!\d)|[\divxlc]+)`;
/** "61f.", "61 ff." */
const FOLLOWING = String.raw`(?:\s?ff?(?![\p{L}\p{N}]))?`;
const NUMBERS = String.raw`${NUMBER}(?:\s?[-‐-―]{1,2}\s?${NUMBER})?${FOLLOWING}`;
const AND = String.raw`\s(?:and|und|et|y|\\?&)\s`;
/** Behind the plural of "page" a comma goes on with pages; behind the singular, with anything. */
const LIST = String.raw`${NUMBERS}(?:(?:,\s|${AND})(?!${YEAR})${NUMBERS}){0,20}`;
const PAIR = String.raw`${NUMBERS}(?:${AND}(?!${YEAR})${NUMBERS})?`;
const PARAGRAPH = String.raw`\d+(?:\.\d+)*(?:\s?[-‐-―]{1,2}\s?\d+(?:\.\d+)*)?`;
/** The same for paragraphs. */
const PARAGRAPHS = String.raw`${PARAGRAPH}(?:(?:,\s|${AND})(?!${YEAR})${PARAGRAPH}){0,20}`;
const TWO_PARAGRAPHS = String.raw`${PARAGRAPH}(?:${AND}(?!${YEAR})${PARAGRAPH})?`;
const ENDS = String.raw`(?=[\s.]{0,3}(?:$|[,;)\]]))`;

/** "p. 12", "pp. xii–xiv", "pages 3-4", ", S. 12", ", at 12", "第12頁", "§ 3.3", "paras. 12–14", "para. 3.2". */
const COUNTED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:pages|pp|pgs|págs|páginas|seiten)\.?[\s~\u00A0]*${LIST}|(?:${PAGE_WORD}|(?<=(?:[,;:)\]]|\s(?:and|und|et|y|&))[\s~\u00A0])${PAGE_LETTER})[\s~\u00A0]*${PAIR}|(?<=[,;:.)\]][\s~\u00A0])at[\s~\u00A0]${PAIR}${ENDS}|(?:${PAGE_ORDINAL}\s?)?\d{1,5}\s?${PAGE_UNIT_BEHIND}|(?:paras\.?|paragraphs|sections|secs\.?|(?<!§)§§+|(?<!¶)¶¶+)[\s~\u00A0]*${PARAGRAPHS}|(?:para\.?|paragraph|section|sec\.?|(?<!§)§|(?<!¶)¶)[\s~\u00A0]*${TWO_PARAGRAPHS})(?![\p{L}\p{N}])`,
  'iu',
);

/** The same, and "under “Costs”", whose words may have numbers in them. */
const MARKED = new RegExp(String.raw`(?<![\p{L}\p{N}])${HEADING_PLACE}|${COUNTED.source}`, 'giu');
const BETWEEN = new RegExp(`^${BETWEEN_PLACES}$`, 'iu');

const PAGE_NUMBERS = String.raw`\d{1,5}(?:\s?[-‐-―]\s?\d{1,5})?${FOLLOWING}`;
/** What ends a citation behind its place: "61 n. 3." */
const LAST = String.raw`(?:,?\s?nn?\.?\s?\d{1,4})?\.{0,2}\s*$`;
/** Chicago leaves the "p." out: "Title (2024), 12.", "Review 3, no. 2 (2024): 15–16."; lawyers the comma. */
const BARE = new RegExp(
  String.raw`(?:[,:]\s|\)[,:]\s|(?<=(?:1[5-9]|20)\d\d[a-z]?\))\s)(${PAGE_NUMBERS}(?:${AND}${PAGE_NUMBERS})?)${LAST}`,
  'u',
);
/** "2024: 12", "2024, 12, 14". */
const BEHIND_YEAR = new RegExp(
  String.raw`(?<=(?<!\d)(?:1[5-9]|20)\d\d[a-z]?(?:,\s|:\s?))(${PAGE_NUMBERS}(?:(?:,\s|${AND})(?!${YEAR})${PAGE_NUMBERS}){0,20})${LAST}`,
  'u',
);

/**
 * The place that the words of a citation name, as it stands there: the last one, with those that are
 * listed before it ("sec. 2, p. 61 and p. 63"). `undefined` when they name none.
 * @param offset of the words in the note
 */
export function placeIn(words: string, offset: number): NamedPlace | undefined {
  const span = placeWithin(words);
  if (span === undefined) {
    return undefined;
  }
  const { start, end } = span;
  return { locator: words.slice(start, end), start: offset + start, end: offset + end };
}

/** A note is read at each key, and all but few of its citations are as they were. */
const placeWithin = recent(
  (words: string): Span | undefined => lastList(words) ?? bareNumbers(words),
  { most: 2000, longest: 500 },
);

function bareNumbers(words: string): Span | undefined {
  const bare = BEHIND_YEAR.exec(words) ?? BARE.exec(words);
  const number = bare?.[1];
  if (bare === null || number === undefined || isYear(number)) {
    return undefined;
  }
  const start = bare.index + bare[0].indexOf(number);
  return { start, end: start + number.length };
}

/** From the first to the last of the places that are listed beside each other at the end of words. */
function lastList(words: string): Span | undefined {
  let list: Span | undefined;
  for (const { 0: place, index } of words.matchAll(MARKED)) {
    const isNext = list !== undefined && BETWEEN.test(words.slice(list.end, index));
    list = { start: isNext && list ? list.start : index, end: index + place.length };
  }
  return list;
}

function isYear(number: string): boolean {
  return /^(?:1[5-9]|20)\d\d$/.test(number);
}
