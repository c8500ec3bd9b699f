import * as vscode from 'vscode';
import { decodeShard } from '../../core/shard/shard';
import type { Logger } from '../../core/ports';
import { concurrently } from '../../util/concurrently';
import type { FailedProblem } from '../../core/library/document';
import { failedProblem, isGone, isThere } from '../../host/fileErrors';
import { fileSystem } from '../../worker/node';
import { diskFiles } from '../../host/diskFiles';

const EXTENSION = '.shard';
const TEMPORARY = /\.tmp$/;

/** Files asked for at a time. */
const FILES_AT_A_TIME = 8;

/** How often a shard is put in its place when other windows come in between. */
const MOST_ATTEMPTS = 20;

/** Milliseconds between two attempts at most: at random, so that two windows do not go on meeting. */
const MOST_WAIT_MS = 20;

/** Milliseconds after which a file that was being written has been left behind by somebody. */
const ABANDONED_AFTER = 3_600_000;

/** What becomes of the shard of a file that is no source any more. */
export type Fate = 'kept' | 'deleted' | 'deletedIfGone';

/**
 * Keeps shards as files, one a source, by the source's id. Where nothing can be written the library
 * lives in memory, and the log says so once until it can be written again.
 */
export class ShardStore {
  private latestProblem: FailedProblem | undefined;
  private written = 0;
  private folderMade: Thenable<void> | undefined;

  /**
   * @param folder need not exist
   * @param onProblem called when `problem` is another
   */
  constructor(
    private readonly folder: vscode.Uri,
    private readonly log: Logger,
    private readonly onProblem: () => void = () => undefined,
  ) {}

  /** Why nothing can be written; undefined while it can be, or nobody has tried. */
  get problem(): FailedProblem | undefined {
    return this.latestProblem;
  }

  /** The bytes as they are on disk; `undefined` when there are none, or they cannot be read. */
  async read(id: string): Promise<Uint8Array | undefined> {
    try {
      return await diskFiles.readFile(this.uriOf(id));
    } catch {
      return undefined;
    }
  }

  /**
   * Written aside and renamed, so that whoever reads sees all of it or what was there before; the
   * name aside is one that no other window takes. Never rejects.
   */
  async write(id: string, bytes: Uint8Array): Promise<void> {
    const unique = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
    const aside = vscode.Uri.joinPath(this.folder, `${id}-${unique}-${this.written++}.tmp`);
    try {
      await (this.folderMade ??= vscode.workspace.fs.createDirectory(this.folder));
      await vscode.workspace.fs.writeFile(aside, bytes);
      await this.putInPlace(aside, this.uriOf(id));
      if (this.latestProblem !== undefined) {
        this.latestProblem = undefined;
        this.onProblem();
      }
    } catch (error) {
      if (this.latestProblem === undefined) {
        this.log.warn(`What is read of sources cannot be kept: ${String(error)}`);
        this.latestProblem = failedProblem(error);
        this.onProblem();
      }
      this.folderMade = undefined;
      await this.remove(aside);
    }
  }

  /**
   * At one stroke where Node is there. The editor deletes what it overwrites before it renames: two
   * windows that write the same shard at the same moment find nothing to delete any more, or
   * something in its place again. The later one counts.
   */
  private async putInPlace(aside: vscode.Uri, shard: vscode.Uri): Promise<void> {
    if (shard.scheme === 'file' && (await replace(aside.fsPath, shard.fsPath))) {
      return;
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        await vscode.workspace.fs.rename(aside, shard, { overwrite: true });
        return;
      } catch (error) {
        if (attempt === MOST_ATTEMPTS || !(isGone(error) || isThere(error))) {
          throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, Math.random() * MOST_WAIT_MS));
      }
    }
  }

  /** Never rejects. */
  async delete(id: string): Promise<void> {
    await this.remove(this.uriOf(id));
  }

  /** Deletes the shard of a source whose file is gone. One that is there may be wanted again. */
  async deleteIfGone(id: string, file: vscode.Uri): Promise<void> {
    try {
      await diskFiles.stat(file);
    } catch (error) {
      if (isGone(error)) {
        await this.delete(id);
      }
    }
  }

  /** The ids of all sources of which there is something. */
  async ids(): Promise<readonly string[]> {
    return (await this.names())
      .filter((name) => name.endsWith(EXTENSION))
      .map((name) => name.slice(0, -EXTENSION.length));
  }

  /**
   * Deletes what nobody can want: writing that was never finished, shards that cannot be read, and
   * those of files that are gone. Other windows may want what is only left out in this one.
   *
   * @param fateOf what becomes of the shard of a file that is not wanted here
   */
  async tidy(isWanted: (id: string) => boolean, fateOf: (file: vscode.Uri) => Fate): Promise<void> {
    const names = await this.names();
    await concurrently(names, FILES_AT_A_TIME, async (name) => {
      if (TEMPORARY.test(name)) {
        await this.sweep(name);
      } else if (name.endsWith(EXTENSION)) {
        const id = name.slice(0, -EXTENSION.length);
        if (!isWanted(id)) {
          await this.tidyOrphan(id, fateOf);
        }
      }
    });
  }

  private async tidyOrphan(id: string, fateOf: (file: vscode.Uri) => Fate): Promise<void> {
    const bytes = await this.read(id);
    if (bytes === undefined) {
      // Another window is about to replace it, or has removed it.
      return;
    }
    const shard = decodeShard(bytes);
    const file = shard && vscode.Uri.parse(shard.stamp.address);
    switch (file === undefined ? 'deleted' : fateOf(file)) {
      case 'kept':
        return;
      case 'deleted':
        return this.delete(id);
      case 'deletedIfGone':
        return file && this.deleteIfGone(id, file);
    }
  }

  private async names(): Promise<readonly string[]> {
    try {
      return (await diskFiles.readDirectory(this.folder)).map(([name]) => name);
    } catch {
      return [];
    }
  }

  private async sweep(name: string): Promise<void> {
    const uri = vscode.Uri.joinPath(this.folder, name);
    try {
      const { mtime } = await diskFiles.stat(uri);
      // A time that lies ahead is one from before the clock was moved back.
      if (Math.abs(Date.now() - mtime) > ABANDONED_AFTER) {
        await this.remove(uri);
      }
    } catch {
      // Another window has finished or removed it.
    }
  }

  private async remove(uri: vscode.Uri): Promise<void> {
    try {
      await vscode.workspace.fs.delete(uri);
    } catch {
      // It is not there, which is what was wanted, or cannot be changed.
    }
  }

  private uriOf(id: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, `${id}${EXTENSION}`);
  }
}

/** Whether Node has renamed it: there may be none, and Windows refuses while somebody reads the file. */
async function replace(from: string, to: string): Promise<boolean> {
  const node = fileSystem();
  if (!node) {
    return false;
  }
  try {
    await node.promises.rename(from, to);
    return true;
  } catch {
    return false;
  }
}
