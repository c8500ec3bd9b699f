import picomatch from 'picomatch/posix';

/** Whether a path relative to a folder, with slashes, is meant. */
export type PathRule = (path: string) => boolean;

/** Files that begin with a dot count like all others, as they do for the editor's own settings. */
const OPTIONS: picomatch.PicomatchOptions = { dot: true };

/** Paths that one of the globs matches as a whole. */
export function includedBy(globs: readonly string[]): PathRule {
  const matchers = globs.map((glob) => picomatch(glob, OPTIONS));
  return (path) => matchers.some((matches) => matches(path));
}

/**
 * Paths that a glob matches, or a folder above them: `drafts` leaves out all that lies in it. A path
 * as it is written excludes itself, whatever its characters mean in a glob.
 */
export function excludedBy(globs: readonly string[]): PathRule {
  const written = new Set(globs);
  const matches = includedBy(globs);
  return (path) => selfAndAbove(path).some((part) => written.has(part) || matches(part));
}

/** `a/b/c` gives `a`, `a/b` and `a/b/c`. */
export function selfAndAbove(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}
