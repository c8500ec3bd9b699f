import type {
  Dated,
  Event,
  Excerpt,
  Pack,
  Partner,
  Source,
  SourceDate,
  Term,
  Topic,
} from '../model';
import { PACK_LISTS } from './packLists';
import {
  isEvent,
  isExcerpt,
  isPartner,
  isSource,
  isTerm,
  isTopic,
  type Validator,
} from './validators.generated';

/** What the files of a pack list, by kind. */
export interface ListedTypes {
  readonly source: Source;
  readonly topic: Topic;
  readonly partner: Partner;
  readonly term: Term;
  readonly excerpt: Excerpt;
  readonly event: Event;
}
export type ListedKind = keyof ListedTypes;

interface EntryFile<T> {
  readonly name: string;
  /** The one property of the file's object, besides `$schema`; the pack has the same. */
  readonly list: keyof Omit<Pack, 'info'>;
  readonly isValid: Validator<T>;
  /** The dates in an entry, each with its JSON path below the entry. */
  readonly datesOf: (entry: T) => readonly PlacedDate[];
}

export interface PlacedDate {
  readonly path: string;
  readonly date: SourceDate;
}

function sinceDates({ since = [] }: Pick<Dated, 'since'>, path = '$'): readonly PlacedDate[] {
  return since.map(({ date }, index) => ({ path: `${path}.since[${index}].date`, date }));
}

/** The files that list the entries of a pack. */
export const ENTRY_FILES: { readonly [K in ListedKind]: EntryFile<ListedTypes[K]> } = {
  source: { ...PACK_LISTS.source, isValid: isSource, datesOf: () => [] },
  topic: { ...PACK_LISTS.topic, isValid: isTopic, datesOf: (topic) => sinceDates(topic) },
  partner: {
    ...PACK_LISTS.partner,
    isValid: isPartner,
    datesOf: (partner) => [
      ...(partner.agreements ?? []).flatMap((agreement, index) => {
        const path = `$.agreements[${index}]`;
        const { date } = agreement;
        return [...(date ? [{ path: `${path}.date`, date }] : []), ...sinceDates(agreement, path)];
      }),
      ...sinceDates(partner),
    ],
  },
  term: { ...PACK_LISTS.term, isValid: isTerm, datesOf: (term) => sinceDates(term) },
  excerpt: {
    ...PACK_LISTS.excerpt,
    isValid: isExcerpt,
    datesOf: (excerpt) => [
      ...excerpt.dates.map((date, index) => ({ path: `$.dates[${index}]`, date })),
      ...sinceDates(excerpt),
    ],
  },
  event: {
    ...PACK_LISTS.event,
    isValid: isEvent,
    datesOf: (event) => [{ path: '$.date', date: event.date }, ...sinceDates(event)],
  },
};
