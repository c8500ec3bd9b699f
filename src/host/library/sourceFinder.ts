import * as vscode from 'vscode';
import { formatOfPath } from '../../core/library/formatOfPath';
import { IgnoreRules } from '../../core/library/ignoreRules';
import { excludedBy } from '../../core/library/pathRules';
import { searchFiles } from '../fileSearch';
import { pathIn, rootOf, type SourceRoot } from './sourceRoots';

/** A file that is a source by its place and name. */
export interface FoundSource {
  readonly uri: vscode.Uri;
  readonly root: SourceRoot;
  /** Relative to the root. */
  readonly path: string;
}

/** All sources below the roots, each once. Never rejects: what cannot be read has no sources. */
export async function findSources(roots: readonly SourceRoot[]): Promise<readonly FoundSource[]> {
  const found = await Promise.all(roots.map((root) => findIn(root, roots)));
  return found.flat();
}

async function findIn(
  root: SourceRoot,
  roots: readonly SourceRoot[],
): Promise<readonly FoundSource[]> {
  const uris = await searchFiles(root.uri, root.include);
  const isExcluded = excludedBy(root.exclude);
  const ignored = new IgnoreRules((folder) => readIgnoreFile(root, folder));
  const candidates = await Promise.all(
    uris.map(async (uri): Promise<FoundSource | undefined> => {
      const path = pathIn(root, uri);
      const isSource =
        path !== undefined &&
        formatOfPath(path) !== undefined &&
        rootOf(roots, uri) === root &&
        !isExcluded(path) &&
        !(await ignored.ignores(path));
      return isSource ? { uri, root, path } : undefined;
    }),
  );
  return candidates.filter((candidate) => candidate !== undefined);
}

async function readIgnoreFile(root: SourceRoot, folder: string): Promise<string | undefined> {
  const uri = vscode.Uri.joinPath(root.uri, folder, '.gitignore');
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
