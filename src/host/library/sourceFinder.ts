import * as vscode from 'vscode';
import { formatOfPath } from '../../core/library/formatOfPath';
import { IgnoreRules } from '../../core/library/ignoreRules';
import { excludedBy, includedBy, type PathRule } from '../../core/library/pathRules';
import { pathIn, rootOf, type SourceRoot } from './sourceRoots';

/** Schemes whose files the editor searches by itself, faster than any walk. */
const SEARCHED = new Set(['file', 'vscode-remote']);

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
  const uris = SEARCHED.has(root.uri.scheme) ? await search(root) : await walk(root);
  const isExcluded = excludedBy(root.exclude);
  const ignored = new IgnoreRules((folder) => readIgnoreFile(root, folder));
  const unique = new Map(uris.map((uri) => [uri.toString(), uri]));
  const candidates = await Promise.all(
    [...unique.values()].map(async (uri): Promise<FoundSource | undefined> => {
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

/** What the editor finds. Its own search leaves out `files.exclude` and knows circles of links. */
async function search(root: SourceRoot): Promise<readonly vscode.Uri[]> {
  const found = await Promise.all(
    root.include.map(async (glob) => {
      try {
        return await vscode.workspace.findFiles(new vscode.RelativePattern(root.uri, glob));
      } catch {
        // A glob that is none, or a folder that is not there.
        return [];
      }
    }),
  );
  return found.flat();
}

/** Goes through all folders; into no links, which may lead in circles. */
async function walk(root: SourceRoot): Promise<readonly vscode.Uri[]> {
  const isIncluded = includedBy(root.include);
  const isHidden = excludedBy(hiddenFiles(root));
  const found: vscode.Uri[] = [];
  await walkFolder(
    root.uri,
    '',
    (path) => !isHidden(path),
    (uri, path) => {
      if (isIncluded(path)) {
        found.push(uri);
      }
    },
  );
  return found;
}

async function walkFolder(
  folder: vscode.Uri,
  path: string,
  isWanted: PathRule,
  onFile: (uri: vscode.Uri, path: string) => void,
): Promise<void> {
  let entries: readonly [string, vscode.FileType][];
  try {
    entries = await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return;
  }
  for (const [name, type] of entries) {
    const below = path === '' ? name : `${path}/${name}`;
    const uri = vscode.Uri.joinPath(folder, name);
    if (!isWanted(below)) {
      continue;
    }
    if (type === vscode.FileType.Directory) {
      await walkFolder(uri, below, isWanted, onFile);
    } else if (type & vscode.FileType.File) {
      onFile(uri, below);
    }
  }
}

/** The globs of `files.exclude` that hold for every file. */
function hiddenFiles(root: SourceRoot): readonly string[] {
  const setting = vscode.workspace
    .getConfiguration('files', root.uri)
    .get<Readonly<Record<string, unknown>>>('exclude', {});
  return Object.entries(setting)
    .filter(([, value]) => value === true)
    .map(([glob]) => glob);
}

async function readIgnoreFile(root: SourceRoot, folder: string): Promise<string | undefined> {
  const uri = vscode.Uri.joinPath(root.uri, folder, '.gitignore');
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
