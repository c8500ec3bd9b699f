/** Where a file or folder is; a `vscode.Uri` is one. The path is absolute and has slashes. */
export interface Place {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

const GLOSSARY_ENDING = /\.glossary\.(?:ya?ml|json)$/i;

/** What the names of glossary files end with, the usual one first. */
export const GLOSSARY_ENDINGS = ['.glossary.yml', '.glossary.yaml', '.glossary.json'] as const;

/** Whether a file is a glossary by its name. */
export function isGlossaryPath(path: string): boolean {
  return GLOSSARY_ENDING.test(path);
}

/** For people: a file's name, without the ending of glossaries. */
export function glossaryName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(GLOSSARY_ENDING, '') || name;
}

/** Tells places apart. */
export function placeKey({ scheme, authority, path }: Place): string {
  return `${scheme}://${authority}${path}`;
}

/** The folder that something lies in; the topmost one lies in itself. */
export function folderOf({ scheme, authority, path }: Place): Place {
  return { scheme, authority, path: path.slice(0, path.lastIndexOf('/')) || '/' };
}

/** Whether a place is a folder or lies below it. */
export function isIn(folder: Place, { scheme, authority, path }: Place): boolean {
  return (
    folder.scheme === scheme &&
    folder.authority === authority &&
    pathBelow(folder.path, path) !== undefined
  );
}

/**
 * A path as it is from a folder on, without a slash before it; the empty path for the folder itself,
 * `undefined` for what lies elsewhere.
 */
export function pathBelow(folder: string, path: string): string | undefined {
  if (path === folder) {
    return '';
  }
  const start = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(start) ? path.slice(start.length) : undefined;
}

/**
 * The place that a path means in a folder, as people write it: one with a slash before it is
 * absolute, backslashes count as slashes, and nothing leads above the topmost folder.
 */
export function resolvePath({ scheme, authority, path }: Place, written: string): Place {
  const slashed = written.replaceAll('\\', '/');
  const parts: string[] = [];
  for (const part of (slashed.startsWith('/') ? slashed : `${path}/${slashed}`).split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return { scheme, authority, path: `/${parts.join('/')}` };
}

/** The innermost workspace folder that a place lies in; `undefined` outside all. */
export function placeRoot<P extends Place>(roots: readonly P[], place: Place): P | undefined {
  let innermost: P | undefined;
  for (const root of roots) {
    if (isIn(root, place) && root.path.length > (innermost?.path.length ?? -1)) {
      innermost = root;
    }
  }
  return innermost;
}
