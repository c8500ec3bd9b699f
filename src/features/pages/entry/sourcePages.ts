import * as vscode from 'vscode';
import type { SourceDocument } from '../../../core/library/document';
import type { Library, LibrarySource } from '../../../workspace/library/library';
import { whenSourceRead, type SourceProgress } from '../../../workspace/library/whenRead';
import { sourceProblem } from '../../../workspace/library/sourceProblem';
import { PAGE_FOLDER, SOURCE_FOLDER, sourceFilePath, sourceOfUri } from '../../../host/uris';
import type { PageSource } from './pageSource';

/**
 * The documents of the library as they were read. A page is the document's text and nothing else, so
 * that offsets into the one are offsets into the other.
 */
export class SourcePages implements PageSource {
  /** The source of each page as it was when the page was last looked at. */
  private readonly seen = new Map<string, LibrarySource>();
  /** The pages that the editor shows as deleted; it has to be told when they are there again. */
  private readonly gone = new Set<string>();

  constructor(
    private readonly library: Pick<Library, 'start' | 'sources' | 'document' | 'reindex'> &
      SourceProgress,
  ) {}

  async read(uri: vscode.Uri): Promise<string> {
    // Tabs are restored before anybody has asked for the library.
    await this.library.start();
    const id = sourceOfUri(uri) ?? '';
    const document = (await this.library.document(id)) ?? (await this.whenRead(id));
    if (document === undefined) {
      throw vscode.FileSystemError.Unavailable(reasonOf(this.library.get(id)));
    }
    return document.text;
  }

  /** What was stored may be of another version, so that all sources are read again after an update. */
  private async whenRead(id: string): Promise<SourceDocument | undefined> {
    if (this.library.get(id)?.state.kind === 'waiting') {
      // Before all others.
      this.library.reindex([id]);
    }
    await whenSourceRead(this.library, id);
    return this.library.document(id);
  }

  async changeOf(uri: vscode.Uri, text: string): Promise<vscode.FileChangeType | undefined> {
    const page = uri.toString();
    const id = sourceOfUri(uri) ?? '';
    const source = this.library.get(id);
    if (source === undefined) {
      this.seen.delete(page);
      return this.deleted(page);
    }
    if (source === this.seen.get(page)) {
      return undefined;
    }
    this.seen.set(page, source);
    switch (source.state.kind) {
      case 'waiting':
      case 'reading':
        // The page stays as it is until the source has been read anew.
        return undefined;
      case 'ready': {
        if (this.gone.delete(page)) {
          return vscode.FileChangeType.Created;
        }
        const now = (await this.library.document(id))?.text;
        return now === text ? undefined : vscode.FileChangeType.Changed;
      }
      default:
        return this.deleted(page);
    }
  }

  private deleted(page: string): vscode.FileChangeType | undefined {
    if (this.gone.has(page)) {
      return undefined;
    }
    this.gone.add(page);
    return vscode.FileChangeType.Deleted;
  }

  async list([folder, id, ...below]: readonly string[]): ReturnType<PageSource['list']> {
    if (folder === undefined) {
      return [[SOURCE_FOLDER, vscode.FileType.Directory]];
    }
    if (folder !== SOURCE_FOLDER || below.length > 0) {
      return undefined;
    }
    await this.library.start();
    if (id === undefined) {
      return this.library.sources.map((source) => [source.id, vscode.FileType.Directory]);
    }
    if (id === PAGE_FOLDER) {
      // Its pages have addresses that no path alone makes.
      return [];
    }
    const source = this.library.get(id);
    const name = source && sourceFilePath(source).split('/').at(-1);
    return name === undefined ? undefined : [[name, vscode.FileType.File]];
  }
}

function reasonOf(source: LibrarySource | undefined): string {
  return source === undefined
    ? vscode.l10n.t('This source is not in the library any more.')
    : (sourceProblem(source.state, vscode.l10n) ??
        vscode.l10n.t('“{0}” could not be opened.', source.title));
}
