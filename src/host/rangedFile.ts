import * as vscode from 'vscode';
import { lazy } from '../util/lazy';
import { type Disk, diskFiles, onDisk } from './diskFiles';

/** A file of which parts are read. */
export interface RangedFile {
  /** In bytes. */
  readonly size: number;
  /**
   * The bytes of a part, `end` not included. Rejects with `FileChanged` when the file is another by
   * then, and otherwise as `workspace.fs` does.
   */
  read(begin: number, end: number): Promise<Uint8Array>;
}

/** The file of which a part was to be read is not the one that was opened. */
export class FileChanged extends Error {}

/**
 * Opens a file to read parts of it. On this machine's disk no more is read than is asked for, and the
 * file is not held open in between; elsewhere it is read once, at the first part.
 */
export async function openRanged(uri: vscode.Uri): Promise<RangedFile> {
  const { size, mtime } = await diskFiles.stat(uri);
  const whole = lazy(() => vscode.workspace.fs.readFile(uri));
  return {
    size,
    read: (begin, end) =>
      onDisk(
        uri,
        (disk, path) => readPart(disk, path, { size, mtime }, begin, Math.min(end, size)),
        async () => {
          const bytes = await whole();
          if (bytes.length !== size) {
            throw new FileChanged();
          }
          // Copied, since only a plain array is handed over as bytes.
          return new Uint8Array(bytes.subarray(begin, end));
        },
      ),
  };
}

async function readPart(
  disk: Disk,
  path: string,
  opened: Pick<vscode.FileStat, 'size' | 'mtime'>,
  begin: number,
  end: number,
): Promise<Uint8Array> {
  const file = await disk.open(path);
  try {
    const { size, mtime } = await file.stat();
    const bytes = new Uint8Array(Math.max(0, end - begin));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, begin);
    if (size !== opened.size || mtime.getTime() !== opened.mtime || bytesRead < bytes.length) {
      throw new FileChanged();
    }
    return bytes;
  } finally {
    await file.close();
  }
}
