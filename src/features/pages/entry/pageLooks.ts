import * as vscode from 'vscode';
import type { Span } from '../../../core/model';
import { Colors } from '../../../host/ids';
import { spanRange } from '../../../host/ranges';
import { DisposableStore } from '../../../util/dispose';
import type { ShownPages } from './shownPages';
import type { TextPage } from './page/textPage';

/** How the parts of an entry's page look: heads by weight and colour, links by colour, the rest quiet. */
export class PageLooks extends DisposableStore {
  private readonly headings = this.look({ fontWeight: 'bold', color: Colors.pageHeading });
  private readonly subheadings = this.look({ color: Colors.pageHeading });
  private readonly strong = this.look({ fontWeight: 'bold' });
  private readonly links = this.look({ color: 'textLink.foreground' });
  private readonly quiet = this.look({ color: Colors.pageQuiet });

  constructor(private readonly shown: ShownPages) {
    super();
  }

  /** Draws in an editor that shows the page of an entry, as soon as its parts are known. */
  async draw(editor: vscode.TextEditor): Promise<void> {
    const page = await this.shown.of(editor.document);
    if (page !== undefined && !this.isDisposed) {
      this.drawParts(editor, page);
    }
  }

  private drawParts(editor: vscode.TextEditor, page: TextPage): void {
    const draw = (look: vscode.TextEditorDecorationType, spans: readonly Span[]) =>
      editor.setDecorations(
        look,
        spans.map((span) => spanRange(editor.document, span)),
      );
    const spansOf = (isWanted: (level: number) => boolean) =>
      page.headings.filter(({ level }) => isWanted(level)).map(({ span }) => span);
    draw(
      this.headings,
      spansOf((level) => level <= 2),
    );
    draw(
      this.subheadings,
      spansOf((level) => level > 2),
    );
    draw(this.strong, page.strong);
    draw(
      this.links,
      page.links.map(({ span }) => span),
    );
    draw(this.quiet, page.quiet);
  }

  private look({
    color,
    ...others
  }: {
    readonly fontWeight?: string;
    readonly color?: string;
  }): vscode.TextEditorDecorationType {
    return this._register(
      vscode.window.createTextEditorDecorationType({
        ...others,
        ...(color !== undefined && { color: new vscode.ThemeColor(color) }),
      }),
    );
  }
}
