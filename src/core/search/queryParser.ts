import { askedWords, phraseWords, type WordKind } from './signWords';
import { accentedWord, canonicalWord, foldWord } from './textAnalysis';

export const FILTER_KEYS = ['topic', 'partner', 'source', 'kind', 'before', 'after'] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** A `key:value` of the query, or a `key:value|value`. */
export interface QueryFilter {
  readonly key: FilterKey;
  /** Any of these will do. As typed, without quotation marks; none while the first is being typed. */
  readonly values: readonly string[];
  /** Written with a minus: entries that match are left out. */
  readonly excluded: boolean;
}

/** A word to look for. */
export interface QueryWord {
  /** See `canonicalWord`. */
  readonly word: string;
  /** What completions of the word begin with: folded, but neither respelt nor made a number. */
  readonly typed: string;
  /** The query ends with this word, so that it may be the beginning of another. */
  readonly unfinished: boolean;
  /** The word as typed with diacritics, folded in case alone; absent without any. */
  readonly accented?: string;
  /** It is one sign, with which words begin, or a pair over blanks: see `signWords.ts`. */
  readonly kind?: 'sign' | 'link';
}

export interface ParsedQuery {
  readonly words: readonly QueryWord[];
  /** Canonical words that must stand together, in this order: see `phraseWords`. */
  readonly phrases: readonly (readonly string[])[];
  /** Words, in both numbers, and phrases of which none may occur. */
  readonly excluded: readonly (readonly string[])[];
  readonly filters: readonly QueryFilter[];
}

/** More words or other parts are ignored: a pasted page must not hold up a key. */
const MOST_PARTS = 48;

const SPACE = /\s/u;

/**
 * Reads a query: words, "phrases", -word, -"phrase" and `key:value` or `key:"value"`. Every string
 * is a query. A filter may have several values, `key:value|"another value"`. A quotation mark that is not closed yet counts as a space, so that results do not
 * vanish while a phrase is being typed; a key that is not ours is plain text.
 */
export function parseQuery(query: string): ParsedQuery {
  const words: QueryWord[] = [];
  const phrases: string[][] = [];
  const excluded: string[][] = [];
  const filters: QueryFilter[] = [];
  let at = 0;
  let parts = 0;
  /** Where the plain words begin that were read last, one part after the other. */
  let plainFrom = -1;
  const takePlain = (to: number): void => {
    if (plainFrom !== -1) {
      words.push(...queryWords(query.slice(plainFrom, to), to === query.length));
    }
    plainFrom = -1;
  };
  while (at < query.length && Math.max(parts, words.length) < MOST_PARTS) {
    if (SPACE.test(query.charAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    const minus = query.charAt(at) === '-' && isStartOfPart(query, at);
    const from = minus ? at + 1 : at;
    const key = filterKeyAt(query, from);
    parts += 1;
    if (key !== undefined) {
      takePlain(start);
      const { values, end } = valuesAt(query, from + key.length + 1);
      filters.push({ key, values, excluded: minus });
      at = end;
      continue;
    }
    const quoted = quotedAt(query, from);
    const { text, end } = quoted ?? unquotedAt(query, from, /[\s"]/u);
    at = Math.max(end, start + 1);
    if (!minus && !quoted) {
      plainFrom = plainFrom === -1 ? from : plainFrom;
      continue;
    }
    takePlain(start);
    if (minus) {
      pushUnlessEmpty(excluded, phraseWords(text));
    } else {
      pushUnlessEmpty(phrases, phraseWords(text));
    }
  }
  takePlain(at);
  return {
    words: distinctWords(words),
    phrases: distinct(phrases),
    excluded: distinct(excluded),
    filters,
  };
}

/** The first words of each spelling; the one being typed stays, since it may become another. */
function distinctWords(words: readonly QueryWord[]): readonly QueryWord[] {
  const seen = new Set<string>();
  return words
    .slice(0, MOST_PARTS)
    .filter(({ word, unfinished }) => unfinished || (!seen.has(word) && seen.add(word)));
}

function distinct(phrases: readonly string[][]): readonly string[][] {
  return [...new Map(phrases.map((words) => [words.join(' '), words])).values()];
}

/** Where a part of the query begins that a minus may stand before. */
function isStartOfPart(query: string, at: number): boolean {
  return at === 0 || SPACE.test(query.charAt(at - 1));
}

function filterKeyAt(query: string, at: number): FilterKey | undefined {
  return FILTER_KEYS.find(
    (key) => query.slice(at, at + key.length + 1).toLowerCase() === `${key}:`,
  );
}

/** The quotation that begins at `at`; `undefined` when none does or it is not closed. */
function quotedAt(query: string, at: number): { text: string; end: number } | undefined {
  if (query.charAt(at) !== '"') {
    return undefined;
  }
  const close = query.indexOf('"', at + 1);
  return close === -1 ? undefined : { text: query.slice(at + 1, close), end: close + 1 };
}

/** The text from `from` to what `end` matches; a mark of a quotation that is not closed is left out. */
function unquotedAt(query: string, from: number, end: RegExp): { text: string; end: number } {
  const start = query.charAt(from) === '"' ? from + 1 : from;
  let at = start;
  while (at < query.length && !end.test(query.charAt(at))) {
    at += 1;
  }
  return { text: query.slice(start, at), end: at };
}

/** The values of a filter that begin at `from`, with `|` between. */
function valuesAt(query: string, from: number): { values: readonly string[]; end: number } {
  const values: string[] = [];
  let at = from;
  for (;;) {
    const { text, end } = quotedAt(query, at) ?? unquotedAt(query, at, /[\s"|]/u);
    if (text.trim() !== '' && values.length < MOST_PARTS) {
      values.push(text.trim());
    }
    if (query.charAt(end) !== '|') {
      return { values, end };
    }
    at = end + 1;
  }
}

function queryWords(text: string, endsQuery: boolean): QueryWord[] {
  return askedWords(text)
    .map(({ start, end, kind }) =>
      queryWordOf(text.slice(start, end), kind, endsQuery && end === text.length),
    )
    .filter(({ word }) => word !== '');
}

/**
 * A word to look for, of which nothing may be left: its `word` is empty then.
 * @param raw as it is written
 */
export function queryWordOf(raw: string, kind: WordKind, unfinished = false): QueryWord {
  const accented = accentedWord(raw);
  return {
    word: canonicalWord(raw),
    typed: foldWord(raw),
    unfinished,
    ...(accented !== undefined && { accented }),
    ...((kind === 'sign' || kind === 'link') && { kind }),
  };
}

function pushUnlessEmpty(lists: string[][], words: string[]): void {
  if (words.length > 0) {
    lists.push(words.slice(0, MOST_PARTS));
  }
}

/** Whether a query asks for words, and not for what filters leave alone. */
export function hasText(query: ParsedQuery): boolean {
  return query.words.length + query.phrases.length > 0;
}

/** The canonical words of a query, those of phrases first. */
export function wordsOfQuery(query: ParsedQuery): readonly string[] {
  const words = query.words.filter(({ kind }) => kind !== 'link');
  return [...query.phrases.flat(), ...words.map(({ word }) => word)];
}
