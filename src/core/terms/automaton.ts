import { JOIN_APOSTROPHE, JOIN_DOT, JOIN_NONE } from './gap';
import type { Term, TermId } from '../model';
import { Addresses } from './addresses';
import { FormCompiler } from './forms';
import { markupOf } from './languages';
import { HiddenRanges } from './markup/hiddenRanges';
import type { Occurrence } from './occurrence';
import { ANY_CASE, NONE, type TermTrie, stepKey } from './termTrie';
import { TermTrieBuilder } from './termTrieBuilder';
import { Vocabulary } from './vocabulary';
import { WordReader } from './wordReader';

// A word of a chain: its class, where it begins and ends, its join and its capitals.
const WORD = 5;

const DOT = 0x2e;
const LETTER_DOT = /^\p{L}\.$/u;
const DOT_LETTER = /^\.\p{L}$/u;

/**
 * Finds terms in texts. One automaton holds all terms; a search is one pass over the text, linear
 * in its length whatever it holds, and makes objects for occurrences alone.
 *
 * The words of the text that are known from any term are collected into chains that nothing
 * parts; a chain is matched against the trie of forms from each of its words on, the longest form
 * from the leftmost word winning. Case, word borders and addresses are looked at only where a form
 * has been found.
 */
export class TermAutomaton {
  private readonly termIds: readonly TermId[];
  /**
   * Lists of terms by their first entry, made at the first hit and shared by all that follow. Those
   * that depend on the capitals of a hit are not kept.
   */
  private readonly termLists: (readonly TermId[] | undefined)[];
  private readonly vocabulary = new Vocabulary();
  private readonly trie: TermTrie;
  private readonly reader = new WordReader();
  private readonly possessive: number;
  private readonly negation: number;
  private chain = new Int32Array(WORD * 1024);

  /** @param terms may share forms: an occurrence then names all of them, in this order */
  constructor(terms: readonly Term[]) {
    this.termIds = terms.map((term) => term.id);
    this.possessive = this.vocabulary.classOf('s');
    this.negation = this.vocabulary.classOf('t');
    const trie = new TermTrieBuilder();
    const compiler = new FormCompiler(this.vocabulary, trie);
    terms.forEach((term, number) => compiler.add(term, number));
    this.trie = trie.build(this.vocabulary.classCount);
    this.vocabulary.compact();
    this.termLists = new Array<undefined>(this.trie.entryCount).fill(undefined);
  }

  /**
   * Every place in the prose of `text` where terms stand: in order, without overlap, the longest
   * form from the leftmost word on. A range runs from the first to the last letter of the wording,
   * with a possessive "'s", and with the last dot of initials ("U.S.").
   * @param language a VS Code language id, which says what is markup; unknown ones are plain text
   */
  occurrences(text: string, language: string): readonly Occurrence[] {
    const markup = markupOf(language);
    const hidden = new HiddenRanges();
    markup.hide(text, hidden);
    const found: Occurrence[] = [];
    const addresses = new Addresses(text, markup.backslashPaths);
    const { reader, vocabulary } = this;
    reader.start(text, hidden, markup.gaps);
    let length = 0;
    while (reader.next()) {
      const wordClass = vocabulary.find(reader);
      if (length > 0 && (wordClass < 0 || reader.join === JOIN_NONE)) {
        this.match(text, length, addresses, found);
        length = 0;
      }
      if (wordClass >= 0) {
        this.append(length, wordClass);
        length++;
      }
    }
    this.match(text, length, addresses, found);
    return found;
  }

  /**
   * The occurrence at a UTF-16 offset of `text`, as `occurrences` has it; `undefined` when there
   * is none. The offset behind its last unit counts as well, unless another one begins there.
   * Reads the whole text, since what is prose may depend on its beginning.
   */
  occurrenceAt(text: string, language: string, offset: number): Occurrence | undefined {
    return occurrenceAt(this.occurrences(text, language), offset);
  }

  private append(index: number, wordClass: number): void {
    const { reader } = this;
    const at = index * WORD;
    if (at === this.chain.length) {
      const grown = new Int32Array(2 * at);
      grown.set(this.chain);
      this.chain = grown;
    }
    const { chain } = this;
    chain[at] = wordClass;
    chain[at + 1] = reader.from;
    chain[at + 2] = reader.to;
    chain[at + 3] = reader.join;
    chain[at + 4] = reader.capitals;
  }

  /** Reports what the first `length` words of the chain hold. */
  private match(text: string, length: number, addresses: Addresses, found: Occurrence[]): void {
    const { chain, trie } = this;
    for (let first = 0; first < length; first++) {
      let step = trie.first(chain[first * WORD]!);
      if (step === NONE || !this.mayBegin(first)) {
        continue;
      }
      let last = NONE;
      let matched = NONE;
      for (let i = first; ;) {
        if (this.isForm(step, first, i) && this.isWhole(text, first, i, length, addresses)) {
          last = i;
          matched = step;
        }
        i++;
        if (i >= length || !trie.hasNext(step)) {
          break;
        }
        step = trie.next(step, stepKey(chain[i * WORD]!, chain[i * WORD + 3]!));
        if (step === NONE) {
          break;
        }
      }
      if (last !== NONE) {
        found.push({
          start: chain[first * WORD + 1]!,
          end: this.endOf(text, first, last, length),
          terms: this.termsOf(matched, first, last),
        });
        first = last;
      }
    }
  }

  /** What follows an apostrophe directly is a word only if it is more than a letter. */
  private mayBegin(index: number): boolean {
    const { chain } = this;
    const at = index * WORD;
    return chain[at + 3] !== JOIN_APOSTROPHE || chain[at + 2]! - chain[at + 1]! > 1;
  }

  private isForm(step: number, first: number, last: number): boolean {
    const { trie } = this;
    if (trie.hasAnyCase(step)) {
      return true;
    }
    for (let entry = trie.firstEntry(step); entry >= 0; entry = trie.nextEntry(entry)) {
      if (this.hasCapitals(trie.capitalsStart(entry), first, last)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the words' capitals are those of an entry. */
  private hasCapitals(capitals: number, first: number, last: number): boolean {
    if (capitals === ANY_CASE) {
      return true;
    }
    for (let i = first; i <= last; i++) {
      if (this.chain[i * WORD + 4] !== this.trie.capitalsAt(capitals + i - first)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the text around the words leaves them whole: they are not part of an address, "can't" … */
  private isWhole(
    text: string,
    first: number,
    last: number,
    length: number,
    addresses: Addresses,
  ): boolean {
    const start = this.chain[first * WORD + 1]!;
    const end = this.chain[last * WORD + 2]!;
    return (
      !this.isAfter(last, length, this.negation) &&
      !(last > first && this.isPartOfInitials(text, first, last)) &&
      !addresses.covers(start, end)
    );
  }

  /** Whether more initials stand before or behind, as in "U.S.A.". */
  private isPartOfInitials(text: string, first: number, last: number): boolean {
    const { chain } = this;
    const start = chain[first * WORD + 1]!;
    const end = chain[last * WORD + 2]!;
    return (
      (chain[(first + 1) * WORD + 3] === JOIN_DOT &&
        LETTER_DOT.test(text.slice(start - 2, start))) ||
      (chain[last * WORD + 3] === JOIN_DOT && DOT_LETTER.test(text.slice(end, end + 2)))
    );
  }

  /** Whether an apostrophe and a word of that class come next: "'s", "'t". */
  private isAfter(index: number, length: number, wordClass: number): boolean {
    const at = (index + 1) * WORD;
    return (
      index + 1 < length && this.chain[at] === wordClass && this.chain[at + 3] === JOIN_APOSTROPHE
    );
  }

  private endOf(text: string, first: number, last: number, length: number): number {
    const { chain } = this;
    if (this.isAfter(last, length, this.possessive)) {
      return chain[(last + 1) * WORD + 2]!;
    }
    const end = chain[last * WORD + 2]!;
    const initials = last > first && chain[last * WORD + 3] === JOIN_DOT;
    return initials && text.charCodeAt(end) === DOT ? end + 1 : end;
  }

  private termsOf(step: number, first: number, last: number): readonly TermId[] {
    const { trie } = this;
    const firstEntry = trie.firstEntry(step);
    const known = this.termLists[firstEntry];
    if (known !== undefined) {
      return known;
    }
    const terms: TermId[] = [];
    let reusable = true;
    let previous = NONE;
    for (let entry = firstEntry; entry !== NONE; entry = trie.nextEntry(entry)) {
      const term = trie.term(entry);
      const capitals = trie.capitalsStart(entry);
      reusable &&= capitals === ANY_CASE || trie.nextEntry(firstEntry) === NONE;
      if (term !== previous && this.hasCapitals(capitals, first, last)) {
        terms.push(this.termIds[term]!);
        previous = term;
      }
    }
    if (reusable) {
      this.termLists[firstEntry] = terms;
    }
    return terms;
  }
}

/** The occurrence of a list as `TermAutomaton.occurrences` makes it that an offset is in or behind. */
export function occurrenceAt(
  occurrences: readonly Occurrence[],
  offset: number,
): Occurrence | undefined {
  let low = 0;
  let high = occurrences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (occurrences[middle]!.start <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const nearest = occurrences[low - 1];
  return nearest !== undefined && offset <= nearest.end ? nearest : undefined;
}
