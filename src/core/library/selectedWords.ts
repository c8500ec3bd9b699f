import { alignLetters, lettersIn, mapLetters } from '../text/letterAlignment';
import type { Span } from '../model';
import type { SourceDocument } from './document';
import { joinLines, WordCounts } from './formats/joinLines';

/** Selected text of one page, as it is set there. */
export interface SelectedPart {
  /** Counted from 1. */
  readonly page: number;
  /** With a line break at the end of each line. */
  readonly text: string;
  /** How much of the page's text stands before it, from 0 to 1. */
  readonly at: number;
}

/** Of the letters that are selected, those that have to stand in passages: heads and feet do not. */
const LEAST_FOUND = 0.6;
/** Fewer letters are looked for as they are. */
const SHORT = 20;
/** How many letters may stand between them there, and how many more of each selected one. */
const MOST_BETWEEN = 40;
const MOST_LONGER = 1.4;

/**
 * Where what is selected on pages stands in the text of their document, whatever line breaks,
 * hyphens, heads and feet the pages have; `undefined` where it is in no passage, such as in a
 * picture's text or in a page number.
 * @param parts in the order of the pages, from the first selected word to the last
 */
export function selectedSpan(
  document: SourceDocument,
  parts: readonly SelectedPart[],
): Span | undefined {
  const [first, last] = [parts[0], parts.at(-1)];
  const start = first && spanOnPage(document, first)?.start;
  const end = last && spanOnPage(document, last)?.end;
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined;
}

function spanOnPage(document: SourceDocument, part: SelectedPart): Span | undefined {
  const passages = document.passages.filter(
    ({ page, lastPage }) =>
      page !== undefined && page <= part.page && part.page <= (lastPage ?? page),
  );
  const [first, last] = [passages[0], passages.at(-1)];
  if (first === undefined || last === undefined) {
    return undefined;
  }
  const offset = first.span.start;
  const text = document.text.slice(offset, last.span.end);
  const [letters, sought] = [mapLetters(text), mapLetters(part.text)];
  const isShort = sought.letters.length < SHORT;
  const same = isShort ? sameWords(text, part) : [];
  const found = same.length > 0 ? same : alignLetters(letters, sought, part.at);
  const [start, end] = [found[0]?.start, found.at(-1)?.end];
  if (start === undefined || end === undefined) {
    return undefined;
  }
  if (isShort && bare(text.slice(start, end)) !== bare(part.text)) {
    return undefined;
  }
  const matched = lettersIn(found, letters);
  const all = lettersIn([{ start, end }], letters);
  if (matched < LEAST_FOUND * sought.letters.length || all > MOST_LONGER * matched + MOST_BETWEEN) {
    return undefined;
  }
  const isWhole = matched === sought.letters.length;
  const span = withSigns(text, isWhole ? { start, end } : wholeWords(text, { start, end }), part);
  return { start: offset + span.start, end: offset + span.end };
}

/** Letters and digits with their capitals. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Where a few words stand as they are selected, with their capitals: their letters may be in others. */
function sameWords(text: string, { text: selected, at }: SelectedPart): readonly Span[] {
  const words = selected.replace(/\s+/gu, ' ').trim();
  const places: number[] = [];
  for (let from = text.indexOf(words); from !== -1 && words !== '';) {
    places.push(from);
    from = text.indexOf(words, from + words.length);
  }
  const whole = places.filter(
    (from) => !isOfWord(text.charAt(from - 1)) && !isOfWord(text.charAt(from + words.length)),
  );
  const wanted = at * text.length;
  const [nearest] = (whole.length > 0 ? whole : places).sort(
    (one, other) => Math.abs(one - wanted) - Math.abs(other - wanted),
  );
  return nearest === undefined ? [] : [{ start: nearest, end: nearest + words.length }];
}

/** A stretch that begins and ends with words: where it does not is where a page parts from its passage. */
function wholeWords(text: string, span: Span): Span {
  return grown(text, span, isOfWord, isOfWord);
}

/** Takes in the signs before and behind, such as brackets and full stops, that are selected as well. */
function withSigns(text: string, span: Span, part: SelectedPart): Span {
  const selected = part.text.trim();
  const before = new Set(signsAt(selected));
  const behind = new Set(signsAt(Array.from(selected).reverse().join('')));
  return grown(
    text,
    span,
    (sign) => before.has(sign),
    (sign) => behind.has(sign),
  );
}

/** The signs at the beginning of a text. */
function signsAt(text: string): readonly string[] {
  const signs = Array.from(text.slice(0, MOST_BETWEEN));
  const end = signs.findIndex(isOfWord);
  return (end === -1 ? signs : signs.slice(0, end)).filter((sign) => sign.trim() !== '');
}

/** A stretch with the characters on both sides that belong to it. */
function grown(
  text: string,
  { start, end }: Span,
  isBefore: (character: string) => boolean,
  isBehind: (character: string) => boolean,
): Span {
  let from = start;
  while (from > start - MOST_BETWEEN && isBefore(text.charAt(from - 1))) {
    from -= 1;
  }
  let to = end;
  while (to < end + MOST_BETWEEN && isBehind(text.charAt(to))) {
    to += 1;
  }
  return { start: from, end: to };
}

function isOfWord(character: string): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(character);
}

/** What is selected as one line, hyphens at the ends of lines undone as far as it can be known. */
export function selectedText(parts: readonly Pick<SelectedPart, 'text'>[]): string {
  const lines = parts
    .flatMap(({ text }) => text.split('\n'))
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .map((text) => ({ text, endsSoft: false }));
  const counts = new WordCounts();
  counts.add(lines);
  return joinLines(lines, counts);
}
