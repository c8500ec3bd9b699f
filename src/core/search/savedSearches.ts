import { LONGEST_QUERY } from '../budgets';
import { findSyntaxFlaw } from '../packs/jsonSyntax';
import { isNestedTooDeeply } from '../text/nesting';
import { isObject } from '../../util/shape';

/**
 * Searches that people have saved are kept in a file of the workspace:
 *
 *     {
 *       "searches": [
 *         {"name":"Japan on cyber defence","query":"cyber partner:japan after:2022"}
 *       ]
 *     }
 *
 * Each search has a line of its own, so that two people's changes can be merged. Fields that this
 * version does not know, and searches that make no sense, stay as they are.
 */
export interface SavedSearch {
  /** For people; the query where the file gives none. */
  readonly name: string;
  readonly query: string;
}

/** UTF-16 units of the longest name. */
export const LONGEST_NAME = 200;

/** Something in such a file that is left out. */
export type SearchProblem =
  /** The file is no JSON; the place is counted from 1. */
  | {
      readonly kind: 'syntax';
      readonly line: number;
      readonly column: number;
      readonly expected: string;
    }
  /** It is JSON, but has no list of searches. */
  | { readonly kind: 'list' }
  /** One of the searches, by its number in the list from 0; without a field, it is no object. */
  | {
      readonly kind: 'search';
      readonly at: number;
      readonly field?: 'name' | 'query';
      readonly why: 'type' | 'empty' | 'long';
    };

/** Such a file as it was read. */
export interface SearchFile {
  readonly searches: readonly SavedSearch[];
  readonly problems: readonly SearchProblem[];
}

/** Reads such a file. Never throws: what makes no sense is a problem. */
export function parseSearches(text: string): SearchFile {
  const file = readFile(text);
  if ('kind' in file) {
    return { searches: [], problems: [file] };
  }
  const read = file.searches.map(readSearch);
  return {
    searches: read.filter((search) => 'query' in search),
    problems: read.filter((search) => 'kind' in search),
  };
}

/**
 * The text of a file with one search more, or with another name for one that has the same query.
 * @param text `undefined` where there is no such file yet
 * @returns `undefined` when the file is so broken that it would be lost
 */
export function withSearch(text: string | undefined, search: SavedSearch): string | undefined {
  return edited(text ?? '{}', (searches) => {
    const known = searches.find((one) => isObject(one) && one['query'] === search.query);
    return known === undefined
      ? [...searches, search]
      : searches.map((one) => (one === known ? { ...known, ...search } : one));
  });
}

/** The text with another name for a search; `undefined` when the search is not there, or the file is broken. */
export function withName(text: string, search: SavedSearch, name: string): string | undefined {
  return edited(text, (searches) => {
    const at = findSearch(searches, search);
    return at === -1
      ? undefined
      : searches.map((one, index) => (index === at ? { ...(one as object), name } : one));
  });
}

/** A search that has been taken out, with all that the file said of it, and where it stood. */
export interface RemovedSearch {
  readonly at: number;
  readonly search: unknown;
}

/** The text without a search; `undefined` when the search is not there, or the file is broken. */
export function withoutSearch(
  text: string,
  search: SavedSearch,
): { readonly text: string; readonly removed: RemovedSearch } | undefined {
  let removed: RemovedSearch | undefined;
  const after = edited(text, (searches) => {
    const at = findSearch(searches, search);
    removed = at === -1 ? undefined : { at, search: searches[at] };
    return removed && searches.filter((_, index) => index !== at);
  });
  return after === undefined || removed === undefined ? undefined : { text: after, removed };
}

/** The text with a search again that was taken out, at its place; `undefined` when the file is broken. */
export function withRemoved(
  text: string | undefined,
  { at, search }: RemovedSearch,
): string | undefined {
  return edited(text ?? '{}', (searches) => [
    ...searches.slice(0, at),
    search,
    ...searches.slice(at),
  ]);
}

interface RawFile {
  readonly others: Readonly<Record<string, unknown>>;
  readonly searches: readonly unknown[];
}

function readFile(text: string): RawFile | SearchProblem {
  // Editors of some systems put a mark there, which is no JSON.
  const json = text.replace(/^\uFEFF/, '');
  if (isNestedTooDeeply(json)) {
    return { kind: 'list' };
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    const flaw = findSyntaxFlaw(json);
    return flaw ? { kind: 'syntax', ...flaw } : { kind: 'list' };
  }
  if (!isObject(value) || !Array.isArray(value['searches'] ?? [])) {
    return { kind: 'list' };
  }
  const { searches = [], ...others } = value;
  return { others, searches: searches as readonly unknown[] };
}

function readSearch(value: unknown, at: number): SavedSearch | SearchProblem {
  if (!isObject(value)) {
    return { kind: 'search', at, why: 'type' };
  }
  const { query, name } = value;
  return (
    flawOf(query, 'query', LONGEST_QUERY, at) ??
    (name === undefined ? undefined : flawOf(name, 'name', LONGEST_NAME, at)) ?? {
      name: String(name ?? query),
      query: String(query),
    }
  );
}

function flawOf(
  value: unknown,
  field: 'name' | 'query',
  longest: number,
  at: number,
): SearchProblem | undefined {
  if (typeof value !== 'string') {
    return { kind: 'search', at, field, why: 'type' };
  }
  if (value.trim() === '') {
    return { kind: 'search', at, field, why: 'empty' };
  }
  return value.length > longest ? { kind: 'search', at, field, why: 'long' } : undefined;
}

/** The place of a search; -1 when nothing there says the same. */
function findSearch(searches: readonly unknown[], search: SavedSearch): number {
  return searches.findIndex((one, at) => {
    const read = readSearch(one, at);
    return 'query' in read && read.query === search.query && read.name === search.name;
  });
}

function edited(
  text: string,
  change: (searches: readonly unknown[]) => readonly unknown[] | undefined,
): string | undefined {
  const file = readFile(text);
  const searches = 'kind' in file ? undefined : change(file.searches);
  if ('kind' in file || searches === undefined) {
    return undefined;
  }
  const fields = Object.entries(file.others).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`,
  );
  const lines = searches.map((search) => `\n    ${JSON.stringify(search)}`).join(',');
  const list = lines === '' ? '[]' : `[${lines}\n  ]`;
  return `{\n${fields.join('')}  "searches": ${list}\n}\n`;
}
