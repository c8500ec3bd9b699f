import { isEntryText } from '../../../host/uris';
import type { NoteText } from '../../../workspace/notes/noteDocuments';
import type { PageFileSystem } from './pageFileSystem';
import { type TextPage, textOf } from './textPage';

interface Known {
  readonly version: number;
  readonly page: Promise<TextPage | undefined>;
}

/** The pages behind the texts of entries that the editor has open. */
export class ShownPages {
  private readonly known = new WeakMap<NoteText, Known>();

  constructor(private readonly files: Pick<PageFileSystem, 'entryPage'>) {}

  /**
   * What stands where in the text that a document shows at this moment; `undefined` for all that is no
   * text of an entry, and while the entry says something else, until the editor reads it again.
   */
  of(document: NoteText): Promise<TextPage | undefined> {
    const { version } = document;
    const known = this.known.get(document);
    if (known?.version === version) {
      return known.page;
    }
    const page = this.find(document);
    this.known.set(document, { version, page });
    return page;
  }

  private async find(document: NoteText): Promise<TextPage | undefined> {
    if (!isEntryText(document)) {
      return undefined;
    }
    const text = document.getText();
    const page = await this.files.entryPage(document.uri).then(
      textOf,
      // The editor says itself that the entry is gone.
      () => undefined,
    );
    return page?.text === text ? page : undefined;
  }
}
