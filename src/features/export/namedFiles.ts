import type * as vscode from 'vscode';
import type { ExportFiles, NamedFile } from '../../core/export/exportNote';
import { diskFiles } from '../../host/diskFiles';
import type { PlaceAccess } from '../../workspace/access/placeAccess';
import { fileIn, type NotePlaces } from './notePlaces';

/** Bytes of one file that a note names. */
const MOST_BYTES = 50_000_000;

/**
 * Reads the pictures and the reference document of a note, as far as the user allows what lies
 * outside the workspace.
 * @param reference the path in the settings, from the workspace folder on; empty when none is set
 */
export function namedFiles(
  access: PlaceAccess,
  { folder, root }: NotePlaces,
  reference: string,
): ExportFiles {
  const read = async (from: vscode.Uri | undefined, path: string): Promise<NamedFile> => {
    if (from === undefined) {
      return 'missing';
    }
    const file = fileIn(from, path);
    const reach = await access.reach(file, { home: folder });
    if (!reach.isAllowed) {
      return reach.exists ? 'refused' : 'missing';
    }
    try {
      const { size } = await diskFiles.stat(file);
      return size > MOST_BYTES ? new Uint8Array() : await diskFiles.readFile(file);
    } catch {
      return 'missing';
    }
  };
  return {
    // As in the editor's own preview, a slash stands for the workspace folder.
    picture: (path) => (path.startsWith('/') ? read(root, path.slice(1)) : read(folder, path)),
    reference: async (path) =>
      path !== undefined
        ? read(folder, path)
        : reference === ''
          ? undefined
          : read(root, reference),
  };
}
