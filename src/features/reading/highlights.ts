import * as vscode from 'vscode';
import type { SourceDocument } from '../../core/library/document';
import { passageAtOffset } from '../../core/library/passageAtOffset';
import type { Span } from '../../core/model';
import type { Deps } from '../../host/deps';
import { Colors } from '../../host/ids';
import { spanRange } from '../../host/ranges';
import { sourceOfUri } from '../../host/uris';
import { DisposableStore } from '../../util/dispose';
import { hitMarks } from './hitMarks';
import type { ShownDocuments } from './shownDocuments';

/**
 * Marks in the pages of sources: headings are bold, the passage at the caret stands out, and what
 * the last search found is marked in the text and beside the scroll bar.
 */
export class Highlights extends DisposableStore {
  private readonly headings = this.decoration({ fontWeight: 'bold' });
  private readonly passage = this.decoration({
    backgroundColor: new vscode.ThemeColor(Colors.passageHighlight),
    // Themes of high contrast have a border instead; in others it has no colour.
    border: '1px solid',
    borderColor: new vscode.ThemeColor(Colors.passageHighlightBorder),
  });
  private readonly words = this.decoration({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
  });
  private readonly hits = this.decoration({
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });

  constructor(
    private readonly deps: Pick<Deps, 'library' | 'lastHits' | 'log'>,
    private readonly shown: ShownDocuments,
  ) {
    super();
    const { window, workspace } = vscode;
    const markAll = () => window.visibleTextEditors.forEach((editor) => this.mark(editor));
    this._register(window.onDidChangeVisibleTextEditors(markAll));
    this._register(deps.lastHits.onDidChange(markAll));
    this._register(deps.library.onDidChangeContents(markAll));
    this._register(
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.mark(textEditor)),
    );
    this._register(
      workspace.onDidChangeTextDocument(({ document }) =>
        window.visibleTextEditors
          .filter((editor) => editor.document === document)
          .forEach((editor) => this.mark(editor)),
      ),
    );
    markAll();
  }

  private decoration(options: vscode.DecorationRenderOptions): vscode.TextEditorDecorationType {
    return this._register(vscode.window.createTextEditorDecorationType(options));
  }

  private mark(editor: vscode.TextEditor): void {
    if (sourceOfUri(editor.document.uri) !== undefined) {
      this.draw(editor).catch((error: unknown) =>
        this.deps.log.error(`Marks in a source failed: ${String(error)}`),
      );
    }
  }

  private async draw(editor: vscode.TextEditor): Promise<void> {
    const { document: page } = editor;
    const { version } = page;
    const document = await this.shown.of(page);
    if (this.isDisposed || page.isClosed || page.version !== version) {
      return;
    }
    const ranges = (spans: readonly Span[]) => spans.map((span) => spanRange(page, span));
    const source = sourceOfUri(page.uri) ?? '';
    const { passages, words } = hitMarks(document, this.deps.lastHits.in(source));
    editor.setDecorations(this.headings, ranges(document?.headings.map(({ span }) => span) ?? []));
    editor.setDecorations(this.passage, ranges(passageAtCaret(editor, document)));
    editor.setDecorations(this.hits, ranges(passages));
    editor.setDecorations(this.words, ranges(words));
  }
}

function passageAtCaret(
  { document: page, selection }: vscode.TextEditor,
  document: SourceDocument | undefined,
): readonly Span[] {
  const caret = page.offsetAt(selection.active);
  const passage = document && passageAtOffset(document.passages, caret);
  return passage === undefined ? [] : [passage.span];
}
