import { MOST_PATTERNS } from '../budgets';
import { compileGlob } from './glob';

/** Whether a path relative to a folder, with slashes, is meant. */
export type PathRule = (path: string) => boolean;

/** Called with each glob that does not count: it is none, or too long or too costly to match. */
export type OnLeftOut = (glob: string) => void;

/** Paths that one of the globs matches as a whole. Of very many globs the first ones count. */
export function includedBy(
  globs: readonly string[],
  onLeftOut: OnLeftOut = () => undefined,
): PathRule {
  const matchers = globs.slice(0, MOST_PATTERNS).flatMap((glob) => {
    const matches = compileGlob(glob);
    if (matches === undefined) {
      onLeftOut(glob);
      return [];
    }
    return [matches];
  });
  globs.slice(MOST_PATTERNS).forEach(onLeftOut);
  return (path) => matchers.some((matches) => matches(path));
}

/**
 * Paths that a glob matches, or a folder above them: `drafts` leaves out all that lies in it. A path
 * as it is written excludes itself, whatever its characters mean in a glob.
 */
export function excludedBy(
  globs: readonly string[],
  onLeftOut: OnLeftOut = () => undefined,
): PathRule {
  const written = new Set(globs);
  const matches = includedBy(globs, onLeftOut);
  return (path) => selfAndAbove(path).some((part) => written.has(part) || matches(part));
}

/** `a/b/c` gives `a`, `a/b` and `a/b/c`. */
export function selfAndAbove(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}
