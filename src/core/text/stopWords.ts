/**
 * Words that only join others or ask: articles, pronouns, prepositions, auxiliaries, question
 * words. After the lists common in English retrieval (Fox 1989), in canonical form ("one" is "1");
 * without "us", which in these texts is the United States.
 */
const FUNCTION_WORDS = wordSet(
  'a about after all also although am an and any are as at be because been before being both but ' +
    'by can could did do does doing done during each either even every for from had has have having ' +
    'he her here hers him his how however i if in into is it its itself may me might must my no nor ' +
    'not of off on only onto or our ours own per please shall she should since so some ' +
    'still such than that thats the their theirs them then there these they this those though ' +
    'through to too toward until up upon very via was we well were what whats when where whether ' +
    'which while who whom whos whose why will with within without would yes yet you your yours 1',
);

/** Words of little content, which a question may use for many others. */
const LIGHT_WORDS = wordSet(
  'again became become becomes came come comes ever exactly gave get gets give gives given go goes ' +
    'going got just kind let like long look looking made make makes making many mean means meant ' +
    'mere merely more most much now other others out over quite rather really said same say says saw see seem seems seen something ' +
    'sort sure take taken takes taking tell thing things think thus took try under use used using ' +
    'want wants way ways',
);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Whether a word only refines what other words find. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

/** Whether a word tells less than its rarity suggests. */
export function isLightWord(word: string): boolean {
  return LIGHT_WORDS.has(word);
}
