import MiniSearch, { type Options } from 'minisearch';
import UFuzzy from '@leeoniya/ufuzzy';
import { Index } from 'flexsearch';
import Fuse from 'fuse.js';
import {
  engineOver,
  MOST_RANKED,
  type CorpusPassage,
  type MeasuredEngine,
} from '../../src/cli/corpus';
import { decodeIndexInSlices, encodeIndex } from '../../src/core/search/indexCodec';
import { LETTERS_AT_ONCE } from '../../src/core/search/libraryIndex';
import { LIBRARY_FIELDS } from '../../src/core/search/libraryFields';
import { PassageIndexBuilder } from '../../src/core/search/passageIndexBuilder';

/** A search engine that is measured. */
export interface Contender {
  readonly name: string;
  /** For engines that take minutes with more. */
  readonly mostPassages?: number;
  /** Yields where it may be interrupted. */
  readonly build: (passages: readonly CorpusPassage[]) => Generator<undefined, BuiltIndex>;
}

export interface BuiltIndex {
  /** A searcher that has seen no query yet. */
  readonly open: () => MeasuredEngine;
  /** Makes what is written to storage; its result makes an index of that, in slices. Absent where nothing does. */
  readonly store?: () => () => Generator<undefined, unknown>;
}

/** A passage as an object, for engines that index objects. */
type Fields = Readonly<Record<keyof typeof LIBRARY_FIELDS, string>> & { readonly id: number };

const FIELDS = Object.keys(LIBRARY_FIELDS) as (keyof typeof LIBRARY_FIELDS)[];

function asObject(passage: CorpusPassage, id: number): Fields {
  const texts = passage.map((text) => (typeof text === 'string' ? text : text.join(', ')));
  return {
    id,
    ...(Object.fromEntries(FIELDS.map((field, at) => [field, texts[at]])) as Omit<Fields, 'id'>),
  };
}

/** All of a passage in one string, for engines that know no fields. */
function asString(passage: CorpusPassage): string {
  return passage.flat().join('\n');
}

const ours: Contender = {
  name: 'ours',
  *build(passages) {
    const builder = new PassageIndexBuilder(Object.values(LIBRARY_FIELDS));
    let letters = 0;
    for (const passage of passages) {
      builder.add(passage);
      letters += passage[0]?.length ?? 0;
      if (letters > LETTERS_AT_ONCE) {
        letters = 0;
        yield;
      }
    }
    const index = yield* builder.buildInSlices();
    return {
      open: () => engineOver(index),
      store: () => {
        const stored = encodeIndex(index);
        return () => decodeIndexInSlices(stored);
      },
    };
  },
};

/** What cannot be interrupted. */
function* atOnce<T>(load: () => T): Generator<undefined, T> {
  const loaded = load();
  yield;
  return loaded;
}

/** An engine that cannot be interrupted. */
function contender(
  name: string,
  build: (passages: readonly CorpusPassage[]) => BuiltIndex,
  mostPassages = Infinity,
): Contender {
  return {
    name,
    mostPassages,
    *build(passages) {
      const built = build(passages);
      yield;
      return built;
    },
  };
}

function miniSearch(name: string, searchOptions: Options<Fields>['searchOptions']): Contender {
  const options: Options<Fields> = {
    fields: FIELDS,
    searchOptions: { boost: { title: 1.5 }, ...searchOptions },
  };
  return contender(name, (passages) => {
    const index = new MiniSearch(options);
    index.addAll(passages.map(asObject));
    return {
      open: () => ({
        search: (query) =>
          index
            .search(query)
            .slice(0, MOST_RANKED)
            .map(({ id }) => id as number),
      }),
      store: () => {
        const stored = JSON.stringify(index);
        return () => atOnce(() => MiniSearch.loadJSON(stored, options));
      },
    };
  });
}

const uFuzzy = contender('ufuzzy', (passages) => {
  const fuzzy = new UFuzzy();
  const texts = passages.map(asString);
  return {
    open: () => ({
      search: (query) => {
        const [found, info, order] = fuzzy.search(texts, query, 1, 1000);
        const best = info && order ? order.map((place) => info.idx[place]!) : (found ?? []);
        return best.slice(0, MOST_RANKED);
      },
    }),
    store: () => {
      const stored = JSON.stringify(texts);
      return () => atOnce(() => JSON.parse(stored) as unknown);
    },
  };
});

const flexSearch = contender('flexsearch', (passages) => {
  const options = { tokenize: 'forward' } as const;
  const index = new Index(options);
  passages.forEach((passage, id) => void index.add(id, asString(passage)));
  return {
    open: () => ({
      search: (query) =>
        index.search(query, { limit: MOST_RANKED, suggest: true }) as readonly number[],
    }),
    store: () => {
      const stored = new Map<string, string>();
      void index.export((key, data) => void stored.set(key, data));
      return () =>
        atOnce(() => {
          const loaded = new Index(options);
          stored.forEach((data, key) => void loaded.import(key, data));
          return loaded;
        });
    },
  };
});

const fuse = contender(
  'fuse, extended search',
  (passages) => {
    const options = { keys: FIELDS, useExtendedSearch: true, ignoreLocation: true };
    const index = new Fuse(passages.map(asObject), options);
    return {
      open: () => ({
        search: (query) =>
          index.search(query, { limit: MOST_RANKED }).map(({ refIndex }) => refIndex),
      }),
    };
  },
  1_000,
);

/** Those that search is measured against, ours first. */
export const CONTENDERS: readonly Contender[] = [
  ours,
  miniSearch('minisearch, prefix and fuzzy', { prefix: true, fuzzy: 0.2 }),
  miniSearch('minisearch, tuned', {
    prefix: (_term, at, terms) => at === terms.length - 1,
    fuzzy: (term) => (term.length > 5 ? 0.2 : false),
  }),
  flexSearch,
  uFuzzy,
  fuse,
];
