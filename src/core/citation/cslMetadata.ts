import type { DocumentMetadata } from '../library/document';
import { isObject } from '../../util/shape';
import type { CslName } from '../model';

type CslItem = Readonly<Record<string, unknown>>;

/** The names that babel has for languages, as `langid` holds them, and their tags. */
const LANGUAGE_TAGS: Readonly<Record<string, string>> = {
  english: 'en',
  american: 'en-US',
  usenglish: 'en-US',
  british: 'en-GB',
  ukenglish: 'en-GB',
  australian: 'en-AU',
  newzealand: 'en-NZ',
  canadian: 'en-CA',
  french: 'fr',
  german: 'de',
  ngerman: 'de',
  spanish: 'es',
  italian: 'it',
  portuguese: 'pt',
  dutch: 'nl',
  japanese: 'ja',
  korean: 'ko',
  chinese: 'zh',
  russian: 'ru',
  turkish: 'tr',
};

/** The form of a language tag (BCP 47), without a look at what it names. */
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i;

/** The markup that CSL-JSON allows in titles. */
const TITLE_MARKUP = /<\/?(?:i|b|sup|sub|sc|span)(?: [^<>]*)?>/g;

/** Season numbers of EDTF are above the months. */
const LAST_MONTH = 12;

/**
 * What an item of CSL-JSON says about a document. Fields of another type than the specification
 * gives them are left out.
 */
export function metadataOfCsl(item: CslItem): DocumentMetadata {
  const people = (role: 'author' | 'editor' | 'translator'): Partial<DocumentMetadata> => {
    const names = namesOf(item[role]);
    return names.length === 0 ? {} : { [role]: names };
  };
  const edition = numberText(item.edition);
  const issued = dateOf(item.issued);
  const language = languageOf(textOf(item.language));
  const container = containerOf(item);
  return {
    ...textField(item, 'type'),
    ...textField(item, 'title'),
    ...textField(item, 'genre'),
    ...textField(item, 'publisher'),
    ...textField(item, 'URL'),
    ...textField(item, 'DOI'),
    ...(container && { container }),
    ...people('author'),
    ...people('editor'),
    ...people('translator'),
    ...(edition !== undefined && { edition }),
    ...(issued && { issued }),
    ...(language !== undefined && { language }),
  };
}

function containerOf(item: CslItem): DocumentMetadata['container'] {
  const title = textOf(item['container-title']);
  const [volume, issue, page] = [item.volume, item.issue, item.page].map(numberText);
  return title === undefined
    ? undefined
    : {
        title,
        ...(volume !== undefined && { volume }),
        ...(issue !== undefined && { issue }),
        ...(page !== undefined && { page: page.replace(/-+/g, '–') }),
      };
}

function textField<Name extends 'type' | 'title' | 'genre' | 'publisher' | 'URL' | 'DOI'>(
  item: CslItem,
  name: Name,
): { readonly [Key in Name]?: string } {
  const text = textOf(item[name]);
  return text === undefined ? {} : ({ [name]: text } as { [Key in Name]: string });
}

/** The same of what is often written as a number. */
function numberText(value: unknown): string | undefined {
  return textOf(typeof value === 'number' ? String(value) : value);
}

/** Plain text on one line; several values, as BibLaTeX has of publishers, with commas between. */
function textOf(value: unknown): string | undefined {
  const values = Array.isArray(value) ? (value as unknown[]) : [value];
  const text = values
    .filter((part) => typeof part === 'string')
    .join(', ')
    .replace(TITLE_MARKUP, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? undefined : text;
}

function namesOf(value: unknown): readonly CslName[] {
  return (Array.isArray(value) ? (value as unknown[]) : []).flatMap((name) => {
    if (!isObject(name)) {
      return [];
    }
    const part = (key: string): string | undefined => textOf(name[key]);
    const join = (...keys: string[]): string => keys.map(part).filter(Boolean).join(' ');
    const family = join('non-dropping-particle', 'family');
    const given = join('given', 'dropping-particle', 'suffix');
    const literal = part('literal') ?? (given === '' ? family : undefined);
    // "and others" is what BibTeX writes for "et al."
    if (literal === '' || literal === 'others') {
      return [];
    }
    return literal === undefined ? { ...(family !== '' && { family }), given } : { literal };
  });
}

/** The years, months and days of a CSL date; `undefined` when it begins with no year. */
function dateOf(value: unknown): DocumentMetadata['issued'] {
  if (!isObject(value)) {
    return undefined;
  }
  const written = value['date-parts'];
  const dates = Array.isArray(written)
    ? (written as unknown[]).map((date) => partsOf(Array.isArray(date) ? (date as unknown[]) : []))
    : (textOf(value.raw ?? value.literal) ?? '')
        .split('/')
        .map((date) => partsOf(/^(-?\d{1,4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date)?.slice(1) ?? []));
  const [start, end] = dates;
  if (start === undefined || start.length === 0) {
    return undefined;
  }
  return { 'date-parts': end === undefined || end.length === 0 ? [start] : [start, end] };
}

/** Year, month and day as far as they are numbers that can be those. */
function partsOf(date: readonly unknown[]): readonly number[] {
  const [year, month, day] = date.map((part) =>
    typeof part === 'number' || (typeof part === 'string' && part !== '') ? Number(part) : NaN,
  );
  if (year === undefined || !Number.isInteger(year)) {
    return [];
  }
  if (month === undefined || !Number.isInteger(month) || month < 1 || month > LAST_MONTH) {
    return [year];
  }
  return day !== undefined && Number.isInteger(day) && day >= 1 && day <= 31
    ? [year, month, day]
    : [year, month];
}

function languageOf(name: string | undefined): string | undefined {
  if (name === undefined) {
    return undefined;
  }
  const known = LANGUAGE_TAGS[name.toLowerCase()];
  return known ?? (LANGUAGE_TAG.test(name) ? name : undefined);
}

/** The name that babel has for a language; `undefined` for a tag that has none here. */
export function babelNameOf(tag: string): string | undefined {
  const named = (wanted: string): string | undefined =>
    Object.keys(LANGUAGE_TAGS).find((name) => LANGUAGE_TAGS[name] === wanted);
  return named(tag) ?? named(tag.split('-')[0] ?? tag);
}
