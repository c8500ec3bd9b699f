/**
 * Puts a path of the file system into the one form in which paths are compared: with slashes, without
 * one at the end, the letter of a Windows drive in lower case, and `\\?\` left out. Letter case counts
 * otherwise: the file system has been asked for the real path, which has one spelling.
 */
export function comparablePath(path: string, isWindows: boolean): string {
  const slashed = isWindows
    ? path
        .replaceAll('\\', '/')
        .replace(/^\/\/\?\/UNC\//i, '//')
        .replace(/^\/\/\?\//, '')
        .replace(/^\/?([a-z]):/i, (_, drive: string) => `${drive.toLowerCase()}:`)
    : path;
  let end = slashed.length;
  while (end > 0 && slashed.charAt(end - 1) === '/') {
    end -= 1;
  }
  return end === 0 ? '/' : slashed.slice(0, end);
}

/** Whether a comparable path is a folder's own or lies below it. */
export function liesIn(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** Whether a comparable path lies in one of the folders. */
export function liesInAny(folders: Iterable<string>, path: string): boolean {
  for (const folder of folders) {
    if (liesIn(folder, path)) {
      return true;
    }
  }
  return false;
}

/**
 * Whether a link leads back to where a search has come from, so that following it would never end.
 *
 * @param target where the link leads to
 * @param trail the real folders that the search is in, those that it has left through links included
 */
export function leadsBack(target: string, trail: readonly string[]): boolean {
  return trail.some((folder) => liesIn(target, folder));
}
