import type { StretchWord } from './stretch';

/**
 * Words without which a sentence says the contrary, or takes for certain or for general what it does
 * not: negations, what makes an exception, what limits a permission, and what marks a claim as one
 * that others make. Words that soften or date ("may", "former") are none: leaving those out is what
 * an ellipsis is for.
 */
const NEGATIONS: ReadonlySet<string> = new Set([
  ...['not', 'cannot', 'no', 'never', 'none', 'nobody', 'nothing', 'nowhere', 'neither', 'nor'],
  ...['non', 'without', 'unless', 'except', 'hardly', 'scarcely', 'barely', 'rarely', 'seldom'],
  ...['only', 'alleged', 'allegedly', 'purported', 'purportedly', 'supposedly'],
  // French. "Plus", "rien" and "personne" mean other things without a "ne", which tells enough.
  ...['ne', 'pas', 'jamais', 'aucun', 'aucune', 'sans', 'sauf', 'ni'],
  // German. "Noch" is mostly "still".
  ...['nicht', 'nichts', 'nie', 'niemals', 'niemand', 'weder', 'ohne', 'außer', 'kaum', 'nur'],
  // Others that are spelt as no other word is: Dutch, the Nordic ones, Spanish, Portuguese, Russian.
  ...[
    'niet',
    'geen',
    'nooit',
    'zonder',
    'inte',
    'ikke',
    'ikkje',
    'aldrig',
    'aldri',
    'uden',
    'uten',
  ],
  ...['nunca', 'tampoco', 'ningún', 'ninguna', 'não', 'nem', 'не', 'нет', 'ни', 'никогда', 'без'],
]);
/** "Hasn't", German "keinen", French "n'est", and Korean words that begin with a negation. */
const NEGATION =
  /^(?:\p{L}+n't|kein(?:e[mnrs]?)?|n'\p{L}+|안|못|(?:않|못[하한할했]|아[니닌]|없)\p{L}*)$/u;

/** Japanese verbs and adjectives that deny: "〜ない", "〜なかった", "〜ません", and not "少ない". */
const JAPANESE = [
  ['な', 'い'],
  ['な', 'か', 'っ'],
  ['な', 'く'],
  ['ま', 'せ', 'ん'],
] as const;
const BEFORE_OTHER_NAI = /^[少危]$/u;

const NOT_ONLY = /^(?:not|nicht|non|pas) (?:only|nur|seulement)$/;

/** A negation among words of a source: where the first and the last of its words stand. */
export interface FoundNegation {
  readonly first: number;
  readonly last: number;
}

/** The negation that begins at a word of a stretch; undefined when none does. */
export function negationAt(words: readonly StretchWord[], at: number): FoundNegation | undefined {
  const keyAt = (index: number): string => words[index]?.word.key.toLowerCase() ?? '';
  const key = keyAt(at);
  if (isNegation(key)) {
    // "No. 12" is a number, and "not only" says both.
    const isNumber = key === 'no' && /^\d/.test(keyAt(at + 1));
    const saysBoth = NOT_ONLY.test(`${key} ${keyAt(at + 1)}`);
    const isBoth = saysBoth || NOT_ONLY.test(`${keyAt(at - 1)} ${key}`);
    return isNumber || isBoth ? undefined : { first: at, last: at };
  }
  const form = JAPANESE.find((units) =>
    units.every((unit, index) => words[at + index]?.word.key === unit),
  );
  return form === undefined || BEFORE_OTHER_NAI.test(words[at - 1]?.word.key ?? '')
    ? undefined
    : { first: at, last: at + form.length - 1 };
}

/** @param key of a word, as quotations are compared by it */
export function isNegation(key: string): boolean {
  const word = key.toLowerCase();
  return NEGATIONS.has(word) || NEGATION.test(word);
}
