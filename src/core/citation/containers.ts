import type { Source } from '../model';
import { isInBook, isInPeriodical } from './kinds';
import { editionInList, editionInNote } from './people';
import type { CitationMarkup } from './plainCitation';

/** What a source has appeared in, as a citation names it. */
export interface NamedContainer {
  readonly text: string;
  /** It stands for the publisher as well, and has the date in it, as a periodical does. */
  readonly isPeriodical: boolean;
}

/**
 * As a Chicago note names it: "*Journal* 12, no. 3 (2021)", "*Weekly*, July 9, 2024", "in *Book*", or
 * the name of a site.
 * @param date empty when it is not known
 * @returns `undefined` when the source has appeared by itself
 */
export function containerInNote(
  source: Source,
  date: string,
  markup: CitationMarkup,
): NamedContainer | undefined {
  const { container } = source;
  if (container === undefined) {
    return undefined;
  }
  const { title, volume, issue } = container;
  if (isInPeriodical(source)) {
    const number = [volume, issue && `no. ${issue}`].filter(Boolean).join(', ');
    const numbered = [markup.italic(title), number && markup.text(number)]
      .filter(Boolean)
      .join(' ');
    const dated = number === '' ? `${numbered}, ${date}` : `${numbered} (${date})`;
    return { text: date === '' ? numbered : dated, isPeriodical: true };
  }
  return withinOther(source, 'in', editionInNote(source), markup);
}

/**
 * The same as Chicago's list of references names it: "*Journal* 12 (3): 45–67", "*Weekly*, July 9",
 * "In *Book*, 45–67".
 * @param day what the date says besides the year; empty when that is nothing
 */
export function containerInList(
  source: Source,
  day: string,
  markup: CitationMarkup,
): NamedContainer | undefined {
  const { container } = source;
  if (container === undefined) {
    return undefined;
  }
  const { title, volume, issue, page } = container;
  if (isInPeriodical(source)) {
    const number = [volume, issue && `(${issue})`].filter(Boolean).join(' ');
    const numbered = [markup.italic(title), number && markup.text(number)]
      .filter(Boolean)
      .join(' ');
    const dated = number === '' && day !== '' ? `${numbered}, ${day}` : numbered;
    return { text: page === undefined ? dated : `${dated}: ${page}`, isPeriodical: true };
  }
  const found = withinOther(source, 'In', editionInList(source), markup);
  return found && page !== undefined ? { ...found, text: `${found.text}, ${page}` } : found;
}

/** @param edition what is said of a book behind its title */
function withinOther(
  source: Source,
  within: string,
  edition: readonly string[],
  markup: CitationMarkup,
): NamedContainer | undefined {
  const { container, publisher } = source;
  if (container === undefined || container.title === publisher) {
    return undefined;
  }
  const { title } = container;
  const text = isInBook(source)
    ? [`${within} ${markup.italic(title)}`, ...edition.map(markup.text)].join(', ')
    : markup.text(title);
  return { text, isPeriodical: false };
}
