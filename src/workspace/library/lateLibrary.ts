import * as vscode from 'vscode';
import type { PassageRef, SourceDocument } from '../../core/library/document';
import type { SourceDetails } from '../../core/library/sourceDetails';
import type { Citation } from '../../core/model';
import type { LibraryContents } from '../../core/search/libraryIndex';
import { loadPart } from '../../host/loadPart';
import { DisposableStore } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import type { Library, LibrarySource, SourceStatements } from './library';
import type { LibrarySurroundings, WorkspaceLibrary } from './workspaceLibrary';

/** A library whose code is loaded when somebody first starts it; until then it has no sources. */
export class LateLibrary extends DisposableStore implements Library {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private readonly changedContents = this._register(new vscode.EventEmitter<void>());
  readonly onDidChangeContents = this.changedContents.event;

  private readonly loading = lazy(() => this.load());
  private loaded: WorkspaceLibrary | undefined;

  constructor(private readonly surroundings: LibrarySurroundings) {
    super();
  }

  get sources(): readonly LibrarySource[] {
    return this.loaded?.sources ?? [];
  }

  get(id: string): LibrarySource | undefined {
    return this.loaded?.get(id);
  }

  get outside(): readonly string[] {
    return this.loaded?.outside ?? [];
  }

  get unreadable(): Library['unreadable'] {
    return this.loaded?.unreadable ?? [];
  }

  get notStored(): Library['notStored'] {
    return this.loaded?.notStored;
  }

  get contents(): LibraryContents | undefined {
    return this.loaded?.contents;
  }

  get progress(): Library['progress'] {
    return this.loaded?.progress;
  }

  get isPaused(): boolean {
    return this.loaded?.isPaused ?? false;
  }

  async document(id: string): Promise<SourceDocument | undefined> {
    return this.loaded?.document(id);
  }

  documentNow(id: string): SourceDocument | undefined {
    return this.loaded?.documentNow(id);
  }

  copyOf(place: Citation): PassageRef | undefined {
    return this.loaded?.copyOf(place);
  }

  statementsOf(id: string): SourceStatements | undefined {
    return this.loaded?.statementsOf(id);
  }

  async setDetails(id: string, details: SourceDetails): Promise<void> {
    const library = await this.loading();
    await library.setDetails(id, details);
  }

  async start(): Promise<void> {
    try {
      const library = await this.loading();
      await library.start();
    } catch {
      // Logged and told of.
    }
  }

  async rescan(): Promise<void> {
    const library = await this.loading();
    await library.rescan();
  }

  pause(): void {
    this.loaded?.pause();
  }

  resume(): void {
    this.loaded?.resume();
  }

  reindex(ids: readonly string[]): void {
    this.loaded?.reindex(ids);
  }

  async reindexInEncoding(id: string, encoding: string | undefined): Promise<void> {
    await this.loaded?.reindexInEncoding(id, encoding);
  }

  async folderForNewSources(): Promise<vscode.Uri> {
    const library = await this.loading();
    return library.folderForNewSources();
  }

  private async load(): Promise<WorkspaceLibrary> {
    const { WorkspaceLibrary } = await loadPart(
      this.surroundings.log,
      () => import('./workspaceLibrary'),
    );
    const library = this._register(new WorkspaceLibrary(this.surroundings));
    this._register(library.onDidChange(() => this.changed.fire()));
    this._register(library.onDidChangeContents(() => this.changedContents.fire()));
    this.loaded = library;
    return library;
  }
}
