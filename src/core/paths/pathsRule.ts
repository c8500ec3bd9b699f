import { LONGEST_PATTERN, MOST_PATTERNS } from '../budgets';
import { compileGlob } from './glob';
import { includedBy, selfAndAbove } from './pathRules';
import { pathBelow } from './place';

/** Whether a note lies where a context's globs say; both paths begin with the workspace folder's name. */
export type PathsRule = (note: string, folder: string) => boolean;

/**
 * Whether a note lies where a context's globs say. A glob means the files that it matches and all
 * below folders that it matches. It may match at any depth, as in Contextive, so that `reports` is
 * every folder of that name; with `./` or `/` before it, it begins at the glossary's folder. Whole
 * names are compared: `notes/nato` has nothing to do with `notes/nato-ip4`. A glob is also a path as
 * it is written, whatever its characters mean in a glob.
 *
 * @param note the note's path, from the name of the workspace folder on
 * @param folder the path of the glossary's folder likewise
 */
export function coversPath(globs: readonly string[], note: string, folder: string): boolean {
  return pathsRule(globs)(note, folder);
}

/**
 * The same for many notes: compiles the globs once. Of very many the first ones count; one that
 * cannot be matched is left out by itself.
 */
export function pathsRule(globs: readonly string[]): PathsRule {
  const usable = globs
    .slice(0, MOST_PATTERNS)
    .filter((glob) => glob.length <= LONGEST_PATTERN)
    .map(partsOf);
  const pick = (isAnchored: boolean): readonly GlobParts[] =>
    usable.filter((glob) => glob.isAnchored === isAnchored && glob.names !== '');
  const anchored = new Set(pick(true).map(({ names }) => names));
  const floating = pick(false).map(({ names }) => names);
  // A plain path is compared as it is written, which takes nothing to prepare.
  const patterns = (isAnchored: boolean): readonly string[] =>
    pick(isAnchored).flatMap(({ names, pattern }) => (isPlain(names) ? [] : [pattern]));
  const matchesAnchored = includedBy(patterns(true));
  const matchesFloating = includedBy(patterns(false));
  const isWholeFolder = usable.some(({ isAnchored, names }) => isAnchored && names === '');
  return (note, folder) => {
    const inFolder = pathBelow(folder, note);
    return (
      selfAndAbove(note).some(
        (path) => matchesFloating(path) || floating.some((glob) => `/${path}`.endsWith(`/${glob}`)),
      ) ||
      (inFolder !== undefined &&
        (isWholeFolder ||
          selfAndAbove(inFolder).some((path) => matchesAnchored(path) || anchored.has(path))))
    );
  };
}

/** Whether a glob of a glossary can be matched: it is none, is too long or takes too long otherwise. */
export function isUsableGlob(glob: string): boolean {
  if (glob.length > LONGEST_PATTERN) {
    return false;
  }
  const { names, pattern } = partsOf(glob);
  return names === '' || isPlain(names) || compileGlob(pattern) !== undefined;
}

interface GlobParts {
  readonly isAnchored: boolean;
  /** Without what anchors it and without slashes at its end. */
  readonly names: string;
  /** What is matched with a path. */
  readonly pattern: string;
}

function partsOf(glob: string): GlobParts {
  const isAnchored = /^\.?\/|^\.$/.test(glob);
  const names = glob.replace(/^\.?\/+|^\.$/, '').replace(/(?<!\/)\/+$/, '');
  return { isAnchored, names, pattern: isAnchored ? names : `**/${names}` };
}

/** Whether no sign of a glob has a meaning of its own. */
function isPlain(names: string): boolean {
  return /^[\p{L}\p{M}\p{N} _./-]+$/u.test(names) && !/\/\/|(?:^|\/)\.{1,2}(?:\/|$)/.test(names);
}
