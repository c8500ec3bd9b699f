import type { CslName } from '../../model';
import { bareLetters, personName, shortText } from './metadata';

/** Where names come from, and so how they are written. */
export type NameSource =
  /** A field for one name, or for names with semicolons between: "Okafor, Mina". */
  | 'catalogue'
  /** A field that people fill in as they like. */
  | 'field'
  /** A line that the page shows, which may say anything. */
  | 'byline';

/**
 * The people in what a page says of its authors: "By Mina Okafor and Jiro Tanaka", "Mina Okafor, Jiro
 * Tanaka", "Mina Okafor, senior fellow". What is no name is left out, and so are the names of the site
 * in `sites`.
 */
export function authorNames(
  values: readonly string[],
  source: NameSource,
  sites: readonly (string | undefined)[],
): readonly CslName[] {
  const seen = new Set(sites.map(bareLetters));
  const names: CslName[] = [];
  for (const value of values.slice(0, MOST_AUTHORS)) {
    for (const text of namesIn(shortText(value) ?? '', source)) {
      const name = personName(text);
      const letters = bareLetters(text);
      if (name !== undefined && letters !== '' && !seen.has(letters) && !NOBODY.test(text)) {
        seen.add(letters);
        names.push(name);
      }
    }
  }
  return names;
}

const MOST_AUTHORS = 200;
const LONGEST_NAME = 80;
const NOBODY = new RegExp(
  '^(?:admin|administrator|anonymous|author|autor|by|default|editor|editors|follow|guest|none|null|' +
    'posted|publisher|redaktion|root|staff|undefined|unknown|user|webmaster|wordpress ?admin|wp)$',
  'iu',
);
const BEFORE_NAMES =
  /^(?:(?:written|posted|published|story|words|veröffentlicht|publicado) )?(?:by|von|vom|por|par|di|door|przez|interview|post author|autor(?:in|en)?|authors?)(?: ?:|(?= ))\s*/iu;
/** What is no name: addresses of the network, pages, files, figures. */
const NO_NAME = /[@/\\<>{}|=]|https?:|www\.|^[\w-]{3,}\.[a-z]{2,6}$/iu;

function namesIn(text: string, source: NameSource): readonly string[] {
  const bare = withoutBy(text);
  if (bare === '' || NO_NAME.test(bare)) {
    return [];
  }
  const parts = bare.split(';').map((part) => part.trim());
  if (source === 'catalogue') {
    return parts;
  }
  return parts
    .flatMap((part) => listed(part, source))
    .filter(({ length }) => length <= LONGEST_NAME);
}

/** A line without "By" and the like before its names, of which there may be two: "Author: by". */
function withoutBy(text: string): string {
  return text.trim().replace(BEFORE_NAMES, '').replace(BEFORE_NAMES, '').replace(/^@/u, '').trim();
}

/** The names of a list with commas and "and". */
function listed(text: string, source: NameSource): readonly string[] {
  const parts = text
    .split(/,| and | & | und | et | och | og /u)
    .map(withoutBy)
    .filter((part) => part !== '' && !DEGREE.test(part));
  if (parts.length > 1 && parts.every(isFullName)) {
    return parts;
  }
  const [first = ''] = parts;
  // A name, and what the person is or where.
  if (isFullName(first) && (parts.length === 1 || text.startsWith(`${first},`))) {
    return [first];
  }
  return source === 'byline' ? [] : [withoutBy(text)];
}

const DEGREE = /^(?:ph\.?d|m\.?d|ll\.?m|j\.?d|m\.?a|m\.?sc|mba|dr|jr|sr|esq)\.?$/iu;
const PARTICLE =
  /^(?:af|al|av|bin|da|dal|de|del|della|den|der|di|do|dos|du|e|el|ibn|la|le|ten|ter|van|vom|von|y|zu|zum|zur)$/u;

/** Two to five words with capitals, where a script has them, and particles between. */
function isFullName(text: string): boolean {
  const words = text.split(' ');
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    !/[\d:()[\]!?]/u.test(text) &&
    !PARTICLE.test(words.at(-1) ?? '') &&
    words.every((word) => !/^\p{Ll}/u.test(word) || PARTICLE.test(word))
  );
}
