import * as vscode from 'vscode';
import { formatOfPath } from '../../core/library/formatOfPath';
import { IgnoreRules } from '../../core/library/ignoreRules';
import { excludedBy } from '../../core/library/pathRules';
import type { PlaceAccess } from '../access/placeAccess';
import { searchFiles } from '../fileSearch';
import { pathIn, rootOf, type SourceRoot } from './sourceRoots';

/** A file that is a source by its place and name. */
export interface FoundSource {
  readonly uri: vscode.Uri;
  readonly root: SourceRoot;
  /** Relative to the root. */
  readonly path: string;
}

/** What a look for sources has found. */
export interface FoundSources {
  /** Each once. */
  readonly sources: readonly FoundSource[];
  /** Where links lead that were not followed, since that lies outside the workspace; each once. */
  readonly outside: readonly string[];
}

/**
 * All sources below the roots. Never rejects: what cannot be read has no sources.
 *
 * @param isCancelled whether nobody wants to know any more
 */
export async function findSources(
  roots: readonly SourceRoot[],
  access: PlaceAccess,
  isCancelled: () => boolean,
): Promise<FoundSources> {
  const found = await Promise.all(roots.map((root) => findIn(root, roots, access, isCancelled)));
  return {
    sources: found.flatMap(({ sources }) => sources),
    outside: [...new Set(found.flatMap(({ outside }) => outside))].sort(),
  };
}

async function findIn(
  root: SourceRoot,
  roots: readonly SourceRoot[],
  access: PlaceAccess,
  isCancelled: () => boolean,
): Promise<FoundSources> {
  const { include } = root;
  const isExcluded = excludedBy(root.exclude);
  const ignored = new IgnoreRules((folder) => readIgnoreFile(root, folder));
  const { files: uris, outside } = await searchFiles(root.uri, {
    include,
    // Dependencies and the like may have more files than are looked at.
    isLeftOut: async (path) => isExcluded(path) || (await ignored.ignoresFolder(path)),
    access,
    isCancelled,
  });
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
  return { sources: candidates.filter((candidate) => candidate !== undefined), outside };
}

async function readIgnoreFile(root: SourceRoot, folder: string): Promise<string | undefined> {
  const uri = vscode.Uri.joinPath(root.uri, folder, '.gitignore');
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    // As Git has it: a link does not say what is left out.
    return type === vscode.FileType.File
      ? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
      : undefined;
  } catch {
    return undefined;
  }
}
