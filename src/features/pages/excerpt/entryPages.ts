import * as vscode from 'vscode';
import type { Citation, EntryRef } from '../../../core/model';
import type { Desk } from '../../../workspace/desk';
import { ENTRY_KINDS } from '../../../host/entryKinds';
import type { Library } from '../../../workspace/library/library';
import { placeOfPassage } from '../../../workspace/showPassage';
import { entryOfUri } from '../../../host/uris';
import type { PageSource } from './pageSource';
import type { FileMentions, Mentions } from '../../../workspace/terms/mentions';
import { renderPage, type OwnCopy, type OwnFiles, type PageMention } from './pages';

/** The pages of the entries of packs: `ip4desk:/term/aukus.md`. */
export class EntryPages implements PageSource {
  /** The mentions of terms whose pages have been asked for, as they were found last. */
  private readonly mentioned = new Map<string, readonly PageMention[]>();
  private readonly finding = new Set<string>();

  /** @param onDidFind called when pages say something else, since mentions have been found */
  constructor(
    private readonly desk: Pick<Desk, 'catalog'>,
    private readonly library: Pick<Library, 'start' | 'get' | 'document' | 'copyOf'>,
    private readonly mentions: Pick<Mentions, 'of'>,
    private readonly onDidFind: () => void,
  ) {}

  async read(uri: vscode.Uri): Promise<string> {
    const ref = entryOfUri(uri);
    const catalog = await this.desk.catalog();
    const page = ref && renderPage(catalog, ref, vscode.l10n, await this.ownFiles(ref));
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

  private async ownFiles(ref: EntryRef): Promise<OwnFiles> {
    return ref.kind === 'term'
      ? { mentions: this.mentionsOf(ref.id) }
      : { copy: await this.ownCopy(ref) };
  }

  /** What is known by now: the page does not wait for what it is read anew for. */
  private mentionsOf(term: string): readonly PageMention[] | undefined {
    if (!this.finding.has(term)) {
      this.finding.add(term);
      void this.findMentions(term).finally(() => this.finding.delete(term));
    }
    return this.mentioned.get(term);
  }

  private async findMentions(term: string): Promise<void> {
    const found = await this.mentions.of(term).then(
      (files) => files.map(pageMention),
      // Why there are none is logged by whoever loads them.
      () => [],
    );
    const before = this.mentioned.get(term) ?? [];
    this.mentioned.set(term, found);
    if (JSON.stringify(found) !== JSON.stringify(before)) {
      this.onDidFind();
    }
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

function pageMention({ uri, kind, label, ranges }: FileMentions): PageMention {
  const { line = 0, character = 0 } = ranges[0]?.start ?? {};
  return {
    label,
    count: ranges.length,
    place: {
      ...(kind === 'source' ? { path: uri.path } : { address: uri.toString() }),
      line: line + 1,
      column: character + 1,
    },
  };
}
