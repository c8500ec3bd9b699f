import * as vscode from 'vscode';
import { Settings, SETTINGS_SECTION } from '../../host/ids';
import type { LibrarySource, SourcePath } from '../../workspace/library/library';
import { filesOf } from '../../workspace/library/sourceFiles';
import type { Log } from '../../host/surfaces/log';
import { showInformation } from '../../host/surfaces/messages';

type Removed = SourcePath & Pick<LibrarySource, 'title' | 'alsoAt'>;

/** What a setting was before it was changed, and what it was changed to. */
interface Change {
  /** The folder whose settings have it; absent for the user's own. */
  readonly folder: vscode.WorkspaceFolder | undefined;
  /** `undefined` when it was not set there. */
  readonly before: readonly string[] | undefined;
  readonly after: readonly string[];
  /** What is in it for the sources that were removed. */
  readonly added: ReadonlySet<string>;
}

/**
 * Takes sources out of the library by leaving them out in the settings; the files stay. Then offers
 * to take it back, which is not waited for.
 * @throws when the settings cannot be written
 */
export async function removeSources(sources: readonly Removed[], log: Log): Promise<void> {
  const [first] = sources;
  if (first === undefined) {
    return;
  }
  const changes = await exclude(sources);
  const done =
    sources.length === 1
      ? vscode.l10n.t('“{0}” is no longer in the library. The file stays where it is.', first.title)
      : vscode.l10n.t(
          '{0} sources are no longer in the library. The files stay where they are.',
          sources.length,
        );
  offerUndo(done, changes).catch((error: unknown) =>
    log.error(`The settings could not be changed back: ${String(error)}`),
  );
}

async function offerUndo(done: string, changes: readonly Change[]): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  if ((await showInformation(done, undo)) === undo) {
    await restore(changes);
  }
}

/**
 * Adds the paths of sources to the setting that leaves files out: of the folder that a source is in
 * or, without one, of the user.
 * @throws when the settings cannot be written
 */
export async function exclude(sources: readonly Removed[]): Promise<readonly Change[]> {
  const byFolder = new Map<vscode.WorkspaceFolder | undefined, string[]>();
  for (const { uri, path, place } of sources.flatMap(filesOf)) {
    const isElsewhere = place === 'elsewhere';
    const folder = isElsewhere ? undefined : vscode.workspace.getWorkspaceFolder(uri);
    const excluded = byFolder.get(folder) ?? [];
    // A path as it is written leaves out its file, whatever its characters mean in a glob.
    const inFolder = folder === undefined ? path : vscode.workspace.asRelativePath(uri, false);
    excluded.push(isElsewhere ? uri.fsPath : inFolder);
    byFolder.set(folder, excluded);
  }
  const changes: Change[] = [];
  for (const [folder, excluded] of byFolder) {
    const before = valueIn(folder);
    // The value of a folder takes the place of the user's own, so that it begins with that.
    const inherited = folder && settings(folder).get<string[]>(EXCLUDE);
    const base = inherited ?? before ?? [];
    const added = new Set(excluded.filter((path) => !base.includes(path)));
    const after = [...base, ...added];
    changes.push({ folder, before, after, added });
    await write(folder, after);
  }
  return changes;
}

/** Takes changes back; whatever else has been changed in the settings since then stays. */
export async function restore(changes: readonly Change[]): Promise<void> {
  for (const { folder, before, after, added } of changes) {
    const now = valueIn(folder) ?? [];
    const isUnchanged = now.length === after.length && now.every((glob, at) => glob === after[at]);
    await write(folder, isUnchanged ? before : now.filter((glob) => !added.has(glob)));
  }
}

const EXCLUDE = Settings.libraryExclude;

function settings(folder: vscode.WorkspaceFolder | undefined): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration(SETTINGS_SECTION, folder?.uri ?? null);
}

function valueIn(folder: vscode.WorkspaceFolder | undefined): readonly string[] | undefined {
  const values = settings(folder).inspect<string[]>(EXCLUDE);
  return folder === undefined ? values?.globalValue : values?.workspaceFolderValue;
}

async function write(
  folder: vscode.WorkspaceFolder | undefined,
  value: readonly string[] | undefined,
): Promise<void> {
  await settings(folder).update(
    EXCLUDE,
    value,
    folder === undefined
      ? vscode.ConfigurationTarget.Global
      : vscode.ConfigurationTarget.WorkspaceFolder,
  );
}
