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
  ...['keineswegs', 'keinerlei', 'nirgends', 'nirgendwo'],
  // Others that are spelt as no other word is: Dutch, the Nordic ones, Spanish, Portuguese, Italian,
  // Russian. "Sin" and "mai" are words of other languages.
  ...['niet', 'niets', 'niemand', 'geen', 'nooit', 'nergens', 'nauwelijks', 'zonder'],
  ...[
    'inte',
    'ikke',
    'ikkje',
    'ingen',
    'inget',
    'intet',
    'aldrig',
    'aldri',
    'uden',
    'uten',
    'utan',
  ],
  ...['nunca', 'tampoco', 'ningún', 'ninguna', 'nadie', 'não', 'nem', 'nenhum', 'nenhuma'],
  ...['ninguém', 'nessun', 'nessuna', 'nessuno', 'senza'],
  ...['не', 'нет', 'ни', 'никогда', 'никто', 'ничего', 'нельзя', 'без'],
]);
/** "Hasn't", German "keinen", French "n'est", and Korean words that begin with a negation; "없애" abolishes. */
const NEGATION =
  /^(?:\p{L}+n't|kein(?:e[mnrs]?)?|n'\p{L}+|안|못|(?:않|못[하한할했]|아[니닌]|없(?![애앤앨앱앴]))\p{L}*)$/u;

/** Japanese verbs and adjectives that deny: "〜ない", "〜なかった", "〜ません", "〜せず", and not "少ない". */
const JAPANESE = [
  ['な', 'い'],
  ['な', 'か', 'っ'],
  ['な', 'く'],
  ['ま', 'せ', 'ん'],
  ['せ', 'ず'],
] as const;
const BEFORE_OTHER_NAI = /^[少危]$/u;

const NOT_ONLY = /^(?:not|nicht|non|pas) (?:only|nur|seulement)$/;
/** What affirms, though one of its words denies. */
const AFFIRMS =
  /^(?:no (?:doubt|fewer|less|wonder)|not least|without (?:doubt|question)|sans doute|ohne zweifel)$/;
/** Before "pas", which is a step then. */
const BEFORE_STEP = /^(?:au|ce|chaque|des?|du|faux|grand|le|les|petit|premier|second|un)$/;
/** Of "No. XIV", "No. V", "No. A-5"; "No I" is a sentence. */
const ROMAN_NUMBER = /^(?:[IVXLC]{2,}|[VX])$/;
const LETTER_OF_NUMBER = /^\p{Lu}$/u;

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
    // "Not only" says both.
    const saysBoth = NOT_ONLY.test(`${key} ${keyAt(at + 1)}`);
    const isBoth = saysBoth || NOT_ONLY.test(`${keyAt(at - 1)} ${key}`);
    const isStep = key === 'pas' && BEFORE_STEP.test(keyAt(at - 1));
    const isNumber = key === 'no' && isNumberAt(words, at + 1);
    const affirms = AFFIRMS.test(`${key} ${keyAt(at + 1)}`);
    return isBoth || isStep || isNumber || affirms ? undefined : { first: at, last: at };
  }
  const form = JAPANESE.find((units) =>
    units.every((unit, index) => words[at + index]?.word.key === unit),
  );
  return form === undefined || BEFORE_OTHER_NAI.test(words[at - 1]?.word.key ?? '')
    ? undefined
    : { first: at, last: at + form.length - 1 };
}

function isNumberAt(words: readonly StretchWord[], at: number): boolean {
  const [key = '', next = ''] = [words[at]?.word.key, words[at + 1]?.word.key];
  const isLettered = LETTER_OF_NUMBER.test(key) && words[at + 1]?.word.isJoined && /^\d/.test(next);
  return /^\d/.test(key) || ROMAN_NUMBER.test(key) || isLettered === true;
}

/**
 * Whether the negation at a word bears on the next word alone, which a hyphen joins to it: "non-binding",
 * "no-fly zone", "not-for-profit".
 */
export function isPrefix(words: readonly StretchWord[], at: number): boolean {
  const key = words[at]?.word.key.toLowerCase() ?? '';
  return PREFIXES.has(key) && words[at + 1]?.word.isJoined === true;
}

const PREFIXES: ReadonlySet<string> = new Set(['no', 'non', 'not']);

/** @param key of a word, as quotations are compared by it */
export function isNegation(key: string): boolean {
  const word = key.toLowerCase();
  return NEGATIONS.has(word) || NEGATION.test(word);
}
