import { placeInStyle } from '../citation/writing/placeForms';
import { Note } from '../note/note';
import type { NoteLanguage } from '../note/noteLanguage';
import type { Locator, Span, TextEdit } from '../model';
import type { QuoteCheck } from './quoteCheck';
import { headingOfPlace } from '../text/headingPlaces';
import { pagesWithin } from '../text/listedPlaces';
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

/** Paragraphs that the source itself counts. */
const PARAGRAPHS = /^paras?\.\s*(\S.*)$/u;

/**
 * The edit that makes a citation name the place where a quotation stands, in the form in which it
 * names the wrong one (see `locatorLike`); `undefined` where it names none, or
 * where the words stand in another source.
 */
export function correctLocator(
  { text, language }: Pick<Note, 'text' | 'language'>,
  { citation, place }: Pick<QuoteCheck, 'citation' | 'place'>,
): TextEdit | undefined {
  const span = citation?.locatorSpan;
  // The title of a source has no place in it.
  if (span === undefined || !place?.printed || !citation?.sources.includes(place.source)) {
    return undefined;
  }
  const { start, end } = replaced(text, span, place.printed);
  const like = locatorLike(text.slice(start, end), place.printed);
  const isHeading = headingOfPlace(place.printed) !== undefined;
  const written = isHeading ? placeInNote(place.printed, language) : place.printed;
  return { start, end, text: like ?? written };
}

/** Of a locator with pages among other places only the pages, where a page is to replace them. */
function replaced(text: string, span: Span, printed: Locator): Span {
  const pages = PAGES.test(printed) ? pagesWithin(text.slice(span.start, span.end)) : undefined;
  return pages === undefined
    ? span
    : { start: span.start + pages.start, end: span.start + pages.end };
}

/**
 * The edit that makes a citation by one key name the place where a quotation stands, for one that
 * names none; `undefined` where there is no form for it, as in a footnote in words.
 */
export function addLocator(
  { text, language }: Pick<Note, 'text' | 'language'>,
  { citation, place }: Pick<QuoteCheck, 'citation' | 'place'>,
): TextEdit | undefined {
  if (!citation || !place?.printed || citation.locator !== undefined) {
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
    words: placeInNote(place.printed, language),
    number: PAGES.exec(place.printed)?.[1] ?? placeInNote(place.printed, language),
  });
  const at = span.start + start;
  return written === undefined ? undefined : { start: at, end: at, text: written };
}

function placeInNote(place: Locator, { citing, writing }: NoteLanguage): string {
  return placeInStyle(place, citing.styleWithBibliography ?? citing.style, writing);
}

/**
 * A printed place in the form in which a note has written another one: `p. 12`, `page 12`, `12`,
 * `pp. 12--13`, `§ 3`. `undefined` where there is no such form: for a page in place of a paragraph, the
 * other way round, and for a heading.
 */
export function locatorLike(written: string, locator: Locator): string | undefined {
  const { before = '', unit = '', place = '' } = WRITTEN.exec(written.trim())?.groups ?? {};
  const [, pages] = PAGES.exec(locator) ?? [];
  const [, paragraphs] = PARAGRAPHS.exec(locator) ?? [];
  const whole = pages ?? paragraphs;
  const [behind = ''] = UNIT_BEHIND.exec(place) ?? [];
  const isLike = unit === '' ? pages !== undefined : PAGE_UNIT.test(unit) === (pages !== undefined);
  if (!isLike || whole === undefined || headingOfPlace(written) !== undefined) {
    return undefined;
  }
  const [dash = '–'] = DASH.exec(place) ?? [];
  const number = whole.replace(RANGE, dash);
  const isRange = whole.includes(RANGE);
  const numbered = (isRange ? PLURAL : SINGULAR).get(unit.toLowerCase());
  const kept = numbered === undefined ? unit : likeCase(unit, numbered);
  return `${kept}${before.slice(unit.length)}${number}${pages === undefined ? '' : behind}`;
}

function likeCase(model: string, word: string): string {
  return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
