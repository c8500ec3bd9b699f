import type { Source, SourceDate } from '../model';

/**
 * From one day to another, both included, as texts of the form `YYYY-MM-DD` that compare as dates
 * do. A month or day that is not said is 00 at the beginning and 99 at the end.
 */
export interface DateSpan {
  readonly first: string;
  readonly last: string;
}

export function spanOfDate({ start, end = start }: SourceDate): DateSpan {
  return { first: firstDay(start), last: lastDay(end) };
}

/** When a source was issued; `undefined` when that is not known. */
export function spanOfIssued(issued: Source['issued']): DateSpan | undefined {
  const dates = issued?.['date-parts'].filter(([year]) => year !== undefined).map(textOfParts);
  const [first] = dates ?? [];
  return first === undefined
    ? undefined
    : { first: firstDay(first), last: lastDay(dates?.at(-1) ?? first) };
}

/** What a date that is typed means. */
export type TypedDate = DateSpan | 'unfinished' | undefined;

/**
 * Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. One that is still being typed is what is there of it,
 * or `unfinished` when not even the year is; `undefined` for what is no date.
 */
export function parseDate(text: string): TypedDate {
  if (/^\d{1,3}$/.test(text)) {
    return 'unfinished';
  }
  const [, date, month, day] =
    /^(\d{4}(?:-(\d\d)(?:-(\d\d))?)?)(?:-[01]?|-[0-3])?$/.exec(text) ?? [];
  if (date === undefined || !isWithin(month, 12) || !isWithin(day, 31)) {
    return undefined;
  }
  return { first: firstDay(date), last: lastDay(date) };
}

function isWithin(number: string | undefined, most: number): boolean {
  return number === undefined || (Number(number) >= 1 && Number(number) <= most);
}

function firstDay(date: string): string {
  return `${date}-00-00`.slice(0, DAY_LENGTH);
}

function lastDay(date: string): string {
  return `${date}-99-99`.slice(0, DAY_LENGTH);
}

const DAY_LENGTH = 'YYYY-MM-DD'.length;

function textOfParts([year = 0, ...rest]: readonly number[]): string {
  return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join(
    '-',
  );
}
