import type * as vscode from 'vscode';
import { isObject } from '../../util/shape';
import type { Disposable } from '../../util/dispose';
import {
  fileSystem,
  isProcessAlive,
  nodeProcess,
  pathModule,
  type FileSystem,
} from '../../worker/node';

/** How often whoever holds it says so, and after which silence it is free, in milliseconds. */
const SIGN_EVERY_MS = 10_000;
const LONGEST_SILENCE_MS = 60_000;

/**
 * Lets one window at a time do what all windows share. It lies in a file with the number of the
 * process; whoever is gone, or has given no sign for a minute, has lost it. Two windows may both hold
 * it for a moment when one was asleep, so that what they do must bear that.
 */
export class SharedLock implements Disposable {
  private readonly token = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  private readonly path: string;
  private readonly disk: FileSystem | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;

  /** @param file need not exist, nor its folder */
  constructor(file: Pick<vscode.Uri, 'scheme' | 'fsPath'>) {
    this.path = file.fsPath;
    this.disk = file.scheme === 'file' ? fileSystem() : undefined;
  }

  /** Whether this window has it. */
  get isHeld(): boolean {
    return this.timer !== undefined;
  }

  /** Takes it if it is free. Resolves to whether this window has it now. Where there is no disk, nobody does. */
  async take(): Promise<boolean> {
    if (this.isHeld) {
      return true;
    }
    if (this.disk === undefined) {
      return false;
    }
    const { promises } = this.disk;
    try {
      await promises.mkdir(pathModule()?.dirname(this.path) ?? this.path, { recursive: true });
      if (await this.isLeft(promises)) {
        await promises.rm(this.path, { force: true });
      }
      await promises.writeFile(this.path, this.sign, { flag: 'wx' });
      // Another window may have taken it from the same one that is gone.
      if ((await tokenIn(promises, this.path)) === this.token) {
        this.timer = setInterval(() => void this.giveSign(promises), SIGN_EVERY_MS);
      }
    } catch {
      // Another window has it, or nothing can be written.
    }
    return this.isHeld;
  }

  /** Frees it, if this window has it. */
  release(): void {
    if (this.isHeld) {
      clearInterval(this.timer);
      this.timer = undefined;
      try {
        this.disk?.rmSync(this.path, { force: true });
      } catch {
        // It is free once it has been silent.
      }
    }
  }

  dispose(): void {
    this.release();
  }

  private get sign(): string {
    return JSON.stringify({ pid: nodeProcess()?.pid, token: this.token });
  }

  private async giveSign(disk: FileSystem['promises']): Promise<void> {
    try {
      if ((await tokenIn(disk, this.path)) === this.token) {
        await disk.writeFile(this.path, this.sign, { flag: 'w' });
        return;
      }
    } catch {
      // It is gone.
    }
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** Whether the one that has it is gone. */
  private async isLeft(disk: FileSystem['promises']): Promise<boolean> {
    try {
      const { mtime } = await disk.stat(this.path);
      // A time that lies ahead is one from before the clock was moved back.
      if (Math.abs(Date.now() - mtime.getTime()) > LONGEST_SILENCE_MS) {
        return true;
      }
      const { pid } = parsed(await disk.readFile(this.path));
      return typeof pid !== 'number' || !isProcessAlive(pid);
    } catch {
      // There is none.
      return false;
    }
  }
}

async function tokenIn(disk: FileSystem['promises'], path: string): Promise<unknown> {
  return parsed(await disk.readFile(path)).token;
}

function parsed(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
