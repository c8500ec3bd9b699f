import picomatch from 'picomatch/posix';
import { LONGEST_PATTERN } from '../budgets';
import { matchesNames, patternPieces, type Piece } from './wildcards';

/** Files that begin with a dot count like all others, as they do for the editor's own settings. */
const OPTIONS: picomatch.PicomatchOptions = { dot: true };

/** Runs of stars, and choices, that a regular expression may share a path among. */
const MOST_STARS = 3;
const MOST_CHOICES = 3;

/** Globs that one with many choices may stand for. */
const MOST_ALTERNATIVES = 500;

/** What may match any number of characters: stars, `+` in groups and behind sets, `!(…)`. */
const STARS = /\*+|\+|!\(/g;
/** Groups that repeat and have more in them that does, or that a `+` repeats. */
const REPEATED_GROUPS = /[)}]\+|[+*]\([^()]*[+*?([{]/;

/**
 * Whether a path matches a glob as a whole, as `picomatch` has it. The time that takes grows with the
 * path times the glob, whatever the glob.
 *
 * @returns `undefined` for a glob that is none, is longer than any path, or would take for ever
 */
export function compileGlob(glob: string): ((path: string) => boolean) | undefined {
  if (glob.length > LONGEST_PATTERN || REPEATED_GROUPS.test(glob)) {
    return undefined;
  }
  try {
    if (isSimple(glob)) {
      return picomatch(glob, OPTIONS);
    }
    return linearGlob(glob);
  } catch {
    return undefined;
  }
}

function isSimple(glob: string): boolean {
  const stars = glob.match(STARS)?.length ?? 0;
  const choices = glob.match(/[{(]/g)?.length ?? 0;
  return stars <= MOST_STARS && choices <= MOST_CHOICES && !mayRepeatInSeveralWays(glob);
}

/** Whether a group repeats alternatives that begin alike, as "a" and "aa" do. */
function mayRepeatInSeveralWays(glob: string): boolean {
  return [...glob.matchAll(/[+*]\(([^()]*)\)/g)].some(([, inner = '']) => {
    const starts = inner.split('|').map((alternative) => alternative.charAt(0));
    return new Set(starts).size < starts.length || starts.includes('') || starts.includes('\\');
  });
}

/** Globs with many stars or choices, without the groups that the library knows besides. */
function linearGlob(glob: string): ((path: string) => boolean) | undefined {
  if (/[()"]|\]\+|^!|\.\./.test(glob)) {
    return undefined;
  }
  const alternatives = alternativesOf(glob.replace(/^\.\//, ''))?.map((one) =>
    patternPieces(one, { set: setOf }),
  );
  if (alternatives === undefined || alternatives.includes(undefined)) {
    return undefined;
  }
  const known = alternatives.filter((pieces): pieces is readonly Piece[] => pieces !== undefined);
  // To the library "a/**" is "a" as well, but "a*/**" is not "ab".
  const lastMayBeEmpty = !/(?<!\\)\*\/\*\*$/.test(glob);
  return (path) => {
    const names = path.split('/');
    return known.some((pieces) => matchesNames(pieces, names, lastMayBeEmpty));
  };
}

function setOf(bracket: string): (character: string) => boolean {
  const matches = picomatch(`a${bracket}`, OPTIONS);
  return (character) => matches(`a${character}`);
}

/** What `{a,b}` stands for, one choice after the other; `undefined` when that is too much. */
function alternativesOf(glob: string): readonly string[] | undefined {
  let wholes = [''];
  for (let at = 0; at < glob.length; at++) {
    const sign = glob.charAt(at);
    if (sign !== '{') {
      const part = sign === '\\' ? glob.slice(at, ++at + 1) : sign;
      wholes = wholes.map((whole) => whole + part);
      continue;
    }
    const end = glob.indexOf('}', at);
    const choices = end === -1 ? [] : glob.slice(at + 1, end).split(',');
    // Choices in choices and single ones have meanings of their own.
    if (choices.length < 2 || choices.some((choice) => /[{\\]/.test(choice))) {
      return undefined;
    }
    if (wholes.length * choices.length > MOST_ALTERNATIVES) {
      return undefined;
    }
    wholes = wholes.flatMap((whole) => choices.map((choice) => whole + choice));
    at = end;
  }
  return wholes;
}
