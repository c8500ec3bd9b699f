import { itemAt } from '../../util/defined';
/**
 * Paths with wildcards, matched in time that grows with the path times the pattern. A regular
 * expression made of the same pattern tries all ways to part a name among its stars: twenty of them
 * and a name of 40 letters take years.
 */

/** A part of a name: a run of `*`, or what one character must be. */
export type Atom = 'star' | ((character: string) => boolean);

/** A name between slashes, or `**` for any number of names. */
export type Piece = 'names' | readonly Atom[];

/** How a dialect writes what a single character must be. */
export interface Dialect {
  /** What `[…]` allows. */
  readonly set: (bracket: string) => (character: string) => boolean;
}

/**
 * The pieces of a pattern with slashes, `*`, `**`, `?`, `[…]` and `\` before what is meant as it is.
 *
 * @returns `undefined` when a bracket is not closed, or nothing follows the last `\`
 */
export function patternPieces(pattern: string, { set }: Dialect): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let name: Atom[] = [];
  let start = 0;
  const endName = (end: number): void => {
    pieces.push(pattern.slice(start, end) === '**' ? 'names' : name);
    name = [];
  };
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern.charAt(at);
    if (sign === '/') {
      endName(at);
      start = at + 1;
    } else if (sign === '*') {
      if (name.at(-1) !== 'star') {
        name.push('star');
      }
    } else if (sign === '?') {
      name.push(() => true);
    } else if (sign === '[') {
      const end = bracketEnd(pattern, at);
      if (end === -1) {
        return undefined;
      }
      name.push(remembered(set(pattern.slice(at, end))));
      at = end - 1;
    } else {
      const literal = sign === '\\' ? pattern.charAt(++at) : sign;
      if (literal === '') {
        return undefined;
      }
      name.push((character) => character === literal);
    }
  }
  endName(pattern.length);
  return pieces;
}

/** The offset behind a bracket expression; -1 when nothing closes it. */
function bracketEnd(pattern: string, start: number): number {
  let at = start + 1;
  at += /[!^]/.test(pattern.charAt(at)) ? 1 : 0;
  // A bracket that comes first is one of the characters.
  for (let isFirst = true; at < pattern.length; at++, isFirst = false) {
    const sign = pattern.charAt(at);
    if (sign === ']' && !isFirst) {
      return at + 1;
    }
    if (sign === '\\') {
      at++;
    } else if (pattern.startsWith('[:', at)) {
      const end = pattern.indexOf(':]', at + 2);
      at = end === -1 ? at : end + 1;
    }
  }
  return -1;
}

function remembered(test: (character: string) => boolean): (character: string) => boolean {
  const known = new Map<string, boolean>();
  return (character) => {
    let answer = known.get(character);
    if (answer === undefined) {
      answer = test(character);
      known.set(character, answer);
    }
    return answer;
  };
}

/**
 * Whether pieces match all names of a path.
 *
 * @param lastMayBeEmpty whether `**` at the end also stands for no name at all
 */
export function matchesNames(
  pieces: readonly Piece[],
  names: readonly string[],
  lastMayBeEmpty: boolean,
): boolean {
  const last = pieces.length - 1;
  if (!lastMayBeEmpty && pieces[last] === 'names' && last > 0) {
    // One name at least, then any number.
    return matches([...pieces.slice(0, last), ['star'], 'names'], names, matchesPiece, isNames);
  }
  return matches(pieces, names, matchesPiece, isNames);
}

const isNames = (piece: Piece): boolean => piece === 'names';

function matchesPiece(piece: Piece, name: string): boolean {
  return piece !== 'names' && matches(piece, name, matchesAtom, (atom) => atom === 'star');
}

function matchesAtom(atom: Atom, character: string): boolean {
  return atom !== 'star' && atom(character);
}

/**
 * Whether a pattern matches a whole sequence. Only the last wildcard ever has to take more: what
 * stands before it has been found at its first place, and a later one would leave less for the rest.
 */
function matches<Part, Item>(
  pattern: readonly Part[],
  items: ArrayLike<Item>,
  isMatch: (part: Part, item: Item) => boolean,
  isWildcard: (part: Part) => boolean,
): boolean {
  let at = 0;
  let part = 0;
  let wildcard = -1;
  let resume = 0;
  while (at < items.length) {
    const here = pattern[part];
    if (here !== undefined && isWildcard(here)) {
      wildcard = part++;
      resume = at;
    } else if (here !== undefined && isMatch(here, itemAt(items, at))) {
      part++;
      at++;
    } else if (wildcard !== -1) {
      part = wildcard + 1;
      at = ++resume;
    } else {
      return false;
    }
  }
  return pattern.slice(part).every(isWildcard);
}
