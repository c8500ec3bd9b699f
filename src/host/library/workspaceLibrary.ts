import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/catalog';
import type { ExtractionProblem, PassageRef, SourceDocument } from '../../core/library/document';
import { formatOfPath } from '../../core/library/formatOfPath';
import { decodeShard, unpackDocument, type Shard } from '../../core/library/shard';
import type { ShardJob } from '../../core/library/shardJob';
import type { Citation } from '../../core/model';
import type { Logger } from '../../core/ports';
import type { LibraryContents } from '../../core/search/libraryIndex';
import { concurrently } from '../../util/concurrently';
import { DisposableStore } from '../../util/dispose';
import { hashText } from '../../util/hash';
import { largestSource, onDidChangeLibrarySettings } from '../config';
import { Bibliographies } from './bibliographies';
import { ContentsBuilder } from './contentsBuilder';
import { ExtractionWorker } from './extractionWorker';
import { describeError, isGone } from './fileErrors';
import type { Library, LibrarySource, SourceState } from './library';
import { pause } from './pause';
import { ReadingQueue } from './readingQueue';
import { ShardStore } from './shardStore';
import { findSources, type FoundSource } from './sourceFinder';
import { largestUnpacked, SourceReader } from './sourceReader';
import { SourceRecord, sourceId } from './sourceRecord';
import { sourceRoots, type FolderHost } from './sourceRoots';
import { SourceWatcher, type Observed } from './sourceWatcher';

/** Milliseconds in which changes are one event. */
const EVENT_TIME = 100;

/** Files asked for at a time. */
const CONCURRENCY = 16;

/** Milliseconds for which stored shards are decoded before others have their turn. */
const SLICE = 12;

/** What a library is given. */
export interface LibrarySurroundings {
  /** The extension's own folder. */
  readonly extension: vscode.Uri;
  /** Where what has been read is kept. */
  readonly storage: vscode.Uri;
  /** Where sources are when there is no workspace. */
  readonly ownFolder: vscode.Uri;
  readonly folders: FolderHost;
  /** The packs, whose sources are recognised. */
  readonly desk: {
    catalog(): Promise<Catalog>;
    readonly onDidChange: vscode.Event<void>;
  };
  readonly log: Logger;
  /** See `ExtractionWorker`. */
  readonly timeLimit?: (job: ShardJob) => number;
}

/** The library over the folders of a workspace, or over the extension's own without one. */
export class WorkspaceLibrary extends DisposableStore implements Library {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private readonly contentsChanged = this._register(new vscode.EventEmitter<void>());
  readonly onDidChangeContents = this.contentsChanged.event;

  private readonly records = new Map<string, SourceRecord>();
  private readonly queue = new ReadingQueue();
  private readonly builder = new ContentsBuilder();
  private readonly store: ShardStore;
  private readonly reader: SourceReader;
  private readonly bibliographies: Bibliographies;
  private readonly watcher: SourceWatcher;

  private started: Promise<void> | undefined;
  /** Looks run one after the other; the last one. */
  private looking: Promise<void> = Promise.resolve();
  private known: ShardJob['known'] = { version: '', sources: [] };
  private paused = false;
  private isReading = false;
  private eventTimer: ReturnType<typeof setTimeout> | undefined;
  private sorted: readonly LibrarySource[] | undefined;
  private copies: ReadonlyMap<string, PassageRef> | undefined;

  constructor(private readonly surroundings: LibrarySurroundings) {
    super();
    const { extension, storage, log, timeLimit } = surroundings;
    this.store = new ShardStore(storage, log);
    const worker = this._register(new ExtractionWorker(extension, log, timeLimit));
    this.reader = new SourceReader(this.store, worker);
    this.bibliographies = new Bibliographies(log);
    this.watcher = this._register(
      new SourceWatcher(this.watched(), (what) => void this.look(what)),
    );
  }

  // What the library shows.

  get sources(): readonly LibrarySource[] {
    return (this.sorted ??= [...this.records.values()]
      .map((record) => record.show())
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)));
  }

  get(id: string): LibrarySource | undefined {
    return this.records.get(id)?.show();
  }

  get contents(): LibraryContents | undefined {
    return this.builder.contents;
  }

  get progress(): Library['progress'] {
    return this.queue.progress;
  }

  get isPaused(): boolean {
    return this.paused;
  }

  document(id: string): Promise<SourceDocument | undefined> {
    const held = this.records.get(id)?.held;
    return Promise.resolve(held && unpackDocument(held.document));
  }

  copyOf({ source, locator }: Citation): PassageRef | undefined {
    this.copies ??= new Map(
      // Where there are two copies, the first by its path counts.
      [...this.sources]
        .reverse()
        .flatMap(({ id }) =>
          (this.records.get(id)?.held?.places ?? []).map((place): [string, PassageRef] => [
            placeKey(place),
            { source: id, passage: place.passage },
          ]),
        ),
    );
    return this.copies.get(placeKey({ source, locator }));
  }

  // What can be asked of it.

  start(): Promise<void> {
    return (this.started ??= this.begin());
  }

  pause(): void {
    this.paused = true;
    this.tell();
  }

  resume(): void {
    this.paused = false;
    this.tell();
    void this.readAll();
  }

  reindex(ids: readonly string[]): void {
    const asked = ids.filter((id) => this.records.has(id));
    for (const id of asked) {
      // Without the stamp, nothing of what was read before is taken over.
      this.records.get(id)!.stamp = undefined;
    }
    this.enqueue(asked);
    void this.readAll();
  }

  async folderForNewSources(): Promise<vscode.Uri> {
    const [folder] = this.surroundings.folders.workspaceFolders ?? [];
    const uri = folder ? vscode.Uri.joinPath(folder.uri, 'sources') : this.surroundings.ownFolder;
    await vscode.workspace.fs.createDirectory(uri);
    return uri;
  }

  rescan(): Promise<void> {
    return this.started ? this.look('everything') : this.start();
  }

  override dispose(): void {
    clearTimeout(this.eventTimer);
    super.dispose();
  }

  // Looking for sources and for what has become of them.

  private async begin(): Promise<void> {
    const { folders, desk, log } = this.surroundings;
    this._register(folders.onDidChangeWorkspaceFolders(() => this.watcher.everything()));
    this._register(desk.onDidChange(() => this.watcher.everything()));
    this._register(onDidChangeLibrarySettings(() => this.watcher.everything()));
    const start = performance.now();
    await this.look('everything');
    const milliseconds = Math.round(performance.now() - start);
    log.info(
      `Sources: ${this.records.size} found, ${this.queue.progress?.total ?? 0} to be read, ` +
        `${this.contents?.index.size ?? 0} passages after ${milliseconds} ms`,
    );
    void this.store.tidy((id) => this.records.has(id));
  }

  private watched(): ConstructorParameters<typeof SourceWatcher>[0] {
    return {
      isSource: (file) => this.records.has(sourceId(file)),
      hasSourceIn: (folder) =>
        [...this.records.values()].some(({ uri }) => uri.path.startsWith(`${folder.path}/`)),
      isBibliography: (file) => this.bibliographies.concerns(file),
    };
  }

  private look(what: Observed): Promise<void> {
    this.looking = this.looking.then(async () => {
      if (this.isDisposed) {
        return;
      }
      try {
        await (what === 'everything' ? this.lookEverywhere() : this.lookAt(what));
        await this.flush();
      } catch (error) {
        this.surroundings.log.error(`Sources could not be looked for: ${describeError(error)}`);
      }
      void this.readAll();
    });
    return this.looking;
  }

  private async lookEverywhere(): Promise<void> {
    const { folders, ownFolder, log } = this.surroundings;
    const roots = sourceRoots(folders, ownFolder);
    if (roots.some(({ uri }) => uri === ownFolder)) {
      // What is not there cannot be watched everywhere.
      await vscode.workspace.fs
        .createDirectory(ownFolder)
        .then(undefined, (error: unknown) => log.warn(describeError(error)));
    }
    this.watcher.watch(roots);
    const [found, known] = await Promise.all([findSources(roots), this.knownSources()]);
    this.known = known;
    await this.bibliographies.load(found);
    if (this.isDisposed) {
      return;
    }
    const ids = new Set(found.map(({ uri }) => sourceId(uri) as string));
    const gone = [...this.records.values()].filter(({ id }) => !ids.has(id));
    gone.forEach((record) => this.drop(record));
    const records = found.map((source) => this.recordOf(source));
    this.tell();
    await this.check(records);
    // Whoever has deleted a file does not want to find its text elsewhere; whoever has only taken
    // it out of the library may want it back.
    await concurrently(gone, CONCURRENCY, ({ id, uri }) => this.store.deleteIfGone(id, uri));
  }

  private async lookAt(addresses: ReadonlySet<string>): Promise<void> {
    const records = [...this.records.values()].filter(({ uri }) => addresses.has(uri.toString()));
    await this.check(records);
  }

  private recordOf({ uri, root, path }: FoundSource): SourceRecord {
    const shown = `${root.prefix}${path}`;
    const id = sourceId(uri);
    const record = this.records.get(id) ?? new SourceRecord(uri, shown, formatOfPath(path)!);
    this.records.set(id, record);
    record.setPath(shown);
    return record;
  }

  /** Compares files with what was made of them, and has read what is not as it should be. */
  private async check(records: readonly SourceRecord[]): Promise<void> {
    const outdated: string[] = [];
    let sliceStart = performance.now();
    await concurrently(records, CONCURRENCY, async (record) => {
      if (await this.isOutdated(record)) {
        outdated.push(record.id);
      }
      if (performance.now() - sliceStart > SLICE) {
        await pause();
        sliceStart = performance.now();
      }
    });
    const order = new Map(records.map(({ id }, at) => [id as string, at]));
    this.enqueue(outdated.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)));
  }

  private async isOutdated(record: SourceRecord): Promise<boolean> {
    const saidNew = record.setBibliography(this.bibliographies.metadataOf(record.uri));
    let stat: vscode.FileStat;
    try {
      stat = await vscode.workspace.fs.stat(record.uri);
    } catch (error) {
      if (isGone(error)) {
        this.drop(record);
        await this.store.delete(record.id);
      } else {
        this.setState(record, { kind: 'failed', reason: describeError(error) });
      }
      return false;
    }
    const before = record.file;
    const hasChanged = stat.mtime !== before?.mtime || stat.size !== before.size;
    record.file = { mtime: stat.mtime, size: stat.size };
    const limit = largestSource();
    if (stat.size > limit) {
      this.queue.remove(record.id);
      this.release(record);
      this.setState(record, { kind: 'tooLarge', limit });
      return false;
    }
    if (before === undefined) {
      const shard = await this.storedShard(record);
      if (shard) {
        this.take(record, shard);
      }
    } else if (saidNew) {
      this.describe(record);
    }
    if (this.queue.isReading(record.id)) {
      return hasChanged;
    }
    return (
      !isMadeOf(record, this.known) ||
      (record.state.kind === 'tooLarge' && record.state.limit < largestUnpacked())
    );
  }

  private async storedShard(record: SourceRecord): Promise<Shard | undefined> {
    const bytes = await this.store.read(record.id);
    const shard = bytes && decodeShard(bytes);
    if (bytes && !shard) {
      this.surroundings.log.warn(
        `What was kept of ${record.shownPath} is damaged or of another version; it is read anew.`,
      );
    }
    return shard?.stamp.address === record.uri.toString() ? shard : undefined;
  }

  private async knownSources(): Promise<ShardJob['known']> {
    const catalog = await this.surroundings.desk.catalog();
    const sources = catalog.sources.flatMap(({ id, fingerprints = [] }) =>
      fingerprints.length === 0 ? [] : [{ id, fingerprints }],
    );
    return { version: hashText(JSON.stringify(sources)).toString(36), sources };
  }

  // Reading.

  private enqueue(ids: readonly string[]): void {
    // Some may have gone while others were looked at.
    const there = ids.filter((id) => this.records.has(id));
    for (const id of there) {
      this.setState(this.records.get(id)!, { kind: 'waiting' });
    }
    this.queue.add(there);
    this.tell();
  }

  private async readAll(): Promise<void> {
    if (this.isReading) {
      return;
    }
    this.isReading = true;
    for (let id; !this.paused && !this.isDisposed && (id = this.queue.take()) !== undefined;) {
      const record = this.records.get(id);
      if (record) {
        // Nothing here should throw; if it does, the sources after it are read all the same.
        await this.read(record).catch((error: unknown) => this.fail(record, describeError(error)));
      }
      this.queue.finish();
      this.tell();
      if (this.queue.isEmpty || this.builder.isWorthMerging) {
        // The next one is read meanwhile.
        void this.flush();
      }
    }
    this.isReading = false;
  }

  private async read(record: SourceRecord): Promise<void> {
    this.setState(record, { kind: 'reading', share: 0 });
    const onProgress = (share: number) => this.setState(record, { kind: 'reading', share });
    const shard = await this.reader.read(record, this.known, onProgress);
    if (this.isDisposed || this.records.get(record.id) !== record) {
      return;
    }
    this.take(record, shard);
    if (shard.stamp.size !== record.file?.size) {
      // It has changed since it was looked at.
      void this.look(new Set([shard.stamp.address]));
    }
  }

  /** What has been read, now or earlier, becomes what the library shows. */
  private take(record: SourceRecord, { stamp, content }: Shard): void {
    record.stamp = stamp;
    if ('problem' in content) {
      this.release(record);
      this.logProblem(record, content.problem);
      this.setState(record, content.problem);
      return;
    }
    const { document, places, index } = content;
    record.held = { document, places };
    this.setState(record, { kind: 'ready' });
    const source = record.indexed();
    if (source) {
      this.builder.put(source, index);
    }
  }

  /** It cannot be had, and is not tried again until it changes or somebody asks. */
  private fail(record: SourceRecord, reason: string): void {
    const { mtime, size } = record.file ?? { mtime: 0, size: 0 };
    const address = record.uri.toString();
    this.take(record, {
      stamp: { address, mtime, size, hash: 0, title: '', known: this.known.version },
      content: { problem: { kind: 'failed', reason } },
    });
  }

  private logProblem(record: SourceRecord, problem: ExtractionProblem): void {
    const reason = problem.kind === 'failed' ? `failed: ${problem.reason}` : problem.kind;
    this.surroundings.log.warn(`${record.shownPath}: ${reason}`);
  }

  // Changing what is shown.

  private drop(record: SourceRecord): void {
    this.records.delete(record.id);
    this.queue.remove(record.id);
    this.builder.remove(record.id);
    this.tell();
  }

  /** There is nothing to be read or searched any more. */
  private release(record: SourceRecord): void {
    if (record.held) {
      record.held = undefined;
      this.builder.remove(record.id);
    }
  }

  private describe(record: SourceRecord): void {
    record.forget();
    const source = record.indexed();
    if (source) {
      this.builder.describe(source);
    }
    this.tell();
  }

  private setState(record: SourceRecord, state: SourceState): void {
    record.state = state;
    record.forget();
    this.tell();
  }

  private async flush(): Promise<void> {
    try {
      if ((await this.builder.flush()) && !this.isDisposed) {
        this.contentsChanged.fire();
      }
    } catch (error) {
      this.surroundings.log.error(`The index could not be made: ${describeError(error)}`);
    }
  }

  private tell(): void {
    this.sorted = undefined;
    this.copies = undefined;
    this.eventTimer ??= setTimeout(() => {
      this.eventTimer = undefined;
      this.changed.fire();
    }, EVENT_TIME);
  }
}

/** Whether what is held was made of the file as it is, and with what else went into it. */
function isMadeOf({ stamp, state, file, title }: SourceRecord, known: ShardJob['known']): boolean {
  return (
    stamp !== undefined &&
    stamp.mtime === file?.mtime &&
    stamp.size === file.size &&
    (state.kind !== 'ready' || (stamp.title === title && stamp.known === known.version))
  );
}

function placeKey({ source, locator }: Citation): string {
  return `${source} ${locator}`;
}
