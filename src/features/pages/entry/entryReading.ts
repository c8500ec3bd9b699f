import type * as vscode from 'vscode';
import type { PassageRef } from '../../../core/library/document';
import type { EntryRef, Span } from '../../../core/model';
import { DisposableStore } from '../../../util/dispose';
import type { NoteText } from '../../../workspace/notes/noteDocuments';
import type { PageFileSystem } from './pageFileSystem';
import { documentLinks, followLink, listedAt } from './pageLinks';
import { PageLooks } from './pageLooks';
import { documentSymbols } from './pageOutline';
import { ShownPages } from './shownPages';

/** What makes the pages of entries more than text: links, an outline, looks. Loaded with the first page. */
export class EntryReading extends DisposableStore {
  private readonly shown: ShownPages;
  private readonly looks: PageLooks;

  constructor(files: Pick<PageFileSystem, 'entryPage'>) {
    super();
    this.shown = new ShownPages(files);
    this.looks = this._register(new PageLooks(this.shown));
  }

  links(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
    return documentLinks(this.shown, document);
  }

  /** Where the links of a page stand, as offsets; none on other pages. */
  async linkSpans(document: NoteText): Promise<readonly Span[]> {
    return (await this.shown.of(document))?.links.map(({ span }) => span) ?? [];
  }

  symbols(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
    return documentSymbols(this.shown, document);
  }

  follow(editor: vscode.TextEditor): Promise<void> {
    return followLink(this.shown, editor);
  }

  /** The excerpt or the passage that is listed on the line of the caret; `undefined` on other lines. */
  listedAt(editor: vscode.TextEditor): Promise<EntryRef | PassageRef | undefined> {
    return listedAt(this.shown, editor);
  }

  draw(editor: vscode.TextEditor): Promise<void> {
    return this.looks.draw(editor);
  }
}
