import * as vscode from 'vscode';
import type { Citation, EntryRef } from '../../core/model';
import type { Desk } from '../../host/desk';
import { ENTRY_KINDS } from '../../host/entryKinds';
import type { Library } from '../../host/library/library';
import { placeOfPassage } from '../../host/showPassage';
import { entryOfUri } from '../../host/uris';
import type { PageSource } from './pageSource';
import { renderPage, type OwnCopy } from './pages';

/** The pages of the entries of packs: `ip4desk:/term/aukus.md`. */
export class EntryPages implements PageSource {
  constructor(
    private readonly desk: Pick<Desk, 'catalog'>,
    private readonly library: Pick<Library, 'start' | 'get' | 'document' | 'copyOf'>,
  ) {}

  async read(uri: vscode.Uri): Promise<string> {
    const ref = entryOfUri(uri);
    const catalog = await this.desk.catalog();
    const page = ref && renderPage(catalog, ref, vscode.l10n, await this.ownCopy(ref));
    if (page === undefined) {
      throw vscode.FileSystemError.Unavailable(
        vscode.l10n.t('The library has no entry “{0}”.', `${ref?.kind}/${ref?.id}`),
      );
    }
    return page;
  }

  async changeOf(uri: vscode.Uri, text: string): Promise<vscode.FileChangeType | undefined> {
    const { Changed, Deleted } = vscode.FileChangeType;
    return this.read(uri).then(
      (now) => (now === text ? undefined : Changed),
      () => Deleted,
    );
  }

  async list([kind, ...below]: readonly string[]): ReturnType<PageSource['list']> {
    if (kind === undefined) {
      return ENTRY_KINDS.map((name) => [name, vscode.FileType.Directory]);
    }
    const known = ENTRY_KINDS.find((name) => name === kind);
    if (known === undefined || below.length > 0) {
      return undefined;
    }
    const entries = (await this.desk.catalog()).all(known);
    return entries.map(({ id }) => [`${id}.md`, vscode.FileType.File]);
  }

  /** The passage of the user's own copy that an excerpt tells of, as far as is known by now. */
  private async ownCopy({ kind, id }: EntryRef): Promise<OwnCopy | undefined> {
    const excerpt = kind === 'excerpt' && (await this.desk.catalog()).get(kind, id);
    if (!excerpt) {
      return undefined;
    }
    // The page does not wait for it: it is read anew when the library has found the copy.
    void this.library.start();
    return this.copyAt(excerpt);
  }

  private async copyAt(place: Citation): Promise<OwnCopy | undefined> {
    const ref = this.library.copyOf(place);
    const found = ref && (await placeOfPassage(this.library, ref));
    const text = ref && (await this.library.document(ref.source))?.text;
    const title = ref && this.library.get(ref.source)?.title;
    if (found?.passage === undefined || text === undefined || title === undefined) {
      return undefined;
    }
    const before = text.slice(0, found.passage.span.start);
    return {
      title,
      locator: found.passage.locator,
      path: found.page.path,
      line: before.split('\n').length,
      column: before.length - before.lastIndexOf('\n'),
    };
  }
}
