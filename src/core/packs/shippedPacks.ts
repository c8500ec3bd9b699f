import { hashBytes } from '../../util/hash';
import type { Pack, PackInfo } from '../model';
import type { FileStore } from '../ports';
import { INFO_FILE, PACK_FILES, PACK_LISTS, packInfoOf } from './packLists';

/** Folders of the shipped packs, relative to the extension. */
export const PACK_FOLDERS: readonly string[] = ['data/nato-ip4'];

/** The texts of a pack's files, by their names. */
type PackTexts = ReadonlyMap<string, string>;

/**
 * Reads the shipped packs without looking for problems, which takes a third of the time of a first
 * hover and was done when the extension was built.
 * @param soundHash what `hashPacks` made of their texts then
 * @returns `undefined` when a file cannot be read or is not as it was then: somebody edits a pack
 */
export async function readSoundPacks(
  files: FileStore,
  soundHash: number,
): Promise<readonly Pack[] | undefined> {
  let packs: readonly PackTexts[];
  try {
    packs = await readPackTexts(files);
  } catch {
    return undefined;
  }
  return hashPacks(packs) === soundHash ? packs.map(packOf) : undefined;
}

/** The texts of the shipped packs, in their order. Rejects when a file cannot be read. */
export async function readPackTexts(files: FileStore): Promise<readonly PackTexts[]> {
  return Promise.all(
    PACK_FOLDERS.map(async (folder) => {
      const texts = PACK_FILES.map(async (name): Promise<[string, string]> => [
        name,
        await files.readText(`${folder}/${name}`),
      ]);
      return new Map(await Promise.all(texts));
    }),
  );
}

/** A number that is another one when any of the texts is. */
export function hashPacks(packs: readonly PackTexts[]): number {
  // Bytes are hashed four at a time.
  return hashBytes(new TextEncoder().encode(JSON.stringify(packs.map((texts) => [...texts]))));
}

/** The pack that sound files make: nothing is left out of it. */
function packOf(texts: PackTexts): Pack {
  const read = (name: string): unknown => JSON.parse(texts.get(name) ?? '');
  const lists = Object.values(PACK_LISTS).map(({ name, list }) => [
    list,
    (read(name) as Readonly<Record<string, unknown>>)[list],
  ]);
  const info = packInfoOf(read(INFO_FILE) as PackInfo);
  return { info, ...(Object.fromEntries(lists) as Omit<Pack, 'info'>) };
}
