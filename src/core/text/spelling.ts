import { lazy } from '../../util/lazy';

/**
 * British and American spellings of one word. Terms and search both use this list, so that
 * "defence" finds "defense" wherever it is asked for.
 *
 * Each rule swaps a few letters in a stated surrounding, both ways. The surroundings are the closed
 * lists that dictionaries give, since open patterns do harm ("four", "filling", "genre"); only the
 * ending -ise is open. A word that is not spelt in two ways may come out as no word at all
 * ("promise" gives "promize"): harmless, as both sides of a comparison go through the same rules.
 */
interface SpellingRule {
  readonly before: string;
  readonly british: string;
  readonly american: string;
  readonly after: string;
  /** Every word that the rule changes has one of these. */
  readonly stems: readonly string[];
  readonly toAmerican: () => RegExp;
  readonly toBritish: () => RegExp;
}

/**
 * Swaps `british` and `american` between `before` and `after`, which are regular expressions. These
 * are made when a word first needs them: compiling all of them takes longer than all else that a
 * first hover does.
 */
function swap(
  before: string,
  british: string,
  american: string,
  after: string,
  stems: readonly string[] = [''],
): SpellingRule {
  return {
    before,
    british,
    american,
    after,
    stems,
    toAmerican: lazy(() => new RegExp(`(?<=${before})${british}(?=${after})`)),
    toBritish: lazy(() => new RegExp(`(?<=${before})${american}(?=${after})`)),
  };
}

/** The word with the first place swapped that the rule is about. */
function swapped(word: string, rule: SpellingRule, to: 'american' | 'british'): string {
  const from = to === 'american' ? rule.british : rule.american;
  return rule.stems.some((stem) => word.includes(stem + from))
    ? word.replace(to === 'american' ? rule.toAmerican() : rule.toBritish(), rule[to])
    : word;
}

const PREFIXES =
  'anti|centi|co|counter|demi|dis|epi|ex|im|inter|kilo|micro|milli|mis|non|out|over|para|pre|re|' +
  'semi|sub|trans|ultra|un|under';

const ANY_PREFIX = `^(?:${PREFIXES})?`;

/** The same for words that begin with one of `stems`, or with a prefix before it. */
function swapAfter(stems: string, british: string, american: string, after: string) {
  return swap(`${ANY_PREFIX}(?:${stems})`, british, american, after, stems.split('|'));
}

const DOUBLING_L =
  'barrel|bevel|cancel|channel|chisel|counsel|dial|duel|equal|fuel|funnel|gravel|initial|jewel|' +
  'label|level|libel|marshal|marvel|medal|model|panel|parcel|pedal|pencil|quarrel|rival|shovel|' +
  'signal|spiral|swivel|total|towel|travel|tunnel|unravel';

const OUR =
  'arb|ard|arm|behavi|cand|clam|col|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|' +
  'ranc|rig|rum|savi|sav|splend|tum|val|vap|vig';

// Three letters before the ending, so that "rise", "wise" and "prise" (not "prize") stay.
const ISE = swap(
  '[a-z]{3}',
  'is',
  'iz',
  '(?:e|ed|er|ers|es|ing|able|ability|ation|ations|ational)$',
);

const STEM_RULES: readonly SpellingRule[] = [
  swapAfter('pract', 'is', 'ic', '(?:e|ed|es|ing)$'),
  swapAfter('advis', 'e', 'o', 'rs?$'),
  swapAfter('anal|catal|dial|electrol|hydrol|paral|psychoanal', 'ys', 'yz', '(?:e|ed|er|es|ing)$'),
  swapAfter(OUR, 'our', 'or', ''),
  swapAfter('calib|cent|fib|lit|lust|meag|met|sab|scept|somb|spect|theat', 're', 'er', 's?$'),
  swapAfter('calib|cent|lust', 'r', 'er', '(?:ed|ing)$'),
  swapAfter('def|lic|off|pret', 'ence', 'ense', ''),
  swapAfter('anal|catal|dial|epil|monol|prol', 'ogue', 'og', 's?$'),
  swapAfter('catal', 'ogu', 'og', '(?:ed|ing|er|ers)$'),
  swapAfter('gram|program', 'me', '', 's?$'),
  swapAfter(DOUBLING_L, 'l', '', '(?:ed|er|ers|ing|ings|ist|ists|or|ors|ous)$'),
  swapAfter('wool', 'l', '', 'en'),
  swapAfter('jewel', 'le', '', 'ry$'),
  swapAfter('disti|enro|fulfi|insti', 'l', 'll', '(?:s|ment|ments)?$'),
  swapAfter('insta', 'l', 'll', 'ments?$'),
  swapAfter('ski|wi', 'l', 'll', 'ful'),
  swapAfter('man', 'oeuvre', 'euver', 's?$'),
  swapAfter('man', 'oeuvr', 'euver', '(?:ed|ing|able|ability)$'),
  swapAfter('p|encyclop|orthop', 'ae', 'e', 'd(?:ia|o)'),
  swapAfter('h', 'ae', 'e', 'm[ao]'),
  swapAfter('an', 'ae', 'e', 'sth'),
  swapAfter('an|leuk', 'ae', 'e', 'mi'),
  swapAfter('arch', 'ae', 'e', 'olog'),
  swapAfter('medi', 'ae', 'e', 'val'),
  swapAfter('f', 'oe', 'e', 't(?:us|al)'),
  swapAfter('a', 'ero', 'ir', 'planes?$'),
  swapAfter('alumin', 'i', '', 'um$'),
  swapAfter('art', 'e', 'i', 'facts?$'),
  swapAfter('ag', 'e', '', 'ing$'),
  swapAfter('abridg|acknowledg|judg', 'e', '', 'ment'),
  swapAfter('benefit|budget|target', 't', '', '(?:ed|ing)$'),
  swapAfter('focus', 's', '', '(?:ed|es|ing)$'),
  swapAfter('', 'e', 'i', 'nquir(?:e|ed|es|ies|ing|y)$'),
  swapAfter('gr', 'e', 'a', 'y(?:s|ed|er|ing|ish)?$'),
  swapAfter('m', 'ou', 'o', 'ld(?:s|ed|ing|y)?$'),
  swapAfter('pl', 'ough', 'ow', '(?:s|ed|ing)?$'),
  swapAfter('s', 'c', 'k', 'eptic'),
  swapAfter('sul', 'ph', 'f', '(?:at|id|ur)'),
  swapAfter('towar', 'ds', 'd', '$'),
];

// The closed lists first: "practise" and "adviser" are not the -ise of "organise".
const RULES: readonly SpellingRule[] = [...STEM_RULES, ISE];

// Most words are spelt in one way: two tests, one of them at the word's start alone, spare them the
// rules (0.4 instead of 3.4 microseconds a word).
const BRITISH_STEM = anyStem('british');
const AMERICAN_STEM = anyStem('american');
const BRITISH_ISE = new RegExp(ISE.british + ISE.after);
const AMERICAN_ISE = new RegExp(ISE.american + ISE.after);

function anyStem(side: 'british' | 'american'): RegExp {
  const rules = STEM_RULES.map(
    (rule) => rule.before.slice(ANY_PREFIX.length) + rule[side] + rule.after,
  );
  return new RegExp(`${ANY_PREFIX}(?:${rules.join('|')})`);
}

/**
 * The spelling under which British and American variants of a word meet: equal for "defence" and
 * "defense", "organisation" and "organization", "programme" and "program". A key to compare by,
 * not a text to show. Giving it its own answer changes nothing.
 * @param word lower-case, without diacritics
 */
export function americanSpelling(word: string): string {
  if (!BRITISH_STEM.test(word) && !BRITISH_ISE.test(word)) {
    return word;
  }
  let spelling = word;
  for (const rule of RULES) {
    spelling = swapped(spelling, rule, 'american');
  }
  return spelling;
}

/**
 * Every spelling that shares its `americanSpelling` with `word`, that key first. What is not
 * spelt in two ways has one. The rules are applied backwards, so no word list is needed.
 * @param word lower-case, without diacritics
 */
export function spellingVariants(word: string): readonly string[] {
  const key = americanSpelling(word);
  const variants = [key];
  if (!AMERICAN_STEM.test(key) && !AMERICAN_ISE.test(key)) {
    return variants;
  }
  // The list grows while it is walked: a word may have two places that are spelt in two ways.
  for (const known of variants) {
    for (const rule of RULES) {
      const variant = swapped(known, rule, 'british');
      if (!variants.includes(variant) && americanSpelling(variant) === key) {
        variants.push(variant);
      }
    }
  }
  return variants;
}
