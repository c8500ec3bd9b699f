import * as vscode from 'vscode';
import { explainFileError } from '../../host/fileFaultText';
import { formatOfPath } from '../../core/library/formatOfPath';
import type { PlaceAccess } from '../../workspace/access/placeAccess';
import { Settings, SETTINGS_SECTION } from '../../host/ids';
import type { Library } from '../../workspace/library/library';
import { sourceAt } from '../../workspace/library/sourceFiles';
import type { AddPrompts } from './addPrompts';
import { planCopies, type PlannedCopy } from './copyPlan';
import { type Dropped, filesAt, type IncomingFile } from './incomingFiles';
import type { Log } from '../../host/surfaces/log';
import { showWarning, showError } from '../../host/surfaces/messages';
import { withProgress } from '../../host/surfaces/progress';

/** A file that could not be added, and why. */
interface Failure {
  readonly file: IncomingFile;
  readonly reason: string;
}

/** Copies files into the folder for sources. What stands in their way, the user decides. */
export class SourceAdder {
  constructor(
    private readonly deps: {
      readonly library: Pick<Library, 'sources' | 'folderForNewSources' | 'rescan'>;
      readonly access: PlaceAccess;
      readonly log: Log;
    },
    private readonly prompts: AddPrompts,
    private readonly reveal: (source: string) => Promise<void>,
  ) {}

  /** Asks which files to add, and adds them. */
  async ask(): Promise<void> {
    const uris = await this.prompts.files();
    if (uris !== undefined) {
      await this.add({ uris, files: [] });
    }
  }

  /**
   * Adds files, and the documents in folders. Never rejects: what goes wrong is told to the user.
   * @param folder where to; absent for the folder that new sources usually go to
   */
  async add(dropped: Dropped, folder?: vscode.Uri): Promise<void> {
    try {
      const target = folder ?? (await this.chooseFolder());
      if (target !== undefined) {
        await this.addTo(target, dropped);
      }
    } catch (error) {
      this.deps.log.error(`Sources could not be added: ${String(error)}`);
      void showError(vscode.l10n.t('The sources could not be added: {0}', writingReason(error)));
    }
  }

  private async chooseFolder(): Promise<vscode.Uri | undefined> {
    if ((vscode.workspace.workspaceFolders?.length ?? 0) < 2) {
      return this.deps.library.folderForNewSources();
    }
    const chosen = await this.prompts.folder();
    return chosen && vscode.Uri.joinPath(chosen.uri, 'sources');
  }

  private async addTo(folder: vscode.Uri, { uris, files }: Dropped): Promise<void> {
    const { added, failures } = await withProgress(
      vscode.l10n.t('Adding sources'),
      async (report, token) => {
        const results = { added: [] as vscode.Uri[], failures: [] as Failure[] };
        const incoming = [...(await filesAt(uris, token)), ...files];
        if (token.isCancellationRequested) {
          return results;
        }
        const readable = incoming.filter(({ path }) => formatOfPath(path) !== undefined);
        this.refuse(incoming.filter((file) => !readable.includes(file)));
        const copies = await this.plan(folder, readable);
        for (const copy of copies) {
          if (token.isCancellationRequested) {
            break;
          }
          report({ message: copy.target, increment: 100 / copies.length });
          await copyInto(folder, copy, this.deps.access, results);
        }
        return results;
      },
    );
    this.tellFailures(failures);
    if (added.length > 0) {
      await this.show(added);
    }
  }

  /** What is to be copied where, the user having been asked. */
  private async plan(
    folder: vscode.Uri,
    files: readonly IncomingFile[],
  ): Promise<readonly PlannedCopy<IncomingFile>[]> {
    const isTaken = (path: string) => exists(vscode.Uri.joinPath(folder, path));
    const conflicts: IncomingFile[] = [];
    const elsewhere = files.filter(
      ({ path, uri }) => uri?.toString() !== vscode.Uri.joinPath(folder, path).toString(),
    );
    for (const file of elsewhere) {
      if (await isTaken(file.path)) {
        conflicts.push(file);
      }
    }
    const answers = await this.prompts.conflicts(conflicts.map(({ path }) => path));
    return planCopies(
      elsewhere,
      isTaken,
      new Map(conflicts.map((file, at) => [file, answers[at] ?? 'skip'])),
    );
  }

  /** Selects the first of the files that were added, once the library knows them. */
  private async show(added: readonly vscode.Uri[]): Promise<void> {
    const { library } = this.deps;
    await library.rescan();
    const found = added.flatMap((uri) => sourceAt(library.sources, uri) ?? []);
    const [first] = found;
    if (first !== undefined) {
      await this.reveal(first.id);
    }
    if (found.length < added.length) {
      void this.explainMissing(added.length - found.length);
    }
  }

  /** Files that are in their place and yet no sources: the settings leave them out. */
  private async explainMissing(count: number): Promise<void> {
    const openSettings = vscode.l10n.t('Open Settings');
    const chosen = await showWarning(
      count === 1
        ? vscode.l10n.t('Copied, but excluded by ip4Desk.library.include.')
        : vscode.l10n.t(
            'Copied {0} files, but they are excluded by ip4Desk.library.include.',
            count,
          ),
      openSettings,
    );
    if (chosen === openSettings) {
      await vscode.commands.executeCommand(
        'workbench.action.openSettings',
        `${SETTINGS_SECTION}.${Settings.libraryInclude}`,
      );
    }
  }

  private refuse(files: readonly IncomingFile[]): void {
    const [first] = files;
    if (first !== undefined) {
      const formats = vscode.l10n.t(
        'IP4 Desk reads text, Markdown, HTML, PDF and Word files (.txt, .md, .html, .pdf, .docx).',
      );
      const refusal =
        files.length === 1
          ? vscode.l10n.t('“{0}” was not added.', first.path)
          : vscode.l10n.t('{0} files were not added: {1}.', files.length, listOf(files));
      void showWarning(`${refusal} ${formats}`);
    }
  }

  private tellFailures(failures: readonly Failure[]): void {
    const [first] = failures;
    if (first !== undefined) {
      failures.forEach(({ file, reason }) => this.deps.log.error(`${file.path}: ${reason}`));
      void showError(
        failures.length === 1
          ? vscode.l10n.t('“{0}” could not be copied: {1}', first.file.path, first.reason)
          : vscode.l10n.t(
              '{0} files could not be copied: {1}. {2}',
              failures.length,
              listOf(failures.map(({ file }) => file)),
              first.reason,
            ),
      );
    }
  }
}

async function copyInto(
  folder: vscode.Uri,
  { file, target, overwrite }: PlannedCopy<IncomingFile>,
  access: PlaceAccess,
  results: { readonly added: vscode.Uri[]; readonly failures: Failure[] },
): Promise<void> {
  const uri = vscode.Uri.joinPath(folder, target);
  try {
    const reach = await access.reach(uri, { isWrite: true });
    if (!reach.isAllowed) {
      const reason = vscode.l10n.t(
        '“{0}” lies outside the folders of this workspace. Allow its use first.',
        reach.place,
      );
      results.failures.push({ file, reason });
      return;
    }
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
    await file.copyTo(uri, { overwrite });
    results.added.push(uri);
  } catch (error) {
    results.failures.push({ file, reason: writingReason(error) });
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function listOf(files: readonly IncomingFile[]): string {
  const named = files.slice(0, 3).map(({ path }) => path);
  return [...named, ...(files.length > named.length ? ['…'] : [])].join(', ');
}

function writingReason(error: unknown): string {
  return explainFileError(error, 'write', vscode.l10n);
}
