import type { TermId } from '../model';
import type { TermForms } from './knownTerm';
import { runAtOnce } from '../../util/slices';
import { Addresses } from '../note/addresses';
import { Chain } from './chain';
import { FormCompiler } from './forms';
import { JOIN_APOSTROPHE, JOIN_DOT, JOIN_NONE } from '../note/gap';
import type { Prose } from '../note/prose';
import { MarkedLetters } from './markedLetters';
import { occurrenceAt, type Occurrence } from './occurrence';
import { ANY_CASE, NONE, type TermTrie, stepKey } from './termTrie';
import { TermTrieBuilder } from './termTrieBuilder';
import { Vocabulary } from './vocabulary';
import { WordReader } from './wordReader';
import { DOT } from '../text/characters';

const LETTER_DOT = /^\p{L}\.$/u;
const DOT_LETTER = /^\.\p{L}$/u;

/** Terms that are entered between two places where the work may be interrupted: a millisecond. */
const TERMS_AT_ONCE = 128;

/** What an automaton is made of. */
interface AutomatonParts {
  readonly vocabulary: Vocabulary;
  readonly trie: TermTrie;
  readonly markedLetters: MarkedLetters;
  readonly possessive: number;
  readonly negation: number;
}

function* partsOf(terms: readonly TermForms[]): Generator<undefined, AutomatonParts> {
  const vocabulary = new Vocabulary();
  const possessive = vocabulary.classOf('s');
  const negation = vocabulary.classOf('t');
  const builder = new TermTrieBuilder(terms.map((term) => term.id));
  const compiler = new FormCompiler(vocabulary, builder);
  const markedLetters = new MarkedLetters((word) => vocabulary.classOf(word));
  for (let number = 0; number < terms.length; number++) {
    if (number % TERMS_AT_ONCE === TERMS_AT_ONCE - 1) {
      yield;
    }
    const term = terms[number]!;
    compiler.add(term, number);
    markedLetters.add(term);
  }
  const trie = yield* builder.buildInSlices(vocabulary.classCount);
  vocabulary.compact();
  return { vocabulary, trie, markedLetters, possessive, negation };
}

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
  private readonly vocabulary: Vocabulary;
  private readonly trie: TermTrie;
  private readonly markedLetters: MarkedLetters;
  private readonly reader = new WordReader();
  /** The classes of what follows an apostrophe in "IP4's" and in "can't". */
  private readonly possessive: number;
  private readonly negation: number;
  private readonly chain = new Chain();
  /** The steps taken from the first word of a match on. */
  private readonly steps: number[] = [];

  /**
   * @param terms may share forms: an occurrence then names all of them, in this order
   * @param parts what was made of them before; made at one go when absent
   */
  constructor(terms: readonly TermForms[], parts: AutomatonParts = runAtOnce(partsOf(terms))) {
    this.vocabulary = parts.vocabulary;
    this.trie = parts.trie;
    this.markedLetters = parts.markedLetters;
    this.possessive = parts.possessive;
    this.negation = parts.negation;
  }

  /** The same for `runInSlices`. */
  static *inSlices(terms: readonly TermForms[]): Generator<undefined, TermAutomaton> {
    return new TermAutomaton(terms, yield* partsOf(terms));
  }

  /**
   * Every place in a text's prose where terms stand: in order, without overlap, the longest
   * form from the leftmost word on. A range runs from the first to the last letter of the wording,
   * with a possessive "'s", and with the last dot of initials ("U.S.").
   */
  occurrences(prose: Prose): readonly Occurrence[] {
    return this.find(prose, false);
  }

  /** The same with those that stand within longer ones or overlap: ascending in their starts. */
  allOccurrences(prose: Prose): readonly Occurrence[] {
    return this.find(prose, true);
  }

  private find(
    { text, hidden, gaps, hasBackslashPaths }: Prose,
    isOverlapping: boolean,
  ): readonly Occurrence[] {
    const found: Occurrence[] = [];
    const addresses = new Addresses(text, hasBackslashPaths);
    const { reader, vocabulary, chain } = this;
    reader.start(text, hidden, gaps);
    chain.length = 0;
    while (reader.next()) {
      const wordClass = vocabulary.find(reader);
      if (chain.length > 0 && (wordClass < 0 || reader.join === JOIN_NONE)) {
        this.match(text, addresses, found, isOverlapping);
        chain.length = 0;
      }
      if (wordClass >= 0) {
        chain.add(reader, wordClass);
      }
    }
    this.match(text, addresses, found, isOverlapping);
    // Lets go of the text.
    reader.start('');
    return found;
  }

  /**
   * The occurrence at a UTF-16 offset of a text, as `occurrences` has it; `undefined` when there
   * is none. The offset behind its last unit counts as well, unless another one begins there.
   * Reads the whole text, since what is prose may depend on its beginning.
   */
  occurrenceAt(prose: Prose, offset: number): Occurrence | undefined {
    return occurrenceAt(this.occurrences(prose), offset);
  }

  /** Reports what the chain holds. */
  private match(
    text: string,
    addresses: Addresses,
    found: Occurrence[],
    isOverlapping: boolean,
  ): void {
    const { chain, steps } = this;
    for (let first = 0; first < chain.length; first++) {
      if (!this.mayBegin(first)) {
        continue;
      }
      let last = this.follow(first);
      while (last >= first && !this.isHit(text, steps[last - first]!, first, last, addresses)) {
        last--;
      }
      const marked = last > first ? [] : this.markedAt(text, first, addresses);
      if (last >= first) {
        const terms = this.termsOf(steps[last - first]!, first, last);
        found.push({
          start: chain.from(first),
          end: this.endOf(text, first, last),
          terms: marked.length === 0 ? terms : [...new Set([...marked, ...terms])],
        });
        if (isOverlapping) {
          this.shorter(text, first, last, addresses, found);
        } else {
          first = last;
        }
      } else if (marked.length > 0) {
        found.push({ start: chain.from(first), end: chain.to(first), terms: marked });
      }
    }
  }

  /** Reports what begins at the same word as a match and ends before it. */
  private shorter(
    text: string,
    first: number,
    longest: number,
    addresses: Addresses,
    found: Occurrence[],
  ): void {
    const { chain, steps } = this;
    for (let last = longest - 1; last >= first; last--) {
      const step = steps[last - first]!;
      if (this.isHit(text, step, first, last, addresses)) {
        const terms = this.termsOf(step, first, last);
        found.push({ start: chain.from(first), end: this.endOf(text, first, last), terms });
      }
    }
  }

  /** The terms that are one letter with marks and stand, marks and all, at a word. */
  private markedAt(text: string, index: number, addresses: Addresses): readonly TermId[] {
    const from = this.chain.from(index);
    if (this.chain.to(index) - from !== 1) {
      return [];
    }
    const terms = this.markedLetters.termsAt(text, from, this.chain.wordClass(index));
    return terms.length > 0 && this.isWhole(text, index, index, addresses) ? terms : [];
  }

  /** Takes the steps that lead from a word as far as any form goes; gives the last word reached. */
  private follow(first: number): number {
    const { chain, trie, steps } = this;
    let step = trie.first(chain.wordClass(first));
    let i = first;
    while (step !== NONE) {
      steps[i - first] = step;
      i++;
      step = i < chain.length ? trie.next(step, stepKey(chain.wordClass(i), chain.join(i))) : NONE;
    }
    return i - 1;
  }

  /** What follows an apostrophe directly is a word only if it is more than a letter. */
  private mayBegin(index: number): boolean {
    const { chain } = this;
    return chain.join(index) !== JOIN_APOSTROPHE || chain.to(index) - chain.from(index) > 1;
  }

  private isHit(
    text: string,
    step: number,
    first: number,
    last: number,
    addresses: Addresses,
  ): boolean {
    return this.isForm(step, first, last) && this.isWhole(text, first, last, addresses);
  }

  private isForm(step: number, first: number, last: number): boolean {
    const { trie } = this;
    if (trie.hasTerms(step)) {
      return true;
    }
    for (let entry = trie.firstEntry(step); entry !== NONE; entry = trie.nextEntry(entry)) {
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
      if (this.chain.capitals(i) !== this.trie.capitalsAt(capitals + i - first)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the text around leaves the words whole: no "can't", no part of an address. */
  private isWhole(text: string, first: number, last: number, addresses: Addresses): boolean {
    const { chain } = this;
    return (
      !this.isSuffixed(last, this.negation) &&
      !(last > first && this.isPartOfInitials(text, first, last)) &&
      !addresses.covers(chain.from(first), chain.to(last))
    );
  }

  /** Whether more initials stand before or behind, as in "U.S.A.". */
  private isPartOfInitials(text: string, first: number, last: number): boolean {
    const { chain } = this;
    const start = chain.from(first);
    const end = chain.to(last);
    return (
      (chain.join(first + 1) === JOIN_DOT && LETTER_DOT.test(text.slice(start - 2, start))) ||
      (chain.join(last) === JOIN_DOT && DOT_LETTER.test(text.slice(end, end + 2)))
    );
  }

  /** Whether an apostrophe and a word of that class come next: "'s", "'t". */
  private isSuffixed(index: number, wordClass: number): boolean {
    const { chain } = this;
    return (
      index + 1 < chain.length &&
      chain.wordClass(index + 1) === wordClass &&
      chain.join(index + 1) === JOIN_APOSTROPHE
    );
  }

  private endOf(text: string, first: number, last: number): number {
    const { chain } = this;
    if (this.isSuffixed(last, this.possessive)) {
      return chain.to(last + 1);
    }
    const end = chain.to(last);
    const initials = last > first && chain.join(last) === JOIN_DOT;
    return initials && text.charCodeAt(end) === DOT ? end + 1 : end;
  }

  private termsOf(step: number, first: number, last: number): readonly TermId[] {
    const { trie } = this;
    const all = trie.terms(step);
    if (all !== undefined) {
      return all;
    }
    const terms = new Set<TermId>();
    for (let entry = trie.firstEntry(step); entry !== NONE; entry = trie.nextEntry(entry)) {
      if (this.hasCapitals(trie.capitalsStart(entry), first, last)) {
        terms.add(trie.term(entry));
      }
    }
    return [...terms];
  }
}
