import * as vscode from 'vscode';
import { fileNameOf } from '../../core/library/title';
import { pathBelow } from '../../core/paths/place';
import { isAbsolutePath, librarySettings, type LibraryFolder } from '../../host/config';
import { diskFiles } from '../../host/diskFiles';
import { failedProblem } from '../../host/fileErrors';
import { fileSystem } from '../../worker/node';
import type { SourcePlace, UnreadableFolder } from './library';

/** A folder in which sources are looked for. */
export interface SourceRoot {
  readonly uri: vscode.Uri;
  /** Before the paths of its sources, for people; empty where there is no other root. */
  readonly prefix: string;
  /** Globs relative to the folder. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** The place of its sources. */
  readonly place: SourcePlace;
}

/** Where folders of a workspace come from; `vscode.workspace` is one. */
export type FolderHost = Pick<
  typeof vscode.workspace,
  'workspaceFolders' | 'onDidChangeWorkspaceFolders'
>;

/** The workspace's folders or, without any, the folder that the extension has for itself. */
export function sourceRoots(host: FolderHost, own: vscode.Uri): readonly SourceRoot[] {
  const folders = host.workspaceFolders ?? [];
  if (folders.length === 0) {
    const { exclude } = librarySettings(own);
    return [{ uri: own, prefix: '', include: ['**/*'], exclude, place: 'workspace' }];
  }
  return folders.map(({ uri, name }) => ({
    uri,
    prefix: folders.length > 1 ? `${name}/` : '',
    ...librarySettings(uri),
    place: 'workspace',
  }));
}

/**
 * The folders elsewhere that the user's settings name, in which every document is a source: those of
 * the workspace are none of them. What is no absolute path is told, and all of them where no disk can
 * be reached, as in a browser.
 */
export function rootsElsewhere(
  named: readonly LibraryFolder[],
  workspace: readonly SourceRoot[],
): {
  readonly roots: readonly SourceRoot[];
  readonly refused: readonly UnreadableFolder[];
} {
  const hasDisk = fileSystem() !== undefined;
  const refused: UnreadableFolder[] = [];
  const folders = new Map<string, vscode.Uri>();
  for (const { written, path } of named) {
    const uri = vscode.Uri.file(path ?? written);
    if (path === undefined || !hasDisk) {
      const reason = hasDisk
        ? vscode.l10n.t('It is not an absolute path.')
        : vscode.l10n.t('Folders outside the workspace cannot be read in a browser.');
      refused.push({ uri, path: written, problem: { kind: 'failed', reason } });
    } else if (!workspace.some((root) => root.uri.toString() === uri.toString())) {
      folders.set(uri.toString(), uri);
    }
  }
  const all = [...folders.values()];
  const names = all.map(({ path }) => fileNameOf(path));
  const roots = all.map((uri, at): SourceRoot => {
    const name = names[at] ?? '';
    const isAlone = name !== '' && names.indexOf(name) === names.lastIndexOf(name);
    return {
      uri,
      prefix: `${isAlone ? name : uri.fsPath}/`,
      include: ['**/*'],
      exclude: librarySettings(uri).exclude.map((glob) => relativeTo(uri, glob)),
      place: 'elsewhere',
    };
  });
  return { roots, refused };
}

/** A path that was left out by its whole name, as the root has it. */
function relativeTo(folder: vscode.Uri, glob: string): string {
  return isAbsolutePath(glob) ? (pathBelow(folder.path, vscode.Uri.file(glob).path) ?? glob) : glob;
}

/**
 * The root that a file belongs to: the innermost, where one lies in another. `undefined` for a file
 * outside all.
 */
export function sourceRootOf(
  roots: readonly SourceRoot[],
  file: vscode.Uri,
): SourceRoot | undefined {
  let innermost: SourceRoot | undefined;
  for (const root of roots) {
    if (
      pathIn(root, file) !== undefined &&
      root.uri.path.length > (innermost?.uri.path.length ?? -1)
    ) {
      innermost = root;
    }
  }
  return innermost;
}

/** A file's path relative to a root, with slashes; `undefined` when it lies elsewhere. */
export function pathIn(root: SourceRoot, file: vscode.Uri): string | undefined {
  const { scheme, authority } = root.uri;
  const folder = root.uri.path.endsWith('/') ? root.uri.path : `${root.uri.path}/`;
  return file.scheme === scheme && file.authority === authority && file.path.startsWith(folder)
    ? file.path.slice(folder.length)
    : undefined;
}

/** The roots that are not there, as a drive that is not connected. */
export async function lostRoots(
  roots: readonly SourceRoot[],
): Promise<readonly { readonly root: SourceRoot; readonly folder: UnreadableFolder }[]> {
  const lost = await Promise.all(
    roots.map(async (root) => {
      try {
        await diskFiles.stat(root.uri);
        return [];
      } catch (error) {
        const { uri } = root;
        return [{ root, folder: { uri, path: uri.fsPath, problem: failedProblem(error) } }];
      }
    }),
  );
  return lost.flat();
}
