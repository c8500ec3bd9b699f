import * as vscode from 'vscode';
import { formatOfPath } from '../core/library/formatOfPath';
import { disposeAll, type Disposable } from '../util/dispose';
import { diskFiles } from '../host/diskFiles';

/** Where tools write a lot, and people nothing. */
const NOISY = /\/(?:\.git|node_modules)\//;

/** Milliseconds after which a burst is over all the same: something may write all the time. */
const LONGEST_BURST = 3000;

/**
 * Milliseconds after which the editor watches what it was asked to watch. It begins at its leisure,
 * says nothing when it has, and tells of nothing that happened before.
 */
const BEGINNING_MS = 2000;

/** What the watcher asks whoever follows files. */
export interface FollowedFiles {
  /** Whether it is one of the files that are followed. */
  has(file: vscode.Uri): boolean;
  /** Whether some file that is followed lies in that folder. */
  hasIn(folder: vscode.Uri): boolean;
  /** Whether what happens to a file may decide which files are followed, or what is said of them. */
  decides(file: vscode.Uri): boolean;
}

/** What has happened: to these files only, by their addresses, or so that all must be looked for again. */
export type Observed = ReadonlySet<string> | 'everything';

/** Watches folders for what concerns some files, and tells of bursts of events as one. */
export class FolderWatcher implements Disposable {
  private readonly watchers: Disposable[] = [];
  private watched = '';
  private changedFiles = new Set<string>();
  private newFiles: vscode.Uri[] = [];
  private isEverything = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private beginning: ReturnType<typeof setTimeout> | undefined;
  /** When the burst at hand began, by `performance.now()`; `undefined` while all is quiet. */
  private burstStart: number | undefined;

  /**
   * @param quietTime milliseconds without an event until a burst, such as a change of branch, is over
   * @param onBegun called some time after other folders are watched: nobody tells what happened before
   */
  constructor(
    private readonly files: FollowedFiles,
    private readonly quietTime: number,
    private readonly onObserved: (observed: Observed) => void,
    private readonly onBegun: () => void = () => undefined,
  ) {}

  /**
   * Watches in place of those before.
   *
   * @param folders with all that lies below them
   * @param lone folders of which only the files that are followed count
   */
  watch(folders: readonly vscode.Uri[], lone: readonly vscode.Uri[] = []): void {
    const watched = [folders.join('\n'), lone.join('\n')].join('\n\n');
    if (watched === this.watched) {
      return;
    }
    this.watched = watched;
    disposeAll(this.watchers);
    clearTimeout(this.beginning);
    this.beginning = setTimeout(this.onBegun, BEGINNING_MS);
    // All files: when a folder comes or goes, there may be no event for what lies in it.
    for (const folder of folders) {
      const watcher = this.createWatcher(folder, '**');
      this.watchers.push(
        watcher.onDidCreate((file) => this.created(file)),
        watcher.onDidChange((file) => this.changed(file)),
        watcher.onDidDelete((file) => this.deleted(file)),
      );
    }
    for (const folder of lone) {
      const watcher = this.createWatcher(folder, '*');
      const happened = (file: vscode.Uri): void => {
        if (this.files.has(file)) {
          this.changed(file);
        }
      };
      this.watchers.push(
        watcher.onDidCreate(happened),
        watcher.onDidChange(happened),
        watcher.onDidDelete(happened),
      );
    }
  }

  /** Settings and the like have changed. */
  everything(): void {
    this.isEverything = true;
    this.schedule();
  }

  /** A file's text has changed, on the disk or in an editor. */
  changed(file: vscode.Uri): void {
    if (this.files.has(file)) {
      this.changedFiles.add(file.toString());
      this.schedule();
    } else if (this.files.decides(file)) {
      this.everything();
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    clearTimeout(this.beginning);
    disposeAll(this.watchers);
  }

  private createWatcher(folder: vscode.Uri, glob: string): vscode.FileSystemWatcher {
    const pattern = new vscode.RelativePattern(folder, glob);
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    this.watchers.push(watcher);
    return watcher;
  }

  private created(file: vscode.Uri): void {
    if (this.files.has(file) || this.files.decides(file)) {
      this.changed(file);
    } else if (mayBeFolder(file)) {
      // It may be one full of such files.
      this.newFiles.push(file);
      this.schedule();
    }
  }

  private deleted(file: vscode.Uri): void {
    if (this.files.has(file) || this.files.decides(file)) {
      this.changed(file);
    } else if (mayBeFolder(file) && this.files.hasIn(file)) {
      this.everything();
    }
  }

  private schedule(): void {
    // Not the time of day, which may be moved back in the middle of a burst.
    const now = performance.now();
    this.burstStart ??= now;
    if (now - this.burstStart < LONGEST_BURST) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.tell(), this.quietTime);
    }
  }

  private async tell(): Promise<void> {
    const { isEverything, changedFiles, newFiles } = this;
    this.burstStart = undefined;
    this.isEverything = false;
    this.changedFiles = new Set();
    this.newFiles = [];
    if (isEverything || (await anyFolder(newFiles))) {
      this.onObserved('everything');
    } else if (changedFiles.size > 0) {
      this.onObserved(changedFiles);
    }
  }
}

/** Whether it is worth asking: most events are about files, and many of those have a document's name. */
function mayBeFolder({ path }: vscode.Uri): boolean {
  return formatOfPath(path) === undefined && !NOISY.test(path);
}

async function anyFolder(uris: readonly vscode.Uri[]): Promise<boolean> {
  const found = await Promise.all(
    uris.map(async (uri) => {
      try {
        const { type } = await diskFiles.stat(uri);
        return (type & vscode.FileType.Directory) !== 0;
      } catch {
        return false;
      }
    }),
  );
  return found.includes(true);
}
