import * as vscode from 'vscode';
import type { Citation, EntryRef } from '../../../core/model';
import type { Catalog } from '../../../core/packs/catalog';
import type { Desk } from '../../../workspace/desk';
import { ENTRY_KINDS } from '../../../host/entryKinds';
import type { Library } from '../../../workspace/library/library';
import { placeOfPassage } from '../../../workspace/showPassage';
import {
  entryOfUri,
  isMarkdownUri,
  MARKDOWN_FOLDER,
  PAGE_FOLDER,
  sourceFilePath,
  sourceOfUri,
} from '../../../host/uris';
import type { OwnPassages } from '../../../workspace/own/ownPassages';
import { OwnPages } from './ownPages';
import type { PageSource } from './pageSource';
import type { FileMentions, Mentions } from '../../../workspace/terms/mentions';
import { markdownOf } from './page/markdownPage';
import type { Page } from './page/pageModel';
import { type OwnCopy, type OwnFiles, type PageMention, writePage } from './page/pages';
import { textOf } from './page/textPage';

/** The pages of the entries of packs, as text and as Markdown. */
export class EntryPages implements PageSource {
  /** The mentions of terms whose pages have been asked for, as they were found last. */
  private readonly mentioned = new Map<string, readonly PageMention[]>();
  private readonly finding = new Set<string>();
  private readonly own: OwnPages;

  /** @param onDidFind called when pages say something else, since mentions have been found */
  constructor(
    private readonly desk: Pick<Desk, 'catalog'>,
    private readonly library: Pick<Library, 'start' | 'get' | 'document' | 'copyOf'>,
    private readonly mentions: Pick<Mentions, 'of'>,
    private readonly onDidFind: () => void,
    own: () => Promise<OwnPassages>,
  ) {
    this.own = new OwnPages(own, library, onDidFind);
  }

  async read(uri: vscode.Uri): Promise<string> {
    const page = await this.pageAt(uri);
    return isMarkdownUri(uri) ? markdownOf(page) : textOf(page).text;
  }

  /**
   * The page at an address of an entry, however it is shown there.
   *
   * @throws {vscode.FileSystemError} see `PageSource.read`
   */
  async pageAt(uri: vscode.Uri): Promise<Page> {
    const ref = entryOfUri(uri);
    const catalog = await this.desk.catalog();
    const page = ref && writePage(catalog, ref, vscode.l10n, await this.ownFiles(catalog, ref));
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

  /** The same entries in each folder that pages of entries have, by their ids. */
  async list(path: readonly string[]): ReturnType<PageSource['list']> {
    const folders = [PAGE_FOLDER, MARKDOWN_FOLDER];
    const isWithin = folders.some((folder) => folder === path[0]);
    const [kind, ...below] = isWithin ? path.slice(1) : path;
    if (kind === undefined) {
      const names = isWithin ? ENTRY_KINDS : [...ENTRY_KINDS, ...folders];
      return names.map((name) => [name, vscode.FileType.Directory]);
    }
    const known = ENTRY_KINDS.find((name) => name === kind);
    if (known === undefined || below.length > 0) {
      return undefined;
    }
    const entries = (await this.desk.catalog()).all(known);
    return entries.map(({ id }) => [`${id}.md`, vscode.FileType.File]);
  }

  private async ownFiles(catalog: Catalog, ref: EntryRef): Promise<OwnFiles> {
    return ref.kind === 'term'
      ? { mentions: this.mentionsOf(ref.id) }
      : { copy: await this.ownCopy(ref), own: this.own.of(catalog, ref) };
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
      (files) => files.map((file) => this.pageMention(file)),
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
    const source = ref && this.library.get(ref.source);
    if (!ref || found?.passage === undefined || text === undefined || source === undefined) {
      return undefined;
    }
    const before = text.slice(0, found.passage.span.start);
    return {
      title: source.title,
      locator: found.passage.locator,
      place: {
        address: found.page.toString(),
        path: sourceFilePath(source),
        line: before.split('\n').length,
        column: before.length - before.lastIndexOf('\n'),
        passage: ref,
      },
    };
  }

  private pageMention({ uri, label, ranges }: FileMentions): PageMention {
    const { line = 0, character = 0 } = ranges[0]?.start ?? {};
    const source = this.library.get(sourceOfUri(uri) ?? '');
    return {
      label,
      count: ranges.length,
      place: {
        address: uri.toString(),
        ...(source && { path: sourceFilePath(source) }),
        line: line + 1,
        column: character + 1,
      },
    };
  }
}
