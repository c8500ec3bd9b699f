import * as vscode from 'vscode';
import { formatOfPath } from '../../core/library/formatOfPath';
import { includedBy } from '../../core/library/pathRules';
import { disposeAll, type Disposable } from '../../util/dispose';
import { pathIn, rootOf, type SourceRoot } from './sourceRoots';

/** Where nobody keeps sources, and tools write a lot. */
const NOISY = /\/(?:\.git|node_modules)\//;

/** Milliseconds without an event until a burst, such as a change of branch, is over. */
const QUIET_TIME = 300;

/** Milliseconds after which it is over all the same: something may write all the time. */
const LONGEST_BURST = 3000;

/** What the watcher asks the library. */
export interface WatchedLibrary {
  isSource(file: vscode.Uri): boolean;
  /** Whether some source lies in that folder. */
  hasSourceIn(folder: vscode.Uri): boolean;
  isBibliography(file: vscode.Uri): boolean;
}

/** What has happened: to these sources only, or so that all must be looked for again. */
export type Observed = ReadonlySet<string> | 'everything';

/** Watches folders for what concerns sources, and tells of bursts of events as one. */
export class SourceWatcher implements Disposable {
  private readonly watchers: Disposable[] = [];
  private roots: readonly SourceRoot[] = [];
  private changedSources = new Set<string>();
  private newFiles: vscode.Uri[] = [];
  private isEverything = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** When the burst at hand began; `undefined` while all is quiet. */
  private burstStart: number | undefined;

  constructor(
    private readonly library: WatchedLibrary,
    private readonly onObserved: (observed: Observed) => void,
  ) {}

  /** Watches these folders in place of those before. */
  watch(roots: readonly SourceRoot[]): void {
    const isSame =
      roots.length === this.roots.length &&
      roots.every(({ uri }, at) => uri.toString() === this.roots[at]?.uri.toString());
    this.roots = roots;
    if (isSame) {
      return;
    }
    disposeAll(this.watchers);
    for (const { uri } of roots) {
      // All files: when a folder comes or goes, there may be no event for what lies in it.
      const pattern = new vscode.RelativePattern(uri, '**');
      const watcher = vscode.workspace.createFileSystemWatcher(pattern);
      this.watchers.push(
        watcher,
        watcher.onDidCreate((file) => this.created(file)),
        watcher.onDidChange((file) => this.changed(file)),
        watcher.onDidDelete((file) => this.deleted(file)),
      );
    }
  }

  /** Settings and the like have changed. */
  everything(): void {
    this.isEverything = true;
    this.schedule();
  }

  dispose(): void {
    clearTimeout(this.timer);
    disposeAll(this.watchers);
  }

  private created(file: vscode.Uri): void {
    if (this.library.isSource(file)) {
      this.changed(file);
    } else if (this.isRelevant(file)) {
      this.everything();
    } else if (mayBeFolder(file)) {
      // It may be one full of sources.
      this.newFiles.push(file);
      this.schedule();
    }
  }

  private changed(file: vscode.Uri): void {
    if (this.library.isSource(file)) {
      this.changedSources.add(file.toString());
      this.schedule();
    } else if (this.isRelevant(file)) {
      this.everything();
    }
  }

  private deleted(file: vscode.Uri): void {
    if (this.library.isSource(file)) {
      this.changed(file);
    } else if (this.isRelevant(file) || (mayBeFolder(file) && this.library.hasSourceIn(file))) {
      this.everything();
    }
  }

  /** Whether what happens to a file may make or unmake sources, or change what is said of them. */
  private isRelevant(file: vscode.Uri): boolean {
    if (file.path.endsWith('/.gitignore') || this.library.isBibliography(file)) {
      return true;
    }
    const root = rootOf(this.roots, file);
    const path = root && pathIn(root, file);
    return (
      root !== undefined &&
      path !== undefined &&
      formatOfPath(path) !== undefined &&
      includedBy(root.include)(path)
    );
  }

  private schedule(): void {
    const now = Date.now();
    this.burstStart ??= now;
    if (now - this.burstStart < LONGEST_BURST) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.tell(), QUIET_TIME);
    }
  }

  private async tell(): Promise<void> {
    const { isEverything, changedSources, newFiles } = this;
    this.burstStart = undefined;
    this.isEverything = false;
    this.changedSources = new Set();
    this.newFiles = [];
    if (isEverything || (await anyFolder(newFiles))) {
      this.onObserved('everything');
    } else if (changedSources.size > 0) {
      this.onObserved(changedSources);
    }
  }
}

/** Whether it is worth asking: most events are about neither folders nor sources. */
function mayBeFolder({ path }: vscode.Uri): boolean {
  return formatOfPath(path) === undefined && !NOISY.test(path);
}

async function anyFolder(uris: readonly vscode.Uri[]): Promise<boolean> {
  const found = await Promise.all(
    uris.map(async (uri) => {
      try {
        const { type } = await vscode.workspace.fs.stat(uri);
        return (type & vscode.FileType.Directory) !== 0;
      } catch {
        return false;
      }
    }),
  );
  return found.includes(true);
}
