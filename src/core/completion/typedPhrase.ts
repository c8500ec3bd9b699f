import { lazy } from '../../util/lazy';
import { spellingVariants } from '../text/spelling';
import { WordReader } from '../terms/wordReader';

/** More words than most names have; each beginning costs a look into the index. */
const MOST_WORDS = 6;

/** Letters of an earlier word of a phrase that may stand for the whole: "coop init", but not "to in". */
const SHORTENED = 4;

/** In UTF-16 units; looks no further back, whatever the length of the line. */
const LONGEST_PHRASE = 200;
const LONGEST_ADDRESS = 1_000;

const WORD = String.raw`[\p{L}\p{M}\p{N}]{1,${LONGEST_PHRASE}}`;
// What may stand between the words of a name: a blank or two, a hyphen, an apostrophe, the dot of initials.
const GAP = String.raw`(?:[ \t\u00a0]{1,2}|[-\u2010-\u2013'’&.](?=[\p{L}\p{N}]))`;
const PHRASE = new RegExp(`(?:${WORD}${GAP}){0,${LONGEST_PHRASE}}(?:${WORD})?$`, 'u');
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Where the phrase that is being typed may begin, as offsets of the line: the longest first, the
 * caret itself last if no word ends there. A name may have several words, and what stands before it
 * is prose like it, so that only the terms can tell which one is meant.
 *
 * @param before the line up to the caret
 */
export function phraseStarts(before: string): readonly number[] {
  const phrase = PHRASE.exec(before.slice(-LONGEST_PHRASE))?.[0] ?? '';
  const from = before.length - phrase.length;
  const starts = Array.from(phrase.matchAll(WORDS), ({ index }) => from + index);
  const atBlank = !/[\p{L}\p{M}\p{N}]$/u.test(before);
  return [...starts.slice(-MOST_WORDS), ...(atBlank ? [before.length] : [])];
}

// "https://example.org/na", "www.example.org/na"; "name@exam", "@citekey", "#na"; "notes\na", "\emp".
const ADDRESS = /(?:[a-z][a-z\d+.-]{1,20}:\/\/|www\.)\S*$|[@#][^\s{}[\]@#]*$|\\[\p{L}\p{N}]*$/iu;
// The target of a link, a reference or a footnote that is being written.
const LINK_TARGET = /\]\([^()]*$|\[\[[^[\]]*$|\[\^[^[\]]*$|<[a-z/!][^<>]*$/iu;

/**
 * Whether the end of a line looks like an address, code or the target of a link that is not closed
 * yet, so that its language does not know it as one.
 *
 * @param before the line up to the caret
 */
export function isWithinUnclosedMarkup(before: string): boolean {
  const backticks = before.split('`').length - 1;
  const end = before.slice(-LONGEST_ADDRESS);
  return backticks % 2 === 1 || ADDRESS.test(end) || LINK_TARGET.test(end);
}

/** Made on first use, as each needs the table of all units. */
const readers = lazy(() => ({ formReader: new WordReader(), typedReader: new WordReader() }));

/**
 * What of a form is still to be typed: the words of `typed` begin words of it, in this order; the
 * earlier ones whole or with so many letters that they can mean nothing else. `undefined` when they
 * do not. "istanbul coop" leaves "eration Initiative" of "Istanbul Cooperation Initiative".
 */
export function restOfForm(form: string, typed: string): string | undefined {
  const { formReader, typedReader } = readers();
  typedReader.start(typed);
  formReader.start(form);
  let end = 0;
  let hasWord = typedReader.next();
  while (hasWord) {
    const { word } = typedReader;
    const isLast = typedReader.to === typed.length;
    const least = isLast ? 1 : SHORTENED;
    let matched: number | undefined;
    while (matched === undefined && formReader.next()) {
      matched = matchedEnd(formReader, word, least);
    }
    if (matched === undefined) {
      return undefined;
    }
    end = matched;
    hasWord = typedReader.next();
  }
  return form.slice(end);
}

/** Where in the form the word that `reader` stands on stops to be what was typed of it. */
function matchedEnd(reader: WordReader, typed: string, least: number): number | undefined {
  const { word, from, to } = reader;
  const answers = (spelling: string): boolean =>
    spelling.startsWith(typed) && (typed.length >= least || spelling.length === typed.length);
  if (answers(word)) {
    // Units and folded letters do not always go one to one; then the word counts as typed.
    return to - from === word.length ? from + typed.length : to;
  }
  return spellingVariants(word).some(answers) ? to : undefined;
}
