import * as vscode from 'vscode';
import type { Library } from '../../workspace/library/library';
import { TextLines } from '../../host/textLines';
import { quoteNames } from './noteNames';
import type { NoteResults } from './quoteResults';
import { reportOf, type ReportedNote } from './report';

/**
 * Opens reports as new documents, which are saved only if the user does so. One that nobody has
 * edited or saved gives its place to the next.
 */
export class ReportEditor {
  private shown: { readonly document: vscode.TextDocument; readonly text: string } | undefined;

  constructor(private readonly library: Pick<Library, 'get'>) {}

  /** Shows what is known of some notes, beside what is being edited. */
  async show(results: readonly NoteResults[]): Promise<void> {
    const date = new Date().toLocaleString(vscode.env.language, {
      dateStyle: 'long',
      timeStyle: 'short',
    });
    const notes = results.map((known) => this.reportedNote(known));
    const text = reportOf(notes, date, vscode.l10n);
    const document =
      (await this.replaced(text)) ??
      (await vscode.workspace.openTextDocument({ language: 'markdown', content: text }));
    this.shown = { document, text: document.getText() };
    const column = vscode.window.visibleTextEditors.find(
      (editor) => editor.document === document,
    )?.viewColumn;
    await vscode.window.showTextDocument(document, {
      viewColumn: column ?? vscode.ViewColumn.Beside,
      preserveFocus: false,
    });
  }

  private async replaced(text: string): Promise<vscode.TextDocument | undefined> {
    const { document, text: before } = this.shown ?? {};
    if (!document || document.isClosed || document.getText() !== before) {
      return undefined;
    }
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    return (await vscode.workspace.applyEdit(edit)) ? document : undefined;
  }

  private reportedNote({ checked, checks, text, changed }: NoteResults): ReportedNote {
    const lines = new TextLines(text);
    const link = linkTo(checked.uri);
    return {
      label: vscode.workspace.asRelativePath(checked.uri),
      ...(link !== undefined && { link }),
      total: checked.total,
      checks,
      isStale: changed !== 'nothing',
      names: quoteNames(this.library, text),
      lineAt: (offset) => lines.position(offset).line + 1,
      linkTo: (place) => {
        const location = checked.locations.get(place);
        return location && `${location.uri.toString()}#L${location.range.start.line + 1}`;
      },
    };
  }
}

/**
 * The address of a note in a Markdown document of its workspace. With one folder it is counted from
 * there, so that the report can be passed on with the notes.
 */
function linkTo(note: vscode.Uri): string | undefined {
  if (note.scheme === 'untitled') {
    return undefined;
  }
  const { workspaceFolders = [] } = vscode.workspace;
  const isInTheOnlyFolder =
    workspaceFolders.length === 1 && vscode.workspace.getWorkspaceFolder(note) !== undefined;
  return isInTheOnlyFolder
    ? `/${vscode.workspace.asRelativePath(note, false).split('/').map(encodeURIComponent).join('/')}`
    : note.toString();
}
