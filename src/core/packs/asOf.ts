import type { CslDate, EntryKind, EntryTypes, SourceDate, SourceId } from '../model';
import { MONTHS } from '../text/months';
import { bearingCitationsOf, statementsOf, type Catalog } from './catalog';

/**
 * The last day, month or year whose state an entry gives, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: what
 * it says itself, else that of the source that it digests. What sources say of a term, partner or
 * topic is, in a pack that has a day, of the last day of these sources. `undefined` where nobody says,
 * and for what is settled knowledge alone, which does not age with the pack.
 */
export function asOfDay(catalog: Catalog, entry: EntryTypes[EntryKind]): string | undefined {
  const issuedOf = (id: SourceId): CslDate | undefined => catalog.source(id)?.issued;
  return asOfDayIn({ asOf: catalog.packOf(entry)?.asOf, issuedOf }, entry);
}

/** What the days of the entries of a pack come from. */
export interface PackDays {
  /** The day of the pack, as `PackInfo` has it. */
  readonly asOf: string | undefined;
  /** Gives when a source of the pack was published. */
  readonly issuedOf: (id: SourceId) => CslDate | undefined;
}

/** The same for an entry of a pack that is being read. */
export function asOfDayIn(
  { asOf: ofPack, issuedOf }: PackDays,
  entry: EntryTypes[EntryKind],
): string | undefined {
  if ('asOf' in entry && entry.asOf !== undefined) {
    return entry.asOf;
  }
  if ('locator' in entry) {
    return dayOf(issuedOf(entry.source)) ?? ofPack;
  }
  const said = statementsOf(entry).flatMap(({ citations }) => citations);
  const days = [...bearingCitationsOf(entry), ...said].map(({ source }) => dayOf(issuedOf(source)));
  if (ofPack === undefined || days.length === 0) {
    return undefined;
  }
  const latest = days.reduce((a = '', b = '') => (a < b ? b : a)) ?? '';
  // Of one day said twice, the more precise.
  return ofPack.startsWith(latest) ? ofPack : latest;
}

/**
 * Whether a date lies behind a day of the form of `Dated.asOf`. Where one of the two is a month or a
 * year that holds the other one, it may, and does.
 */
export function isLater({ start, end = start }: SourceDate, day: string): boolean {
  const common = Math.min(end.length, day.length);
  const [one, other] = [end.slice(0, common), day.slice(0, common)];
  const mayBeOneDay = end.length === DAY && day.length === DAY;
  return one > other || (one === other && !mayBeOneDay);
}

const DAY = 'YYYY-MM-DD'.length;

/** A date of a source, the later one of a span, in the form of `Dated.asOf`; `undefined` without one. */
function dayOf(date: CslDate | undefined): string | undefined {
  const parts = date?.['date-parts'].at(-1);
  return parts?.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-');
}

/** A day, month or year of that form as the packs write dates: "23 April 2024", "April 2024", "2024". */
export function dayText(date: string): string {
  const [year, month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  return [day && Number(day), name, year].filter(Boolean).join(' ');
}
