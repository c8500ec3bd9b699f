import * as vscode from 'vscode';
import type { SourceDocument } from '../../../core/library/document';
import { passageAtOffset } from '../../../core/library/passageAtOffset';
import type { Span } from '../../../core/model';
import type { Deps } from '../../../workspace/deps';
import { Colors } from '../../../host/ids';
import { spanRange } from '../../../host/ranges';
import { sourceOfUri } from '../../../host/uris';
import { DisposableStore } from '../../../util/dispose';
import { hitMarks } from './hitMarks';
import { createPageMarks, pageMarkLooks } from './pageMarkLooks';
import type { ShownDocuments } from './shownDocuments';

/**
 * Marks in the pages of sources: headings stand out, pages are told, the passage at the caret stands out, and what
 * the last search found is marked in the text and beside the scroll bar.
 */
export class Highlights extends DisposableStore {
  private readonly headings = this.decoration({
    fontWeight: 'bold',
    color: new vscode.ThemeColor(Colors.pageHeading),
  });
  private readonly pages = this._register(createPageMarks());
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
      window.onDidChangeTextEditorSelection(({ textEditor }) =>
        this.drawn(textEditor, (document) => this.drawPassage(textEditor, document)),
      ),
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
    this.drawn(editor, (document) => {
      this.drawPassage(editor, document);
      this.drawRest(editor, document);
    });
  }

  /** Draws in the page of a source, with the document that it shows. */
  private drawn(
    editor: vscode.TextEditor,
    draw: (document: SourceDocument | undefined) => void,
  ): void {
    const { document: page } = editor;
    if (sourceOfUri(page.uri) === undefined) {
      return;
    }
    const { version } = page;
    this.shown.of(page).then(
      (document) => {
        if (!this.isDisposed && !page.isClosed && page.version === version) {
          draw(document);
        }
      },
      (error: unknown) => this.deps.log.error(`Marks in a source failed: ${String(error)}`),
    );
  }

  /** At each movement of the caret, so that only this is drawn. */
  private drawPassage(editor: vscode.TextEditor, document: SourceDocument | undefined): void {
    const spans = passageAtCaret(editor, document);
    editor.setDecorations(
      this.passage,
      spans.map((span) => spanRange(editor.document, span)),
    );
  }

  private drawRest(editor: vscode.TextEditor, document: SourceDocument | undefined): void {
    const { document: page } = editor;
    const ranges = (spans: readonly Span[]) => spans.map((span) => spanRange(page, span));
    const source = sourceOfUri(page.uri) ?? '';
    const { passages, words } = hitMarks(document, this.deps.lastHits.in(source));
    editor.setDecorations(this.headings, ranges(document?.headings.map(({ span }) => span) ?? []));
    editor.setDecorations(this.pages, pageMarkLooks(page, document));
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
