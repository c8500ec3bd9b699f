import * as vscode from 'vscode';
import {
  fileSystem,
  nodeProcess,
  type DirectoryEntry,
  type FileStats,
  type FileSystem,
} from '../worker/node';

/**
 * Reads what lies on this machine's disk through Node, and all else through `workspace.fs`. Both say
 * the same of a file; but `workspace.fs` asks the window before each call whether somebody has to be
 * woken for it, and a window that is still starting takes its time to answer.
 */
export const diskFiles: Pick<vscode.FileSystem, 'readFile' | 'stat' | 'readDirectory'> = {
  readFile: (uri) =>
    onDisk(
      uri,
      (disk, path) => disk.readFile(path),
      () => vscode.workspace.fs.readFile(uri),
    ),
  stat: (uri) => onDisk(uri, statOnDisk, () => vscode.workspace.fs.stat(uri)),
  readDirectory: (uri) =>
    onDisk(uri, readFolderOnDisk, () => vscode.workspace.fs.readDirectory(uri)),
};

/** Files on this machine. */
export type Disk = FileSystem['promises'];

/**
 * Reads what lies on this machine's disk in one way, and all else in another. Rejects as
 * `workspace.fs` does.
 */
export async function onDisk<T>(
  uri: vscode.Uri,
  read: (disk: Disk, path: string) => Promise<T>,
  elsewhere: () => Thenable<T>,
): Promise<T> {
  const disk = uri.scheme === 'file' ? fileSystem()?.promises : undefined;
  if (disk === undefined) {
    return elsewhere();
  }
  try {
    return await read(disk, uri.fsPath);
  } catch (error) {
    throw asEditorError(error, uri);
  }
}

async function statOnDisk(disk: Disk, path: string): Promise<vscode.FileStat> {
  const own = await disk.lstat(path);
  // A link is what it leads to, and a link; one that leads to nothing is only a link.
  const target = own.isSymbolicLink() ? await disk.stat(path).catch(() => undefined) : own;
  const { birthtime, mtime, size } = target ?? own;
  return { type: typeOf(own, target), ctime: birthtime.getTime(), mtime: mtime.getTime(), size };
}

async function readFolderOnDisk(
  disk: Disk,
  path: string,
): Promise<[name: string, type: vscode.FileType][]> {
  const entries = await disk.readdir(path, { withFileTypes: true });
  return Promise.all(
    entries.map(async (entry): Promise<[string, vscode.FileType]> => {
      const target = entry.isSymbolicLink()
        ? await disk.stat(`${path}/${entry.name}`).catch(() => undefined)
        : entry;
      return [nameOf(entry.name), typeOf(entry, target)];
    }),
  );
}

/** macOS has stored accents apart from their letters; the editor puts them together. */
function nameOf(name: string): string {
  return nodeProcess()?.platform === 'darwin' ? name.normalize('NFC') : name;
}

/** @param target what a link leads to, or the same; `undefined` where it leads to nothing */
function typeOf(
  own: DirectoryEntry,
  target: Pick<FileStats, 'isFile' | 'isDirectory'> | undefined,
): vscode.FileType {
  const { File, Directory, SymbolicLink, Unknown } = vscode.FileType;
  let type =
    target?.isFile() === true ? File : target?.isDirectory() === true ? Directory : Unknown;
  if (own.isSymbolicLink()) {
    type |= SymbolicLink;
  }
  return type;
}

/** An error of Node as `workspace.fs` would have thrown it. */
function asEditorError(error: unknown, uri: vscode.Uri): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const { FileSystemError } = vscode;
  switch (code) {
    case 'ENOENT':
      return FileSystemError.FileNotFound(uri);
    case 'EISDIR':
      return FileSystemError.FileIsADirectory(uri);
    case 'ENOTDIR':
      return FileSystemError.FileNotADirectory(uri);
    case 'EACCES':
    case 'EPERM':
      return FileSystemError.NoPermissions(error instanceof Error ? error.message : uri);
    default:
      return error;
  }
}
