import type { CslName } from '../../model';
import type { DocumentMetadata } from '../document';
import { blockText } from './plainText';

/** A title longer than this is a paragraph that was put in the wrong place. */
const MOST_TITLE_UNITS = 500;

/** A field of one line; `undefined` where it says nothing, or far more than such a field does. */
export function shortText(value: unknown): string | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? blockText(`${value}`) : '';
  return text === '' || text.length > MOST_TITLE_UNITS ? undefined : text;
}

/** The letters and figures of a title or name, in small: what is compared of it. */
export function bareLetters(text: string | undefined): string {
  return (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * A name as documents write it. "Family, Given" is taken apart; any other form is kept whole, since
 * "Given Family" cannot be told from the name of an institution.
 */
export function personName(value: unknown): CslName | undefined {
  const text = shortText(value);
  if (text === undefined || /^https?:/i.test(text)) {
    return undefined;
  }
  const [, family, given] = /^([^,]{1,60}), ([^,]{1,60})$/u.exec(text) ?? [];
  const isInstitution = /^(?:inc|ltd|llc|gmbh|plc|co|corp)\b/i.test(given ?? '');
  return family !== undefined && given !== undefined && !isInstitution
    ? { family, given }
    : { literal: text };
}

/** The names in a list of them that has semicolons between. */
export function personNames(value: unknown): readonly CslName[] {
  const text = typeof value === 'string' ? value : '';
  return text
    .split(';')
    .map(personName)
    .filter((name) => name !== undefined);
}

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/**
 * A date as CSL-JSON has it: `2024`, `2024-07`, `2024-07-11` (what follows, such as a time, is left
 * out), `11 July 2024`, `July 11, 2024`, `July 2024`, and with slashes in the order of ISO 8601.
 * `undefined` for everything else, 07/11/2024 included, which is two dates.
 */
export function issuedOf(value: unknown): DocumentMetadata['issued'] {
  const text = shortText(value) ?? '';
  const numeric = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?![-/.\d])/u.exec(text);
  if (numeric) {
    return dateOf(numeric[1], numeric[3], numeric[4]);
  }
  const dayFirst = /^(?:\p{L}+,? )?(\d{1,2})(?:st|nd|rd|th)?\.? (\p{L}{3,})\.?,? (\d{4})\b/u.exec(
    text,
  );
  if (dayFirst) {
    return dateOf(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  }
  const monthFirst =
    /^(?:\p{L}+, )?(\p{L}{3,})\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?,? (\d{4})\b/u.exec(text);
  return monthFirst ? dateOf(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]) : undefined;
}

/** As a number in digits; zero, which no date has, for what is no English month. */
function monthOf(name = ''): string {
  return `${MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1}`;
}

function dateOf(...digits: readonly (string | undefined)[]): DocumentMetadata['issued'] {
  const parts = digits.filter((part) => part !== undefined).map(Number);
  const [year = 0, month = 1, day = 1] = parts;
  const isDate = year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return isDate ? { 'date-parts': [parts] } : undefined;
}

/** A language tag such as `en` or `pt-BR`. */
export function languageOf(value: unknown): string | undefined {
  const text = shortText(value)?.replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(text) ? text : undefined;
}

export function urlOf(value: unknown): string | undefined {
  const text = shortText(value) ?? '';
  return /^https?:\/\/\S+$/i.test(text) ? text : undefined;
}

/** A DOI without what is written before it. */
export function doiOf(value: unknown): string | undefined {
  const text = shortText(value) ?? '';
  return /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(text)?.[1];
}

/** The fields that are said: those that are not, `undefined` and empty lists, are left out. */
export function metadataOf(fields: {
  readonly [Field in keyof DocumentMetadata]: DocumentMetadata[Field] | undefined;
}): DocumentMetadata {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
