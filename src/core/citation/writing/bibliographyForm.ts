import type { NoteWriting } from '../../note/writing';
import { isEastAsianName } from '../../text/eastAsianNames';
import type { CslName } from '../../model';
import type { CitableSource } from '../citable';
import { containerInList } from '../containers';
import { isInBook } from '../kinds';
import { creatorsOf, editionInList, roleBehind } from '../people';
import { formatDates, formatTitle } from '../plainCitation';
import { addressOf, authorAndYear } from './noteForms';

/** As many authors as Chicago has in a list of references; of more, the first seven. */
const MOST_AUTHORS = 10;
const FIRST_AUTHORS = 7;

/**
 * A source as an entry of a list of references in Chicago's author-date style: "Galic, Mirna. 2024.
 * *Title*. Publisher, July 9. <https://…>.", or "Roe, Jo. 2021. “Title.” *Journal* 12 (3): 45–67."
 * @param letter what tells it from others of the same author and year; empty where there are none
 */
export function referenceEntry(source: CitableSource, letter: string, markup: NoteWriting): string {
  const { title, genre, publisher, issued } = source;
  const { year } = authorAndYear(source, markup);
  const creators = creatorsOf(source);
  const people = listedNames(creators.names);
  const work = title === undefined ? markup.text(source.label) : formatTitle(title, source, markup);
  const day = issued === undefined ? '' : dayOf(issued['date-parts']);
  const container = containerInList(source, day, markup);
  const isIssued = container?.isPeriodical !== true;
  const issuer = [isIssued && publisher !== people && publisher, isIssued && day]
    .filter(Boolean)
    .join(', ');
  const url = addressOf(source);
  const dated = `${year.replace(/\.$/, '')}${letter}`;
  const parts =
    people === '' ? [work, dated] : [markup.text(people + roleBehind(creators)), dated, work];
  return [
    ...parts,
    ...(isInBook(source)
      ? []
      : editionInList(source).map((part) => markup.text(capitalised(part)))),
    genre !== undefined && title !== undefined && markup.text(genre),
    container?.text,
    issuer !== '' && markup.text(issuer),
    url !== undefined && markup.address(url),
  ]
    .filter((part): part is string => typeof part === 'string')
    .map(closed)
    .join(' ');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** With a full stop, which stands within quotation marks. */
function closed(part: string): string {
  return /[.!?][”’*_]*$/.test(part) ? part : part.replace(/(?=”?$)/, '.');
}

/** "Family, Given, and Given Family": the first by what it is sorted by. */
function listedNames(names: readonly CslName[]): string {
  const shown = names.length > MOST_AUTHORS ? names.slice(0, FIRST_AUTHORS) : names;
  const written = shown.map((name, at) => listedName(name, at === 0)).filter((name) => name !== '');
  if (shown.length < names.length) {
    return `${written.join(', ')}, et al.`;
  }
  const last = written.at(-1) ?? '';
  return written.length < 2 ? last : `${written.slice(0, -1).join(', ')}, and ${last}`;
}

function listedName({ literal, given = '', family = '' }: CslName, isFirst: boolean): string {
  if (literal !== undefined) {
    return literal;
  }
  if (isEastAsianName(`${given}${family}`)) {
    return `${family}${given}`;
  }
  const [one, other, between] = isFirst ? [family, given, ', '] : [given, family, ' '];
  return [one, other].filter((part) => part !== '').join(between);
}

/** What a date says besides its year; empty when that is all it says. */
function dayOf(dates: readonly (readonly number[])[]): string {
  const [first = []] = dates;
  return dates.length > 1 || first.length < 2 ? '' : formatDates(dates).replace(/,? -?\d+$/, '');
}
