import type { CslName } from '../../model';
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
  const { type, title, label, container, edition, issued } = source;
  const { publisher, genre, language, DOI, URL } = source;
  // `undefined` is left out when it is written.
  const names = (people: readonly CslName[] = []): readonly CslName[] | undefined =>
    people.length === 0 ? undefined : people;
  return {
    id: citekey,
    type,
    title: title ?? label,
    author: names(source.author),
    editor: names(source.editor),
    translator: names(source.translator),
    'container-title': container?.title,
    volume: container?.volume,
    issue: container?.issue,
    page: container?.page,
    edition,
    issued: issued && { 'date-parts': issued['date-parts'] },
    publisher,
    genre,
    language,
    DOI,
    URL,
    file: file && fileFieldOf(file),
  };
}
