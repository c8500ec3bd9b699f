import type { Catalog } from '../packs/catalog';
import { topicsUnder } from '../packs/topicGroups';
import { prefixEditDistance } from './editDistance';
import { editsAllowed } from './expansion';
import type { IndexedSource } from './libraryIndex';
import { entryNames } from './packIndex';
import { FILTER_KEYS, type FilterKey } from './queryParser';
import type { FilterCompletion } from './searcher';
import { tokenize } from './textAnalysis';

/** What a filter may ask for. */
export interface FilterValue {
  readonly id: string;
  readonly label: string;
  /** What completing it writes. */
  readonly completion: string;
  readonly names: readonly string[];
  /** Its own, and of a topic those of the topics below it. */
  readonly ids: readonly string[];
  /** Of its completion and of the name that it is listed under. */
  readonly ownSlugs: readonly string[];
  /** Of its id and of all its names. */
  readonly slugs: readonly string[];
}

const MOST_COMPLETIONS = 20;

const ENTRY_KINDS = ['excerpt', 'term', 'topic', 'partner', 'event', 'source'];

/**
 * What the filters of a query may ask for in the packs and in a library. Values are found when their
 * filter is first used, since a library can have thousands of sources.
 */
export class FilterValues {
  private readonly found = new Map<FilterKey, readonly FilterValue[]>();

  /** @param sources those of the library; absent when there is none */
  constructor(
    private readonly catalog: Catalog,
    private readonly sources?: readonly IndexedSource[],
  ) {}

  private of(key: FilterKey): readonly FilterValue[] {
    const known = this.found.get(key);
    if (known) {
      return known;
    }
    const values = this.find(key);
    this.found.set(key, values);
    return values;
  }

  private find(key: FilterKey): readonly FilterValue[] {
    const { catalog, sources } = this;
    switch (key) {
      case 'topic':
        return catalog.all('topic').map((topic) => ({
          ...filterValue(topic.id, entryNames(topic)),
          ids: topicsUnder(catalog, topic.id),
        }));
      case 'partner':
        return catalog
          .all('partner')
          .map((partner) => filterValue(partner.id, entryNames(partner)));
      case 'source':
        return [
          ...catalog.sources.map(({ id, label, title }) =>
            filterValue(id, title === undefined ? [label] : [title, label]),
          ),
          ...(sources ?? []).map(valueOfSource),
        ];
      case 'kind':
        return [...ENTRY_KINDS, ...(sources ? ['passage'] : [])].map((kind) =>
          filterValue(kind, [kind, `${kind}s`]),
        );
      case 'before':
      case 'after':
        return yearsOf(catalog, sources ?? []);
    }
  }

  /**
   * What a filter asks for: by an id, a name or the beginning of one, in any case and with hyphens
   * for spaces.
   */
  matching(key: FilterKey, value: string): readonly FilterValue[] {
    const slug = slugOf(value);
    const exact = this.of(key).filter(({ slugs }) => slugs.includes(slug));
    return exact.length > 0
      ? exact
      : this.of(key).filter(({ slugs }) => slugs.some((other) => other.startsWith(slug)));
  }

  /** The values of a filter that resemble `value`, best first. */
  similar(key: FilterKey, value: string): readonly string[] {
    return this.ranked(key, value).map(({ label }) => label);
  }

  /** See `Searcher.completeFilter`. */
  complete(query: string, offset: number): readonly FilterCompletion[] {
    const untilCaret = query.slice(0, offset);
    const [, typed, value = ''] = BEING_TYPED.exec(untilCaret) ?? [];
    const key = FILTER_KEYS.find((candidate) => candidate === typed?.toLowerCase());
    if (key === undefined) {
      return [];
    }
    const before = untilCaret.slice(0, untilCaret.length - value.length);
    const after = query.slice(untilCaret.length).replace(REST_OF_VALUE, '').trimStart();
    const between = after.startsWith('|') ? '' : ' ';
    return this.ranked(key, value)
      .slice(0, MOST_COMPLETIONS)
      .map(({ completion, label }) => ({
        label,
        query: `${before}${completion}${between}${after}`,
      }));
  }

  /**
   * The values that resemble what is typed: by the beginning of their own name, by that of another
   * name, by that of a word in one; with a typo only when there are no others.
   */
  private ranked(key: FilterKey, typed: string): readonly FilterValue[] {
    const slug = slugOf(typed);
    const holds = (test: (other: string) => boolean): readonly FilterValue[] =>
      this.of(key).filter(({ slugs }) => slugs.some(test));
    const found = new Set([
      ...this.of(key).filter(({ ownSlugs }) => ownSlugs.some((own) => own.startsWith(slug))),
      ...holds((other) => other.startsWith(slug)),
      ...holds((other) => other.includes(`-${slug}`)),
    ]);
    const edits = editsAllowed(slug);
    return found.size > 0
      ? [...found]
      : holds((other) => prefixEditDistance(slug, other, edits) <= edits);
  }
}

/** A filter up to the caret; its last value may have an opening quotation mark. */
const BEING_TYPED = /(?:^|\s)-?(\w+):(?:(?:"[^"]*"|[^\s"|]*)\|)*("[^"]*|[^\s"|]*)$/;

const REST_OF_VALUE = /^[^\s"|]*"?/;

function filterValue(id: string, names: readonly string[], completion = id): FilterValue {
  const label = names[0] ?? id;
  const slugs = [...new Set([id, ...names].map(slugOf))].filter((slug) => slug !== '');
  return {
    id,
    label,
    completion,
    names,
    ids: [id],
    ownSlugs: [completion, label].map(slugOf),
    slugs,
  };
}

/** Values of sources by the sources, as most stay the same from one library to the next. */
const valuesOfSources = new WeakMap<IndexedSource, FilterValue>();

/** A source of the library is completed to its file's name or whatever else it is called first. */
function valueOfSource(source: IndexedSource): FilterValue {
  const known = valuesOfSources.get(source);
  if (known) {
    return known;
  }
  const { id, title, names } = source;
  const completion = names.map(slugOf).find((slug) => slug !== '') ?? id;
  const value = filterValue(id, [title, ...names], completion);
  valuesOfSources.set(source, value);
  return value;
}

/** The years from which excerpts, events and the library's sources are, latest first. */
function yearsOf(catalog: Catalog, sources: readonly IndexedSource[]): readonly FilterValue[] {
  const years = [
    ...catalog.all('excerpt').flatMap(({ dates }) => dates.map(({ start }) => start)),
    ...catalog.all('event').map(({ date }) => date.start),
    ...sources.map(({ issued }) => String(issued?.['date-parts'][0]?.[0] ?? '')),
  ].map((date) => date.slice(0, 4));
  return [...new Set(years)]
    .filter((year) => /^\d{4}$/.test(year))
    .sort()
    .reverse()
    .map((year) => filterValue(year, [year]));
}

/** The canonical words of a name with hyphens between them. */
export function slugOf(name: string): string {
  return tokenize(name)
    .map(({ word }) => word)
    .join('-');
}
