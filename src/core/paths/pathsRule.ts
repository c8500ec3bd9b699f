import { includedBy, selfAndAbove } from './pathRules';
import { pathBelow } from './place';

/** No path that people write is as long; picomatch throws for much longer ones. */
const LONGEST_GLOB = 1000;

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

/** The same for many notes: compiles the globs once. */
export function pathsRule(globs: readonly string[]): PathsRule {
  const usable = globs
    .filter((glob) => glob.length <= LONGEST_GLOB)
    .map((glob) => ({ isAnchored: /^\.?\/|^\.$/.test(glob), names: namesOf(glob) }));
  const pick = (isAnchored: boolean): readonly string[] =>
    usable
      .filter((glob) => glob.isAnchored === isAnchored && glob.names !== '')
      .map(({ names }) => names);
  const anchored = pick(true);
  const floating = pick(false);
  const matchesAnchored = includedBy(anchored);
  const matchesFloating = includedBy(floating.map((glob) => `**/${glob}`));
  const isWholeFolder = usable.some(({ isAnchored, names }) => isAnchored && names === '');
  return (note, folder) => {
    const inFolder = pathBelow(folder, note);
    return (
      selfAndAbove(note).some(
        (path) => matchesFloating(path) || floating.some((glob) => `/${path}`.endsWith(`/${glob}`)),
      ) ||
      (inFolder !== undefined &&
        (isWholeFolder ||
          selfAndAbove(inFolder).some((path) => matchesAnchored(path) || anchored.includes(path))))
    );
  };
}

/** A glob without what anchors it and without slashes at its end. */
function namesOf(glob: string): string {
  return glob.replace(/^\.?\/+|^\.$/, '').replace(/(?<!\/)\/+$/, '');
}
