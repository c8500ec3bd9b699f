import * as vscode from 'vscode';
import { formatOfPath } from '../../core/library/formatOfPath';

/** A file that the user wants in the library. */
export interface IncomingFile {
  /** Its name; for one from a folder that was added, with the path from that folder on. */
  readonly path: string;
  /** Where it is; absent for a file that a browser handed over. */
  readonly uri?: vscode.Uri;
  /** @throws when it cannot be read or written, or something is there that must not be replaced */
  copyTo(target: vscode.Uri, options: { readonly overwrite: boolean }): Promise<void>;
}

/** Deeper folders are not looked into: none that a person made are, and a loop of links would be. */
const MOST_FOLDER_LEVELS = 16;

/**
 * The files at `uris`; of folders, the documents in them and below. Never rejects: what is not there
 * is a file that cannot be copied. Ends early, with what it has found, when `token` says so.
 */
export async function filesAt(
  uris: readonly vscode.Uri[],
  token: vscode.CancellationToken,
): Promise<readonly IncomingFile[]> {
  const files: IncomingFile[] = [];
  for (const uri of uris) {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    if (await isFolder(uri)) {
      await addDocumentsIn(uri, name, MOST_FOLDER_LEVELS, files, token);
    } else {
      files.push(fileAt(uri, name));
    }
  }
  return files;
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

async function addDocumentsIn(
  folder: vscode.Uri,
  path: string,
  depth: number,
  files: IncomingFile[],
  token: vscode.CancellationToken,
): Promise<void> {
  for (const [name, type] of await entriesOf(folder)) {
    const [uri, below] = [vscode.Uri.joinPath(folder, name), `${path}/${name}`];
    if (token.isCancellationRequested) {
      return;
    }
    if (type === vscode.FileType.Directory && depth > 0) {
      await addDocumentsIn(uri, below, depth - 1, files, token);
    } else if (type & vscode.FileType.File && formatOfPath(name) !== undefined) {
      files.push(fileAt(uri, below));
    }
  }
}

/** None of a folder that may not be read. */
async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

function fileAt(uri: vscode.Uri, path: string): IncomingFile {
  return {
    path,
    uri,
    copyTo: async (target, options) => vscode.workspace.fs.copy(uri, target, options),
  };
}

/** What was dropped: addresses from the editor's explorer, files from the system. */
export interface Dropped {
  readonly uris: readonly vscode.Uri[];
  /** Files without an address, which only a browser hands over. */
  readonly files: readonly IncomingFile[];
}

/** The types of a drop that `droppedFiles` understands. */
export const DROP_TYPES = ['text/uri-list', 'files'];

/** A file from the system comes twice where its address is known; it is taken once. */
export async function droppedFiles(dataTransfer: vscode.DataTransfer): Promise<Dropped> {
  const list = (await dataTransfer.get('text/uri-list')?.asString()) ?? '';
  const addresses = new Set(
    list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#')),
  );
  const files: IncomingFile[] = [];
  for (const [, item] of dataTransfer) {
    const file = item.asFile();
    if (file?.uri !== undefined) {
      addresses.add(file.uri.toString());
    } else if (file !== undefined) {
      files.push({
        path: file.name,
        copyTo: async (target) => vscode.workspace.fs.writeFile(target, await file.data()),
      });
    }
  }
  return { uris: [...addresses].map((address) => vscode.Uri.parse(address)), files };
}
