import { isObject } from '../../util/shape';
import type { CslName, Source, TextEdit } from '../model';
import { bibtexStyleOf, eolOf, indentAt, itemLike } from './bibliographyEdit';
import { entryPlacesAt, scanBibtex } from './bibtexScanner';
import { citekeyOfItem, itemsIn, NO_AUTHOR, NO_DATE, REMARK_FIELD } from './entryParts';
import { jsonListIn } from './jsonList';
import { authorValue, dateFields, titleValue, type BibtexField } from './writing/bibtexEntry';

/** What people say of the parts that an entry lacks; `none` where the source has no such part. */
export interface EntryAnswers {
  readonly author?: readonly CslName[] | 'none';
  readonly title?: string;
  readonly date?: NonNullable<Source['issued']> | 'none';
}

/**
 * The edits that write what is said into the entry with a citekey; all else stays as it is. Empty
 * where there is no such entry, or nothing is said.
 * @param path its ending tells BibTeX from CSL-JSON
 */
export function completedEntry(
  text: string,
  path: string,
  citekey: string,
  answers: EntryAnswers,
): readonly TextEdit[] {
  if (Object.keys(answers).length === 0) {
    return [];
  }
  return /\.json$/i.test(path)
    ? completedItem(text, citekey, answers)
    : completedInBibtex(text, citekey, answers);
}

function completedInBibtex(
  text: string,
  citekey: string,
  answers: EntryAnswers,
): readonly TextEdit[] {
  const entry = scanBibtex(text).entries.find((one) => one.citekey === citekey);
  const places = entry && entryPlacesAt(text, entry.offset);
  if (places === undefined) {
    return [];
  }
  const { indent, eol } = bibtexStyleOf(text);
  const fields = fieldsOf(answers, bibtexStyleOf(text).isBiblatex);
  const edits: TextEdit[] = [];
  let added = '';
  for (const [name, value] of fields) {
    const place = places.fields.get(name);
    if (place === undefined) {
      added += `${eol}${indent}${name} = ${value ?? ''},`;
    } else {
      edits.push({ ...place, text: `${name} = ${value ?? ''}` });
    }
  }
  if (added !== '') {
    const { start, hasComma } = places;
    const opening = hasComma ? added : `,${added}${eol}`;
    const at = edits.findIndex((edit) => edit.start === start);
    const [first = { start, end: start, text: '' }] = at < 0 ? [] : edits.splice(at, 1);
    edits.push({ ...first, text: opening + first.text });
  }
  return edits.sort((one, other) => one.start - other.start);
}

function fieldsOf(
  { author, title, date }: EntryAnswers,
  isBiblatex: boolean,
): readonly BibtexField[] {
  return [
    ...(author === undefined
      ? []
      : author === 'none'
        ? [[REMARK_FIELD, `{${NO_AUTHOR}}`] as const]
        : [['author', authorValue(author)] as const]),
    ...(title === undefined ? [] : [['title', titleValue(title)] as const]),
    ...(date === undefined
      ? []
      : date === 'none'
        ? // BibLaTeX takes a date for a date, and a year for any text.
          [['year', `{${NO_DATE}}`] as const]
        : dateFields({ issued: date }, { isBiblatex })),
  ].filter(([, value]) => value !== undefined);
}

function completedItem(text: string, citekey: string, answers: EntryAnswers): readonly TextEdit[] {
  const at = itemsIn(text).findIndex((item) => citekeyOfItem(item) === citekey);
  const item = itemsIn(text)[at];
  const place = jsonListIn(text.replace(/^\uFEFF/, ' '))?.items[at];
  if (!isObject(item) || place === undefined) {
    return [];
  }
  const { author, title, date } = answers;
  const custom = isObject(item.custom) ? item.custom : {};
  const completed = {
    ...item,
    ...(author === 'none'
      ? { custom: { ...custom, [REMARK_FIELD]: NO_AUTHOR } }
      : author !== undefined && { author }),
    ...(title !== undefined && { title }),
    ...(date !== undefined && {
      issued: date === 'none' ? { literal: NO_DATE } : { 'date-parts': date['date-parts'] },
    }),
  };
  const written = text.slice(place.start, place.end);
  const base = indentAt(text, place.start);
  return [{ ...place, text: itemLike(written, completed, eolOf(text), base) }];
}
