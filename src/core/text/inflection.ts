/**
 * English plurals and singulars by rule. A wrong guess makes a word that no text has ("seriess",
 * "allie"); what would make a real one of another meaning is left out ("news" has no "new").
 * Irregular plurals are given as aliases of a term.
 */

// Plural in form, and another word or none without the s.
const NO_SINGULAR =
  /^(?:arms|customs|goods|headquarters|means|news|series|species|works)$|(?:aeronaut|athlet|civ|dynam|econom|electron|eth|linguist|logist|mathemat|phys|polit|robot)ics$/;

/**
 * The other number of a noun: plurals of a singular, singulars of a plural; more than one where
 * the spelling leaves it open, none where there is nothing to say.
 * @param word lower-case, without diacritics
 */
export function otherNumbers(word: string): readonly string[] {
  if (!/^\d*[a-z][a-z0-9]*$/.test(word) || word.length < 2) {
    return [];
  }
  return word.endsWith('s') ? otherNumbersOfS(word) : pluralsOf(word);
}

/** As `otherNumbers`, for a name that is no plural even if it ends like one: "Netherlands". */
export function pluralsOfName(word: string): readonly string[] {
  return word.endsWith('s') ? [] : otherNumbers(word);
}

/**
 * The other number of an acronym: an s more, or one less where it was written small ("EDTs").
 * @param word lower-case
 * @param smallS whether its last letter is a small s
 */
export function otherNumbersOfAcronym(word: string, smallS: boolean): readonly string[] {
  return smallS ? [word.slice(0, -1)] : word.endsWith('s') ? [] : [`${word}s`];
}

function pluralsOf(word: string): readonly string[] {
  if (/[^aeiou]y$/.test(word)) {
    return [`${word.slice(0, -1)}ies`];
  }
  if (/(?:x|z|ch|sh)$/.test(word)) {
    return [`${word}es`];
  }
  if (/[^aeiou]o$/.test(word)) {
    return [`${word}s`, `${word}es`];
  }
  return word.endsWith('ese') ? [] : [`${word}s`];
}

function otherNumbersOfS(word: string): readonly string[] {
  if (NO_SINGULAR.test(word)) {
    return [];
  }
  if (/(?:ss|us)$/.test(word)) {
    return [`${word}es`];
  }
  if (word.endsWith('sis')) {
    return [`${word.slice(0, -2)}es`];
  }
  if (word.endsWith('is') || word.length < 4) {
    return [];
  }
  if (/[^aeiou]ies$/.test(word)) {
    // "allies", but "ties".
    return [word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)];
  }
  if (/(?:ss|x|zz|sh)es$|..[^aeiou]oes$/.test(word)) {
    return [word.slice(0, -2)];
  }
  if (/ches$|...uses$/.test(word)) {
    // "matches" and "caches", "viruses" and "causes".
    return [word.slice(0, -2), word.slice(0, -1)];
  }
  return [word.slice(0, -1)];
}
