import type { Pack } from '../model';
import type { FileStore } from '../ports';
import { Catalog } from './catalog';
import type { FileContent } from './entries';
import { PACK_FILES } from './packLists';
import { parsePack } from './parse';
import type { PackProblem } from './problem';

export interface LoadedPacks {
  readonly catalog: Catalog;
  readonly problems: readonly PackProblem[];
}

/**
 * Reads packs and merges them into one catalog. Never rejects: what cannot be read or is wrong comes
 * back as problems, and everything else is in the catalog.
 * @param folders folders of packs below the root of `files`. Earlier ones come first in all lists,
 *   and keep an id that a later one claims too
 */
export async function loadPacks(
  files: FileStore,
  folders: readonly string[],
): Promise<LoadedPacks> {
  const contents = await Promise.all(folders.map((folder) => readFolder(files, folder)));
  const packs: Pack[] = [];
  const problems: PackProblem[] = [];
  folders.forEach((folder, index) => {
    const parsed = parsePack(folder, contents[index] ?? new Map(), packs);
    problems.push(...parsed.problems);
    if (parsed.pack) {
      packs.push(parsed.pack);
    }
  });
  return { catalog: new Catalog(packs), problems };
}

async function readFolder(
  files: FileStore,
  folder: string,
): Promise<ReadonlyMap<string, FileContent>> {
  const read = async (name: string): Promise<[string, FileContent]> => {
    try {
      return [name, await files.readText(`${folder}/${name}`)];
    } catch (error) {
      const reason = error instanceof Error ? error.message : '';
      return [
        name,
        { failure: /[.!?]$/.test(reason) ? reason : `${reason || 'No reason given'}.` },
      ];
    }
  };
  return new Map(await Promise.all(PACK_FILES.map(read)));
}
