import { isEntryText } from '../../../host/uris';
import type { NoteText } from '../../../workspace/notes/noteDocuments';
import type { PageFileSystem } from './pageFileSystem';
import { type TextPage, textOf } from './page/textPage';

/** The pages behind the texts of entries that the editor has open. */
export class ShownPages {
  constructor(private readonly files: Pick<PageFileSystem, 'entryPage'>) {}

  /**
   * What stands where in the text that a document shows at this moment; `undefined` for all that is no
   * text of an entry, and while the entry says something else, until the editor reads it again. Never
   * kept: with the same words, links may lead elsewhere by the next time.
   */
  async of(document: NoteText): Promise<TextPage | undefined> {
    if (!isEntryText(document)) {
      return undefined;
    }
    const { version } = document;
    const page = await this.files.entryPage(document.uri).then(
      textOf,
      // The editor says itself that the entry is gone.
      () => undefined,
    );
    return document.version === version && page?.text === document.getText() ? page : undefined;
  }
}
