import type { Span } from '../model';
import type { CapitalWord } from './capitalWords';
import { longFormStart } from './longForm';

/** A place where a note says what an acronym stands for: "Long Name (LN)", "Long Name [LN]". */
export interface Introduction {
  readonly acronym: string;
  /** The acronym there. */
  readonly use: CapitalWord;
  /** The long form; absent where the acronym stands in brackets behind something else. */
  readonly longForm?: Span;
  /** From the end of the long form to behind the bracket, if the bracket holds the acronym alone. */
  readonly bracket?: Span;
}

/** How far back a long form is looked for, in UTF-16 units. */
const MOST_LONG_FORM_UNITS = 300;

/** UTF-16 units between a bracket and the acronym in it, as in "(hereafter “". */
const FARTHEST_BRACKET = 100;

const OPENS_BRACKET =
  /([\p{L}\p{N})])([*_”"’'»}\]]*(?:\]\([^()\s]{1,200}\))?)\s{1,3}[([]\[?((?:the|or|hereafter|henceforth|abbreviated(?: as)?)\s)?["“‘'*_]*$/u;
/** The same where the bracket says something else before: the name in another language, say. */
const OPENS_LONGER_BRACKET =
  /([\p{L}\p{N})])([*_”"’'»}\]]*)\s{1,3}\([^()[\]\n]{1,80}[,;、，；]\s{0,2}["“‘'*_]*$/u;
const CLOSES_BRACKET =
  /^["”’'*_]*(?:\s(?:[IVX]+|\d+))?(?:[)\],;:]|\s(?:[–—-]|(?:for|in) short)(?![\p{L}\p{N}]))/u;
const APPOSITION =
  /,?\s(?:or|also known as|known as|called|abbreviated(?: as| to)?|in short|hereafter|short for)\s(?:the\s)?["“‘'*_]*$/u;
/** What is named like this has been described before, in whatever words. */
const NAMING =
  /(?:(?:known|referred to|abbreviated)(?: collectively)? as|called|dubbed|(?:hereafter|henceforth),?)\s(?:the\s)?["“‘'*_]*$/u;
const BRACKET_BEHIND = /^(?:['’]s)?["”’*_]*\s?[([]([^()[\]]{3,200})[)\]]/u;
const STANDS_FOR = /^["”’'*_]*(?:,|\s(?:stands for|is short for|means|for)|\s[–—=-])\s/u;
/** A long form does not reach across these. */
const BORDER = /[.!?;:]\s|\n[^\S\n]*\n|[()]/gu;

/**
 * What a word of capitals introduces; `undefined` when nothing there says what it stands for. Looks
 * no further than some hundred units around.
 */
export function introductionAt(text: string, use: CapitalWord): Introduction | undefined {
  return inBracket(text, use) ?? beforeLongForm(text, use) ?? inApposition(text, use);
}

function inBracket(text: string, use: CapitalWord): Introduction | undefined {
  const from = Math.max(0, use.start - MOST_LONG_FORM_UNITS);
  const before = text.slice(from, use.start);
  // The end first, which is looked at in one place only.
  const isClosed = CLOSES_BRACKET.test(text.slice(use.end, use.end + 12));
  const mayOpen = isClosed && /[([]/.test(before.slice(-FARTHEST_BRACKET));
  if (!mayOpen) {
    return undefined;
  }
  const only = OPENS_BRACKET.exec(before);
  const opening = only ?? OPENS_LONGER_BRACKET.exec(before);
  if (opening === null) {
    return undefined;
  }
  const { acronym } = use;
  const longForm = longFormBefore(text, from, from + opening.index + 1, acronym);
  if (longForm === undefined) {
    // One of several that stand in a bracket is explained by nothing but its own long form.
    return only === null ? undefined : { acronym, use };
  }
  const marks = opening[2] ?? '';
  const alone =
    text.startsWith(' (', longForm.end) &&
    /^\)(?![\p{L}\p{N}/-]|\s?\()/u.test(text.slice(use.end, use.end + 3));
  return alone && marks === '' && use.start === longForm.end + 2
    ? { acronym, use, longForm, bracket: { start: longForm.end, end: use.end + 1 } }
    : { acronym, use, longForm };
}

/** The long form that ends at `end`. */
function longFormBefore(
  text: string,
  from: number,
  end: number,
  acronym: string,
): Span | undefined {
  let border = from;
  for (const match of text.slice(from, end).matchAll(BORDER)) {
    border = from + match.index + match[0].length;
  }
  const start = longFormStart(text.slice(border, end), acronym);
  return start < 0 ? undefined : { start: border + start, end };
}

/** "LN (Long Name)", "LN, the Long Name", "LN – Long Name". */
function beforeLongForm(text: string, use: CapitalWord): Introduction | undefined {
  const behind = text.slice(use.end, use.end + MOST_LONG_FORM_UNITS);
  const bracket = BRACKET_BEHIND.exec(behind)?.[1];
  const named = STANDS_FOR.exec(behind);
  const said = bracket ?? (named === null ? undefined : behind.slice(named[0].length));
  if (said === undefined) {
    return undefined;
  }
  const words = said.split(/\s+/u).slice(0, 2 * use.acronym.length + 1);
  // The shortest beginning that has all letters.
  for (let count = 2; count <= words.length; count++) {
    const name = words
      .slice(0, count)
      .join(' ')
      .replace(/(?<!\p{P})\p{P}+$/u, '');
    const start = longFormStart(name, use.acronym);
    if (start === 0 || (start > 0 && /^(?:the|an?|or|formerly)\s$/iu.test(name.slice(0, start)))) {
      return { acronym: use.acronym, use };
    }
  }
  return undefined;
}

/** "Long Name, or LN". */
function inApposition(text: string, use: CapitalWord): Introduction | undefined {
  const from = Math.max(0, use.start - MOST_LONG_FORM_UNITS);
  const before = text.slice(from, use.start);
  const apposition = APPOSITION.exec(before);
  if (apposition === null) {
    return undefined;
  }
  const longForm = longFormBefore(text, from, from + apposition.index, use.acronym);
  const { acronym } = use;
  return longForm ? { acronym, use, longForm } : NAMING.test(before) ? { acronym, use } : undefined;
}
