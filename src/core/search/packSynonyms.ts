import type { Catalog } from '../packs/catalog';
import { entryNames } from './packIndex';
import { PLACE_WORDS, RELATED_WORDS, WORD_FORMS } from './relatedWords';
import { SynonymRings } from './synonyms';
import { EXPANSION } from './weights';

/** The names of each term and partner, which find each other, and words that mean nearly the same. */
export function packSynonyms(catalog: Catalog): SynonymRings {
  const synonyms = new SynonymRings();
  for (const entry of [...catalog.all('term'), ...catalog.all('partner')]) {
    synonyms.add(entryNames(entry), EXPANSION.synonym);
  }
  WORD_FORMS.forEach((words) => synonyms.add(words, EXPANSION.stem));
  PLACE_WORDS.forEach((words) => synonyms.add(words, EXPANSION.place));
  RELATED_WORDS.forEach((words) => synonyms.add(words.flatMap(formsOf), EXPANSION.related));
  return synonyms;
}

/** A word with those of its forms that no suffix rule finds ("began" of "begin"). */
function formsOf(word: string): readonly string[] {
  return [word, ...WORD_FORMS.filter((forms) => forms.includes(word)).flat()];
}
