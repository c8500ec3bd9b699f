import type { DocumentMetadata } from '../document';
import { issuedOf } from './metadata';
import { type Day, visibleDates } from './visibleDates';

/**
 * The day on which something was published, where it was published. A time with the offset of its
 * place tells the day; one in UTC may be of the day before or after, so that the day that the page
 * shows its readers is taken where it is a neighbour.
 * @param shown what stands around the headline
 */
export function publishedDay(
  value: string | undefined,
  shown: string,
  language: string | undefined,
): DocumentMetadata['issued'] {
  const issued = issuedOf(value);
  const [year, month, day] = issued?.['date-parts'][0] ?? [];
  if (value === undefined || year === undefined || month === undefined || day === undefined) {
    return issued;
  }
  if (!/\d:\d\d.*(?:Z|[+-]00:?00)$/iu.test(value.trim())) {
    return issued;
  }
  const days = visibleDates(shown, language);
  const neighbour =
    days.find((other) => daysBetween([year, month, day], other) === 0) ??
    days.find((other) => Math.abs(daysBetween([year, month, day], other)) === 1);
  if (neighbour !== undefined) {
    return { 'date-parts': [neighbour] };
  }
  // The midnight of central Europe, which belongs to the next day, if it is one.
  return /T2[23]:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)$/iu.test(value.trim())
    ? { 'date-parts': [[year, month].slice(0, isLastOfMonth([year, month, day]) ? 1 : 2)] }
    : issued;
}

function daysBetween(first: Day, second: Day): number {
  const [a, b] = [first, second].map(([year, month, day]) => Date.UTC(year, month - 1, day));
  return ((b ?? 0) - (a ?? 0)) / 86_400_000;
}

function isLastOfMonth([year, month, day]: Day): boolean {
  return new Date(Date.UTC(year, month - 1, day + 1)).getUTCDate() === 1;
}
