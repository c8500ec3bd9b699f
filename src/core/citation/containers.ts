import type { Source } from '../model';
import type { CitationMarkup } from './plainCitation';

/** CSL types of what appears in the issues of a periodical. */
const PERIODICAL = new Set([
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'review',
  'review-book',
]);
/** CSL types of what is a part of a book. */
const PARTS = new Set([
  'chapter',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'paper-conference',
]);

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
  const { container, publisher } = source;
  if (container === undefined) {
    return undefined;
  }
  const { title, volume, issue } = container;
  if (PERIODICAL.has(source.type)) {
    const number = [volume, issue && `no. ${issue}`].filter(Boolean).join(', ');
    const numbered = [markup.italic(title), number && markup.text(number)]
      .filter(Boolean)
      .join(' ');
    const dated = number === '' ? `${numbered}, ${date}` : `${numbered} (${date})`;
    return { text: date === '' ? numbered : dated, isPeriodical: true };
  }
  return withinOther(source, title === publisher ? undefined : title, 'in', markup);
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
  const { container, publisher } = source;
  if (container === undefined) {
    return undefined;
  }
  const { title, volume, issue, page } = container;
  if (PERIODICAL.has(source.type)) {
    const number = [volume, issue && `(${issue})`].filter(Boolean).join(' ');
    const numbered = [markup.italic(title), number && markup.text(number)]
      .filter(Boolean)
      .join(' ');
    const dated = number === '' && day !== '' ? `${numbered}, ${day}` : numbered;
    return { text: page === undefined ? dated : `${dated}: ${page}`, isPeriodical: true };
  }
  const found = withinOther(source, title === publisher ? undefined : title, 'In', markup);
  return found && page !== undefined ? { ...found, text: `${found.text}, ${page}` } : found;
}

function withinOther(
  { type }: Source,
  title: string | undefined,
  within: string,
  markup: CitationMarkup,
): NamedContainer | undefined {
  if (title === undefined) {
    return undefined;
  }
  const text = PARTS.has(type) ? `${within} ${markup.italic(title)}` : markup.text(title);
  return { text, isPeriodical: false };
}
