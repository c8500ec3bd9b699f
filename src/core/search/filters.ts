import type { Catalog } from '../catalog/catalog';
import { prefixEditDistance } from './editDistance';
import { editsAllowed } from './expansion';
import { namesOf, type PackDocument } from './packIndex';
import { FILTER_KEYS, type FilterKey, type QueryFilter } from './queryParser';
import type { FilterCompletion } from './searcher';
import { tokenize } from './textAnalysis';

/** What a filter may ask for. */
interface FilterValue {
  readonly id: string;
  readonly label: string;
  /** Of its id and of the name that it is listed under. */
  readonly ownSlugs: readonly string[];
  /** Of its id and of all its names. */
  readonly slugs: readonly string[];
}

/** What the filters of a query leave. */
export interface Narrowing {
  /** For each document, 1 when all filters let it pass; absent when there is no filter. */
  readonly accepts?: Uint8Array;
  /** The first filter whose value nothing has; nothing passes then. */
  readonly unknown?: QueryFilter;
}

const MOST_COMPLETIONS = 20;

const ENTRY_KINDS = ['excerpt', 'term', 'topic', 'partner', 'event'];

/** Understands `topic:`, `partner:`, `source:` and `kind:`, and completes them. */
export class Filters {
  private readonly values: Readonly<Record<FilterKey, readonly FilterValue[]>>;

  constructor(
    catalog: Catalog,
    private readonly documents: readonly PackDocument[],
  ) {
    this.values = {
      topic: catalog.all('topic').map((topic) => filterValue(topic.id, namesOf(topic))),
      partner: catalog.all('partner').map((partner) => filterValue(partner.id, namesOf(partner))),
      source: catalog.sources.map(({ id, label, title }) =>
        filterValue(id, title === undefined ? [label] : [title, label]),
      ),
      kind: ENTRY_KINDS.map((kind) => filterValue(kind, [kind, `${kind}s`])),
    };
  }

  /**
   * Which documents pass all filters. A value is an id, a name or the beginning of one, in any
   * case and with hyphens for spaces. An entry can have several topics and partners, and must
   * have all that are asked for; of several sources or kinds, one. A filter without a value is
   * still being typed and lets everything pass.
   */
  narrow(filters: readonly QueryFilter[]): Narrowing {
    const complete = filters.filter(({ value }) => slugOf(value) !== '');
    const accepts = new Uint8Array(this.documents.length).fill(1);
    const oneOf = new Map<FilterKey, Set<string>>();
    for (const filter of complete) {
      const ids = this.matching(filter).map(({ id }) => id);
      if (ids.length === 0) {
        return { accepts: accepts.fill(0), unknown: filter };
      }
      if (filter.excluded || filter.key === 'topic' || filter.key === 'partner') {
        this.keep(accepts, filter.key, new Set(ids), !filter.excluded);
      } else {
        const wanted = oneOf.get(filter.key) ?? new Set();
        ids.forEach((id) => wanted.add(id));
        oneOf.set(filter.key, wanted);
      }
    }
    for (const [key, ids] of oneOf) {
      this.keep(accepts, key, ids, true);
    }
    return complete.length === 0 ? {} : { accepts };
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
    return this.ranked(key, value)
      .slice(0, MOST_COMPLETIONS)
      .map(({ id, label }) => ({ label, query: `${before}${id} ${after}` }));
  }

  private matching({ key, value }: QueryFilter): readonly FilterValue[] {
    const slug = slugOf(value);
    const exact = this.values[key].filter(({ slugs }) => slugs.includes(slug));
    return exact.length > 0
      ? exact
      : this.values[key].filter(({ slugs }) => slugs.some((other) => other.startsWith(slug)));
  }

  /**
   * The values that resemble what is typed: by the beginning of their own name, by that of another
   * name, by that of a word in one; with a typo only when there are no others.
   */
  private ranked(key: FilterKey, typed: string): readonly FilterValue[] {
    const slug = slugOf(typed);
    const holds = (test: (other: string) => boolean): readonly FilterValue[] =>
      this.values[key].filter(({ slugs }) => slugs.some(test));
    const found = new Set([
      ...this.values[key].filter(({ ownSlugs }) => ownSlugs.some((own) => own.startsWith(slug))),
      ...holds((other) => other.startsWith(slug)),
      ...holds((other) => other.includes(`-${slug}`)),
    ]);
    const edits = editsAllowed(slug);
    return found.size > 0
      ? [...found]
      : holds((other) => prefixEditDistance(slug, other, edits) <= edits);
  }

  /** Rejects the documents that have one of `ids`, or those that have none. */
  private keep(
    accepts: Uint8Array,
    key: FilterKey,
    ids: ReadonlySet<string>,
    having: boolean,
  ): void {
    this.documents.forEach((document, at) => {
      if (has(document, key, ids) !== having) {
        accepts[at] = 0;
      }
    });
  }
}

/** A filter up to the caret; its value may have an opening quotation mark. */
const BEING_TYPED = /(?:^|\s)-?(\w+):("[^"]*|[^\s"]*)$/;

const REST_OF_VALUE = /^[^\s"]*"?/;

function filterValue(id: string, names: readonly string[]): FilterValue {
  const label = names[0] ?? id;
  const slugs = [...new Set([id, ...names].map(slugOf))];
  return { id, label, ownSlugs: [slugOf(id), slugOf(label)], slugs };
}

/** The canonical words of a name with hyphens between them. */
function slugOf(name: string): string {
  return tokenize(name)
    .map(({ word }) => word)
    .join('-');
}

function has(document: PackDocument, key: FilterKey, ids: ReadonlySet<string>): boolean {
  switch (key) {
    case 'kind':
      return ids.has(document.kind);
    case 'source':
      return [...ids].some((id) => document.sources.has(id));
    case 'topic':
      return [...ids].some((id) => document.topics.has(id));
    case 'partner':
      return [...ids].some((id) => document.partners.has(id));
  }
}
