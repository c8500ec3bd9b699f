import type { Locator, Source } from '../model';
import { MONTHS } from '../text/months';
import { citedPlace } from './citedPlace';
import { containerInNote } from './containers';
import { isInBook } from './kinds';
import { creatorsOf, editionInNote, formatNames, roleBehind } from './people';
import { withSingleMarks } from './singleMarks';

/** How the pieces of a citation are written in a markup. */
export interface CitationMarkup {
  /** Text that is to be read as it stands. */
  readonly text: (text: string) => string;
  /** A title that is set in italics. */
  readonly italic: (title: string) => string;
}

const PLAIN: CitationMarkup = { text: (text) => text, italic: (title) => title };

/** CSL types whose titles Chicago sets in italics; all other titles get quotation marks. */
const STANDALONE = new Set(['book', 'dataset', 'pamphlet', 'report', 'software', 'thesis']);

/**
 * Cites a place in a source in the order of a note in the Chicago Manual of Style: who, what, in
 * what, publisher, date, place. Fields that the source does not have are left out.
 * @param markup plain text when absent, so that a title for italics stands as it is
 */
export function formatCitation(source: Source, locator?: Locator, markup = PLAIN): string {
  const creators = creatorsOf(source);
  const people = formatNames(creators.names);
  const interviewer = formatNames(source.interviewer ?? []);
  const what = formatWork(source, people !== '', markup);
  const date = source.issued === undefined ? '' : formatDates(source.issued['date-parts']);
  const container = containerInNote(source, date, markup);
  const isIssued = container?.isPeriodical !== true;
  const parts = [
    markup.text(people + roleBehind(creators)),
    interviewer === '' ? what : `${what} by ${markup.text(interviewer)}`,
    ...(isInBook(source) ? [] : editionInNote(source).map(markup.text)),
    container?.text,
    isIssued && source.publisher && source.publisher !== people && markup.text(source.publisher),
    isIssued && date,
    locator && markup.text(citedPlace([locator])),
  ];
  return parts.filter(Boolean).join(', ').replaceAll('”, ', ',” ');
}

/** The title; without one, a description, which gets neither italics nor quotation marks. */
function formatWork(source: Source, isAfterName: boolean, markup: CitationMarkup): string {
  const { title, genre, label } = source;
  if (title === undefined) {
    // "Mirna Galic, question and answer": after a name, the kind says enough, and the label, which
    // is made for lists, would say the name again.
    return markup.text(isAfterName && genre !== undefined ? genre : label);
  }
  const name = formatTitle(title, source, markup);
  return genre === undefined ? name : `${name}, ${markup.text(genre)}`;
}

/** A title, or a part of it, of a source: in italics or in quotation marks, as Chicago has it. */
export function formatTitle(title: string, { type }: Source, markup = PLAIN): string {
  return STANDALONE.has(type) ? markup.italic(title) : `“${markup.text(withSingleMarks(title))}”`;
}

/** "2024", "July 2024" or "July 9, 2024"; a span with a dash. */
export function formatDates(dates: readonly (readonly number[])[]): string {
  return dates.map(formatDate).join('–');
}

function formatDate([year, month, day]: readonly number[]): string {
  const name = month === undefined ? undefined : MONTHS[month - 1];
  if (name === undefined) {
    return String(year);
  }
  return day === undefined ? `${name} ${year}` : `${name} ${day}, ${year}`;
}
