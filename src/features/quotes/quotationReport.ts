import * as vscode from 'vscode';
import { explainFileError } from '../../host/fileFaultText';
import { QUOTATION_REPORT } from '../../host/ids';
import { askWhereToSave } from '../../host/surfaces/dialogs';
import { showError, showStatusMessage } from '../../host/surfaces/messages';
import { createPanel, showInPanel } from '../../host/surfaces/panels';
import { TextLines } from '../../host/textLines';
import { columnOfTab } from '../../host/viewColumns';
import { DisposableStore } from '../../util/dispose';
import type { Deps } from '../../workspace/deps';
import { quoteNames } from '../../workspace/quotes/noteNames';
import type { NoteResults, QuoteResults } from '../../workspace/quotes/quoteResults';
import { reportAsMarkdown } from '../../core/quotes/report';
import {
  reportContent,
  type ReportContent,
  type ReportedNote,
} from '../../core/quotes/reportContent';
import { REPORT_COMMANDS, reportPage } from './reportPage';

/** Milliseconds without a change until the page follows: all notes of a workspace may change at once. */
const QUIET_MS = 300;

/**
 * The report on quotations: one page, which follows what is known of the notes that it is about, and
 * goes when nothing is known of them any more, as after a reload.
 */
export class QuotationReport extends DisposableStore {
  private panel: vscode.WebviewPanel | undefined;
  /** The addresses of the notes that it is about. */
  private notes: ReadonlySet<string> = new Set();
  /** One for all that it shows, so that a page that says the same is not loaded again. */
  private readonly nonce = crypto.randomUUID().replaceAll('-', '');
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** It is behind another tab, and something has changed. */
  private isBehind = false;

  constructor(
    private readonly results: QuoteResults,
    private readonly library: Deps['library'],
  ) {
    super();
    this._register(
      results.onDidChange((note) => {
        if (this.panel === undefined || !this.notes.has(note.toString())) {
          return;
        }
        if (this.known.length === 0) {
          this.panel.dispose();
        } else {
          clearTimeout(this.timer);
          this.timer = setTimeout(() => this.look(), QUIET_MS);
        }
      }),
    );
    this._register({
      dispose: () => {
        clearTimeout(this.timer);
        this.panel?.dispose();
      },
    });
  }

  /** Shows what is known of some notes, beside what is being edited. */
  show(notes: readonly vscode.Uri[]): void {
    this.notes = new Set(notes.map((note) => note.toString()));
    if (this.panel === undefined) {
      this.panel = createPanel({
        viewType: QUOTATION_REPORT,
        title: vscode.l10n.t('Quotation Report'),
        viewColumn: vscode.ViewColumn.Beside,
        commands: REPORT_COMMANDS,
      });
      this.panel.onDidDispose(() => (this.panel = undefined));
      this.panel.onDidChangeViewState(() => {
        if (this.isBehind) {
          this.look();
        }
      });
    } else {
      this.panel.reveal();
    }
    this.look();
  }

  private look(): void {
    const { panel } = this;
    this.isBehind = panel?.visible === false;
    if (panel === undefined || this.isBehind || this.isDisposed) {
      return;
    }
    const content = this.content();
    if (content !== undefined) {
      showInPanel(panel, reportPage(content, vscode.env.language, this.nonce, vscode.l10n));
    }
  }

  /**
   * The command: writes the report to a file, as Markdown.
   * @param request may name the `file`, which is overwritten then; without it the user is asked
   */
  async save(request?: unknown): Promise<void> {
    const content = this.content();
    if (content === undefined) {
      return;
    }
    const named = (request as { readonly file?: unknown } | undefined)?.file;
    const file =
      named instanceof vscode.Uri
        ? named
        : await askWhereToSave({
            title: vscode.l10n.t('Save Quotation Report'),
            proposed: this.proposedFile(),
            filters: { Markdown: ['md'] },
          });
    if (file === undefined) {
      return;
    }
    try {
      const text = reportAsMarkdown(content, vscode.l10n);
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
      const name = vscode.workspace.asRelativePath(file);
      showStatusMessage(vscode.l10n.t('Quotation report saved to {0}', name));
    } catch (error) {
      const reason = explainFileError(error, 'write', vscode.l10n);
      void showError(vscode.l10n.t('The report could not be saved: {0}', reason));
    }
  }

  /** The command of its links: shows a quotation in its note. */
  async openQuotation(target: unknown): Promise<void> {
    const { note, start } = (target ?? {}) as { readonly note?: unknown; readonly start?: unknown };
    const known = this.results.all.find(({ checked: { uri } }) => uri.toString() === note);
    const check = known?.checks.find(({ quotation: { outer } }) => outer.start === start);
    if (known === undefined || check === undefined) {
      showStatusMessage(vscode.l10n.t('This quotation has been edited since the report.'));
      return;
    }
    const { outer } = check.quotation;
    const selection = new TextLines(known.text).range(outer);
    const { uri } = known.checked;
    const cell = cellOf(uri);
    if (cell !== undefined) {
      await vscode.window.showNotebookDocument(cell.notebook, {
        viewColumn: this.columnOf(cell.notebook.uri),
        selections: [new vscode.NotebookRange(cell.index, cell.index + 1)],
      });
      return;
    }
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), {
      viewColumn: this.columnOf(uri),
      selection,
    });
  }

  /** Where a note is open, or else beside the report. */
  private columnOf(note: vscode.Uri): vscode.ViewColumn {
    const { One, Two } = vscode.ViewColumn;
    return columnOfTab(note) ?? (this.panel?.viewColumn === One ? Two : One);
  }

  private get known(): readonly NoteResults[] {
    return this.results.all.filter(({ checked: { uri } }) => this.notes.has(uri.toString()));
  }

  private content(): ReportContent | undefined {
    const { known } = this;
    if (known.length === 0) {
      return undefined;
    }
    const last = Math.max(...known.map(({ checked: { at } }) => at.getTime()));
    const date = new Date(last).toLocaleString(vscode.env.language, {
      dateStyle: 'long',
      timeStyle: 'short',
    });
    const notes = known.map((one) => reportedNote(one, this.library));
    return reportContent(notes, date, vscode.l10n);
  }

  /** Beside the note, or in the workspace; undefined without one. */
  private proposedFile(): vscode.Uri | undefined {
    const [first, ...others] = this.known.map(({ checked: { uri } }) => uri);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const isFile = first !== undefined && vscode.workspace.fs.isWritableFileSystem(first.scheme);
    const name = vscode.l10n.t('quotation report');
    if (first !== undefined && isFile === true && others.length === 0) {
      const stem = first.path.replace(/^.*\//, '').replace(/\.[^.]+$/, '');
      return vscode.Uri.joinPath(first, '..', `${stem} – ${name}.md`);
    }
    return folder && vscode.Uri.joinPath(folder, `${name}.md`);
  }
}

function reportedNote(
  { checked, checks, text, changed }: NoteResults,
  library: Deps['library'],
): ReportedNote {
  const lines = new TextLines(text);
  const link = linkTo(checked.uri);
  return {
    id: checked.uri.toString(),
    label: labelOf(checked.uri),
    ...(link !== undefined && { link }),
    total: checked.total,
    checks,
    isStale: changed !== 'nothing',
    names: quoteNames(library, text),
    lineAt: (offset) => lines.position(offset).line + 1,
    linkTo: (place) => {
      const location = checked.locations.get(place);
      return location && `${location.uri.toString()}#L${location.range.start.line + 1}`;
    },
  };
}

/** The cell of a notebook that is open whose text has this address. */
function cellOf(address: vscode.Uri): vscode.NotebookCell | undefined {
  return vscode.workspace.notebookDocuments
    .flatMap((notebook) => notebook.getCells())
    .find(({ document }) => document.uri.toString() === address.toString());
}

/** "notes/brief.md", "notes/brief.ipynb, cell 3" */
function labelOf(note: vscode.Uri): string {
  const cell = cellOf(note);
  return cell === undefined
    ? vscode.workspace.asRelativePath(note)
    : vscode.l10n.t(
        '{0}, cell {1}',
        vscode.workspace.asRelativePath(cell.notebook.uri),
        cell.index + 1,
      );
}

/**
 * The address of a note in a Markdown document of its workspace. With one folder it is counted from
 * there, so that the report can be passed on with the notes.
 */
function linkTo(note: vscode.Uri): string | undefined {
  // Without a file, and a cell without an address that a reader could open.
  if (note.scheme === 'untitled' || note.scheme === 'vscode-notebook-cell') {
    return undefined;
  }
  const { workspaceFolders = [] } = vscode.workspace;
  const isInTheOnlyFolder =
    workspaceFolders.length === 1 && vscode.workspace.getWorkspaceFolder(note) !== undefined;
  return isInTheOnlyFolder
    ? `/${vscode.workspace.asRelativePath(note, false).split('/').map(encodeURIComponent).join('/')}`
    : note.toString();
}
