import type { Citation, CslDate, EntryTypes, EntryKind } from '../model';
import { statementsOf, type Catalog } from './catalog';

/**
 * The last day, month or year whose state an entry gives, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: what
 * it says itself, else the last day of the sources that it digests, else that of its pack. `undefined`
 * where nobody says, and for what is settled knowledge alone, which does not age with the pack.
 */
export function asOfDay(catalog: Catalog, entry: EntryTypes[EntryKind]): string | undefined {
  if ('asOf' in entry && entry.asOf !== undefined) {
    return entry.asOf;
  }
  const said = saidIn(entry);
  return said.length === 0
    ? undefined
    : (latestOf(said.map(({ source }) => dayOf(catalog.source(source)?.issued))) ??
        catalog.packOf(entry)?.asOf);
}

/** The places that an entry digests; those of settled knowledge only use the notion. */
function saidIn(entry: EntryTypes[EntryKind]): readonly Citation[] {
  if ('locator' in entry) {
    return [entry];
  }
  const own = 'basis' in entry && entry.basis?.kind === 'source' ? entry.basis.citations : [];
  return [...own, ...statementsOf(entry).flatMap(({ citations }) => citations)];
}

function latestOf(days: readonly (string | undefined)[]): string | undefined {
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}

/** A date of a source, the later one of a span, in the form of `Dated.asOf`; `undefined` without one. */
function dayOf(date: CslDate | undefined): string | undefined {
  const parts = date?.['date-parts'].at(-1);
  return parts?.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-');
}

const FORMATS: readonly Intl.DateTimeFormat[] = (['year', 'month', 'day'] as const).map(
  (_, precision) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'UTC',
      year: 'numeric',
      ...(precision > 0 && { month: 'long' }),
      ...(precision > 1 && { day: 'numeric' }),
    }),
);

/** A day, month or year of that form as the packs write dates: "23 April 2024", "April 2024", "2024". */
export function dayText(day: string): string {
  const precision = day.split('-').length - 1;
  return FORMATS[precision]?.format(new Date(day)) ?? day;
}
