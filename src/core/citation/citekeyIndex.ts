import type { BibliographyEntry } from './bibliography';

/** An entry with all that it is found by. */
interface Row {
  readonly entry: BibliographyEntry;
  readonly key: string;
  /** The words of its authors, with the year; then those of its title. Each with a blank before it. */
  readonly authors: string;
  readonly title: string;
}

/** An entry that answers to what was typed, and how well: less is better. */
export interface FoundEntry {
  readonly entry: BibliographyEntry;
  readonly rank: number;
}

const KEY_BEGINS = 0;
const KEY_HAS_WORD = 1;
const AUTHORS = 2;
const TITLE = 3;
const NOTHING = 4;

const LETTER = /\p{L}/u;

/** What was typed is a word or two; more parts are never compared. */
const MOST_PARTS = 8;

/**
 * Finds the entries of a bibliography by what somebody types of their keys, authors, years and
 * titles. Made once for a list of entries; a search takes a few milliseconds for 14,000 of them.
 */
export class CitekeyIndex {
  /** By their keys. */
  private readonly rows: readonly Row[];

  constructor(entries: readonly BibliographyEntry[]) {
    const rows = entries.map((entry): Row => {
      const { authors, year, title } = entry.brief;
      return {
        entry,
        key: folded(entry.citekey),
        authors: inWords([...authors, year].join(' ')),
        title: inWords(title),
      };
    });
    this.rows = rows.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  }

  /**
   * The entries that answer to `typed`, the best first: those whose key begins with it, those with a
   * word in their key that does, then those with such words among their authors, then in all they
   * have; each by their keys. Letter case and accents do not count. All when nothing is typed.
   *
   * @param most how many
   */
  find(typed: string, most: number): readonly FoundEntry[] {
    const key = folded(typed);
    const parts = partsOf(key).map((part) => ` ${part}`);
    const found: Row[][] = [[], [], [], []];
    for (const row of this.rows) {
      const rank = rankOf(row, key, parts);
      const alike = found[rank];
      if (alike !== undefined && alike.length < most) {
        alike.push(row);
        if (rank === KEY_BEGINS && alike.length === most) {
          break;
        }
      }
    }
    return found.flatMap((rows, rank) => rows.map(({ entry }) => ({ entry, rank }))).slice(0, most);
  }
}

function rankOf({ key, authors, title }: Row, typed: string, parts: readonly string[]): number {
  if (key.startsWith(typed)) {
    return KEY_BEGINS;
  }
  if (hasWord(key, typed)) {
    return KEY_HAS_WORD;
  }
  let rank = parts.length === 0 ? NOTHING : AUTHORS;
  for (const part of parts) {
    if (!authors.includes(part)) {
      if (!title.includes(part)) {
        return NOTHING;
      }
      rank = TITLE;
    }
  }
  return rank;
}

/** Whether what was typed stands in a key other than within a word. */
function hasWord(key: string, typed: string): boolean {
  for (let at = key.indexOf(typed, 1); at !== -1; at = key.indexOf(typed, at + 1)) {
    if (!LETTER.test(key.charAt(at)) || !LETTER.test(key.charAt(at - 1))) {
      return true;
    }
  }
  return false;
}

/** Words and numbers: keys have them without anything between, as in "galic2024". */
function partsOf(typed: string): readonly string[] {
  return (typed.match(/\p{L}+|\p{N}+/gu) ?? []).slice(0, MOST_PARTS);
}

function inWords(text: string): string {
  const words = folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => ` ${word}`).join('');
}

function folded(text: string): string {
  const isAscii = !/[^\0-\x7f]/.test(text);
  return (isAscii ? text : text.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase();
}

const indexes = new WeakMap<readonly BibliographyEntry[], CitekeyIndex>();

/** The index of a list of entries, which is made when it is first asked for. */
export function citekeyIndexOf(entries: readonly BibliographyEntry[]): CitekeyIndex {
  const index = indexes.get(entries) ?? new CitekeyIndex(entries);
  indexes.set(entries, index);
  return index;
}
