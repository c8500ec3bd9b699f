import type { CslName, Locator, Source } from '../model';

/** CSL types whose titles Chicago sets in italics; all other titles get quotation marks. */
const STANDALONE = new Set(['book', 'dataset', 'pamphlet', 'report', 'software', 'thesis']);

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * Cites a place in a source in the order of a note in the Chicago Manual of Style: who, what,
 * publisher, date, place. Plain text, so a title for italics stands as it is. Fields that the source
 * does not have are left out.
 */
export function formatCitation(source: Source, locator?: Locator): string {
  const people = formatNames(source.author ?? []);
  const interviewer = formatNames(source.interviewer ?? []);
  const what = formatWork(source, people !== '');
  const parts = [
    people,
    interviewer === '' ? what : `${what} by ${interviewer}`,
    source.publisher === people ? '' : source.publisher,
    source.issued && formatDates(source.issued['date-parts']),
    locator && formatLocator(locator),
  ];
  return parts.filter(Boolean).join(', ').replaceAll('”, ', ',” ');
}

/** The title; without one, a description, which gets neither italics nor quotation marks. */
function formatWork({ title, type, genre, label }: Source, isAfterName: boolean): string {
  if (title === undefined) {
    // "Mirna Galic, question and answer": after a name, the kind says enough, and the label, which
    // is made for lists, would say the name again.
    return isAfterName && genre !== undefined ? genre : label;
  }
  const name = STANDALONE.has(type) ? title : `“${title}”`;
  return genre === undefined ? name : `${name}, ${genre}`;
}

/** "A", "A and B", "A, B, and C"; of more than three, the first and "et al.". */
function formatNames(names: readonly CslName[]): string {
  const [first = '', second, third, ...more] = names.map(formatName);
  if (second === undefined) {
    return first;
  }
  if (third === undefined) {
    return `${first} and ${second}`;
  }
  return more.length > 0 ? `${first} et al.` : `${first}, ${second}, and ${third}`;
}

function formatName({ literal, given, family }: CslName): string {
  return literal ?? [given, family].filter(Boolean).join(' ');
}

/** "2024", "July 2024" or "July 9, 2024"; a span with a dash. */
function formatDates(dates: readonly (readonly number[])[]): string {
  return dates.map(formatDate).join('–');
}

function formatDate([year, month, day]: readonly number[]): string {
  const name = month === undefined ? undefined : MONTHS[month - 1];
  if (name === undefined) {
    return String(year);
  }
  return day === undefined ? `${name} ${year}` : `${name} ${day}, ${year}`;
}

/** A locator of numbers counts sections and paragraphs; any other says by itself what it counts. */
function formatLocator(locator: Locator): string {
  return /^\d+(?:\.\d+)+$/.test(locator) ? `para. ${locator}` : locator;
}
