import { defined } from '../../util/defined';
import * as vscode from 'vscode';
import type { Catalog } from '../../core/packs/catalog';
import { formatOfPath } from '../../core/library/formatOfPath';
import { includedBy } from '../../core/paths/pathRules';
import { decodeShardInSlices, type Shard } from '../../core/shard/shard';
import type { ShardJob } from '../../core/shard/shardJob';
import type { Logger } from '../../core/ports';
import { concurrently } from '../../util/concurrently';
import { DisposableStore } from '../../util/dispose';
import { hashText } from '../../util/hash';
import type { SourceDetails } from '../../core/library/sourceDetails';
import type { PlaceAccess } from '../access/placeAccess';
import type { BibliographyFiles } from '../bibliographies/bibliographyFiles';
import { FolderWatcher, type FollowedFiles, type Observed } from '../folderWatcher';
import { largestSource, onDidChangeLibrarySettings, type LibraryFolder } from '../../host/config';
import { Bibliographies } from './bibliographies';
import { describeError, failedProblem, isGone } from '../../host/fileErrors';
import type { EncodingChoices } from './encodingChoices';
import type { SourcePlace, UnreadableFolder } from './library';
import type { ReadingLoop } from './readingLoop';
import { AwaitedSources } from './awaitedSources';
import { isMadeOf, mayBeHadNow } from './madeOf';
import { lookNowAndThen } from './lookNowAndThen';
import type { SharedLock } from './sharedLock';
import type { Fate, ShardStore } from './shardStore';
import type { SlicedWork } from '../../util/slicedWork';
import type { SourceCollection } from './sourceCollection';
import { findSources, type FoundSource } from './sourceFinder';
import { largestUnpacked } from './sourceReader';
import { SourceDetailsFiles, type NamedSource } from './sourceDetailsFiles';
import { SourceRecord, sourceId } from './sourceRecord';
import {
  lostRoots,
  pathIn,
  rootsElsewhere,
  sourceRootOf,
  sourceRoots,
  type FolderHost,
  type SourceRoot,
} from './sourceRoots';
import { diskFiles } from '../../host/diskFiles';

/**
 * The share of what can be searched that has come to it from storage when it is time to search that
 * as well: large, as it comes fast.
 */
const WORTH_FLUSHING = 2;

/** Files asked for at a time. */
const FILES_AT_A_TIME = 16;

/** Milliseconds without an event until a burst of them is over. */
const QUIET_MS = 300;

/** Where sources are, and what they are compared with. */
export interface SourceOrigins {
  /** Where sources are when there is no workspace. */
  readonly ownFolder: vscode.Uri;
  readonly folders: FolderHost;
  /** The folders elsewhere that the user's settings name. */
  readonly foldersElsewhere: () => readonly LibraryFolder[];
  /** Says which links are followed. */
  readonly access: PlaceAccess;
  /** The encodings that the user has chosen for them. */
  readonly encodings: EncodingChoices;
  /** Reads what says more about them than they do themselves. */
  readonly bibliographies: BibliographyFiles;
  /** The packs, whose sources are recognised. */
  readonly desk: {
    catalog(): Promise<Catalog>;
    readonly onDidChange: vscode.Event<void>;
  };
}

/** What a tracker works with. */
export interface TrackerParts {
  readonly collection: SourceCollection;
  readonly reading: ReadingLoop;
  /** Where what is read of its sources is kept. */
  readonly store: ShardStore;
  /** Held by the window that reads what all share; absent where each has its own. */
  readonly lock?: SharedLock;
  readonly work: SlicedWork;
  readonly log: Logger;
}

/**
 * Looks for the sources of one place and for what becomes of them: a collection has those that are
 * there, and what is not stored as it should be is read.
 */
export class SourceTracker extends DisposableStore {
  readonly bibliographies: Bibliographies;
  private readonly details: SourceDetailsFiles;
  private readonly watcher: FolderWatcher;
  private readonly place: SourcePlace;
  private roots: readonly SourceRoot[] = [];
  /** Those of them that are not there. */
  private lost: readonly SourceRoot[] = [];
  /** See `Library.outside`. */
  outside: readonly string[] = [];
  /** See `Library.unreadable`. */
  unreadable: readonly UnreadableFolder[] = [];
  /** Sources that another window is to read. */
  private readonly awaited: AwaitedSources;
  /** Looks run one after the other; the last one. */
  private looking: Promise<void> = Promise.resolve();

  /** @param nearNotes of sources elsewhere: the bibliographies of the workspace, which may name them */
  constructor(
    private readonly origins: SourceOrigins,
    private readonly parts: TrackerParts,
    private readonly nearNotes?: Bibliographies,
  ) {
    super();
    this.place = nearNotes === undefined ? 'workspace' : 'elsewhere';
    this.bibliographies = new Bibliographies(origins.bibliographies, parts.log);
    this.details = new SourceDetailsFiles(origins.access, parts.log);
    this.awaited = this._register(new AwaitedSources((addresses) => void this.look(addresses)));
    this.watcher = this._register(
      new FolderWatcher(
        this.followed(),
        QUIET_MS,
        (what) => void this.look(what),
        () => void this.look('everything'),
      ),
    );
  }

  /** Looks everywhere for the first time, and watches from then on. Never rejects. */
  async start(): Promise<void> {
    const { folders, desk, access } = this.origins;
    this._register(folders.onDidChangeWorkspaceFolders(() => this.watcher.everything()));
    this._register(desk.onDidChange(() => this.watcher.everything()));
    this._register(access.onDidChange(() => this.watcher.everything()));
    this._register(onDidChangeLibrarySettings(() => this.watcher.everything()));
    if (this.place === 'elsewhere') {
      this._register(
        lookNowAndThen(() => {
          if (this.roots.length > 0) {
            void this.look('everything');
          }
        }),
      );
    }
    await this.look('everything');
  }

  /**
   * Looks again. Resolves when what is there is known, and what is stored of it can be searched.
   * Never rejects.
   */
  look(what: Observed): Promise<void> {
    this.looking = this.looking.then(async () => {
      if (this.isDisposed) {
        return;
      }
      const { collection, log } = this.parts;
      try {
        await (what === 'everything' ? this.lookEverywhere() : this.lookAt(what));
        await collection.flush();
      } catch (error) {
        log.error(`Sources could not be looked for: ${describeError(error)}`);
      }
    });
    return this.looking;
  }

  /** Has what is said of a source show, now that its bytes are known. */
  describe(record: SourceRecord): void {
    if (this.setStatements(record)) {
      this.parts.collection.describe(record);
    }
  }

  /** See `Library.setDetails`. */
  async setDetails(record: SourceRecord, details: SourceDetails): Promise<void> {
    await this.details.keep(this.named(record), details);
    await this.look('everything');
  }

  private setStatements(record: SourceRecord): boolean {
    return record.setStatements(
      this.bibliographies.metadataOf(record.uri) ?? this.nearNotes?.metadataElsewhere(record.uri),
      this.details.detailsOf(this.named(record)),
    );
  }

  private named({ uri, stamp }: SourceRecord): NamedSource {
    return { uri, root: sourceRootOf(this.roots, uri), hash: stamp?.hash };
  }

  private followed(): FollowedFiles {
    const { collection } = this.parts;
    return {
      has: (file) => collection.has(sourceId(file)),
      hasIn: (folder) => this.records.some(({ uri }) => uri.path.startsWith(`${folder.path}/`)),
      decides: (file) => this.mayDecide(file),
    };
  }

  /** Whether what happens to a file may make or unmake sources, or change what is said of them. */
  private mayDecide(file: vscode.Uri): boolean {
    if (
      file.path.endsWith('/.gitignore') ||
      this.bibliographies.concerns(file) ||
      this.details.concerns(file)
    ) {
      return true;
    }
    const root = sourceRootOf(this.roots, file);
    const path = root && pathIn(root, file);
    return (
      root !== undefined &&
      path !== undefined &&
      formatOfPath(path) !== undefined &&
      includedBy(root.include)(path)
    );
  }

  private async lookEverywhere(): Promise<void> {
    const { access } = this.origins;
    const { collection, reading, store, log } = this.parts;
    const { all, refused } = await this.findRoots();
    const there = this.roots.filter((root) => !this.lost.includes(root));
    const [{ sources: found, details, outside, unreadable: closed }, known] = await Promise.all([
      findSources(there, all, access, () => this.isDisposed, log),
      this.knownSources(),
    ]);
    if (this.isDisposed) {
      return;
    }
    const unreadable = [...refused, ...closed];
    if (JSON.stringify([outside, unreadable]) !== JSON.stringify([this.outside, this.unreadable])) {
      this.outside = outside;
      this.unreadable = unreadable;
      for (const { path, problem } of unreadable) {
        log.warn(`${path}: ${problem.reason}`);
      }
      collection.announce();
    }
    reading.known = known;
    await Promise.all([this.bibliographies.load(found, there), this.details.load(details, found)]);
    if (this.isDisposed) {
      return;
    }
    const ids = new Set<string>(found.map(({ uri }) => sourceId(uri)));
    const gone = this.records.filter(
      ({ id, uri }) => !ids.has(id) && sourceRootOf(this.lost, uri) === undefined,
    );
    gone.forEach((record) => this.drop(record));
    await this.check(found.map((source) => this.recordOf(source)));
    await this.restore();
    // Whoever has deleted a file does not want to find its text elsewhere; whoever has only taken
    // it out of the library may want it back.
    await concurrently(gone, FILES_AT_A_TIME, async ({ id, uri }) => {
      const isAllowed = (await access.reach(uri)).isAllowed;
      await (isAllowed ? store.deleteIfGone(id, uri) : store.delete(id));
    });
  }

  /** Takes the roots as they are now, and watches those that can be. */
  private async findRoots(): Promise<{
    readonly all: readonly SourceRoot[];
    readonly refused: readonly UnreadableFolder[];
  }> {
    const { folders, foldersElsewhere, ownFolder } = this.origins;
    const own = sourceRoots(folders, ownFolder);
    const elsewhere = rootsElsewhere(foldersElsewhere(), own);
    const all = [...own, ...elsewhere.roots];
    if (this.place === 'elsewhere') {
      this.roots = elsewhere.roots;
      const lost = await lostRoots(this.roots);
      this.lost = lost.map(({ root }) => root);
      return { all, refused: [...elsewhere.refused, ...lost.map(({ folder }) => folder)] };
    }
    if (own.some(({ uri }) => uri === ownFolder)) {
      // What is not there cannot be watched everywhere.
      await vscode.workspace.fs
        .createDirectory(ownFolder)
        .then(undefined, (error: unknown) => this.parts.log.warn(describeError(error)));
    }
    this.roots = own;
    this.watcher.watch(own.map(({ uri }) => uri));
    return { all, refused: [] };
  }

  private get records(): readonly SourceRecord[] {
    return this.parts.collection.records.filter(({ place }) => place === this.place);
  }

  /** What becomes of what was read of a file that is no source any more. */
  fateOf(file: vscode.Uri): Fate {
    if (this.place === 'workspace') {
      return 'deletedIfGone';
    }
    const isLost = sourceRootOf(this.lost, file) !== undefined;
    return isLost ? 'kept' : sourceRootOf(this.roots, file) ? 'deletedIfGone' : 'deleted';
  }

  /** What was read of drives that are not there now can be searched all the same. */
  private async restore(): Promise<void> {
    const { collection, store } = this.parts;
    for (const id of this.lost.length === 0 ? [] : await store.ids()) {
      const shard = collection.has(id) ? undefined : await this.readShard(id);
      if (shard === undefined) {
        continue;
      }
      const uri = vscode.Uri.parse(shard.stamp.address);
      const root = sourceRootOf(this.lost, uri);
      const path = root && pathIn(root, uri);
      if (root && path && formatOfPath(path) !== undefined && sourceId(uri) === id) {
        const record = this.recordOf({ uri, root, path });
        record.setFile({ created: 0, mtime: shard.stamp.mtime, size: shard.stamp.size });
        collection.take(record, shard);
        this.describe(record);
      }
    }
  }

  private async lookAt(addresses: ReadonlySet<string>): Promise<void> {
    await this.check(this.records.filter(({ uri }) => addresses.has(uri.toString())));
  }

  private recordOf({ uri, root, path }: FoundSource): SourceRecord {
    const { collection } = this.parts;
    const shown = `${root.prefix}${path}`;
    const record =
      collection.get(sourceId(uri)) ??
      new SourceRecord(uri, shown, defined(formatOfPath(path)), this.place);
    record.setPlace(shown, this.place);
    record.encoding = this.origins.encodings.of(uri);
    collection.add(record);
    return record;
  }

  private drop(record: SourceRecord): void {
    this.awaited.forget(record);
    this.parts.reading.remove(record);
    this.parts.collection.drop(record);
  }

  /** Compares files with what was made of them, and has read what is not as it should be. */
  private async check(records: readonly SourceRecord[]): Promise<void> {
    const outdated = new Set<SourceRecord>();
    await concurrently(records, FILES_AT_A_TIME, async (record) => {
      if (await this.isOutdated(record)) {
        outdated.add(record);
      }
    });
    const due = records.filter((record) => outdated.has(record));
    if (due.length === 0 || (await this.mayRead())) {
      due.forEach((record) => this.awaited.forget(record));
      this.parts.reading.enqueue(due);
    } else {
      this.awaited.add(due);
      for (const record of due.filter(({ held }) => held === undefined)) {
        this.parts.collection.setState(record, { kind: 'waiting' });
      }
    }
  }

  /** Whether this window reads what is new: of what all windows share, one of them does. */
  private async mayRead(): Promise<boolean> {
    const { lock } = this.parts;
    return lock === undefined || lock.take();
  }

  private async isOutdated(record: SourceRecord): Promise<boolean> {
    const { collection, reading } = this.parts;
    const saidNew = this.setStatements(record);
    const before = record.file;
    const isOrphan =
      record.state.kind === 'waiting' &&
      record.stamp !== undefined &&
      record.held === undefined &&
      !reading.isReading(record);
    const file = await this.statOf(record);
    if (file === undefined) {
      if (isOrphan && collection.has(record.id)) {
        // Of a drive that is away, what was read of it can be searched.
        await this.takeStored(record);
      }
      return false;
    }
    record.setFile(file);
    const limit = largestSource();
    if (file.size > limit) {
      reading.remove(record);
      collection.release(record);
      collection.setState(record, { kind: 'tooLarge', limit });
      return false;
    }
    if (before === undefined || isOrphan || this.awaited.has(record)) {
      await this.takeStored(record);
    } else if (saidNew) {
      collection.describe(record);
    }
    if (reading.isReading(record)) {
      return file.mtime !== before?.mtime || file.size !== before.size;
    }
    return (
      !isMadeOf(record, reading.known) ||
      mayBeHadNow(record) ||
      (record.state.kind === 'tooLarge' && record.state.limit < largestUnpacked())
    );
  }

  private async takeStored(record: SourceRecord): Promise<void> {
    const { collection } = this.parts;
    const shard = await this.storedShard(record);
    if (shard) {
      collection.take(record, shard);
      this.describe(record);
      this.awaited.forget(record);
      if (collection.isWorthFlushing(WORTH_FLUSHING)) {
        // What is there can be searched while the rest is read.
        void collection.flush();
      }
    }
  }

  /**
   * `undefined` when it is gone or cannot be looked at; what is shown says so then, but for what lies
   * on a drive that is away.
   */
  private async statOf(record: SourceRecord): Promise<SourceRecord['file']> {
    try {
      const { ctime, mtime, size, type } = await diskFiles.stat(record.uri);
      if (type & vscode.FileType.Directory) {
        this.drop(record);
        await this.parts.store.delete(record.id);
        // What lies in it may be sources.
        this.watcher.everything();
        return undefined;
      }
      if (type & vscode.FileType.SymbolicLink) {
        // It may have become one since it was found.
        const { isAllowed } = await this.origins.access.reach(record.uri);
        if (!isAllowed) {
          this.drop(record);
          await this.parts.store.delete(record.id);
          return undefined;
        }
      }
      return { created: ctime, mtime, size };
    } catch (error) {
      if (isGone(error)) {
        const root = sourceRootOf(this.roots, record.uri);
        const isAway = this.place === 'elsewhere' && root && (await lostRoots([root])).length > 0;
        if (!isAway) {
          this.drop(record);
          await this.parts.store.delete(record.id);
        }
      } else {
        this.parts.collection.setState(record, failedProblem(error));
      }
      return undefined;
    }
  }

  private async storedShard(record: SourceRecord): Promise<Shard | undefined> {
    const shard = await this.readShard(record.id, record.shownPath);
    return shard?.stamp.address === record.uri.toString() ? shard : undefined;
  }

  private async readShard(id: string, shownPath = id): Promise<Shard | undefined> {
    const { store, work, log } = this.parts;
    const bytes = await store.read(id);
    const shard = bytes && (await work.run(decodeShardInSlices(bytes)));
    if (bytes && !shard) {
      log.warn(`What was kept of ${shownPath} is damaged or of another version; it is read anew.`);
    }
    return shard;
  }

  private async knownSources(): Promise<ShardJob['known']> {
    const catalog = await this.origins.desk.catalog();
    const sources = catalog.sources.flatMap(({ id, fingerprints = [] }) =>
      fingerprints.length === 0 ? [] : [{ id, fingerprints }],
    );
    return { version: hashText(JSON.stringify(sources)).toString(36), sources };
  }
}
