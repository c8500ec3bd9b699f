import { cp, mkdir, readFile, readdir, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/lib/paths.mjs';
import { hashBytes, hashText } from '../../src/util/hash';

/**
 * What an earlier version has left behind: a folder of `test/fixtures/upgrade/` for each version, made
 * by `makeFixture.ts` and never changed afterwards.
 *
 * - `workspace/` is the folder that was open,
 * - `workspaceStorage/` and `globalStorage/` are what the extension kept in files,
 * - `settings.json` and `keybindings.json` are the user's,
 * - `state.json` is what the editor kept: open tabs, views, the extension's own state,
 * - `ids.json` is everything that the version had promised by a name; see `promises.ts`.
 *
 * Places that differ on each machine are written as `{{folder}}`, `{{data}}`, `{{authority}}` and
 * `{{source:<path>}}` (the id of a source).
 */
export const FIXTURES = join(root, 'test', 'fixtures', 'upgrade');

/** The folder of the sources in the workspace of a fixture. */
export const SOURCES = 'archive';

/** When every file of the workspace was last changed: what was read of them is stamped with it. */
export const CHANGED = new Date('2026-01-02T03:04:05Z');

/** The versions of which there is a fixture. */
export function fixtureVersions(): Promise<readonly string[]> {
  return readdir(FIXTURES);
}

/** What is known of the place of a fixture on this machine. */
export interface Place {
  /** The absolute path of the workspace. */
  readonly folder: string;
  /** Where the editor's server keeps everything, extensions included. */
  readonly data: string;
  /** Host and port of the editor's server. */
  readonly authority: string;
}

/** Copies the workspace of a fixture to `folder`, which must not exist. */
export async function copyWorkspace(version: string, folder: string): Promise<void> {
  await cp(join(FIXTURES, version, 'workspace'), folder, { recursive: true });
  await touchAll(folder);
}

/** Gives all files of a workspace the time of change that fixtures have. */
export async function touchAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) {
      await utimes(join(entry.parentPath, entry.name), CHANGED, CHANGED);
    }
  }
}

/** Copies what was kept of the workspace to `storage`, as if it had been made for `folder`. */
export async function copyStorage(version: string, folder: string, storage: string): Promise<void> {
  await mkdir(storage, { recursive: true });
  await cp(join(FIXTURES, version, 'workspaceStorage'), storage, { recursive: true });
  const library = join(storage, 'library');
  const addresses = new Map(
    (await sourcePaths(join(FIXTURES, version, 'workspace'))).map((path) => [
      shardName(sourceIdOf('{{folder}}', path)),
      { address: addressOf(folder, path), id: sourceIdOf(folder, path) },
    ]),
  );
  for (const [name, { address, id }] of addresses) {
    const bytes = await readFile(join(library, name));
    await writeFile(join(library, name), withAddress(bytes, address));
    await rename(join(library, name), join(library, shardName(id)));
  }
}

/** Puts placeholders into text of this machine. */
export function generalise(text: string, place: Place, paths: readonly string[]): string {
  return swap(text, places(place, paths));
}

/** Takes them out again. */
export function localise(text: string, place: Place, paths: readonly string[]): string {
  return swap(
    text,
    places(place, paths).map(([local, general]) => [general, local]),
  );
}

/** A file beside the sources that a setting leaves out. */
export const LEFT_OUT = 'left-out.txt';

/** The paths of the sources in a workspace, with slashes. */
export async function sourcePaths(workspace: string): Promise<readonly string[]> {
  const names = await readdir(join(workspace, SOURCES));
  return names
    .filter((name) => name !== LEFT_OUT)
    .sort()
    .map((name) => `${SOURCES}/${name}`);
}

/** Shards as a fixture keeps them: of a workspace at `{{folder}}`. */
export async function generaliseShards(
  library: string,
  folder: string,
  paths: readonly string[],
): Promise<void> {
  for (const path of paths) {
    const file = join(library, shardName(sourceIdOf(folder, path)));
    await writeFile(file, withAddress(await readFile(file), addressOf('{{folder}}', path)));
    await rename(file, join(library, shardName(sourceIdOf('{{folder}}', path))));
  }
}

function places(
  { folder, data, authority }: Place,
  paths: readonly string[],
): readonly (readonly [local: string, general: string])[] {
  return [
    ...paths.map((path) => [sourceIdOf(folder, path), `{{source:${path}}}`] as const),
    [folder, '{{folder}}'],
    [data, '{{data}}'],
    [authority, '{{authority}}'],
    [encodeURIComponent(authority), '{{encodedAuthority}}'],
  ];
}

function swap(text: string, pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((swapped, [from, to]) => swapped.replaceAll(from, to), text);
}

function addressOf(folder: string, path: string): string {
  return folder.startsWith('{{')
    ? `file:///${folder}/${path}`
    : pathToFileURL(join(folder, path)).toString();
}

function sourceIdOf(folder: string, path: string): string {
  return `file-${hashText(addressOf(folder, path)).toString(36)}`;
}

function shardName(id: string): string {
  return `${id}.shard`;
}

/**
 * A shard of format 2 with another address: lines of JSON after a header of 32 bytes, of which the
 * first holds the stamp. Later formats need not be rewritten: they have fixtures of their own.
 */
function withAddress(shard: Uint8Array, address: string): Uint8Array {
  const view = new DataView(shard.buffer, shard.byteOffset, shard.byteLength);
  const length = view.getUint32(16, true);
  const head = Buffer.from(shard.subarray(32, 32 + length)).toString();
  const lineEnd = head.indexOf('\n');
  const first = JSON.parse(head.slice(0, lineEnd)) as { stamp: { address: string } };
  first.stamp.address = address;
  const changed = Buffer.from(JSON.stringify(first) + head.slice(lineEnd));
  const rest = shard.subarray(32 + padded(length));
  const made = Buffer.alloc(32 + padded(changed.length) + rest.length);
  made.set(shard.subarray(0, 32));
  made.set(changed, 32);
  made.set(rest, 32 + padded(changed.length));
  made.writeUInt32LE(changed.length, 16);
  const blocks: number[] = [];
  for (let at = 16; at < made.length; at += 1 << 20) {
    blocks.push(hashBytes(made.subarray(at, at + (1 << 20))));
  }
  const hash = hashText(blocks.join(' '));
  made.writeUInt32LE(hash % 2 ** 32, 8);
  made.writeUInt32LE(Math.floor(hash / 2 ** 32), 12);
  return made;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
