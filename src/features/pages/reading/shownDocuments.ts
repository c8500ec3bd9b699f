import type * as vscode from 'vscode';
import type { SourceDocument } from '../../../core/library/document';
import type { Library, LibrarySource } from '../../../workspace/library/library';
import { sourceOfUri } from '../../../host/uris';

interface Known {
  readonly version: number;
  readonly source: LibrarySource | undefined;
  readonly document: SourceDocument | undefined;
}

/** The documents behind the pages that the editor has open. */
export class ShownDocuments {
  private readonly known = new WeakMap<vscode.TextDocument, Known>();

  constructor(private readonly library: Pick<Library, 'start' | 'get' | 'document'>) {}

  /**
   * The document whose text a page shows at this moment; `undefined` for other files, and while the
   * page is older or newer than the document, whose offsets would then mean other places.
   */
  async of(page: vscode.TextDocument): Promise<SourceDocument | undefined> {
    const id = sourceOfUri(page.uri);
    if (id === undefined) {
      return undefined;
    }
    await this.library.start();
    const { version } = page;
    const source = this.library.get(id);
    const known = this.known.get(page);
    if (known?.version === version && known.source === source) {
      return known.document;
    }
    const read = await this.library.document(id);
    const document = read?.text === page.getText() ? read : undefined;
    if (page.version === version) {
      this.known.set(page, { version, source, document });
    }
    return document;
  }
}
