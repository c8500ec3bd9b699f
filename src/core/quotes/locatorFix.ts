import { citedPlace } from '../citation/citedPlace';
import { Note } from '../note/note';
import type { Locator, TextEdit } from '../model';
import type { QuoteCheck } from './quoteCheck';
import { PAGE_LETTER, PAGE_ORDINAL, PAGE_UNIT_BEHIND, PAGE_WORD } from '../text/pageWords';

/** Words and signs before a number; the singular of those that have one. */
const SINGULAR: ReadonlyMap<string, string> = new Map([
  ['pp.', 'p.'],
  ['pp', 'p'],
  ['pages', 'page'],
  ['pgs.', 'pg.'],
  ['págs.', 'pág.'],
  ['páginas', 'página'],
  ['seiten', 'seite'],
  ['paras.', 'para.'],
  ['paras', 'para'],
  ['paragraphs', 'paragraph'],
  ['sections', 'section'],
  ['secs.', 'sec.'],
  ['§§', '§'],
  ['¶¶', '¶'],
]);
const PLURAL = new Map([...SINGULAR].map(([many, one]) => [one, many]));

const PAGE = String.raw`(?:${PAGE_WORD}|${PAGE_LETTER}|at|${PAGE_ORDINAL})`;
const WORD = String.raw`${PAGE}(?!\p{L})|(?:paras?|secs?)\.|(?:paras?|paragraphs?|secs?|sections?)(?!\p{L})`;
const WRITTEN = new RegExp(
  String.raw`^(?<before>(?<unit>${WORD}|§{1,2}|¶{1,2})[\s~]*(?![\s~]))?(?<place>\S.*)$`,
  'iu',
);
const PAGE_UNIT = new RegExp(`^${PAGE}$`, 'iu');
const UNIT_BEHIND = new RegExp(String.raw`\s?${PAGE_UNIT_BEHIND}$`, 'u');
/** What parts a range in locators; a page may be called "A-3". */
const RANGE = '–';

const DASH = /(?<!\s)\s*[-‐-―−]+\s*/u;

/** A place as the sources have it: with the page's abbreviation, or section and paragraph. */
const PAGES = /^pp?\.\s*(\S.*)$/u;

/** A heading, as the sources have it. */
const SECTION = /^sec\. /;

/**
 * The edit that makes a citation name the place where a quotation stands, in the form in which it
 * names the wrong one (see `locatorLike`); `undefined` where it names none, or
 * where the words stand in another source.
 */
export function correctLocator(
  text: string,
  { citation, place }: Pick<QuoteCheck, 'citation' | 'place'>,
): TextEdit | undefined {
  const span = citation?.locatorSpan;
  // The title of a source has no place in it.
  if (span === undefined || !place?.locator || !citation?.sources.includes(place.source)) {
    return undefined;
  }
  const { start, end } = span;
  return { start, end, text: locatorLike(text.slice(start, end), place.locator) };
}

/**
 * The edit that makes a citation by one key name the place where a quotation stands, for one that
 * names none; `undefined` where there is no form for it, as in a footnote in words.
 */
export function addLocator(
  { text, language }: Pick<Note, 'text' | 'language'>,
  { citation, place }: Pick<QuoteCheck, 'citation' | 'place'>,
): TextEdit | undefined {
  if (!citation || !place?.locator || citation.locator !== undefined) {
    return undefined;
  }
  const { span, sources } = citation;
  const cited = text.slice(span.start, span.end);
  const [use, ...others] = new Note(cited, language).citekeyUses;
  if (use === undefined || others.length > 0 || !sources.includes(place.source)) {
    return undefined;
  }
  const { start } = use.locatorSpan;
  const written = language.citekeys.addedPlace?.(cited, start, {
    words: citedPlace([place.locator]),
    number: PAGES.exec(place.locator)?.[1] ?? place.locator,
  });
  const at = span.start + start;
  return written === undefined ? undefined : { start: at, end: at, text: written };
}

/**
 * A place as the library has it, in the form in which a note has written another one: `p. 12`,
 * `page 12`, `12`, `pp. 12--13`, `§ 3.3`. A page in place of a paragraph, the other way round, or a
 * section has no such form, and is written as it is when a passage is cited.
 */
export function locatorLike(written: string, locator: Locator): string {
  const { before = '', unit = '', place = '' } = WRITTEN.exec(written.trim())?.groups ?? {};
  const [, pages] = PAGES.exec(locator) ?? [];
  const [behind = ''] = UNIT_BEHIND.exec(place) ?? [];
  const isLike = unit === '' || PAGE_UNIT.test(unit) === (pages !== undefined);
  if (!isLike || SECTION.test(locator)) {
    return citedPlace([locator]);
  }
  const [dash = '–'] = DASH.exec(place) ?? [];
  const whole = pages ?? locator;
  const number = whole.replace(RANGE, dash);
  const isRange = whole.includes(RANGE);
  const numbered = (isRange ? PLURAL : SINGULAR).get(unit.toLowerCase());
  const kept = numbered === undefined ? unit : likeCase(unit, numbered);
  return `${kept}${before.slice(unit.length)}${number}${pages === undefined ? '' : behind}`;
}

function likeCase(model: string, word: string): string {
  return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
