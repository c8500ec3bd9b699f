import * as vscode from 'vscode';
import type { PassageRef, SourceDocument } from '../../core/library/document';
import type { SourceDetails } from '../../core/library/sourceDetails';
import type { Citation } from '../../core/model';
import type { Logger } from '../../core/ports';
import type { LibraryContents } from '../../core/search/libraryIndex';
import { DisposableStore } from '../../util/dispose';
import { ExtractionWorker, type ExtractionLimits } from '../../worker/extractionWorker';
import { extractionPlatform } from './extraction';
import type { Library, LibrarySource, SourcePlace, SourceStatements } from './library';
import { ReadingLoop } from './readingLoop';
import { ReadingMarks } from './readingMarks';
import { SharedLock } from './sharedLock';
import { ShardStore } from './shardStore';
import { SlicedWork } from '../../util/slicedWork';
import { SourceCollection } from './sourceCollection';
import { SourceReader, type Shelf } from './sourceReader';
import { SourceTracker, type SourceOrigins } from './sourceTracker';

/** How long sources elsewhere are waited for at the start, in milliseconds. */
const MOST_WAIT_MS = 2000;

/** What a library is given. */
export interface LibrarySurroundings extends SourceOrigins {
  /** The extension's own folder. */
  readonly extension: vscode.Uri;
  /** Where what has been read is kept: of the workspace, and of folders elsewhere for all windows. */
  readonly storage: vscode.Uri;
  readonly storageElsewhere: vscode.Uri;
  readonly log: Logger;
  readonly limits?: Partial<ExtractionLimits>;
}

/** The library over the folders of a workspace, or over the extension's own without one. */
export class WorkspaceLibrary extends DisposableStore implements Library {
  private readonly collection: SourceCollection;
  private readonly shelves: Readonly<Record<SourcePlace, Shelf>>;
  private readonly reading: ReadingLoop;
  private readonly trackers: Readonly<Record<SourcePlace, SourceTracker>>;
  private started: Promise<void> | undefined;

  readonly onDidChange: vscode.Event<void>;
  readonly onDidChangeContents: vscode.Event<void>;

  constructor(private readonly surroundings: LibrarySurroundings) {
    super();
    const { extension, storage, storageElsewhere, log, limits } = surroundings;
    const work = new SlicedWork();
    const collection = this._register(
      new SourceCollection(log, (records) => {
        for (const { uri, place } of records) {
          void this.trackers[place].look(new Set([uri.toString()]));
        }
      }),
    );
    const shelfIn = (folder: vscode.Uri): Shelf => ({
      store: new ShardStore(folder, log, () => collection.announce()),
      marks: this._register(new ReadingMarks(vscode.Uri.joinPath(folder, 'reading'))),
    });
    const shelves = { workspace: shelfIn(storage), elsewhere: shelfIn(storageElsewhere) };
    const platform = extractionPlatform(extension);
    const worker = this._register(new ExtractionWorker(platform, log, limits));
    const reader = new SourceReader(({ place }) => shelves[place], worker, work);
    const reading = this._register(
      new ReadingLoop(
        collection,
        reader,
        ({ uri, place }) => void this.trackers[place].look(new Set([uri.toString()])),
        (record) => this.trackers[record.place].describe(record),
      ),
    );
    const parts = { collection, reading, work, log };
    const workspace = this._register(
      new SourceTracker(surroundings, { ...parts, store: shelves.workspace.store }),
    );
    const lock = this._register(
      new SharedLock(vscode.Uri.joinPath(storageElsewhere, 'reading.lock')),
    );
    const elsewhere = this._register(
      new SourceTracker(
        surroundings,
        { ...parts, store: shelves.elsewhere.store, lock },
        workspace.bibliographies,
      ),
    );
    this._register(
      collection.onDidChange(() => {
        if (reading.progress === undefined) {
          lock.release();
        }
      }),
    );
    this.trackers = { workspace, elsewhere };
    this.collection = collection;
    this.shelves = shelves;
    this.reading = reading;
    this.onDidChange = collection.onDidChange;
    this.onDidChangeContents = collection.onDidChangeContents;
  }

  get sources(): readonly LibrarySource[] {
    return this.collection.sources;
  }

  get(id: string): LibrarySource | undefined {
    return this.collection.shown(id)?.show();
  }

  get outside(): readonly string[] {
    return this.inAll(({ outside }) => outside);
  }

  get unreadable(): Library['unreadable'] {
    return this.inAll(({ unreadable }) => unreadable);
  }

  get notStored(): Library['notStored'] {
    return this.shelves.workspace.store.problem ?? this.shelves.elsewhere.store.problem;
  }

  get contents(): LibraryContents | undefined {
    return this.collection.contents;
  }

  get progress(): Library['progress'] {
    return this.reading.progress;
  }

  get isPaused(): boolean {
    return this.reading.isPaused;
  }

  document(id: string): Promise<SourceDocument | undefined> {
    return Promise.resolve(this.documentNow(id));
  }

  documentNow(id: string): SourceDocument | undefined {
    return this.collection.document(id);
  }

  copyOf(place: Citation): PassageRef | undefined {
    return this.collection.copyOf(place);
  }

  statementsOf(id: string): SourceStatements | undefined {
    return this.collection.shown(id)?.statements;
  }

  async setDetails(id: string, details: SourceDetails): Promise<void> {
    const record = this.collection.shown(id);
    if (record) {
      await this.trackers[record.place].setDetails(record, details);
    }
  }

  start(): Promise<void> {
    return (this.started ??= this.begin());
  }

  rescan(): Promise<void> {
    return this.started ? this.lookEverywhere() : this.start();
  }

  private async lookEverywhere(): Promise<void> {
    await Promise.all(Object.values(this.trackers).map((tracker) => tracker.look('everything')));
  }

  private inAll<T>(of: (tracker: SourceTracker) => readonly T[]): readonly T[] {
    return [...of(this.trackers.workspace), ...of(this.trackers.elsewhere)];
  }

  pause(): void {
    this.reading.pause();
  }

  resume(): void {
    this.reading.resume();
  }

  reindex(ids: readonly string[]): void {
    const records = ids.flatMap((id) => this.collection.shown(id) ?? []);
    for (const record of records) {
      // Without the stamp, nothing of what was read before is taken over.
      record.stamp = undefined;
    }
    this.reading.enqueue(records);
  }

  async reindexInEncoding(id: string, encoding: string | undefined): Promise<void> {
    const record = this.collection.shown(id);
    if (record !== undefined) {
      await this.surroundings.encodings.set(record.uri, encoding);
      record.encoding = encoding;
      this.reindex([id]);
    }
  }

  async folderForNewSources(): Promise<vscode.Uri> {
    const { folders, ownFolder } = this.surroundings;
    const [folder] = folders.workspaceFolders ?? [];
    const uri = folder ? vscode.Uri.joinPath(folder.uri, 'sources') : ownFolder;
    await vscode.workspace.fs.createDirectory(uri);
    return uri;
  }

  private async begin(): Promise<void> {
    const start = performance.now();
    for (const { marks, store } of Object.values(this.shelves)) {
      await marks.recover(store);
    }
    await this.trackers.workspace.start();
    // Drives of other computers may take their time to answer.
    await within(MOST_WAIT_MS, this.trackers.elsewhere.start());
    const milliseconds = Math.round(performance.now() - start);
    this.surroundings.log.info(
      `Sources: ${this.collection.size} found, ${this.progress?.total ?? 0} to be read, ` +
        `${this.contents?.index.size ?? 0} passages after ${milliseconds} ms`,
    );
    for (const place of ['workspace', 'elsewhere'] as const) {
      void this.shelves[place].store.tidy(
        (id) => this.collection.has(id),
        (file) => this.trackers[place].fateOf(file),
      );
    }
  }
}

/** Resolves when work is done, or once so many milliseconds have passed. */
async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, late]);
  clearTimeout(timer);
}
