import * as vscode from 'vscode';
import {
  contentHash,
  DETAILS_ENDING,
  DETAILS_FOLDER,
  parseSourceFile,
  saysNothing,
  writeSourceFile,
  type SourceDetails,
  type SourceFile,
} from '../../core/library/sourceDetails';
import { fileNameOf } from '../../core/library/title';
import { faultOf } from '../../core/paths/fileFault';
import type { Logger } from '../../core/ports';
import { diskFiles } from '../../host/diskFiles';
import { isGone } from '../../host/fileErrors';
import { concurrently } from '../../util/concurrently';
import { hashText } from '../../util/hash';
import type { PlaceAccess } from '../access/placeAccess';
import type { FoundSource } from './sourceFinder';
import { pathIn, type SourceRoot } from './sourceRoots';

/** Bytes. What is larger is none of ours. */
const LARGEST_DETAILS = 1_000_000;

/** Files asked for at a time. */
const FILES_AT_A_TIME = 16;

/** A source as these files name it. */
export interface NamedSource {
  readonly uri: vscode.Uri;
  /** `undefined` when it lies in no folder of the workspace. */
  readonly root: SourceRoot | undefined;
  /** Of its bytes; `undefined` until they have been read. */
  readonly hash: number | undefined;
}

/** The details cannot be kept, for a reason that the disk has nothing to do with. */
export class DetailsRefused extends Error {
  /** @param why `damaged`: the file there is no JSON of ours; `outside`: its place may not be used */
  constructor(
    readonly file: vscode.Uri,
    readonly why: 'damaged' | 'outside',
  ) {
    super(`${file.fsPath}: ${why}`);
  }
}

/** What people say of sources, in files beside them or in a folder of ours; see `core/library/sourceDetails.ts`. */
export class SourceDetailsFiles {
  private files: ReadonlyMap<string, SourceFile> = new Map();
  /** The addresses of files whose source is not where it was, by the hash of that source. */
  private orphans: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly access: PlaceAccess,
    private readonly log: Logger,
  ) {}

  /** Whether a file is one of ours by its name. */
  concerns({ path }: vscode.Uri): boolean {
    return path.endsWith(DETAILS_ENDING);
  }

  /** Reads them. Never rejects: what cannot be read says nothing. */
  async load(uris: readonly vscode.Uri[], sources: readonly FoundSource[]): Promise<void> {
    const files = new Map<string, SourceFile>();
    await concurrently(uris, FILES_AT_A_TIME, async (uri) => {
      const file = await this.read(uri);
      if (file !== undefined && file !== 'damaged') {
        files.set(uri.toString(), file);
      } else if (file === 'damaged' && !this.files.has(uri.toString())) {
        this.log.warn(`${uri.fsPath}: This is no file of details, and says nothing.`);
      }
    });
    const claimed = new Set(
      sources.flatMap(({ uri, root }) => placesFor(uri, root)).map((place) => place.toString()),
    );
    this.files = files;
    this.orphans = new Map(
      [...files].flatMap(([address, { hash }]): [string, string][] =>
        hash === undefined || claimed.has(address) ? [] : [[hash, address]],
      ),
    );
  }

  /** What is said of a source; `undefined` when nothing is. */
  detailsOf(source: NamedSource): SourceDetails | undefined {
    const address = this.addressFor(source);
    return address === undefined ? undefined : this.files.get(address)?.details;
  }

  /**
   * Keeps what the user says of a source, all of it: beside it, or else in our folder in the
   * workspace. A file that says nothing any more is deleted. Rejects with `DetailsRefused`, or with
   * what the disk says.
   */
  async keep(source: NamedSource, details: SourceDetails): Promise<void> {
    const address = this.addressFor(source);
    const before = address === undefined ? undefined : this.files.get(address);
    const places = placesFor(source.uri, source.root);
    const own = places.filter((place) => place.toString() === address);
    const others = places.filter((place) => place.toString() !== address);
    await this.writeToFirst([...own, ...others], source, details, before);
    if (address !== undefined && own.length === 0) {
      // It was left behind when the source moved, and all that it says is in the new place.
      await deleteIfThere(vscode.Uri.parse(address));
    }
  }

  private async writeToFirst(
    places: readonly vscode.Uri[],
    source: NamedSource,
    details: SourceDetails,
    before: SourceFile | undefined,
  ): Promise<void> {
    let refused: unknown;
    for (const place of places) {
      try {
        await this.write(place, source, details, before);
        return;
      } catch (error) {
        refused ??= error;
        const fault = faultOf(error);
        if (fault !== 'permission' && fault !== 'readOnly') {
          throw error;
        }
      }
    }
    throw refused;
  }

  private async write(
    file: vscode.Uri,
    source: NamedSource,
    details: SourceDetails,
    before: SourceFile | undefined,
  ): Promise<void> {
    const reach = await this.access.reach(file, { isWrite: true });
    if (!reach.isAllowed) {
      throw new DetailsRefused(file, 'outside');
    }
    const there = await this.read(file);
    if (there === 'damaged') {
      throw new DetailsRefused(file, 'damaged');
    }
    const path = (source.root && pathIn(source.root, source.uri)) ?? fileNameOf(source.uri.path);
    const text = writeSourceFile(there ?? before, { path, hash: hashOf(source) }, details);
    const written = parseSourceFile(text);
    if (written !== undefined && saysNothing(written)) {
      await deleteIfThere(file);
    } else {
      await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(file, '..'));
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    }
  }

  /** The address of the file that speaks of a source. */
  private addressFor(source: NamedSource): string | undefined {
    const own = placesFor(source.uri, source.root)
      .map((place) => place.toString())
      .find((address) => this.files.has(address));
    return own ?? this.orphans.get(hashOf(source) ?? '');
  }

  /** `undefined` when there is no such file, or it cannot be had. */
  private async read(uri: vscode.Uri): Promise<SourceFile | 'damaged' | undefined> {
    try {
      const { size } = await diskFiles.stat(uri);
      return size > LARGEST_DETAILS
        ? 'damaged'
        : (parseSourceFile(new TextDecoder().decode(await diskFiles.readFile(uri))) ?? 'damaged');
    } catch (error) {
      if (!isGone(error)) {
        this.log.warn(`${uri.fsPath}: ${String(error)}`);
      }
      return undefined;
    }
  }
}

/** Where details of a source may be, the best place first. */
function placesFor(source: vscode.Uri, root: SourceRoot | undefined): readonly vscode.Uri[] {
  const beside = source.with({ path: `${source.path}${DETAILS_ENDING}` });
  const path = root && pathIn(root, source);
  if (root === undefined || path === undefined) {
    return [beside];
  }
  // Of the same name in another folder.
  const unique = hashText(path).toString(36);
  const name = `${fileNameOf(source.path)}.${unique}${DETAILS_ENDING}`;
  return [beside, vscode.Uri.joinPath(root.uri, DETAILS_FOLDER, name)];
}

function hashOf({ hash }: NamedSource): string | undefined {
  return hash === undefined || hash === 0 ? undefined : contentHash(hash);
}

async function deleteIfThere(file: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(file);
  } catch (error) {
    if (!isGone(error)) {
      throw error;
    }
  }
}
