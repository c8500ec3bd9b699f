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
import { largestSource, onDidChangeLibrarySettings } from '../../host/config';
import { Bibliographies } from './bibliographies';
import { describeError, failedProblem, isGone } from '../../host/fileErrors';
import type { EncodingChoices } from './encodingChoices';
import type { UnreadableFolder } from './library';
import type { ReadingLoop } from './readingLoop';
import type { ShardStore } from './shardStore';
import type { SlicedWork } from '../../util/slicedWork';
import type { SourceCollection } from './sourceCollection';
import { findSources, type FoundSource } from './sourceFinder';
import { largestUnpacked } from './sourceReader';
import { SourceDetailsFiles, type NamedSource } from './sourceDetailsFiles';
import { SourceRecord, sourceId } from './sourceRecord';
import { pathIn, sourceRootOf, sourceRoots, type FolderHost, type SourceRoot } from './sourceRoots';
import { diskFiles } from '../../host/diskFiles';

/** Files asked for at a time. */
const FILES_AT_A_TIME = 16;

/** Milliseconds without an event until a burst of them is over. */
const QUIET_MS = 300;

/** Where sources are, and what they are compared with. */
export interface SourceOrigins {
  /** Where sources are when there is no workspace. */
  readonly ownFolder: vscode.Uri;
  readonly folders: FolderHost;
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
  readonly store: ShardStore;
  readonly work: SlicedWork;
  readonly log: Logger;
}

/**
 * Looks for sources and for what becomes of them: a collection has those that are there, and what is
 * not stored as it should be is read.
 */
export class SourceTracker extends DisposableStore {
  private readonly bibliographies: Bibliographies;
  private readonly details: SourceDetailsFiles;
  private readonly watcher: FolderWatcher;
  private roots: readonly SourceRoot[] = [];
  /** See `Library.outside`. */
  outside: readonly string[] = [];
  /** See `Library.unreadable`. */
  unreadable: readonly UnreadableFolder[] = [];
  /** Looks run one after the other; the last one. */
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly origins: SourceOrigins,
    private readonly parts: TrackerParts,
  ) {
    super();
    this.bibliographies = new Bibliographies(origins.bibliographies, parts.log);
    this.details = new SourceDetailsFiles(origins.access, parts.log);
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
      this.bibliographies.metadataOf(record.uri),
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
      hasIn: (folder) =>
        collection.records.some(({ uri }) => uri.path.startsWith(`${folder.path}/`)),
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
    const { folders, ownFolder, access } = this.origins;
    const { collection, reading, store, log } = this.parts;
    const roots = sourceRoots(folders, ownFolder);
    if (roots.some(({ uri }) => uri === ownFolder)) {
      // What is not there cannot be watched everywhere.
      await vscode.workspace.fs
        .createDirectory(ownFolder)
        .then(undefined, (error: unknown) => log.warn(describeError(error)));
    }
    this.roots = roots;
    this.watcher.watch(roots.map(({ uri }) => uri));
    const [{ sources: found, details, outside, unreadable }, known] = await Promise.all([
      findSources(roots, access, () => this.isDisposed, log),
      this.knownSources(),
    ]);
    if (this.isDisposed) {
      return;
    }
    if (JSON.stringify([outside, unreadable]) !== JSON.stringify([this.outside, this.unreadable])) {
      this.outside = outside;
      this.unreadable = unreadable;
      for (const { path, problem } of unreadable) {
        log.warn(`${path}: ${problem.reason}`);
      }
      collection.announce();
    }
    reading.known = known;
    await Promise.all([this.bibliographies.load(found), this.details.load(details, found)]);
    if (this.isDisposed) {
      return;
    }
    const ids = new Set<string>(found.map(({ uri }) => sourceId(uri)));
    const gone = collection.records.filter(({ id }) => !ids.has(id));
    gone.forEach((record) => this.drop(record));
    await this.check(found.map((source) => this.recordOf(source)));
    // Whoever has deleted a file does not want to find its text elsewhere; whoever has only taken
    // it out of the library may want it back.
    await concurrently(gone, FILES_AT_A_TIME, async ({ id, uri }) => {
      const isAllowed = (await access.reach(uri)).isAllowed;
      await (isAllowed ? store.deleteIfGone(id, uri) : store.delete(id));
    });
  }

  private async lookAt(addresses: ReadonlySet<string>): Promise<void> {
    const { records } = this.parts.collection;
    await this.check(records.filter(({ uri }) => addresses.has(uri.toString())));
  }

  private recordOf({ uri, root, path }: FoundSource): SourceRecord {
    const { collection } = this.parts;
    const shown = `${root.prefix}${path}`;
    const record =
      collection.get(sourceId(uri)) ?? new SourceRecord(uri, shown, defined(formatOfPath(path)));
    record.setPath(shown);
    record.encoding = this.origins.encodings.of(uri);
    collection.add(record);
    return record;
  }

  private drop(record: SourceRecord): void {
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
    this.parts.reading.enqueue(records.filter((record) => outdated.has(record)));
  }

  private async isOutdated(record: SourceRecord): Promise<boolean> {
    const { collection, reading } = this.parts;
    const saidNew = this.setStatements(record);
    const before = record.file;
    const file = await this.statOf(record);
    if (file === undefined) {
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
    if (before === undefined) {
      const shard = await this.storedShard(record);
      if (shard) {
        collection.take(record, shard);
        this.describe(record);
      }
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

  /** `undefined` when it is gone or cannot be looked at; what is shown says so then. */
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
        this.drop(record);
        await this.parts.store.delete(record.id);
      } else {
        this.parts.collection.setState(record, failedProblem(error));
      }
      return undefined;
    }
  }

  private async storedShard(record: SourceRecord): Promise<Shard | undefined> {
    const { store, work, log } = this.parts;
    const bytes = await store.read(record.id);
    const shard = bytes && (await work.run(decodeShardInSlices(bytes)));
    if (bytes && !shard) {
      log.warn(
        `What was kept of ${record.shownPath} is damaged or of another version; it is read anew.`,
      );
    }
    return shard?.stamp.address === record.uri.toString() ? shard : undefined;
  }

  private async knownSources(): Promise<ShardJob['known']> {
    const catalog = await this.origins.desk.catalog();
    const sources = catalog.sources.flatMap(({ id, fingerprints = [] }) =>
      fingerprints.length === 0 ? [] : [{ id, fingerprints }],
    );
    return { version: hashText(JSON.stringify(sources)).toString(36), sources };
  }
}

/**
 * Whether the disk has refused a file that it may give now: permissions and locks change without a
 * change of the file. One that is gone is dropped where it is looked at.
 */
function mayBeHadNow({ state }: SourceRecord): boolean {
  return state.kind === 'failed' && state.cause?.kind === 'file' && state.cause.fault !== 'gone';
}

/** Whether what is held was made of the file as it is, and with what else went into it. */
function isMadeOf(
  { stamp, state, file, title, encoding }: SourceRecord,
  known: ShardJob['known'],
): boolean {
  return (
    stamp !== undefined &&
    stamp.mtime === file?.mtime &&
    stamp.size === file.size &&
    stamp.encoding === encoding &&
    (state.kind !== 'ready' || (stamp.title === title && stamp.known === known.version))
  );
}
