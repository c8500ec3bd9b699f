import * as vscode from 'vscode';
import { resolvePath } from '../../core/paths/place';

/** Where what a note names is looked for. */
export interface NotePlaces {
  /** The folder of the note; `undefined` for an untitled one outside a workspace. */
  readonly folder: vscode.Uri | undefined;
  /** The workspace folder that the note lies in, or else its own folder. */
  readonly root: vscode.Uri | undefined;
}

/** An untitled note lies in the first workspace folder. */
export function notePlaces({ uri }: vscode.TextDocument): NotePlaces {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  const folder = uri.scheme === 'untitled' ? first?.uri : vscode.Uri.joinPath(uri, '..');
  const root = folder && (vscode.workspace.getWorkspaceFolder(folder)?.uri ?? folder);
  return { folder, root };
}

/** The file that a path means in a folder; one with a drive of Windows is absolute as well. */
export function fileIn(folder: vscode.Uri, path: string): vscode.Uri {
  return vscode.Uri.from(resolvePath(folder, /^[a-z]:[\\/]/i.test(path) ? `/${path}` : path));
}

/** A file of the note's name beside it; `undefined` where it lies nowhere. */
export function proposedFile(note: vscode.TextDocument, ending: string): vscode.Uri | undefined {
  const { folder } = notePlaces(note);
  return (
    folder && vscode.Uri.joinPath(folder, `${nameOf(note.uri).replace(/\.[^.]+$/, '')}.${ending}`)
  );
}

/** The last part of a path. */
export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
