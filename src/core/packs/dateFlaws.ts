import type { SourceDate } from '../model';

/** What is wrong in a date that has the form the schema asks for. */
export interface DateFlaw {
  readonly field: 'start' | 'end' | 'precision';
  readonly message: string;
  readonly remedy: string;
}

const FORM_LENGTH = { year: 'YYYY'.length, month: 'YYYY-MM'.length, day: 'YYYY-MM-DD'.length };

/**
 * Checks what a schema cannot say: that the days exist in the Gregorian calendar, that the end does
 * not come before the start, and that the precision fits the form. `undefined` for a sound date.
 */
export function findDateFlaw(date: SourceDate): DateFlaw | undefined {
  for (const field of ['start', 'end'] as const) {
    const day = date[field];
    if (day !== undefined && !isInCalendar(day)) {
      return {
        field,
        message: 'is a day that does not exist',
        remedy: 'Correct the day or the month.',
      };
    }
  }
  // A year or month ends with its last day: "2016" does not end before "2016-05". Of the three
  // forms, the shorter one is the beginning of the longer, so that cutting compares like with like.
  if (date.end !== undefined && date.end < date.start.slice(0, date.end.length)) {
    return {
      field: 'end',
      message: 'comes before the start',
      remedy: 'Exchange "start" and "end", or correct one of them.',
    };
  }
  const { precision } = date;
  if (precision === 'range' && date.end === undefined) {
    return {
      field: 'precision',
      message: 'is "range", but there is no "end"',
      remedy: 'Add "end", or choose another precision.',
    };
  }
  if (
    (precision === 'day' || precision === 'month' || precision === 'year') &&
    date.start.length !== FORM_LENGTH[precision]
  ) {
    return {
      field: 'precision',
      message: `is "${precision}", but "start" is not a ${precision}`,
      remedy: 'Choose the precision that the source gives and write "start" in that form.',
    };
  }
  return undefined;
}

/** Whether `YYYY`, `YYYY-MM` or `YYYY-MM-DD` exists, month and day known to lie within 12 and 31. */
function isInCalendar(text: string): boolean {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}
