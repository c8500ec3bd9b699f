import type { CslName } from '../../model';
import type { CitableSource } from '../citable';
import { babelNameOf } from '../cslMetadata';
import { fileFieldOf } from '../fileField';

/** How the entries of a file are written. */
export interface BibtexStyle {
  /** Whether they have the fields and types of BibLaTeX. */
  readonly isBiblatex: boolean;
  readonly indent: string;
  readonly eol: string;
}

/** Types of CSL that BibTeX has one for; all others are `misc`. */
const BIBTEX_TYPES: Readonly<Record<string, string>> = {
  article: 'article',
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  manuscript: 'unpublished',
  pamphlet: 'booklet',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  thesis: 'phdthesis',
};

/** The same for BibLaTeX, where they differ. */
const BIBLATEX_TYPES: Readonly<Record<string, string>> = {
  bill: 'legislation',
  dataset: 'dataset',
  entry: 'inreference',
  'entry-dictionary': 'inreference',
  'entry-encyclopedia': 'inreference',
  figure: 'image',
  graphic: 'artwork',
  legal_case: 'jurisdiction',
  legislation: 'legislation',
  motion_picture: 'video',
  musical_score: 'music',
  patent: 'patent',
  performance: 'performance',
  periodical: 'periodical',
  personal_communication: 'letter',
  post: 'online',
  'post-weblog': 'online',
  report: 'report',
  review: 'review',
  software: 'software',
  song: 'audio',
  standard: 'standard',
  thesis: 'thesis',
  treaty: 'legal',
  webpage: 'online',
};

/** Which field holds who published it, by type; `publisher` for all others. */
const PUBLISHER_FIELDS: Readonly<Record<string, string>> = {
  report: 'institution',
  techreport: 'institution',
  thesis: 'institution',
  phdthesis: 'school',
  online: 'organization',
  inproceedings: 'organization',
  misc: 'howpublished',
  unpublished: 'howpublished',
  booklet: 'howpublished',
};

/** Which field holds the book that something is a part of, by type. */
const CONTAINER_FIELDS: Readonly<Record<string, string>> = {
  incollection: 'booktitle',
  inproceedings: 'booktitle',
  inreference: 'booktitle',
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A source as an entry of BibTeX or BibLaTeX, without a line break behind it. A source without a title
 * gets the label that it has in lists, for the user to correct.
 * @param file the path for the `file` field; absent for none
 */
export function bibtexEntry(
  source: CitableSource,
  citekey: string,
  style: BibtexStyle,
  file?: string,
): string {
  const type = typeOf(source, style);
  const { publisher, DOI, URL, genre, edition } = source;
  const people = (names: readonly CslName[] = []): string | undefined =>
    names.length === 0 ? undefined : authorValue(names);
  const fields: readonly BibtexField[] = [
    ['author', people(source.author)],
    ['title', titleValue(source.title ?? source.label)],
    ...containerFields(source, type, style),
    ['editor', people(source.editor)],
    ['translator', people(source.translator)],
    ['edition', edition && braced(escapeBibtex(edition))],
    ...dateFields(source, style),
    [PUBLISHER_FIELDS[type] ?? 'publisher', publisher && braced(wholeName(publisher))],
    ['type', genre && braced(escapeBibtex(genre))],
    ...(style.isBiblatex ? [['langid', languageOf(source)] as const] : []),
    ['doi', DOI && braced(verbatim(DOI))],
    ['url', URL && braced(verbatim(URL))],
    ['file', file && braced(fileFieldOf(file))],
  ];
  const lines = fields
    .filter(([, value]) => value !== undefined && value !== '{}' && value !== '')
    .map(([name, value]) => `${style.indent}${name} = ${value},`);
  return [`@${type}{${citekey},`, ...lines, '}'].join(style.eol);
}

/** A field with its value in braces; `undefined` for one that is left out. */
export type BibtexField = readonly [name: string, value: string | undefined];

/** Names as the field `author` has them, in braces. */
export function authorValue(names: readonly CslName[]): string {
  return braced(names.map(nameOf).join(' and '));
}

/** A title as its field has it, in braces. */
export function titleValue(title: string): string {
  return braced(withCapitals(escapeBibtex(title)));
}

function typeOf({ type }: CitableSource, { isBiblatex }: BibtexStyle): string {
  return (isBiblatex ? BIBLATEX_TYPES[type] : undefined) ?? BIBTEX_TYPES[type] ?? 'misc';
}

/** What it has appeared in. */
function containerFields(
  { container }: CitableSource,
  type: string,
  { isBiblatex }: BibtexStyle,
): readonly BibtexField[] {
  if (container === undefined) {
    return [];
  }
  const { title, volume, issue, page } = container;
  const value = (text: string | undefined): string | undefined =>
    text && braced(escapeBibtex(text));
  const name =
    type === 'article' ? (isBiblatex ? 'journaltitle' : 'journal') : CONTAINER_FIELDS[type];
  return [
    [name ?? 'titleaddon', titleValue(title)],
    ['volume', value(volume)],
    ['number', value(issue)],
    ['pages', value(page?.replaceAll('–', '--'))],
  ];
}

/** The fields that tell a date. */
export function dateFields(
  { issued }: Pick<CitableSource, 'issued'>,
  { isBiblatex }: Pick<BibtexStyle, 'isBiblatex'>,
): readonly BibtexField[] {
  const dates = issued?.['date-parts'] ?? [];
  if (isBiblatex) {
    return [['date', dates.length === 0 ? undefined : braced(dates.map(isoDate).join('/'))]];
  }
  const [year, month] = dates[0] ?? [];
  return [
    ['year', year === undefined ? undefined : braced(String(year))],
    ['month', month === undefined ? undefined : MONTHS[month - 1]],
  ];
}

function isoDate([year = 0, ...rest]: readonly number[]): string {
  return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join(
    '-',
  );
}

function languageOf({ language }: CitableSource): string | undefined {
  const name = language === undefined ? undefined : babelNameOf(language);
  return name === undefined ? undefined : braced(name);
}

function braced(value: string): string {
  return `{${value}}`;
}

/** A body in braces, which keep its name whole; of a person, "Family, Given". */
function nameOf({ family, given, literal }: CslName): string {
  if (literal !== undefined || !family || !given) {
    return braced(escapeBibtex(literal ?? (family || given || '')));
  }
  return `${namePart(family)}, ${namePart(given)}`;
}

/** "and" in the name of a publisher would make two of it. */
function wholeName(name: string): string {
  const escaped = escapeBibtex(name);
  return /\sand\s/i.test(escaped) ? braced(escaped) : escaped;
}

/** Letters with a hyphen, apostrophe or full stop between or behind them, and blanks. */
const PLAIN_NAME = /^\p{L}[\p{L}\p{M}]*(?:(?:[’'.-]\s?|\s)\p{L}[\p{L}\p{M}]*)*\.?$/u;

/** In braces what would be read as the border between names, as a command, or as all prefix ("van"). */
function namePart(part: string): string {
  const escaped = escapeBibtex(part);
  const isPlain = PLAIN_NAME.test(part) && /\p{Lu}/u.test(part) && !/\band\b/i.test(part);
  return isPlain ? escaped : braced(escaped);
}

/** Braces around words that a style must not set in small letters: acronyms, not the first letters. */
function withCapitals(title: string): string {
  return /\p{Ll}/u.test(title)
    ? title.replace(/(?:\p{Lu}\.){2,}|(?<![\p{L}\p{N}])[\p{L}\p{N}]+\p{Lu}[\p{L}\p{N}]*/gu, '{$&}')
    : title;
}

/** Text on one line, in which nothing is a command. Braces are named, since BibTeX counts all it sees. */
function escapeBibtex(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\{}~^]|[&%$#_]/g, (mark) => COMMANDS[mark] ?? `\\${mark}`)
    .replace(/(?<=([-'`]))(?=\1)/g, '{}');
}

const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** An address, in which nothing is escaped but what would end the field. */
function verbatim(address: string): string {
  return address.trim().replace(/[{}\\\s]/g, encodeURIComponent);
}
