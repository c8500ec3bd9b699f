import { itemAt } from '../../util/defined';
import { parseDate, type DateSpan } from './dateSpans';
import { slugOf, type FilterValue, type FilterValues } from './filterValues';
import type { PackDocument } from './packIndex';
import type { FilterKey, QueryFilter } from './queryParser';

type ValueKey = 'topic' | 'partner' | 'source' | 'kind';

/** Something that what is found must have, or must not have when `having` is false. */
export type Constraint = { readonly having: boolean } & (
  | { readonly key: ValueKey; readonly values: readonly FilterValue[] }
  | { readonly key: 'date'; readonly between: Between }
);

/** The days from one on, itself included, to before another; see `DateSpan`. */
interface Between {
  readonly from: string;
  readonly before: string;
}

/** What the filters of a query leave. */
export interface Narrowing {
  /** Empty when everything passes. */
  readonly constraints: readonly Constraint[];
  /** The first value that nothing has; nothing passes then. */
  readonly unknown?: { readonly key: FilterKey; readonly value: string };
}

/**
 * What filters ask for. There can be several topics and partners to one entry, and it must have
 * all that are asked for; of several sources or kinds, one, and one of those within a filter. `after:` takes the year, month or day
 * that it names as well, `before:` leaves it out, and one date must suit both. A filter without a
 * value is still being typed and lets everything pass.
 */
export function narrow(filters: readonly QueryFilter[], values: FilterValues): Narrowing {
  const constraints: Constraint[] = [];
  const oneOf = new Map<ValueKey, FilterValue[]>();
  let between = EVER;
  for (const { key, values: typed, excluded } of filters) {
    const asked = typed.filter((value) => slugOf(value) !== '');
    if (asked.length === 0) {
      continue;
    }
    if (key === 'before' || key === 'after') {
      const value = asked.join('|');
      const days = daysAround(key, value);
      if (days === undefined) {
        return { constraints: [], unknown: { key, value } };
      }
      if (excluded && days !== EVER) {
        constraints.push({ key: 'date', between: days, having: false });
      } else {
        between = both(between, days);
      }
      continue;
    }
    const found = asked.map((value) => values.matching(key, value));
    const nothing = found.findIndex((matching) => matching.length === 0);
    if (nothing !== -1) {
      return { constraints: [], unknown: { key, value: itemAt(asked, nothing) } };
    }
    const matching = [...new Set(found.flat())];
    if (excluded || key === 'topic' || key === 'partner') {
      constraints.push({ key, values: matching, having: !excluded });
    } else {
      oneOf.set(key, [...(oneOf.get(key) ?? []), ...matching]);
    }
  }
  for (const [key, wanted] of oneOf) {
    constraints.push({ key, values: wanted, having: true });
  }
  if (between.from !== EVER.from || between.before !== EVER.before) {
    constraints.push({ key: 'date', between, having: true });
  }
  return { constraints };
}

/** Before and after all days. */
const EVER: Between = { from: '', before: '~' };

/** All days before the date typed, or from it on; `undefined` when it is none. */
function daysAround(key: 'before' | 'after', typed: string): Between | undefined {
  const date = parseDate(typed);
  if (date === undefined || date === 'unfinished') {
    return date && EVER;
  }
  return key === 'before' ? { ...EVER, before: date.first } : { ...EVER, from: date.first };
}

function both(a: Between, b: Between): Between {
  return {
    from: a.from > b.from ? a.from : b.from,
    before: a.before < b.before ? a.before : b.before,
  };
}

/** Whether something of that date may have been on one of the days between. */
export function isBetween({ first, last }: DateSpan, { from, before }: Between): boolean {
  return last >= from && first < before;
}

/**
 * For each document of the packs, 1 when it passes. An excerpt or event is from its dates; other
 * entries have none.
 */
export function acceptedDocuments(
  documents: readonly PackDocument[],
  { constraints, unknown }: Narrowing,
): Uint8Array | undefined {
  if (unknown) {
    return new Uint8Array(documents.length);
  }
  if (constraints.length === 0) {
    return undefined;
  }
  const accepts = new Uint8Array(documents.length).fill(1);
  for (const constraint of constraints) {
    const test = testOf(constraint);
    documents.forEach((document, at) => {
      if (test(document) !== constraint.having) {
        accepts[at] = 0;
      }
    });
  }
  return accepts;
}

/** Whether a document has a partner that is asked for only as a member of a group. */
export function isFoundAsGroup(document: PackDocument, { constraints }: Narrowing): boolean {
  return constraints.some(
    (constraint) =>
      constraint.key === 'partner' &&
      constraint.having &&
      constraint.values.every(({ id }) => !document.partners.has(id)),
  );
}

function testOf(constraint: Constraint): (document: PackDocument) => boolean {
  if (constraint.key === 'date') {
    return ({ dates }) => dates.some((date) => isBetween(date, constraint.between));
  }
  const ids = new Set(constraint.values.map(({ id }) => id));
  const hasOne = (of: ReadonlySet<string>): boolean => [...ids].some((id) => of.has(id));
  switch (constraint.key) {
    case 'kind':
      return ({ kind }) => ids.has(kind);
    case 'source':
      return ({ sources }) => hasOne(sources);
    case 'topic':
      return ({ topics }) => hasOne(topics);
    case 'partner':
      return ({ partners, partnersAsGroup }) => hasOne(partners) || hasOne(partnersAsGroup);
  }
}
