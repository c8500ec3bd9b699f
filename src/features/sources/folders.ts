/** A folder with those of its things that lie directly in it. */
export interface Folder<T> {
  /** Below the folder that all have in common, with slashes between its parts. */
  readonly path: string;
  readonly things: readonly T[];
}

/** Things as a tree shows them: in their folders, and those that lie beside the folders. */
export interface Arrangement<T> {
  readonly folders: readonly Folder<T>[];
  readonly others: readonly T[];
}

/**
 * Groups things by the folders that they lie in, since a user who made folders looks for things in
 * them. Folders are shown with their whole path on one level: libraries are rarely deep, and each
 * level would be one more click. What all have in common is left out, so that things that lie in
 * one folder are not grouped at all.
 *
 * @param things in the order in which they are to be shown
 */
export function arrangeByFolder<T extends { readonly path: string }>(
  things: readonly T[],
): Arrangement<T> {
  const common = commonFolder(things.map(({ path }) => foldersOf(path)));
  const folders = new Map<string, T[]>();
  const others: T[] = [];
  for (const thing of things) {
    const path = foldersOf(thing.path).slice(common).join('/');
    if (path === '') {
      others.push(thing);
    } else {
      const folder = folders.get(path) ?? [];
      folder.push(thing);
      folders.set(path, folder);
    }
  }
  return { folders: [...folders].map(([path, inside]) => ({ path, things: inside })), others };
}

function foldersOf(path: string): readonly string[] {
  return path.split('/').slice(0, -1);
}

/** How many folders all paths begin with. */
function commonFolder([first = [], ...others]: readonly (readonly string[])[]): number {
  return others.reduce((length, folders) => {
    const differs = first.findIndex((name, at) => at < length && name !== folders[at]);
    return differs === -1 ? length : Math.min(length, differs);
  }, first.length);
}
