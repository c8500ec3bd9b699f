import type { Span } from '../../model';
import { HEADING_PLACE, LONGEST_HEADING_PLACE } from '../../text/headingPlaces';

/** Words that say what a number counts, in the languages that notes are written in, or any sign for it. */
const LABEL = String.raw`(?:\p{L}{1,12}\.?|[¶§]{1,2})`;
/** "I" and the like in capitals are words. */
const ROMAN =
  '(?:(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})|' +
  '(?=[IVXLC]{2})C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))' +
  String.raw`(?![\p{L}\p{N}])`;
/** Pages of annexes and chapters are called A-3 and 3-12. */
const NUMBER = String.raw`(?:(?:\p{Lu}{1,3}-)?\p{L}{0,3}\d[\p{L}\d]*(?:[.:]\d+)*|${ROMAN})`;
const BLANK = String.raw`(?:[ \t\r\n~]|\\[,;: ]){0,4}`;
const JOINT = String.raw`${BLANK}(?:[-‐-―−]{1,3}|,|&|\\&|(?:and|und|et|y|to)(?=[\s~]))${BLANK}`;

const PLACE = new RegExp(
  `(?:${LABEL}${BLANK})?${NUMBER}(?:${JOINT}(?:${LABEL}${BLANK})?${NUMBER})*(?:${BLANK}ff?(?![\\p{L}\\p{N}])\\.?)?`,
  'uy',
);
const HEADING = new RegExp(HEADING_PLACE, 'iuy');
/** The months: a date is no place. */
const DATE = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
/** Longer places are of no use to anybody. */
const LONGEST_PLACE = 200;

/**
 * The place in a source that a text names from `start` on, behind blanks and a comma: a number with
 * or without a word for what it counts, ranges and lists of them (`pp. 33-35, 38`, `para.~3.3`,
 * `xii`, `§ 4`), or the heading of a section (`under “Costs”`). `undefined` when what stands there is none.
 */
export function placeAt(text: string, start: number, end: number): Span | undefined {
  let at = start;
  while (at < end && /[\s,~]/.test(text.charAt(at))) {
    at++;
  }
  const heading = headingAt(text, text.startsWith('{', at) ? at + 1 : at, end);
  if (heading !== undefined) {
    return heading;
  }
  const head = text.slice(at, Math.min(end, at + LONGEST_PLACE));
  PLACE.lastIndex = 0;
  const [place = ''] = PLACE.exec(head) ?? [];
  return place === '' || DATE.test(place) ? undefined : { start: at, end: at + place.length };
}

function headingAt(text: string, start: number, end: number): Span | undefined {
  HEADING.lastIndex = 0;
  const place = HEADING.exec(text.slice(start, Math.min(end, start + LONGEST_HEADING_PLACE)))?.[0];
  return place === undefined ? undefined : { start, end: start + place.length };
}
