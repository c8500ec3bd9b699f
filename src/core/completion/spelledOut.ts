import type { KnownTerm } from '../terms/knownTerm';

// As long as a name may be; what is longer is a remark.
const IN_BRACKETS = /[(（]([^()（）\n]{1,80})[)）]/gu;
const MARKS = /^[\s*_~`"'“‘]*(?:the\s+)?|(?<![\s*_~`"'”’])[\s*_~`"'”’]+$/giu;

/**
 * What stands in round brackets in a text, in the pieces that commas and semicolons part: where a
 * short form and its long one are introduced, one of them stands there. Wide enough not to spell
 * out twice what a writer has introduced in some other way, such as "(ICI, since 2004)".
 */
export function bracketed(text: string): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const [, inside = ''] of text.matchAll(IN_BRACKETS)) {
    for (const piece of inside.split(/[,;]/)) {
      pieces.add(piece.replace(MARKS, ''));
    }
  }
  return pieces;
}

/** Whether a text that has these pieces in brackets has given the abbreviation with the name. */
export function isSpelledOut(term: KnownTerm, pieces: ReadonlySet<string>): boolean {
  const { name, abbreviation } = term;
  return abbreviation !== undefined && (pieces.has(abbreviation) || pieces.has(name));
}
