import * as vscode from 'vscode';
import type { Span } from '../../../core/model';
import { markedKinds, termDecorations } from '../../../host/config';
import type { Deps } from '../../../workspace/deps';
import { loadPart } from '../../../host/loadPart';
import { Settings, SETTINGS_SECTION } from '../../../host/ids';
import { isWritableNote } from '../../../workspace/notes/noteDocuments';
import { spanRange } from '../../../host/ranges';
import type { TermScan } from '../../../workspace/terms/deskTerms';
import { DisposableStore } from '../../../util/dispose';

/** After the last key: until then the editor itself moves what is underlined. */
const TYPING_PAUSE_MS = 400;
const SCROLLING_PAUSE_MS = 60;

/** More than this are handed to the editor only around what it shows. */
const MOST_AT_ONCE = 1_000;
/** How many lines above and below what is shown. */
const MARGIN = 200;

const SETTINGS = [Settings.termsDecorate, Settings.termsMarkedKinds].map(
  (name) => `${SETTINGS_SECTION}.${name}`,
);

/** In UTF-16 units. Larger texts are data rather than notes, and take longer to read than a pause may. */
const LARGEST_TEXT = 4_000_000;

/** What is underlined in one state of a note. */
interface Underlined {
  readonly version: number;
  readonly scan: TermScan;
  /** The settings that it was made by. */
  readonly settings: string;
  readonly spans: readonly Span[];
}

/**
 * Keeps the terms underlined in the notes that are to be seen. A note is read when it comes into
 * view and when typing pauses.
 */
export class TermUnderlines extends DisposableStore {
  private readonly underlined = new WeakMap<vscode.TextDocument, Underlined>();
  /** Editors that have underlines which may have to be taken away. */
  private readonly marked = new WeakSet<vscode.TextEditor>();
  private readonly timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();

  /** @param show gives an editor its underlines, in place of those that it has */
  constructor(
    private readonly deps: Pick<Deps, 'terms' | 'log'>,
    private readonly show: (editor: vscode.TextEditor, ranges: readonly vscode.Range[]) => void,
  ) {
    super();
    const { window, workspace } = vscode;
    this._register(window.onDidChangeVisibleTextEditors(() => this.updateAll()));
    this._register(deps.terms.onDidChange(() => this.updateAll()));
    this._register(
      workspace.onDidChangeConfiguration((event) => {
        if (SETTINGS.some((setting) => event.affectsConfiguration(setting))) {
          this.updateAll();
        }
      }),
    );
    // A document that changes its language is opened again.
    this._register(workspace.onDidOpenTextDocument((document) => this.update(document)));
    this._register(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (
          contentChanges.length > 0 &&
          editorsOf(document).length > 0 &&
          isWritableNote(document)
        ) {
          this.updateAfter(TYPING_PAUSE_MS, document);
        }
      }),
    );
    this._register(
      window.onDidChangeTextEditorVisibleRanges(({ textEditor: { document } }) => {
        const known = this.underlined.get(document);
        if (known && known.spans.length > MOST_AT_ONCE && !this.timers.has(document)) {
          this.updateAfter(SCROLLING_PAUSE_MS, document);
        }
      }),
    );
    this._register({ dispose: () => this.timers.forEach((timer) => clearTimeout(timer)) });
    this.updateAll();
  }

  private updateAll(): void {
    const documents = vscode.window.visibleTextEditors.map(({ document }) => document);
    new Set(documents).forEach((document) => this.update(document));
  }

  private updateAfter(milliseconds: number, document: vscode.TextDocument): void {
    clearTimeout(this.timers.get(document));
    this.timers.set(
      document,
      setTimeout(() => this.update(document), milliseconds),
    );
  }

  private update(document: vscode.TextDocument): void {
    clearTimeout(this.timers.get(document));
    this.timers.delete(document);
    if (editorsOf(document).length === 0) {
      return;
    }
    this.spansIn(document).then(
      (spans) => {
        if (spans !== undefined && !this.isDisposed) {
          editorsOf(document).forEach((editor) => this.mark(editor, spans));
        }
      },
      (error: unknown) => this.deps.log.error(`Terms could not be underlined: ${String(error)}`),
    );
  }

  /** `undefined` when the document has changed meanwhile: another update is on its way then. */
  private async spansIn(document: vscode.TextDocument): Promise<readonly Span[] | undefined> {
    const uses = isWritableNote(document) ? termDecorations(document) : 'off';
    const text = uses === 'off' ? '' : document.getText();
    if (text === '' || text.length > LARGEST_TEXT) {
      this.underlined.delete(document);
      return [];
    }
    const { version } = document;
    const [scan, { underlinedIn }] = await Promise.all([
      this.deps.terms.scan(document),
      loadPart(this.deps.log, () => import('./underlinedIn')),
    ]);
    if (document.version !== version || document.isClosed) {
      return undefined;
    }
    const kinds = markedKinds(document);
    const settings = [uses, ...kinds].join();
    const known = this.underlined.get(document);
    if (known?.version === version && known.scan === scan && known.settings === settings) {
      return known.spans;
    }
    const spans = underlinedIn(document, scan, uses, kinds);
    this.underlined.set(document, { version, scan, settings, spans });
    return spans;
  }

  private mark(editor: vscode.TextEditor, spans: readonly Span[]): void {
    if (spans.length === 0 && !this.marked.has(editor)) {
      return;
    }
    this.marked.add(editor);
    const shown = spans.length > MOST_AT_ONCE ? aroundVisible(editor, spans) : spans;
    this.show(
      editor,
      shown.map((span) => spanRange(editor.document, span)),
    );
  }
}

function editorsOf(document: vscode.TextDocument): readonly vscode.TextEditor[] {
  return vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
}

/** By offsets: making ranges of tens of thousands of spans takes longer than finding them. */
function aroundVisible(
  { document, visibleRanges }: vscode.TextEditor,
  spans: readonly Span[],
): readonly Span[] {
  const visible = visibleRanges.map(({ start, end }) => ({
    start: document.offsetAt(new vscode.Position(Math.max(0, start.line - MARGIN), 0)),
    end: document.offsetAt(
      document.lineAt(Math.min(document.lineCount - 1, end.line + MARGIN)).range.end,
    ),
  }));
  return spans.filter(({ start, end }) =>
    visible.some((stretch) => start <= stretch.end && stretch.start <= end),
  );
}
