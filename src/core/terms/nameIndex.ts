import { runAtOnce } from '../../util/slices';
import { sortInSlices } from '../../util/sortInSlices';
import type { KnownTerm, TermOrigin } from './knownTerm';
import { spellingVariants } from '../text/spelling';
import type { TermSet } from './termSet';
import { WordReader } from './wordReader';

/** A term, and the form of it that answers a query. */
export interface NameMatch {
  readonly term: KnownTerm;
  /** The name, the abbreviation or an alias, as its author wrote it. */
  readonly form: string;
}

/** Queries of more words than this find nothing: no name is that long. */
const MOST_WORDS = 32;

// A posting: the number of a form, and at which place in it the word stands. Places from the last
// one on count as one.
const PLACE_BITS = 3;
const LAST_PLACE = (1 << PLACE_BITS) - 1;

// A sort key of forms: the glossary's rank, the form's length, its number in the order of the terms.
const LENGTH_BITS = 9;
const NUMBER_BITS = 24;

/** Forms that are entered between two places where the work may be interrupted: a millisecond. */
const FORMS_AT_ONCE = 512;

const HYPHEN = /^\p{Pd}$/u;

/**
 * Finds terms by the beginnings of words in their names, abbreviations and aliases, whatever the
 * case, diacritics and spelling. Built once (150,000 forms of 50,000 terms take some 300 ms): the
 * words of all forms are sorted, and a query reads the forms of a stretch of them. A trie of whole
 * names could not begin at their second words.
 */
export class NameIndex {
  private readonly matches: readonly NameMatch[];
  /** Of each form: its words, and the letters and digits in them. */
  private readonly wordCounts: Uint16Array;
  private readonly letterCounts: Uint16Array;
  /** Ascending. The postings of word `i` are those from `starts[i]` to before `starts[i + 1]`. */
  private readonly words: readonly string[];
  private readonly starts: Int32Array;
  private readonly postings: Int32Array;
  // Of each form, while a query is read: how many of the query's words it has, and how many of them
  // in the same places, from its first word on.
  private readonly met: Uint8Array;
  private readonly led: Uint8Array;
  private readonly reader = new WordReader();

  /**
   * @param terms those of the nearest glossary first
   * @param parts what was made of them before; made at one go when absent
   */
  constructor(terms: readonly KnownTerm[], parts: IndexParts = runAtOnce(partsOf(terms))) {
    this.matches = parts.matches;
    this.wordCounts = parts.wordCounts;
    this.letterCounts = parts.letterCounts;
    this.words = parts.words;
    this.starts = parts.starts;
    this.postings = parts.postings;
    this.met = new Uint8Array(this.matches.length);
    this.led = new Uint8Array(this.matches.length);
  }

  /** The same for `runInSlices`. */
  static *inSlices(terms: readonly KnownTerm[]): Generator<undefined, NameIndex> {
    return new NameIndex(terms, yield* partsOf(terms));
  }

  /**
   * The forms in which every word of the query begins a word, in whatever order. First those that
   * are the query, then those that begin with it, then the others; among these the nearest glossary
   * first, then the shorter form. A term that answers in several forms is there with each.
   *
   * @param query without anything but blanks it matches every form
   * @param limit at most so many
   */
  find(query: string, limit: number): readonly NameMatch[] {
    const words = this.wordsOf(query);
    if (words.length === 0) {
      return query.trim() === '' ? this.matches.slice(0, limit) : [];
    }
    return words.length > MOST_WORDS ? [] : this.ranked(words, limit);
  }

  private ranked(words: readonly string[], limit: number): readonly NameMatch[] {
    const { met, led, matches, wordCounts, letterCounts } = this;
    met.fill(0);
    led.fill(0);
    if (!words.every((word, place) => this.meet(word, place))) {
      return [];
    }
    const count = words.length;
    const letters = words.reduce((sum, { length }) => sum + length, 0);
    const same: NameMatch[] = [];
    const beginning: NameMatch[] = [];
    const within: NameMatch[] = [];
    // In the order of their rank, so that no list of what was met has to be kept and sorted.
    for (let form = 0; form < matches.length && same.length < limit; form++) {
      if (met[form] !== count) {
        continue;
      }
      const isWhole = wordCounts[form] === count && letterCounts[form] === letters;
      const rank = led[form] !== count ? within : isWhole ? same : beginning;
      if (rank.length < limit) {
        rank.push(matches[form]!);
      }
    }
    return [...same, ...beginning, ...within].slice(0, limit);
  }

  /** Notes which forms have a word that begins so; false when none that has the words before it does. */
  private meet(beginning: string, place: number): boolean {
    const { met, led, postings, starts, words } = this;
    const end = starts[lowerBound(words, `${beginning}\uffff`)]!;
    const postedPlace = Math.min(place, LAST_PLACE);
    let isMet = false;
    for (let at = starts[lowerBound(words, beginning)]!; at < end; at++) {
      const posting = postings[at]!;
      const form = posting >>> PLACE_BITS;
      if (met[form] === place) {
        met[form] = place + 1;
        isMet = true;
      }
      if (led[form] === place && (posting & LAST_PLACE) === postedPlace) {
        led[form] = place + 1;
      }
    }
    return isMet;
  }

  private wordsOf(query: string): readonly string[] {
    const words: string[] = [];
    this.reader.start(query);
    while (this.reader.next()) {
      words.push(this.reader.word);
    }
    return words;
  }
}

/** The index over a set of terms, made in slices on first use and kept as long as the set. */
export class NameIndexes {
  private readonly indexes = new WeakMap<TermSet, Promise<NameIndex>>();

  /** @param run does work in slices */
  constructor(
    private readonly run: (work: Generator<undefined, NameIndex>) => Promise<NameIndex>,
  ) {}

  of(terms: TermSet): Promise<NameIndex> {
    let index = this.indexes.get(terms);
    if (index === undefined) {
      index = this.run(NameIndex.inSlices(terms.terms));
      this.indexes.set(terms, index);
    }
    return index;
  }
}

/** What an index is made of. */
interface IndexParts {
  readonly matches: readonly NameMatch[];
  readonly wordCounts: Uint16Array;
  readonly letterCounts: Uint16Array;
  readonly words: readonly string[];
  readonly starts: Int32Array;
  readonly postings: Int32Array;
}

function* partsOf(terms: readonly KnownTerm[]): Generator<undefined, IndexParts> {
  const matches = yield* rankedForms(terms);
  const wordCounts = new Uint16Array(matches.length);
  const letterCounts = new Uint16Array(matches.length);
  const builder = new PostingsBuilder();
  for (let form = 0; form < matches.length; form++) {
    if (form % FORMS_AT_ONCE === FORMS_AT_ONCE - 1) {
      yield;
    }
    const { words, letters } = builder.enter(form, matches[form]!.form);
    wordCounts[form] = words;
    letterCounts[form] = letters;
  }
  const lists = builder.bySpelling;
  const words = yield* sortInSlices(lists.keys());
  const starts = new Int32Array(words.length + 1);
  let size = 0;
  for (let i = 0; i < words.length; i++) {
    if (i % FORMS_AT_ONCE === FORMS_AT_ONCE - 1) {
      yield;
    }
    size += lists.get(words[i]!)!.length;
    starts[i + 1] = size;
  }
  const postings = new Int32Array(size);
  for (let i = 0; i < words.length; i++) {
    if (i % FORMS_AT_ONCE === FORMS_AT_ONCE - 1) {
      yield;
    }
    postings.set(lists.get(words[i]!)!, starts[i]);
  }
  return { matches, wordCounts, letterCounts, words, starts, postings };
}

/** Every form of every term once, those of the nearest glossary first, then the shorter ones. */
function* rankedForms(terms: readonly KnownTerm[]): Generator<undefined, readonly NameMatch[]> {
  const forms: NameMatch[] = [];
  const keys: number[] = [];
  let rank = 0;
  for (const [i, term] of terms.entries()) {
    if (i % FORMS_AT_ONCE === FORMS_AT_ONCE - 1) {
      yield;
    }
    const previous = terms[i - 1];
    rank += previous === undefined || isOneGlossary(previous.origin, term.origin) ? 0 : 1;
    const { name, abbreviation, aliases = [] } = term;
    for (const form of new Set([name, ...(abbreviation ? [abbreviation] : []), ...aliases])) {
      const length = Math.min(form.length, (1 << LENGTH_BITS) - 1);
      keys.push((rank * (1 << LENGTH_BITS) + length) * (1 << NUMBER_BITS) + forms.length);
      forms.push({ term, form });
    }
  }
  const sorted = yield* sortInSlices(keys);
  const ranked: NameMatch[] = [];
  for (const key of sorted) {
    ranked.push(forms[key % (1 << NUMBER_BITS)]!);
    if (ranked.length % FORMS_AT_ONCE === 0) {
      yield;
    }
  }
  return ranked;
}

/** Packs come after all glossaries, and are no nearer one than the other. */
function isOneGlossary(a: TermOrigin, b: TermOrigin): boolean {
  return a.kind === 'pack' || b.kind === 'pack'
    ? a.kind === b.kind
    : a.file === b.file && a.context === b.context;
}

/** A word, and the postings of each of its spellings. */
interface PostedWord {
  readonly folded: string;
  readonly postings: readonly number[][];
}

/** Collects postings by word. */
class PostingsBuilder {
  readonly bySpelling = new Map<string, number[]>();
  private readonly byFolded = new Map<string, PostedWord>();
  /** Words as they are written: most tokens are of one that is known, and need not be folded. */
  private readonly byWriting = new Map<string, PostedWord>();
  private readonly reader = new WordReader();

  /**
   * Enters the words of a form in all their spellings, and those that a hyphen joins as one, too.
   * Gives how many words and letters it has.
   */
  enter(form: number, text: string): { readonly words: number; readonly letters: number } {
    const { reader } = this;
    let words = 0;
    let letters = 0;
    let last: PostedWord | undefined;
    let end = 0;
    reader.start(text);
    while (reader.next()) {
      const { from, to } = reader;
      const word = this.wordAt(text);
      post(word, form, words);
      if (last !== undefined && from === end + 1 && HYPHEN.test(text.charAt(end))) {
        post(this.word(last.folded + word.folded), form, words - 1);
      }
      last = word;
      end = to;
      letters += reader.length;
      words++;
    }
    return { words, letters };
  }

  /** The word that `reader` stands on. */
  private wordAt(text: string): PostedWord {
    const { reader } = this;
    const written = text.slice(reader.from, reader.to);
    let word = this.byWriting.get(written);
    if (word === undefined) {
      word = this.word(reader.word);
      this.byWriting.set(written, word);
    }
    return word;
  }

  private word(folded: string): PostedWord {
    let word = this.byFolded.get(folded);
    if (word === undefined) {
      const spellings = new Set([folded, ...spellingVariants(folded)]);
      word = { folded, postings: Array.from(spellings, (spelling) => this.listOf(spelling)) };
      this.byFolded.set(folded, word);
    }
    return word;
  }

  private listOf(spelling: string): number[] {
    let list = this.bySpelling.get(spelling);
    if (list === undefined) {
      list = [];
      this.bySpelling.set(spelling, list);
    }
    return list;
  }
}

function post({ postings }: PostedWord, form: number, place: number): void {
  const posting = (form << PLACE_BITS) | Math.min(place, LAST_PLACE);
  for (const list of postings) {
    list.push(posting);
  }
}

/** The index of the first of `words`, ascending, that is not before `word`. */
function lowerBound(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[middle]! < word) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
