import * as vscode from 'vscode';
import type { QuoteCheck } from '../../core/quotes/quoteCheck';
import { marksVerbatimQuotations } from '../../host/config';
import { Commands, Settings, SETTINGS_SECTION } from '../../host/ids';
import { spanRange } from '../../host/ranges';
import { createHover } from '../../host/surfaces/documentParts';
import {
  commandLink,
  compose,
  icon,
  joined,
  plainText,
  trustedMarkdown,
} from '../../host/surfaces/markdown';
import { DisposableStore } from '../../util/dispose';
import type { Deps } from '../../workspace/deps';
import { NOTE_SELECTOR } from '../../workspace/notes/noteDocuments';
import { quoteMessage } from '../../core/quotes/messages';
import { quoteNames } from '../../workspace/quotes/noteNames';
import type { QuoteResults } from '../../workspace/quotes/quoteResults';

/**
 * Marks the quotations that are in order: a quiet tick beside the first line of each, and on hover where
 * it stands. A mark goes with the event that tells of the change: "verbatim" holds for what was checked.
 */
export class VerbatimMarks extends DisposableStore implements vscode.HoverProvider {
  private readonly tick: vscode.TextEditorDecorationType;
  /** Editors that have ticks which may have to be taken away. */
  private readonly marked = new WeakSet<vscode.TextEditor>();

  constructor(
    private readonly results: QuoteResults,
    private readonly deps: Pick<Deps, 'extension' | 'library'>,
  ) {
    super();
    const { languages, window, workspace } = vscode;
    const picture = (theme: string) =>
      vscode.Uri.joinPath(deps.extension, 'media', `verbatim-${theme}.svg`);
    this.tick = this._register(
      window.createTextEditorDecorationType({
        // The editor takes these for high contrast, too.
        light: { gutterIconPath: picture('light') },
        dark: { gutterIconPath: picture('dark') },
        gutterIconSize: 'contain',
        rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      }),
    );
    const markAll = () => window.visibleTextEditors.forEach((editor) => this.mark(editor));
    this._register(
      results.onDidChange((note) => {
        const address = note.toString();
        window.visibleTextEditors
          .filter(({ document }) => document.uri.toString() === address)
          .forEach((editor) => this.mark(editor));
      }),
    );
    this._register(results.onDidChangeSources(markAll));
    this._register(window.onDidChangeVisibleTextEditors(markAll));
    this._register(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${SETTINGS_SECTION}.${Settings.quotesMarkVerbatim}`)) {
          markAll();
        }
      }),
    );
    this._register(languages.registerHoverProvider(NOTE_SELECTOR, this));
    markAll();
  }

  provideHover(note: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const at = note.offsetAt(position);
    const check = this.inOrder(note).find(
      ({ quotation: { outer } }) => outer.start <= at && at <= outer.end,
    );
    return check?.place && createHover([this.card(note, check, check.place)], rangeOf(note, check));
  }

  private card(
    note: vscode.TextDocument,
    check: QuoteCheck,
    { source, passage }: NonNullable<QuoteCheck['place']>,
  ): vscode.MarkdownString {
    const said = quoteMessage(check, quoteNames(this.deps.library, note.getText()), vscode.l10n);
    const open = commandLink(
      plainText(vscode.l10n.t('Open'), { icons: true }),
      Commands.openPassage,
      { source, passage: passage.id },
      vscode.l10n.t('Open the source at this passage'),
    );
    const words = compose`${icon('check')} ${plainText(said, { icons: true })}`;
    return trustedMarkdown(joined([words, open], ' &nbsp; '), [Commands.openPassage]);
  }

  private mark(editor: vscode.TextEditor): void {
    const { document } = editor;
    const checks = this.inOrder(document);
    if (checks.length > 0 || this.marked.has(editor)) {
      this.marked.add(editor);
      // The first line alone: the editor would draw the tick beside each.
      const starts = checks.map((check) => rangeOf(document, check).start);
      editor.setDecorations(
        this.tick,
        starts.map((start) => new vscode.Range(start, start)),
      );
    }
  }

  private inOrder(note: vscode.TextDocument): readonly QuoteCheck[] {
    return this.results.of(note.uri) !== undefined && marksVerbatimQuotations(note)
      ? this.results.inOrder(note.uri)
      : [];
  }
}

function rangeOf(note: vscode.TextDocument, { quotation }: QuoteCheck): vscode.Range {
  return spanRange(note, quotation.outer);
}
