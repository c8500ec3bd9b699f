import type { Span } from '../../core/model';
import type { Disposable } from '../../util/dispose';
import type { NoteText } from '../notes/noteDocuments';

type FindLinks = (page: NoteText) => Promise<readonly Span[]>;

/**
 * Where links stand in the texts of entries: a term in a link's label is neither explained there nor
 * gone to, for the link leads where it says. The feature that writes the texts knows it.
 */
export class PageLinks {
  private find: FindLinks | undefined;

  /** Says how to find the links of a page, as offsets. */
  provide(find: FindLinks): Disposable {
    this.find = find;
    return { dispose: () => (this.find = undefined) };
  }

  /** The links of a page, in their order; none while nobody knows them. */
  async in(page: NoteText): Promise<readonly Span[]> {
    return (await this.find?.(page)) ?? [];
  }
}
