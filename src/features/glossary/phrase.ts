import { capitalWords, isAcronymForm } from '../../core/checks/capitalWords';
import { longFormStart } from '../../core/checks/longForm';
import { phraseSpan } from '../../core/text/phraseSpan';

/** What is known of a term before anybody has been asked. */
export interface TermDraft {
  readonly name: string;
  readonly abbreviation?: string;
  readonly definition?: string;
}

/** Longer stretches of text are no names. */
const MAX_LENGTH = 120;
const MAX_WORDS = 8;

/**
 * A selected stretch of text as the name of a term; `undefined` when it cannot be one: no letter,
 * more than eight words, or parts of two paragraphs.
 */
export function phraseOf(selection: string): string | undefined {
  if (selection.length > MAX_LENGTH || /\n[ \t]*\r?\n/.test(selection)) {
    return undefined;
  }
  const { start, end } = phraseSpan(selection);
  const phrase = selection.slice(start, end).replace(/\s+/gu, ' ');
  const words = phrase.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word));
  return /\p{L}/u.test(phrase) && words.length <= MAX_WORDS ? phrase : undefined;
}

/** Parts "Istanbul Cooperation Initiative (ICI)", either way round, into a name and its abbreviation. */
export function splitAbbreviation(phrase: string): TermDraft {
  const [first, second] = besideBrackets(phrase.trim()) ?? [];
  if (first !== undefined && second !== undefined) {
    if (isAcronymForm(second)) {
      return { name: first, abbreviation: second };
    }
    if (isAcronymForm(first)) {
      return { name: second, abbreviation: first };
    }
  }
  return { name: phrase.trim() };
}

/** What stands before the brackets at the end of a line, and in them; `undefined` without either. */
function besideBrackets(line: string): readonly [before: string, within: string] | undefined {
  const open = line.lastIndexOf('(');
  const before = line.slice(0, Math.max(0, open)).trimEnd();
  const within = line.slice(open + 1, -1).trim();
  const isOneLine = !/[\n\r\u2028\u2029]/.test(before);
  return line.endsWith(')') && isOneLine && before !== '' && within !== '' && !within.includes(')')
    ? [before, within]
    : undefined;
}

/** The same again as one text. */
export function joinAbbreviation({ name, abbreviation }: TermDraft): string {
  return abbreviation === undefined ? name : `${name} (${abbreviation})`;
}

/** The acronym of a line that holds the character at an offset or ends there, as a span with its text. */
export function acronymAt(
  line: string,
  offset: number,
): { readonly start: number; readonly end: number; readonly acronym: string } | undefined {
  return capitalWords(line).find(({ start, end }) => start <= offset && offset <= end);
}

/**
 * What a note says an acronym stands for: the long form before the first "(XYZ)". Just the acronym
 * when it is not spelled out.
 */
export function draftOfAcronym(text: string, acronym: string): TermDraft {
  const at = text.indexOf(`(${acronym})`);
  const before = text.slice(Math.max(0, at - MAX_LENGTH), Math.max(0, at));
  const sentence = (/(?<![^\n.;:()])[^\n.;:()]*$/.exec(before.trimEnd())?.[0] ?? '').trim();
  const start = longFormStart(sentence, acronym);
  const name = start === -1 ? undefined : phraseOf(sentence.slice(start));
  return name === undefined ? { name: acronym } : { name, abbreviation: acronym };
}

/** The draft that a command's argument holds, which may come from a link; nothing that is not a text. */
export function draftOfArgument(argument: unknown): Partial<TermDraft> {
  const fields = (argument ?? {}) as Readonly<Record<string, unknown>>;
  const draft: { -readonly [Key in keyof TermDraft]?: TermDraft[Key] } = {};
  for (const key of ['name', 'abbreviation', 'definition'] as const) {
    const value = fields[key];
    if (typeof value === 'string' && value.trim() !== '') {
      draft[key] = value.trim();
    }
  }
  return draft;
}
