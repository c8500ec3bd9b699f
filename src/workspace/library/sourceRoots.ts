import type * as vscode from 'vscode';
import { librarySettings } from '../../host/config';

/** A folder in which sources are looked for. */
export interface SourceRoot {
  readonly uri: vscode.Uri;
  /** Before the paths of its sources, for people; empty where there is no other root. */
  readonly prefix: string;
  /** Globs relative to the folder. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
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
    return [{ uri: own, prefix: '', include: ['**/*'], exclude }];
  }
  return folders.map(({ uri, name }) => ({
    uri,
    prefix: folders.length > 1 ? `${name}/` : '',
    ...librarySettings(uri),
  }));
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
