import type { CitableSource } from '../citable';
import { fileFieldOf } from '../fileField';

/**
 * A source as an item of CSL-JSON. One without a title gets the label that it has in lists.
 * @param file the path for the field `file`, which Better BibTeX writes as well; absent for none
 */
export function cslItem(
  source: CitableSource,
  citekey: string,
  file?: string,
): Readonly<Record<string, unknown>> {
  const { type, title, label, author, issued, publisher, genre, language, DOI, URL } = source;
  return {
    id: citekey,
    type,
    title: title ?? label,
    // `undefined` is left out when it is written.
    author: author?.length === 0 ? undefined : author,
    issued: issued && { 'date-parts': issued['date-parts'] },
    publisher,
    genre,
    language,
    DOI,
    URL,
    file: file && fileFieldOf(file),
  };
}
