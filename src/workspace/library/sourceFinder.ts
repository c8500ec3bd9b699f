import * as vscode from 'vscode';
import { LARGEST_IGNORE_FILE } from '../../core/budgets';
import { quote } from '../../core/packs/jsonPath';
import { formatOfPath } from '../../core/library/formatOfPath';
import { DETAILS_ENDING } from '../../core/library/sourceDetails';
import { IgnoreRules } from '../../core/paths/ignoreRules';
import { excludedBy } from '../../core/paths/pathRules';
import type { Logger } from '../../core/ports';
import type { PlaceAccess } from '../access/placeAccess';
import { searchFiles } from '../fileSearch';
import { failedProblem } from '../../host/fileErrors';
import { threadSlices } from '../../util/slicedWork';
import type { UnreadableFolder } from './library';
import { pathIn, sourceRootOf, type SourceRoot } from './sourceRoots';
import { diskFiles } from '../../host/diskFiles';

/** Files in which people say what a source is. */
const DETAILS = `**/*${DETAILS_ENDING}`;

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
  /** Folders that could not be searched, in the order of their paths. */
  readonly unreadable: readonly UnreadableFolder[];
  /** Files of what people say of sources; see `core/library/sourceDetails.ts`. */
  readonly details: readonly vscode.Uri[];
}

/**
 * All sources below the roots. Never rejects: a folder that cannot be read has no sources and is told.
 *
 * @param all these and other roots, to which belongs what lies in them
 * @param isCancelled whether nobody wants to know any more
 * @param log is told of globs and of lines of `.gitignore` files that do not count
 */
export async function findSources(
  roots: readonly SourceRoot[],
  all: readonly SourceRoot[],
  access: PlaceAccess,
  isCancelled: () => boolean,
  log?: Pick<Logger, 'warn'>,
): Promise<FoundSources> {
  const found = await Promise.all(roots.map((root) => findIn(root, all, access, isCancelled, log)));
  return {
    sources: found.flatMap(({ sources }) => sources),
    outside: [...new Set(found.flatMap(({ outside }) => outside))].sort(),
    unreadable: found
      .flatMap(({ unreadable }) => unreadable)
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    details: found.flatMap(({ details }) => details),
  };
}

async function findIn(
  root: SourceRoot,
  roots: readonly SourceRoot[],
  access: PlaceAccess,
  isCancelled: () => boolean,
  log: Pick<Logger, 'warn'> | undefined,
): Promise<FoundSources> {
  const onLeftOut = (glob: string): void =>
    log?.warn(`The pattern ${quote(glob)} of a setting cannot be matched and does not count.`);
  const isExcluded = excludedBy(root.exclude, onLeftOut);
  const ignored = new IgnoreRules(
    (folder) => readIgnoreFile(root, folder, log),
    (folder, problem) => log?.warn(`${ignoreFile(root, folder).toString(true)}: ${problem}`),
  );
  const {
    files: uris,
    outside,
    unreadable,
  } = await searchFiles(root.uri, {
    include: [...root.include, DETAILS],
    // Dependencies and the like may have more files than are looked at.
    isLeftOut: async (path) => isExcluded(path) || (await ignored.ignoresFolder(path)),
    access,
    onLeftOut,
    isCancelled,
  });
  const found: FoundSource[] = [];
  const details: vscode.Uri[] = [];
  const slices = threadSlices();
  for (const uri of uris) {
    if (slices.isOver) {
      await slices.pause();
    }
    const path = pathIn(root, uri);
    if (uri.path.endsWith(DETAILS_ENDING) && sourceRootOf(roots, uri) === root) {
      details.push(uri);
    } else if (
      path !== undefined &&
      formatOfPath(path) !== undefined &&
      sourceRootOf(roots, uri) === root &&
      !isExcluded(path) &&
      !(await ignored.ignores(path))
    ) {
      found.push({ uri, root, path });
    }
  }
  return {
    sources: found,
    details,
    outside,
    unreadable: unreadable
      .filter(({ folder }) => sourceRootOf(roots, folder) === root)
      .map(({ folder, path, error }) => ({
        uri: folder,
        path: path === '' ? root.uri.fsPath : `${root.prefix}${path}`,
        problem: failedProblem(error),
      })),
  };
}

function ignoreFile(root: SourceRoot, folder: string): vscode.Uri {
  return vscode.Uri.joinPath(root.uri, folder, '.gitignore');
}

async function readIgnoreFile(
  root: SourceRoot,
  folder: string,
  log: Pick<Logger, 'warn'> | undefined,
): Promise<string | undefined> {
  const uri = ignoreFile(root, folder);
  try {
    const { size, type } = await diskFiles.stat(uri);
    // As Git has it: a link does not say what is left out.
    if (type !== vscode.FileType.File) {
      return undefined;
    }
    if (size > LARGEST_IGNORE_FILE) {
      log?.warn(`${uri.toString(true)} has more than 1 MB and does not count.`);
      return undefined;
    }
    return new TextDecoder().decode(await diskFiles.readFile(uri));
  } catch {
    return undefined;
  }
}
