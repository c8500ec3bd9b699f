import type { Catalog } from '../../../core/packs/catalog';
import type { EntryRef } from '../../../core/model';
import { subjectKey, type Subject } from '../../../core/tags/subjects';
import { sourceFilePath, sourceUri } from '../../../host/uris';
import type { Library, LibrarySource } from '../../../workspace/library/library';
import { documentByline } from '../../../workspace/own/ownDocuments';
import type { ListedPassage, OwnPassages } from '../../../workspace/own/ownPassages';
import type { PageDocument, PageOwn } from './page/ownParts';

/** So many documents stand on a page, the newest, and so many passages of each, the best. */
const MOST_DOCUMENTS = 10;
const MOST_PASSAGES = 5;

/** What the pages of topics and partners say of the user's own documents, as it was found last. */
export class OwnPages {
  private readonly found = new Map<string, PageOwn>();
  private readonly finding = new Set<string>();

  /** @param onDidFind called when pages say something else */
  constructor(
    private readonly own: () => Promise<OwnPassages>,
    private readonly library: Pick<Library, 'document'>,
    private readonly onDidFind: () => void,
  ) {}

  /** What is known by now: the page does not wait for it. `undefined` for entries of other kinds. */
  of(catalog: Catalog, { kind, id }: EntryRef): PageOwn | undefined {
    if (kind !== 'topic' && kind !== 'partner') {
      return undefined;
    }
    const subject: Subject = { kind, id };
    const key = subjectKey(subject);
    if (!this.finding.has(key)) {
      this.finding.add(key);
      void this.find(catalog, subject).finally(() => this.finding.delete(key));
    }
    return this.found.get(key);
  }

  private async find(catalog: Catalog, subject: Subject): Promise<void> {
    const key = subjectKey(subject);
    const before = this.found.get(key);
    const now = await this.look(catalog, subject).catch(() => undefined);
    if (now !== undefined && JSON.stringify(now) !== JSON.stringify(before)) {
      this.found.set(key, now);
      this.onDidFind();
    }
  }

  private async look(catalog: Catalog, subject: Subject): Promise<PageOwn> {
    const own = await this.own();
    void own.start();
    const documents = own.documentsOf(catalog, subject);
    const shown = await Promise.all(
      documents.slice(0, MOST_DOCUMENTS).map(async ({ source, count }) => {
        const passages = own.passagesOf(catalog, subject, source.id).slice(0, MOST_PASSAGES);
        return this.document(source, count, passages);
      }),
    );
    return { documents: shown, total: documents.length };
  }

  private async document(
    source: LibrarySource,
    count: number,
    passages: readonly ListedPassage[],
  ): Promise<PageDocument> {
    const text = (await this.library.document(source.id))?.text ?? '';
    return {
      title: source.title,
      byline: documentByline(source),
      count,
      passages: passages.map(({ passage, text: words }) => {
        const before = text.slice(0, passage.span.start);
        return {
          text: words,
          locator: passage.locator,
          place: {
            address: sourceUri(source).toString(),
            path: sourceFilePath(source),
            line: before.split('\n').length,
            column: before.length - before.lastIndexOf('\n'),
            passage: { source: source.id, passage: passage.id },
          },
        };
      }),
    };
  }
}
