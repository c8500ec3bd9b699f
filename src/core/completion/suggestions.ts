import type { KnownTerm } from '../terms/knownTerm';
import type { NameIndex, NameMatch } from '../terms/nameIndex';
import { capitalised, isSentenceStart } from './letterCase';
import { isSpelledOut } from './spelledOut';
import { phraseStarts, restOfForm } from './typedPhrase';

/** What may be written at a caret in place of what has been typed. */
export interface Suggestion {
  /** Where the typed text begins that it replaces: an offset in the line. */
  readonly start: number;
  /** What it is known by in a list. */
  readonly label: string;
  /** What is written. Differs from the label where a name is deprecated. */
  readonly text: string;
  /** The typed text and what is left of the form that answers to it: what an editor may filter by. */
  readonly filter: string;
  /** The other form by which a reader knows the term; may be empty. */
  readonly detail: string;
  readonly isDeprecated: boolean;
  /** The terms that have this form, nearest first. */
  readonly terms: readonly KnownTerm[];
}

/** What has to be known of a place in a note. */
export interface CaretContext {
  /** The text up to the caret, or as much of its end as shows how the sentence before ended. */
  readonly before: string;
  /** What the text up to the caret has in brackets; see `bracketed`. */
  readonly bracketed: ReadonlySet<string>;
  /** How many characters must have been typed; with none, all terms are listed where no word is begun. */
  readonly least: number;
}

/** A match, with the typed text that it answers to. */
interface Answer extends NameMatch {
  readonly start: number;
  readonly typed: string;
  readonly rest: string;
}

/**
 * The terms that a writer may mean, best first as `NameIndex.find` has it, deprecated names last.
 * Where a term has been introduced with its abbreviation, the name offers the abbreviation first;
 * where it has not, each of them is followed by both together. Another name of a term leads to what
 * the term is called: behind it, or before it once all of it has been typed.
 *
 * @param limit at most so many
 */
export function suggestTerms(
  index: NameIndex,
  context: CaretContext,
  limit: number,
): readonly Suggestion[] {
  const suggestions = new Map<string, Suggestion>();
  for (const { start, answers } of answersByStart(index, context, limit)) {
    const adapt = caseAt(context.before, start);
    for (const suggestion of answers.flatMap((answer) => suggestionsOf(answer, context, adapt))) {
      const wording = suggestion.label.toLowerCase();
      const known = suggestions.get(wording);
      suggestions.set(wording, known ? withTerms(known, suggestion.terms) : suggestion);
    }
  }
  // A name that is to be written no more, with nothing in its place, keeps others of that wording away.
  const all = [...suggestions.values()].filter(({ text }) => text !== '');
  return [
    ...all.filter(({ isDeprecated }) => !isDeprecated),
    ...all.filter(({ isDeprecated }) => isDeprecated),
  ].slice(0, limit);
}

/** Few names begin with an article, but nearly all may stand behind one. */
const ARTICLE = /^(?:the|an?)(?![\p{L}\p{M}\p{N}])/iu;

/**
 * Those to the longest phrase that has any: the shorter ones are its end, unless the phrase begins
 * with an article. All terms only where no phrase has any and a list is there because it was asked for: behind a blank or at the start of a line.
 */
function* answersByStart(
  index: NameIndex,
  { before, least }: CaretContext,
  limit: number,
): Generator<{ readonly start: number; readonly answers: readonly Answer[] }> {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  for (const start of phraseStarts(line)) {
    const typed = line.slice(start);
    if (typed !== '' && typed.length < least) {
      continue;
    }
    const answers = index.find(typed, limit).flatMap((match) => {
      const rest = restOfForm(match.form, typed);
      return rest === undefined ? [] : [{ ...match, start, typed, rest }];
    });
    yield { start, answers };
    if (answers.length > 0 && !ARTICLE.test(typed)) {
      return;
    }
  }
}

function suggestionsOf(
  { term, form, start, typed, rest }: Answer,
  context: CaretContext,
  adapt: (form: string, term: KnownTerm) => string,
): readonly Suggestion[] {
  const { name, abbreviation, status, use = '' } = term;
  const common = { start, filter: typed + rest, terms: [term] };
  if (status === 'deprecated') {
    const text = use === '' ? '' : adapt(use, term);
    return [{ ...common, label: form, text, detail: use, isDeprecated: true }];
  }
  const suggest = (text: string, detail: string): Suggestion => {
    return { ...common, label: text, text, detail, isDeprecated: false };
  };
  const named = (): readonly Suggestion[] => {
    const own = suggest(adapt(name, term), abbreviation ?? '');
    if (abbreviation === undefined) {
      return [own];
    }
    return isSpelledOut(term, context.bracketed)
      ? [suggest(abbreviation, name), own]
      : [own, suggest(`${adapt(name, term)} (${abbreviation})`, '')];
  };
  if (form === name) {
    return named();
  }
  const own = suggest(adapt(form, term), name);
  if (form !== abbreviation) {
    return rest === '' ? [...named(), own] : [own, ...named()];
  }
  return isSpelledOut(term, context.bracketed)
    ? [own]
    : [own, suggest(`${adapt(name, term)} (${abbreviation})`, '')];
}

/** How a form is written where `start` is: small letters begin with a capital where the typed text does or must. */
function caseAt(before: string, start: number): (form: string, term: KnownTerm) => string {
  const offset = before.lastIndexOf('\n') + 1 + start;
  const isCapital =
    /^\p{Lu}/u.test(before.slice(offset)) || isSentenceStart(before.slice(0, offset));
  return (form, term) => (isCapital && term.case !== 'exact' ? capitalised(form) : form);
}

function withTerms(suggestion: Suggestion, terms: readonly KnownTerm[]): Suggestion {
  return { ...suggestion, terms: [...new Set([...suggestion.terms, ...terms])] };
}
