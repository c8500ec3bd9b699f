import * as vscode from 'vscode';
import type { PassageRef, SourceDocument } from '../../core/library/document';
import type { SourceDetails } from '../../core/library/sourceDetails';
import type { Citation } from '../../core/model';
import type { Logger } from '../../core/ports';
import type { LibraryContents } from '../../core/search/libraryIndex';
import { DisposableStore } from '../../util/dispose';
import { ExtractionWorker, type ExtractionLimits } from '../../worker/extractionWorker';
import { extractionPlatform } from './extraction';
import type { Library, LibrarySource, SourceStatements } from './library';
import { ReadingLoop } from './readingLoop';
import { ReadingMarks } from './readingMarks';
import { ShardStore } from './shardStore';
import { SlicedWork } from '../../util/slicedWork';
import { SourceCollection } from './sourceCollection';
import { SourceReader } from './sourceReader';
import { SourceTracker, type SourceOrigins } from './sourceTracker';

/** What a library is given. */
export interface LibrarySurroundings extends SourceOrigins {
  /** The extension's own folder. */
  readonly extension: vscode.Uri;
  /** Where what has been read is kept. */
  readonly storage: vscode.Uri;
  readonly log: Logger;
  readonly limits?: Partial<ExtractionLimits>;
}

/** The library over the folders of a workspace, or over the extension's own without one. */
export class WorkspaceLibrary extends DisposableStore implements Library {
  private readonly collection: SourceCollection;
  private readonly store: ShardStore;
  private readonly marks: ReadingMarks;
  private readonly reading: ReadingLoop;
  private readonly tracker: SourceTracker;
  private started: Promise<void> | undefined;

  readonly onDidChange: vscode.Event<void>;
  readonly onDidChangeContents: vscode.Event<void>;

  constructor(private readonly surroundings: LibrarySurroundings) {
    super();
    const { extension, storage, log, limits } = surroundings;
    const work = new SlicedWork();
    const collection = this._register(new SourceCollection(log));
    const store = new ShardStore(storage, log, () => collection.announce());
    const platform = extractionPlatform(extension);
    const worker = this._register(new ExtractionWorker(platform, log, limits));
    const marks = this._register(new ReadingMarks(vscode.Uri.joinPath(storage, 'reading')));
    const reader = new SourceReader(store, worker, work, marks);
    const reading = this._register(
      new ReadingLoop(
        collection,
        reader,
        ({ uri }) => void this.tracker.look(new Set([uri.toString()])),
        (record) => this.tracker.describe(record),
      ),
    );
    const parts = { collection, reading, store, work, log };
    this.tracker = this._register(new SourceTracker(surroundings, parts));
    this.collection = collection;
    this.store = store;
    this.marks = marks;
    this.reading = reading;
    this.onDidChange = collection.onDidChange;
    this.onDidChangeContents = collection.onDidChangeContents;
  }

  get sources(): readonly LibrarySource[] {
    return this.collection.sources;
  }

  get(id: string): LibrarySource | undefined {
    return this.collection.get(id)?.show();
  }

  get outside(): readonly string[] {
    return this.tracker.outside;
  }

  get unreadable(): Library['unreadable'] {
    return this.tracker.unreadable;
  }

  get notStored(): Library['notStored'] {
    return this.store.problem;
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
    return this.collection.get(id)?.statements;
  }

  async setDetails(id: string, details: SourceDetails): Promise<void> {
    const record = this.collection.get(id);
    if (record) {
      await this.tracker.setDetails(record, details);
    }
  }

  start(): Promise<void> {
    return (this.started ??= this.begin());
  }

  rescan(): Promise<void> {
    return this.started ? this.tracker.look('everything') : this.start();
  }

  pause(): void {
    this.reading.pause();
  }

  resume(): void {
    this.reading.resume();
  }

  reindex(ids: readonly string[]): void {
    const records = ids.flatMap((id) => this.collection.get(id) ?? []);
    for (const record of records) {
      // Without the stamp, nothing of what was read before is taken over.
      record.stamp = undefined;
    }
    this.reading.enqueue(records);
  }

  async reindexInEncoding(id: string, encoding: string | undefined): Promise<void> {
    const record = this.collection.get(id);
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
    await this.marks.recover(this.store);
    await this.tracker.start();
    const milliseconds = Math.round(performance.now() - start);
    this.surroundings.log.info(
      `Sources: ${this.collection.size} found, ${this.progress?.total ?? 0} to be read, ` +
        `${this.contents?.index.size ?? 0} passages after ${milliseconds} ms`,
    );
    void this.store.tidy((id) => this.collection.has(id));
  }
}
