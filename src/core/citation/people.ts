import type { CslName, Source } from '../model';
import { isEastAsianName } from '../text/eastAsianNames';
import { isInBook, isInPeriodical } from './kinds';

/** What somebody has done for a work, in the words of CSL. */
export type Role = 'author' | 'editor' | 'translator';

/** The people whom a citation names first, and by whom a list is sorted. */
export interface Creators {
  readonly names: readonly CslName[];
  readonly role: Role;
}

/**
 * Its authors; of what has none, its editors, or else its translators. The editors of the book or the
 * journal that something is a part of have not made it. No names where nobody is named.
 */
export function creatorsOf(source: Source): Creators {
  const { author = [], editor = [], translator = [] } = source;
  if (author.length === 0 && !isInBook(source) && !isInPeriodical(source)) {
    if (editor.length > 0) {
      return { names: editor, role: 'editor' };
    }
    if (translator.length > 0) {
      return { names: translator, role: 'translator' };
    }
  }
  return { names: author, role: 'author' };
}

/** What stands behind the names of those who are named first: ", ed.", ", eds.", ", trans."; nothing behind authors. */
export function roleBehind({ names, role }: Creators): string {
  switch (role) {
    case 'author':
      return '';
    case 'editor':
      return names.length > 1 ? ', eds.' : ', ed.';
    case 'translator':
      return ', trans.';
  }
}

const IN_NOTE = { editor: 'ed.', translator: 'trans.' };
const IN_LIST = { editor: 'edited by', translator: 'translated by' };

/**
 * What a note of the Chicago Manual of Style has behind the title of a book: "ed. Jane Roe",
 * "trans. Jo Doe", "2nd ed.".
 */
export function editionInNote(source: Source): readonly string[] {
  return editionParts(source, IN_NOTE);
}

/** The same in a list of references: "edited by Jane Roe", "translated by Jo Doe", "2nd ed.". */
export function editionInList(source: Source): readonly string[] {
  return editionParts(source, IN_LIST);
}

function editionParts(source: Source, words: typeof IN_NOTE): readonly string[] {
  const first = creatorsOf(source).role;
  if (isInPeriodical(source)) {
    return [];
  }
  const roles = (['editor', 'translator'] as const).flatMap((role) => {
    const names = formatNames(source[role] ?? []);
    return role === first || names === '' ? [] : [`${words[role]} ${names}`];
  });
  const edition = editionText(source.edition ?? '');
  return edition === '' ? roles : [...roles, edition];
}

/** The numbers of editions as BibTeX has them, in words. */
const NUMBERS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** "2nd ed.", "rev. ed."; nothing of the first. */
function editionText(edition: string): string {
  const bare = edition.replace(/\bed(?:ition|n)?\.?$/i, '').trim();
  const named = NUMBERS.indexOf(bare.toLowerCase()) + 1;
  const short = named > 0 ? ordinal(named) : bare.replace(/^\d+$/, (number) => ordinal(+number));
  return short === '' || short === '1st' ? '' : `${short.replace(/^revised$/i, 'rev.')} ed.`;
}

function ordinal(number: number): string {
  const isTeen = number % 100 > 10 && number % 100 < 14;
  return `${number}${(isTeen ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]) ?? 'th'}`;
}

/** "A", "A and B", "A, B, and C"; of more than three, the first and "et al.". */
export function formatNames(names: readonly CslName[]): string {
  return joinNames(names.map(formatName));
}

/** Joins names as `formatNames` has them. */
export function joinNames(names: readonly string[]): string {
  const [first = '', second, third, ...more] = names;
  if (second === undefined) {
    return first;
  }
  if (third === undefined) {
    return `${first} and ${second}`;
  }
  return more.length > 0 ? `${first} et al.` : `${first}, ${second}, and ${third}`;
}

function formatName({ literal, given, family }: CslName): string {
  const whole = [given, family].filter(Boolean);
  return (
    literal ?? (isEastAsianName(whole.join('')) ? `${family ?? ''}${given ?? ''}` : whole.join(' '))
  );
}
