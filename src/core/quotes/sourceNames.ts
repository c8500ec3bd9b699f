import { lettersOf } from '../text/normalise';
import type { SourceId } from '../model';
import type { CitedEntry, QuotableSource } from './quoteLibrary';

/** Sources that words, a link or an entry may mean. */
export interface NamedSources {
  readonly sources: readonly SourceId[];
  /** By title, or by author and year; less certain by an author's name alone. */
  readonly isCertain: boolean;
}

/** Titles of fewer letters are found in any text. */
const FEWEST_LETTERS = 10;

/** Finds out which sources of a library the words of a note mean. */
export class SourceNames {
  private readonly byCitekey = new Map<string, SourceId>();
  private readonly byAuthor = new Map<string, QuotableSource[]>();
  /** By the first letters of titles, with all of their letters. */
  private readonly byTitle = new Map<
    string,
    { readonly letters: string; readonly id: SourceId }[]
  >();
  private readonly byFileName = new Map<
    string,
    { readonly id: SourceId; readonly segments: readonly string[] }[]
  >();
  private readonly byAddress = new Map<string, SourceId>();

  constructor(sources: readonly QuotableSource[]) {
    for (const source of sources) {
      const { id, citekey, title, authors, path, otherPaths = [], DOI, URL } = source;
      const paths = [path, ...otherPaths];
      if (citekey !== undefined) {
        this.byCitekey.set(citekey, id);
      }
      for (const name of new Set(authors.map((author) => author.toLowerCase()))) {
        add(this.byAuthor, name, source);
      }
      const stems = paths.map((one) => fileName(one).replace(/\.[^.]*$/, ''));
      for (const letters of new Set([title, shortTitle(title), ...stems].map(lettersIn))) {
        if (letters.length >= FEWEST_LETTERS) {
          add(this.byTitle, letters.slice(0, FEWEST_LETTERS), { letters, id });
        }
      }
      for (const one of paths) {
        add(this.byFileName, fileName(one), { id, segments: segments(one) });
      }
      for (const address of [DOI, URL]) {
        if (address !== undefined) {
          this.byAddress.set(plainAddress(address), id);
        }
      }
    }
  }

  /** The source with that citekey, or that the bibliography's entry of it means. */
  ofCitekey(citekey: string, entry: CitedEntry | undefined): readonly SourceId[] {
    const own = this.byCitekey.get(citekey);
    if (own !== undefined || entry === undefined) {
      return own === undefined ? [] : [own];
    }
    for (const file of entry.files) {
      const found = this.ofPath(file);
      if (found.length > 0) {
        return found;
      }
    }
    for (const address of [entry.DOI, entry.URL]) {
      const found = address === undefined ? undefined : this.byAddress.get(plainAddress(address));
      if (found !== undefined) {
        return [found];
      }
    }
    const title = lettersIn(entry.title ?? '');
    const namesakes = this.byTitle.get(title.slice(0, FEWEST_LETTERS)) ?? [];
    return [...new Set(namesakes.filter(({ letters }) => letters === title).map(({ id }) => id))];
  }

  /** The source whose file, address or DOI a link leads to. */
  ofTarget(target: string): readonly SourceId[] {
    const [address = ''] = target.split('#');
    const known = this.byAddress.get(plainAddress(address));
    return known === undefined ? this.ofPath(address) : [known];
  }

  /** The sources that words name: by title, by author and year, or by an author alone. */
  ofWords(words: string): NamedSources {
    const titled = this.ofTitleIn(words);
    if (titled.length > 0) {
      return { sources: titled, isCertain: true };
    }
    const authored = this.ofAuthorsIn(words);
    const years: readonly string[] = words.match(/\b(?:1[5-9]|20)\d\d(?=[a-z]?\b)/g) ?? [];
    const dated = authored.filter(({ year }) => year !== undefined && years.includes(String(year)));
    if (dated.length > 0) {
      return { sources: dated.map(({ id }) => id), isCertain: true };
    }
    const parts = titlesIn(words).map(lettersIn);
    const shortened = authored.filter(({ title }) =>
      parts.some((part) => part.length >= 6 && lettersIn(title).includes(part)),
    );
    return shortened.length > 0
      ? { sources: shortened.map(({ id }) => id), isCertain: true }
      : { sources: authored.map(({ id }) => id), isCertain: false };
  }

  /** Those of the longest title that stands in the words. */
  private ofTitleIn(words: string): readonly SourceId[] {
    const text = lettersIn(words);
    let longest = 0;
    let found: SourceId[] = [];
    for (let at = 0; at + FEWEST_LETTERS <= text.length; at += 1) {
      for (const { letters, id } of this.byTitle.get(text.slice(at, at + FEWEST_LETTERS)) ?? []) {
        if (letters.length < longest || !text.startsWith(letters, at)) {
          continue;
        }
        found = letters.length > longest ? [id] : [...found, id];
        longest = letters.length;
      }
    }
    return [...new Set(found)];
  }

  private ofAuthorsIn(words: string): readonly QuotableSource[] {
    const found = new Set<QuotableSource>();
    // Names of bodies have several words.
    const tokens = words.match(/[\p{L}\p{M}'’.-]+/gu) ?? [];
    for (let at = 0; at < tokens.length; at += 1) {
      if (!/^\p{Lu}/u.test(tokens[at]!)) {
        continue;
      }
      for (let length = 1; length <= LONGEST_NAME && at + length <= tokens.length; length += 1) {
        const name = tokens
          .slice(at, at + length)
          .join(' ')
          .replace(/(?:['’]s|[.'’])$/, '');
        this.byAuthor.get(name.toLowerCase())?.forEach((source) => found.add(source));
      }
    }
    return [...found];
  }

  /** Bibliographies and links hold paths of many kinds: what counts is how much is the same from the end on. */
  private ofPath(path: string): readonly SourceId[] {
    const wanted = segments(path);
    let most = 0;
    let found = new Set<SourceId>();
    for (const { id, segments: own } of this.byFileName.get(fileName(path)) ?? []) {
      let common = 0;
      while (common < wanted.length && wanted[common] === own[common]) {
        common += 1;
      }
      if (common >= most && common > 0) {
        found = common > most ? new Set([id]) : found.add(id);
        most = common;
      }
    }
    return found.size === 1 ? [...found] : [];
  }
}

/** In words. */
const LONGEST_NAME = 8;

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values === undefined) {
    map.set(key, [value]);
  } else {
    values.push(value);
  }
}

function lettersIn(text: string): string {
  return String.fromCharCode(...lettersOf(text.slice(0, 1000)));
}

/** A title without its subtitle. */
function shortTitle(title: string): string {
  return title.split(/[:?!–—]\s/u)[0] ?? title;
}

/** What stands in quotation marks or emphasis. */
function titlesIn(words: string): readonly string[] {
  return Array.from(
    words.matchAll(/[“"„«]([^”"“»]{1,500})[”"“»]|[*_]([^*_]{1,500})[*_]/gu),
    (match) => (match[1] ?? match[2] ?? '').trim(),
  );
}

function segments(path: string): readonly string[] {
  return decoded(path)
    .normalize('NFC')
    .toLowerCase()
    .split(/[\\/]+/)
    .reverse();
}

function fileName(path: string): string {
  return segments(path)[0] ?? '';
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** An address without what differs from one way of writing it to another. */
function plainAddress(address: string): string {
  return decoded(address)
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?(?:dx\.)?(?:doi\.org\/|doi:\s*)?/, '')
    .replace(/[#?][^]*/, '')
    .replace(/\/$/, '');
}
