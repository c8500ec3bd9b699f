import type { Span } from '../model';
import { endsInAbbreviation } from './sentences';

/** What stands before or behind a phrase and is none of it: blanks, quotation marks, emphasis, dashes, punctuation. */
const LOOSE = /[\s"'“”‘’„‚«»‹›「」『』*_`~,;:!?、。，！？…|/\\•·\p{Pd}]/u;
/** Before it alone: signs of headings and block quotations. */
const LOOSE_BEFORE = /[#>.]/;

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['（', '）'],
]);
const BRACKETS = /[()[\]{}（）]/;

/** In UTF-16 units; longer than any abbreviation. */
const LONGEST_WORD = 32;

/**
 * Where the words of a selection stand: without the blanks, marks and brackets around them that
 * belong to the sentence. Brackets of its own stay ("lamp (at night)"), and so does the full stop of
 * an abbreviation. Empty when nothing is left.
 */
export function phraseSpan(text: string): Span {
  const partners = bracketPartners(text);
  let start = 0;
  let end = text.length;
  const isWithin = (i: number | undefined) => i !== undefined && i >= start && i < end;
  const isLoose = (i: number) => {
    const sign = text.charAt(i);
    return LOOSE.test(sign) || (BRACKETS.test(sign) && !isWithin(partners.get(i)));
  };
  while (start < end) {
    const last = end - 1;
    if (isLoose(start) || LOOSE_BEFORE.test(text.charAt(start))) {
      start++;
    } else if (isLoose(last) || isFullStop(text.slice(Math.max(start, end - LONGEST_WORD), end))) {
      end--;
    } else if (partners.get(start) === last) {
      start++;
      end--;
    } else {
      break;
    }
  }
  return { start, end };
}

/** Whether a text ends with the full stop of a sentence. */
function isFullStop(text: string): boolean {
  return text.endsWith('.') && !endsInAbbreviation(text);
}

/** For the place of each bracket that has one, that of its partner. */
function bracketPartners(text: string): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (CLOSING.has(sign)) {
      open.push(i);
      continue;
    }
    const opener = open.at(-1);
    if (opener !== undefined && CLOSING.get(text.charAt(opener)) === sign) {
      open.pop();
      partners.set(opener, i).set(i, opener);
    }
  }
  return partners;
}
