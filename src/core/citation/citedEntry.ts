import { asOfDay, dayText } from '../packs/asOf';
import {
  bearingCitationsOf,
  entryText,
  laterFactsOf,
  statementsOf,
  type Catalog,
} from '../packs/catalog';
import type { Citation, EntryKind, EntryRef, EntryTypes, Locator, Source } from '../model';
import type { CitedText } from './citable';
import { citedSources } from './citePlaces';

/** Words of an entry, and the places that they rest on; none for settled knowledge. */
interface EntryPart {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/**
 * What an entry says as digests of the places that it rests on, one for each source, in the order of
 * its words: its own text, where that is settled knowledge what sources say besides, and what has
 * happened since. Settled knowledge goes with the statement behind it. A source is cited without
 * words. Words that several sources bear come with the first one; the others
 * have no words of their own. Cites the pack's sources even where the user has copies of them. Empty
 * when there is no such entry, and when no source says any of it.
 */
export function citeEntry(catalog: Catalog, ref: EntryRef): readonly CitedText[] {
  const entry = catalog.get(ref.kind, ref.id);
  if (entry === undefined) {
    return [];
  }
  if ('label' in entry) {
    return [digestOf('', entry, [])];
  }
  const digests: CitedText[] = [];
  let settled = '';
  for (const { text, citations } of partsOf(catalog, entry)) {
    const [first, ...others] = citedSources(catalog, citations);
    if (first === undefined) {
      settled = joined(settled, text);
      continue;
    }
    const before = digests.at(-1);
    const own = digestOf(joined(settled, text), first.source, first.locators);
    settled = '';
    if (before?.source === first.source) {
      digests[digests.length - 1] = together(before, own);
    } else {
      digests.push(own);
    }
    digests.push(...others.map(({ source, locators }) => digestOf('', source, locators)));
  }
  return digests;
}

/** The words of an entry in their order, each part with what it rests on. */
function partsOf(catalog: Catalog, entry: EntryTypes[EntryKind]): readonly EntryPart[] {
  const own = { text: entryText(entry), citations: bearingCitationsOf(entry) };
  const said = own.citations.length > 0 ? [own] : [own, ...statementsOf(entry)];
  const later = laterFactsOf(entry).map(({ text, date, source, locator = '' }) => ({
    text: `Since then (${date.text}): ${text}`,
    citations: [{ source, locator }],
  }));
  const day = later.length === 0 ? undefined : asOfDay(catalog, entry);
  return [
    ...said.map(({ text, citations }, at) => ({
      text: day !== undefined && at === said.length - 1 ? withDay(text, day) : text,
      citations,
    })),
    ...later,
  ];
}

/** "It is under discussion (as of April 2024)." */
function withDay(text: string, day: string): string {
  const [sentence, stop] = text.endsWith('.') ? [text.slice(0, -1), '.'] : [text, ''];
  return `${sentence} (as of ${dayText(day)})${stop}`;
}

function digestOf(text: string, source: Source, locators: readonly Locator[]): CitedText {
  const places = new Set(locators.flatMap((locator) => printedIn(source, locator)));
  return {
    text,
    source,
    locators: places.size === 0 ? [] : [[...places].join(', ')],
    isDigest: true,
  };
}

/** Two digests of one source as one. */
function together(one: CitedText, other: CitedText): CitedText {
  const places = new Set([...one.locators, ...other.locators].flatMap((all) => all.split(', ')));
  return {
    ...one,
    text: joined(one.text, other.text),
    locators: places.size === 0 ? [] : [[...places].join(', ')],
  };
}

/** A place in a pack's source as its readers find it: where locators count, the section. */
function printedIn({ sections }: Source, locator: Locator): readonly Locator[] {
  const section = /^(\d+)\.\d/.exec(locator)?.[1];
  const printed = section === undefined ? locator : sections?.[Number(section)];
  return printed === undefined ? [] : [printed];
}

function joined(one: string, other: string): string {
  return one === '' || other === '' ? one + other : `${one} ${other}`;
}
