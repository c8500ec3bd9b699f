import { stemmer } from 'stemmer';

/**
 * What inflections and derivations of a word share: its Porter stem, but for families of words that
 * Porter takes for one though they mean different things.
 */
export function stemOf(word: string): string {
  // Numbers, and words of other scripts, have no ending that Porter knows.
  if (!ENDS_IN_LETTER.test(word)) {
    return word;
  }
  const stem = stemmer(word);
  const family = FAMILIES.get(stem)?.find((ending) => word.startsWith(ending, stem.length));
  return family === undefined ? stem : `${stem} ${family}`;
}

const ENDS_IN_LETTER = /[a-z]$/;

/**
 * Stems of several families, with how the words of each family but one go on. Most are among the
 * exceptions of Porter's own second stemmer (https://snowballstem.org/algorithms/english/stemmer.html);
 * the others were met in texts of policy.
 */
const FAMILIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['author', ['it', 'iz']],
  ['civil', ['iz', 'is']],
  ['commun', ['ic', 'is', 'it']],
  ['execut', ['iv']],
  ['experi', ['m']],
  ['gener', ['at', 'ic', 'ou']],
  ['import', ['an']],
  ['inform', ['al']],
  ['intern', ['at']],
  ['new', ['s']],
  ['organ', ['ic', 'is', 'iz']],
  ['univers', ['it']],
]);
