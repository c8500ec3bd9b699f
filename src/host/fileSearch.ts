import * as vscode from 'vscode';
import { MOST_PATTERNS } from '../core/budgets';
import { compileGlob } from '../core/library/glob';
import { excludedBy, includedBy, type OnLeftOut, type PathRule } from '../core/library/pathRules';

/** Schemes whose files the editor searches by itself, faster than any walk. */
const SEARCHED = new Set(['file', 'vscode-remote']);

/**
 * The files below a folder whose path from it on matches a glob, each once, without those that
 * `files.exclude` hides. Links are not followed in circles. Never rejects: what cannot be read holds
 * no files, and a glob that is none matches none.
 *
 * @param exclude globs of paths that are left out with all below them
 * @param onLeftOut called with each glob of `include` that does not count
 */
export async function searchFiles(
  folder: vscode.Uri,
  include: readonly string[],
  exclude: readonly string[] = [],
  onLeftOut: OnLeftOut = () => undefined,
): Promise<readonly vscode.Uri[]> {
  // The editor's own search makes expressions of globs as well.
  const usable = include.slice(0, MOST_PATTERNS).filter((glob) => compileGlob(glob) !== undefined);
  const counting = new Set(usable);
  include.filter((glob) => !counting.has(glob)).forEach(onLeftOut);
  const uris = SEARCHED.has(folder.scheme)
    ? await search(folder, usable, exclude)
    : await walk(folder, usable, exclude);
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}

/** What the editor finds. Its own search leaves out `files.exclude` and knows circles of links. */
async function search(
  folder: vscode.Uri,
  include: readonly string[],
  exclude: readonly string[],
): Promise<readonly vscode.Uri[]> {
  const excluded = exclude.length > 0 ? `{${exclude.join(',')}}` : undefined;
  const found = await Promise.all(
    include.map(async (glob) => {
      try {
        const pattern = new vscode.RelativePattern(folder, glob);
        return await vscode.workspace.findFiles(pattern, excluded);
      } catch {
        // A glob that is none, or a folder that is not there.
        return [];
      }
    }),
  );
  return found.flat();
}

/** Goes through all folders; into no links, which may lead in circles. */
async function walk(
  folder: vscode.Uri,
  include: readonly string[],
  exclude: readonly string[],
): Promise<readonly vscode.Uri[]> {
  const isIncluded = includedBy(include);
  const isHidden = excludedBy([...hiddenFiles(folder), ...exclude]);
  const found: vscode.Uri[] = [];
  await walkFolder(
    folder,
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
function hiddenFiles(folder: vscode.Uri): readonly string[] {
  const setting = vscode.workspace
    .getConfiguration('files', folder)
    .get<Readonly<Record<string, unknown>>>('exclude', {});
  return Object.entries(setting)
    .filter(([, value]) => value === true)
    .map(([glob]) => glob);
}
