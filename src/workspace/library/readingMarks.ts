import * as vscode from 'vscode';
import { decodeShard, encodeShard } from '../../core/shard/shard';
import type { Disposable } from '../../util/dispose';
import { fileSystem, isProcessAlive, nodeProcess } from '../../worker/node';
import { isLeft, parseMark, type Mark, type MarkedSource } from './readingMark';
import type { ShardStore } from './shardStore';
import { diskFiles } from '../../host/diskFiles';

const EXTENSION = '.json';

/**
 * Writes down which sources are being read, so that one that brings down the editor is not read again
 * at each start: the mark is still there then. Never rejects; where nothing can be written there is
 * no mark.
 */
export class ReadingMarks implements Disposable {
  private readonly sources = new Map<string, MarkedSource>();
  private readonly file: vscode.Uri;
  /** Writing and deleting happen one after the other; the last one. */
  private last: Promise<void> = Promise.resolve();
  private folderMade: Thenable<void> | undefined;
  private isDisposed = false;

  /** @param folder for marks alone; need not exist */
  constructor(private readonly folder: vscode.Uri) {
    const unique = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
    this.file = vscode.Uri.joinPath(folder, `${unique}${EXTENSION}`);
  }

  /** Resolves when it is written down that a source is being read. */
  begin(source: MarkedSource): Promise<void> {
    this.sources.set(source.id, source);
    return this.inTurn(() => this.write());
  }

  /** It has been read, or given up in good order. */
  end(id: string): void {
    this.sources.delete(id);
    // While another is read, the next mark leaves this one out.
    if (this.sources.size === 0) {
      void this.inTurn(() => (this.sources.size === 0 ? remove(this.file) : Promise.resolve()));
    }
  }

  /**
   * Makes failures of what was being read when the editor stopped, unless it has been stored since.
   * What was stored of them before is given up.
   */
  async recover(store: ShardStore): Promise<void> {
    for (const name of await this.names()) {
      const file = vscode.Uri.joinPath(this.folder, name);
      const mark = await read(file);
      if (
        mark &&
        !isLeft(mark, { pid: nodeProcess()?.pid, now: Date.now(), isAlive: isProcessAlive })
      ) {
        continue;
      }
      for (const source of mark?.sources ?? []) {
        await fail(store, source);
      }
      await remove(file);
    }
  }

  /** The editor ends in good order: what was being read is read at the next start. */
  dispose(): void {
    this.isDisposed = true;
    const files = fileSystem();
    if (files && this.file.scheme === 'file') {
      // At its end the editor waits for nothing.
      try {
        files.rmSync(this.file.fsPath, { force: true });
      } catch {
        // It cannot be deleted, and counts.
      }
    }
    void this.inTurn(() => remove(this.file));
  }

  private async write(): Promise<void> {
    if (this.isDisposed) {
      return;
    }
    const pid = nodeProcess()?.pid;
    const mark: Mark = {
      ...(pid !== undefined && { pid }),
      since: Date.now(),
      sources: [...this.sources.values()],
    };
    try {
      await (this.folderMade ??= vscode.workspace.fs.createDirectory(this.folder));
      await vscode.workspace.fs.writeFile(
        this.file,
        new TextEncoder().encode(JSON.stringify(mark)),
      );
    } catch {
      this.folderMade = undefined;
    }
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    return (this.last = this.last.then(work));
  }

  private async names(): Promise<readonly string[]> {
    try {
      const entries = await diskFiles.readDirectory(this.folder);
      return entries.map(([name]) => name).filter((name) => name.endsWith(EXTENSION));
    } catch {
      return [];
    }
  }
}

async function fail(store: ShardStore, { id, address, mtime, size }: MarkedSource): Promise<void> {
  const bytes = await store.read(id);
  const stamp = bytes && decodeShard(bytes)?.stamp;
  if (stamp?.address === address && stamp.mtime === mtime && stamp.size === size) {
    return;
  }
  const reason = 'The editor stopped while it was read.';
  await store.write(
    id,
    encodeShard({
      stamp: { address, mtime, size, hash: 0, title: '', known: '' },
      content: { problem: { kind: 'failed', reason, cause: { kind: 'interrupted' } } },
    }),
  );
}

async function read(file: vscode.Uri): Promise<Mark | undefined> {
  try {
    return parseMark(new TextDecoder().decode(await diskFiles.readFile(file)));
  } catch {
    return undefined;
  }
}

async function remove(file: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(file);
  } catch {
    // It is not there, which is what was wanted, or cannot be changed.
  }
}
