import * as vscode from 'vscode';
import type { Logger } from '../../../core/ports';
import type { Desk } from '../../../workspace/desk';
import type { Library } from '../../../workspace/library/library';
import type { OwnPassages } from '../../../workspace/own/ownPassages';
import type { Mentions } from '../../../workspace/terms/mentions';
import { loadPart } from '../../../host/loadPart';
import { entryOfUri, sourceOfUri } from '../../../host/uris';
import { DisposableStore } from '../../../util/dispose';
import { lazy } from '../../../util/lazy';
import type { EntryPages } from './entryPages';
import type { Page } from './page/pageModel';
import type { PageSource } from './pageSource';

/** While sources are read the library changes many times a second; so many milliseconds make one look. */
const COALESCE_MS = 200;

/** What pages are made of. */
export interface PageDeps {
  readonly desk: Pick<Desk, 'catalog' | 'onDidChange'>;
  readonly library: Pick<
    Library,
    | 'start'
    | 'sources'
    | 'get'
    | 'document'
    | 'reindex'
    | 'isPaused'
    | 'copyOf'
    | 'onDidChange'
    | 'onDidChangeContents'
  >;
  readonly mentions: Mentions;
  readonly own: () => Promise<OwnPassages>;
  readonly log: Logger;
}

/** What writes the pages of entries, and those of the user's sources. */
interface Writers {
  readonly entries: EntryPages;
  readonly sources: PageSource;
}

/**
 * The pages as files of our own scheme: see `entryUri` and `sourceUri`. A file system, and not a mere text document provider, so that tabs are restored, links between
 * pages resolve and the editor knows that there is nothing to write.
 */
export class PageFileSystem extends DisposableStore implements vscode.FileSystemProvider {
  private readonly changed = this._register(new vscode.EventEmitter<vscode.FileChangeEvent[]>());
  readonly onDidChangeFile = this.changed.event;

  private readonly encoder = new TextEncoder();
  /** What writes the pages, loaded when the editor first asks for one. */
  private readonly writers = lazy(() => this.loadWriters());
  private isAsked = false;
  /** When the pages last changed, in milliseconds since 1970. The editor reads a page anew when it is later. */
  private modified = Date.now();
  private pending: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly deps: PageDeps) {
    super();
    const { desk, library, mentions } = deps;
    this._register(mentions.onDidChange(() => this.announceSoon()));
    this._register(desk.onDidChange(() => this.announceChanges()));
    this._register(library.onDidChange(() => this.announceSoon()));
    this._register(library.onDidChangeContents(() => this.announceSoon()));
    this._register({ dispose: () => clearTimeout(this.pending) });
  }

  /** Changes are announced for the open pages, whoever watches. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const page = await this.pagesOf(uri);
    const isFolder = page === undefined && (await this.list(uri)) !== undefined;
    return {
      type: isFolder ? vscode.FileType.Directory : vscode.FileType.File,
      ctime: 0,
      mtime: this.modified,
      size: isFolder ? 0 : (await this.readFile(uri)).byteLength,
      permissions: vscode.FilePermission.Readonly,
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const pages = await this.pagesOf(uri);
    if (pages === undefined) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    return this.encoder.encode(await pages.read(uri));
  }

  /** The page at an address of an entry; rejects as `readFile` does. */
  async entryPage(uri: vscode.Uri): Promise<Page> {
    return (await this.writers()).entries.pageAt(uri);
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const names = await this.list(uri);
    if (names === undefined) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    return [...names];
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  /** The kind of pages that an address belongs to; `undefined` for folders and all else. */
  private async pagesOf(uri: vscode.Uri): Promise<PageSource | undefined> {
    if (entryOfUri(uri) !== undefined) {
      return (await this.writers()).entries;
    }
    return sourceOfUri(uri) === undefined ? undefined : (await this.writers()).sources;
  }

  private async loadWriters(): Promise<Writers> {
    this.isAsked = true;
    const { log, desk, library, mentions, own } = this.deps;
    const [{ EntryPages }, { SourcePages }] = await Promise.all([
      loadPart(log, () => import('./entryPages')),
      loadPart(log, () => import('./sourcePages')),
    ]);
    // What goes wrong there is told where the pages look.
    void own().then(
      (passages) => this._register(passages.onDidChange(() => this.announceSoon())),
      () => undefined,
    );
    return {
      entries: new EntryPages(desk, library, mentions, () => this.announceSoon(), own),
      sources: new SourcePages(library),
    };
  }

  private async list(uri: vscode.Uri): Promise<readonly [string, vscode.FileType][] | undefined> {
    const path = uri.path.split('/').filter((name) => name !== '');
    const { entries, sources } = await this.writers();
    const lists = await Promise.all([entries.list(path), sources.list(path)]);
    const found = lists.filter((list) => list !== undefined);
    return found.length === 0 ? undefined : found.flat();
  }

  private announceSoon(): void {
    if (this.isDisposed || !this.isAsked) {
      return;
    }
    this.pending ??= setTimeout(() => {
      this.pending = undefined;
      void this.announceChanges();
    }, COALESCE_MS);
  }

  /** Lets those open pages be read anew that say something else now, and shows others as gone. */
  private async announceChanges(): Promise<void> {
    const changes = await Promise.all(
      vscode.workspace.textDocuments.map(async (document) => {
        const pages = await this.pagesOf(document.uri);
        const type = await pages?.changeOf(document.uri, document.getText());
        return type === undefined ? [] : [{ uri: document.uri, type }];
      }),
    );
    const events = changes.flat();
    if (!this.isDisposed && events.length > 0) {
      this.modified = Math.max(Date.now(), this.modified + 1);
      this.changed.fire(events);
    }
  }
}
