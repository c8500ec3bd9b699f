import AhoCorasick from 'modern-ahocorasick';
import type { TermForms } from '../../src/core/terms/knownTerm';
import { TermAutomaton } from '../../src/core/terms/automaton';
import { plainProse } from '../../src/core/note/prose';

/** A stretch of the text. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** A way to find terms. `find` gives whole words, the longest from the leftmost on. */
export interface Matcher {
  readonly name: string;
  /** With more terms than this it is not run: it would take minutes. */
  readonly mostTerms?: number;
  readonly build: (terms: readonly TermForms[]) => (text: string) => readonly Match[];
}

const WORD = /[\p{L}\p{N}_]+/gu;
const WORD_PART = /[\p{L}\p{N}_]/u;

/** Ours first. The others fold case, and know neither plurals, spellings nor markup. */
export const MATCHERS: readonly Matcher[] = [
  {
    name: 'ours',
    build: (terms) => {
      const automaton = new TermAutomaton(terms);
      return (text) => automaton.occurrences(plainProse(text));
    },
  },
  {
    name: 'modern-ahocorasick',
    build: (terms) => {
      const automaton = new AhoCorasick(terms.map(({ name }) => name.toLowerCase()));
      // Paragraph by paragraph: its time grows with the square of a text's length.
      return (text) =>
        Array.from(text.toLowerCase().matchAll(/.+/gu), ({ index, 0: paragraph }) => {
          const hits = automaton
            .search(paragraph)
            .filter(({ start, end }) => isWhole(paragraph, start, end));
          return leftmostLongest(hits).map(({ start, end }) => ({
            start: index + start,
            end: index + end,
          }));
        }).flat();
    },
  },
  {
    name: 'Map of token tries',
    build: buildTokenTries,
  },
  {
    name: 'regular expression',
    mostTerms: 5_000,
    build: (terms) => {
      const longestFirst = terms
        .map(({ name }) => name.toLowerCase())
        .sort((one, other) => other.length - one.length);
      const names = longestFirst.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
      const pattern = new RegExp(
        `(?<![\\p{L}\\p{N}_])(?:${names.join('|')})(?![\\p{L}\\p{N}_])`,
        'gu',
      );
      return (text) =>
        Array.from(text.toLowerCase().matchAll(pattern), ({ index, 0: { length } }) => ({
          start: index,
          end: index + length,
        }));
    },
  },
];

/** A node of a trie over words; the words of a name are parted by whatever is between words. */
interface TokenNode {
  isEnd: boolean;
  readonly next: Map<string, TokenNode>;
}

function buildTokenTries(terms: readonly TermForms[]): (text: string) => readonly Match[] {
  const root: TokenNode = { isEnd: false, next: new Map() };
  for (const { name } of terms) {
    let node = root;
    for (const [word] of name.toLowerCase().matchAll(WORD)) {
      let child = node.next.get(word);
      if (child === undefined) {
        child = { isEnd: false, next: new Map() };
        node.next.set(word, child);
      }
      node = child;
    }
    node.isEnd = true;
  }
  return (text) => {
    const words = [...text.toLowerCase().matchAll(WORD)];
    const found: Match[] = [];
    for (let first = 0; first < words.length; first++) {
      let last = -1;
      let node = root.next.get(words[first]![0]);
      for (let at = first; node !== undefined; at++) {
        last = node.isEnd ? at : last;
        node = node.next.get(words[at + 1]?.[0] ?? '');
      }
      if (last >= 0) {
        const { index, 0: word } = words[last]!;
        found.push({ start: words[first]!.index, end: index + word.length });
        first = last;
      }
    }
    return found;
  };
}

function isWhole(text: string, start: number, end: number): boolean {
  return !WORD_PART.test(text[start - 1] ?? '') && !WORD_PART.test(text[end] ?? '');
}

function leftmostLongest(matches: readonly Match[]): readonly Match[] {
  const kept: Match[] = [];
  const inOrder = [...matches].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const match of inOrder) {
    if (match.start >= (kept[kept.length - 1]?.end ?? 0)) {
      kept.push(match);
    }
  }
  return kept;
}
