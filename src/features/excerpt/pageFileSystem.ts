import * as vscode from 'vscode';
import type { EntryKind } from '../../core/model';
import type { Desk } from '../../host/desk';
import { ENTRY_KINDS } from '../../host/entryKinds';
import { entryOfUri } from '../../host/uris';
import { DisposableStore } from '../../util/dispose';
import { renderPage } from './pages';

/**
 * The pages as files of our own scheme: `ip4desk:/term/aukus.md`. A file system, and not a mere
 * text document provider, so that tabs are restored, links between pages resolve and the editor
 * knows that there is nothing to write.
 */
export class PageFileSystem extends DisposableStore implements vscode.FileSystemProvider {
  private readonly changed = this._register(new vscode.EventEmitter<vscode.FileChangeEvent[]>());
  readonly onDidChangeFile = this.changed.event;

  private readonly encoder = new TextEncoder();
  /** When the pages last changed, in milliseconds since 1970. The editor reads a page anew when it is later. */
  private modified = Date.now();

  constructor(private readonly desk: Pick<Desk, 'catalog' | 'onDidChange'>) {
    super();
    this._register(desk.onDidChange(() => this.announceChange()));
  }

  /** Changes are announced for the open pages, whoever watches. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const folder = folderOf(uri);
    return {
      type: folder === undefined ? vscode.FileType.File : vscode.FileType.Directory,
      ctime: 0,
      mtime: this.modified,
      size: folder === undefined ? (await this.readFile(uri)).byteLength : 0,
      permissions: vscode.FilePermission.Readonly,
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const ref = entryOfUri(uri);
    if (ref === undefined) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    const page = renderPage(await this.desk.catalog(), ref, vscode.l10n);
    if (page === undefined) {
      // For a file that is not found the editor would offer to create it.
      throw vscode.FileSystemError.Unavailable(
        vscode.l10n.t('The library has no entry “{0}”.', `${ref.kind}/${ref.id}`),
      );
    }
    return this.encoder.encode(page);
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const folder = folderOf(uri);
    if (folder === undefined) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    if (folder === '') {
      return ENTRY_KINDS.map((kind) => [kind, vscode.FileType.Directory]);
    }
    const entries = (await this.desk.catalog()).all(folder);
    return entries.map((entry) => [`${entry.id}.md`, vscode.FileType.File]);
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

  /** Lets the open pages be read anew, or shows them as gone. */
  private async announceChange(): Promise<void> {
    this.modified = Math.max(Date.now(), this.modified + 1);
    const open = vscode.workspace.textDocuments.flatMap(({ uri }) => {
      const ref = entryOfUri(uri);
      return ref === undefined ? [] : [{ uri, ref }];
    });
    if (open.length === 0) {
      return;
    }
    const catalog = await this.desk.catalog();
    if (this.isDisposed) {
      return;
    }
    const { Changed, Deleted } = vscode.FileChangeType;
    this.changed.fire(
      open.map(({ uri, ref }) => ({ uri, type: catalog.has(ref) ? Changed : Deleted })),
    );
  }
}

/** The kind of entries whose pages are in a folder, `''` for the folder of folders; `undefined` for anything else. */
function folderOf(uri: vscode.Uri): EntryKind | '' | undefined {
  const name = uri.path.replace(/^\/|\/$/g, '');
  return name === '' ? '' : ENTRY_KINDS.find((kind) => kind === name);
}
