import type { TermKind } from '../model';
import type { TermForms } from './knownTerm';
import { JOIN_APOSTROPHE, JOIN_DOT, JOIN_DOT_GAP, JOIN_GAP, JOIN_NONE } from '../note/gap';
import { otherNumbers, otherNumbersOfAcronym, pluralsOfName } from '../text/inflection';
import { markedLetterOf } from './markedLetters';
import { ANY_CASE } from './termTrie';
import { ROOT, type TermTrieBuilder } from './termTrieBuilder';
import type { Vocabulary } from './vocabulary';
import { LONGEST_WORD, WordReader } from './wordReader';

/** A word of a form, as `WordReader` reads it. */
interface FormWord {
  readonly text: string;
  readonly join: number;
  readonly capitals: number;
}

/** The capitals of each word so far, from the last one on: paths share those of their beginnings. */
interface Capitals {
  readonly last: number;
  readonly before: Capitals | undefined;
}

/** A form that has been followed up to some node. */
interface Path {
  readonly node: number;
  readonly capitals: Capitals | undefined;
  /** Whether its last word was written with dots, so that another dot comes before the gap. */
  readonly dotted: boolean;
}

/** By which rule a form's last word gets its other number. */
type Inflection = 'none' | 'noun' | 'name' | 'acronym' | 'pluralAcronym';

/** Unique names, which have no singular to look for. */
const NAMES: ReadonlySet<TermKind> = new Set(['country', 'region', 'place', 'person']);

const DIGIT_NINE = 0x39;

/** Ways of writing multiply; what goes beyond this many is given up. */
const MOST_PATHS = 32;
/** Of a form of more UTF-16 units only the one way in which it stands there: each is a path of its own. */
const LONGEST_IN_ALL_WAYS = 200;
/** No name has more UTF-16 units; what has is a text that was put in the wrong field. */
const LONGEST_FORM = 1_000;

// Scripts in which composed and decomposed letters do not fold to the same, such as kana.
const COMPOSING = /[\u0590-\u1dff\u2070-\uffff]/;
/** A blank between two letters of a script that may go without. */
const BLANK_WITHIN = /([\p{Script=Hangul}\p{Script=Han}]) (?=[\p{Script=Hangul}\p{Script=Han}])/gu;
const HYPHENATED_CO = /^co(?=operat|ordinat)/;

/**
 * Enters the forms of terms into a trie: name, abbreviation and aliases, each in both numbers,
 * with and without dots in initials ("US", "U.S."), "cooperation" with and without its hyphen.
 * Spellings and possessives are not its business: the vocabulary and the matcher see to them.
 * Punctuation before the first and behind the last word of a form is not part of it; forms of one
 * letter with marks are left to `MarkedLetters`.
 */
export class FormCompiler {
  private readonly reader = new WordReader();
  /** Classes of a last word in both numbers, by inflection and class. */
  private readonly numbers = new Map<Inflection, Map<number, readonly number[]>>();
  // The words of the form at hand, by index; arrays that are used again and again.
  private readonly classes: number[] = [];
  private readonly joins: number[] = [];
  private readonly capitals: number[] = [];

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly trie: TermTrieBuilder,
  ) {}

  /** Enters a term under its number. Forms without a word have nothing to match and are left out. */
  add(term: TermForms, number: number): void {
    this.addForm(term.name, term, number);
    if (term.abbreviation !== undefined) {
      this.addForm(term.abbreviation, term, number);
    }
    term.aliases?.forEach((alias) => this.addForm(alias, term, number));
  }

  private addForm(form: string, term: TermForms, number: number): void {
    if (form.length > LONGEST_FORM || markedLetterOf(form) !== undefined) {
      return;
    }
    if (!COMPOSING.test(form)) {
      this.addWords(form, term, number);
      return;
    }
    const joined = form.replace(BLANK_WITHIN, '$1');
    for (const normal of new Set(
      [form, joined].flatMap((text) => [text.normalize('NFC'), text.normalize('NFD')]),
    )) {
      this.addWords(normal, term, number);
    }
  }

  /** Most forms are written in one way, and are entered without making an object. */
  private addWords(form: string, term: TermForms, number: number): void {
    const { reader, vocabulary, classes, joins, capitals, trie } = this;
    let count = 0;
    reader.start(form);
    while (reader.next()) {
      if (reader.length > LONGEST_WORD || (count > 0 && reader.join === JOIN_NONE)) {
        // No text could be read so that these two words belong together.
        return;
      }
      const known = vocabulary.find(reader);
      const wordClass = known < 0 ? vocabulary.classOf(reader.word) : known;
      if (!isOrdinary(reader)) {
        this.addVariants(form, term, number);
        return;
      }
      classes[count] = wordClass;
      joins[count] = count === 0 ? JOIN_GAP : reader.join;
      capitals[count] = reader.capitals;
      count++;
    }
    if (count === 0) {
      return;
    }
    const entryCapitals =
      term.case === 'exact' ? trie.addCapitals(capitals.slice(0, count)) : ANY_CASE;
    let node = ROOT;
    for (let i = 0; i < count - 1; i++) {
      node = trie.child(node, classes[i]!, joins[i]!);
    }
    const last = classes[count - 1]!;
    const join = joins[count - 1]!;
    const possessive = join === JOIN_APOSTROPHE && reader.length === 1;
    const inflection = possessive ? 'none' : NAMES.has(term.kind) ? 'name' : 'noun';
    for (const wordClass of this.classesOf(last, inflection)) {
      const end = trie.child(node, wordClass, join);
      trie.addEntry(end, number, entryCapitals);
    }
  }

  /** A form that is written in several ways. */
  private addVariants(form: string, term: TermForms, number: number): void {
    const words = mergeParts(this.wordsOf(form));
    const mostPaths = form.length > LONGEST_IN_ALL_WAYS ? 1 : MOST_PATHS;
    const exact = term.case === undefined ? mostlyCapitals(words) : term.case === 'exact';
    let paths: readonly Path[] = [{ node: ROOT, capitals: undefined, dotted: false }];
    words.forEach((word, i) => {
      const last = i === words.length - 1;
      const texts = last ? numbersOf(word.text, inflectionOf(word, term.kind)) : [word.text];
      paths = paths
        .flatMap((path) => this.continuations(path, word, i === 0, texts))
        .slice(0, last ? MOST_PATHS : mostPaths);
    });
    for (const path of paths) {
      const capitals = exact ? this.trie.addCapitals(capitalsOf(path)) : ANY_CASE;
      this.trie.addEntry(path.node, number, capitals);
    }
  }

  private wordsOf(form: string): readonly FormWord[] {
    const { reader } = this;
    const words: FormWord[] = [];
    reader.start(form);
    while (reader.next()) {
      if (reader.length > LONGEST_WORD || (words.length > 0 && reader.join === JOIN_NONE)) {
        return [];
      }
      words.push({ text: reader.word, join: reader.join, capitals: reader.capitals });
    }
    return words;
  }

  private continuations(
    path: Path,
    word: FormWord,
    first: boolean,
    texts: readonly string[],
  ): readonly Path[] {
    const joins = first ? [JOIN_GAP] : joinsOf(word.join, path.dotted);
    return joins.flatMap((join) => {
      const paths = texts.map((text) => this.step(path, { ...word, text, join }));
      if (isInitials(word)) {
        const initials = Array.from(word.text, (letter, i) => {
          return { text: letter, join: i === 0 ? join : JOIN_DOT, capitals: 1 };
        });
        paths.push({ ...this.steps(path, initials), dotted: true });
      }
      for (const text of texts) {
        if (HYPHENATED_CO.test(text)) {
          paths.push(
            this.steps(path, [
              { text: 'co', join, capitals: word.capitals & 3 },
              { text: text.slice(2), join: JOIN_GAP, capitals: word.capitals >>> 2 },
            ]),
          );
        }
      }
      return paths;
    });
  }

  private steps(path: Path, words: readonly FormWord[]): Path {
    return words.reduce((reached, word) => this.step(reached, word), path);
  }

  private step(path: Path, word: FormWord): Path {
    const wordClass = this.vocabulary.classOf(word.text);
    const node = this.trie.child(path.node, wordClass, word.join);
    return { node, capitals: { last: word.capitals, before: path.capitals }, dotted: false };
  }

  /** The classes of the word that `reader` stands on in both numbers, remembered by its class. */
  private classesOf(wordClass: number, inflection: Inflection): readonly number[] {
    let known = this.numbers.get(inflection);
    if (known === undefined) {
      known = new Map();
      this.numbers.set(inflection, known);
    }
    let classes = known.get(wordClass);
    if (classes === undefined) {
      classes = numbersOf(this.reader.word, inflection).map((text) =>
        this.vocabulary.classOf(text),
      );
      known.set(wordClass, classes);
    }
    return classes;
  }
}

/** The capitals of the words of a path, in their order. */
function capitalsOf({ capitals }: Path): readonly number[] {
  const words: number[] = [];
  for (let at = capitals; at !== undefined; at = at.before) {
    words.push(at.last);
  }
  return words.reverse();
}

/**
 * Whether a word is written in one way, and cannot make its form one of mostly capitals: it has one
 * at most, in front, and is more than that letter and a number.
 */
function isOrdinary(reader: WordReader): boolean {
  const { length, capitals, join } = reader;
  if (capitals > 1 || capitals < 0 || join === JOIN_DOT || join === JOIN_DOT_GAP) {
    return false;
  }
  const unit = (i: number): number => reader.letters[i]! & 0xffff;
  if (capitals === 1 && (length < 2 || unit(length - 1) <= DIGIT_NINE)) {
    return false;
  }
  const co = unit(0) === 0x63 && unit(1) === 0x6f;
  return !(co && (length === 2 || (unit(2) === 0x6f && HYPHENATED_CO.test(reader.word))));
}

function joinsOf(join: number, dotted: boolean): readonly number[] {
  if (join === JOIN_DOT_GAP) {
    return dotted ? [join] : [join, JOIN_GAP];
  }
  return dotted && join === JOIN_GAP ? [JOIN_DOT_GAP] : [join];
}

/** Puts initials ("U.S.") and hyphenated words ("co-operation") together as if written without. */
function mergeParts(words: readonly FormWord[]): readonly FormWord[] {
  const merged: FormWord[] = [];
  let initials = false;
  for (const word of words) {
    const last = merged[merged.length - 1];
    const initial = word.text.length === 1 && word.capitals === 1;
    const continuesInitials = initials && initial && word.join === JOIN_DOT;
    const continuesCo =
      last?.text === 'co' && word.join === JOIN_GAP && HYPHENATED_CO.test(`co${word.text}`);
    if (last !== undefined && (continuesInitials || continuesCo)) {
      merged[merged.length - 1] = {
        text: last.text + word.text,
        join: last.join,
        capitals: last.capitals | (word.capitals << last.text.length),
      };
      continue;
    }
    const afterInitials = initials && last !== undefined && last.text.length > 1;
    merged.push(afterInitials && word.join === JOIN_DOT_GAP ? { ...word, join: JOIN_GAP } : word);
    initials = initial;
  }
  return merged;
}

/** Whether a word may be written with dots: a few letters, all of them capitals. */
function isInitials({ text, capitals }: FormWord): boolean {
  return /^[a-z]{2,6}$/.test(text) && capitals === (1 << text.length) - 1;
}

function mostlyCapitals(words: readonly FormWord[]): boolean {
  let balance = 0;
  for (const { text, capitals } of words) {
    balance += 2 * bitCount(capitals) - letterCount(text);
  }
  return balance > 0;
}

function inflectionOf({ text, join, capitals }: FormWord, kind: TermKind): Inflection {
  if (join === JOIN_APOSTROPHE && text === 's') {
    return 'none';
  }
  if (text.length > 1 && capitals !== 0 && 2 * bitCount(capitals) > letterCount(text)) {
    const smallS = text.endsWith('s') && ((capitals >>> (text.length - 1)) & 1) === 0;
    return smallS ? 'pluralAcronym' : 'acronym';
  }
  return NAMES.has(kind) ? 'name' : 'noun';
}

/** A word in both numbers, itself first. */
function numbersOf(text: string, inflection: Inflection): readonly string[] {
  switch (inflection) {
    case 'none':
      return [text];
    case 'noun':
      return [text, ...otherNumbers(text)];
    case 'name':
      return [text, ...pluralsOfName(text)];
    default:
      return [text, ...otherNumbersOfAcronym(text, inflection === 'pluralAcronym')];
  }
}

function letterCount(word: string): number {
  let count = 0;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    count += unit >= 0x30 && unit <= 0x39 ? 0 : 1;
  }
  return count;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    count++;
  }
  return count;
}
