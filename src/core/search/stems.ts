import { stemmer } from 'stemmer';

/**
 * What inflections and derivations of a word share: the Porter stem of the word, of an adverb in -ly
 * that of its adjective; but for families of words that Porter takes for one though they mean
 * different things.
 */
export function stemOf(word: string): string {
  // Numbers, and words of other scripts, have no ending that Porter knows.
  if (!ENDS_IN_LETTER.test(word)) {
    return word;
  }
  const base = adjectiveOf(word);
  const stem = stemmer(base);
  const family = FAMILIES.get(stem)?.find((ending) => base.startsWith(ending, stem.length));
  return family === undefined ? stem : `${stem} ${family}`;
}

const ENDS_IN_LETTER = /[a-z]$/;

/** What an adverb is of ("deep" of "deeply"); any other word as it is. */
function adjectiveOf(word: string): string {
  if (!word.endsWith('ly')) {
    return word;
  }
  return word.replace(IN_ILY, 'y').replace(IN_LY, '');
}

/**
 * Porter keeps -ly behind most letters, and takes it off too late behind others ("constitutionally").
 * Behind these it makes adverbs: those of his second stemmer, which sees to "family" and "supply" in
 * the same way, and some endings with a p or f.
 */
const IN_LY = /(?<=.{3}[cdghkmnrt]|.{3}al|.ful|.[eo][su]s|.(?:ea|ee|r|s)p|.ief)ly$/;
const IN_ILY = /(?<=.{3}[^aeiou])ily$/;

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
