import * as vscode from 'vscode';
import { DisposableStore } from '../../util/dispose';
import { Commands, Settings, SETTINGS_SECTION } from '../../host/ids';
import type { Log } from '../../host/surfaces/log';
import { showWarning } from '../../host/surfaces/messages';

/** An entry on its way into a bibliography. */
export interface AddedEntry {
  readonly file: vscode.Uri;
  readonly citekey: string;
  /** The id of what it is about. */
  readonly source: string;
  /** What is inserted. */
  readonly text: string;
  /** Whether the file is made for it. */
  readonly isNew: boolean;
  /** Whether somebody has unsaved edits in the file already. */
  readonly isDirty: boolean;
  /** The note that cites it. */
  readonly note: vscode.TextDocument;
}

/**
 * Looks after entries that an edit adds to bibliographies beside the note at hand, whoever applies
 * the edit. What becomes of the note is up to its writer; nobody looks at the bibliography, so that
 * it is saved, unless it had unsaved edits before. What is undone is saved again.
 */
export class AddedEntries extends DisposableStore {
  /** The entries by the addresses of their files. */
  private readonly entries = new Map<string, AddedEntry[]>();
  private readonly added = this._register(new vscode.EventEmitter<AddedEntry>());
  /** Fired once an entry is in its bibliography. */
  readonly onDidAdd = this.added.event;

  constructor(private readonly log: Log) {
    super();
    this._register(vscode.workspace.onDidChangeTextDocument((event) => this.look(event)));
    this._register(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.keepOpen(uri)));
  }

  /** To be called before the edit is applied; it need not be applied in the end. */
  expect(entry: AddedEntry): void {
    const key = entry.file.toString();
    const others = (this.entries.get(key) ?? []).filter(
      ({ note, text }) => !note.isClosed && text !== entry.text,
    );
    this.entries.set(key, [...others, entry]);
  }

  private look({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    for (const entry of this.entries.get(document.uri.toString()) ?? []) {
      const length = lengthIn(document, entry.text);
      if (contentChanges.some(({ text }) => isSame(text, entry.text))) {
        this.inBackground(this.settle(entry));
      } else if (
        reason === vscode.TextDocumentChangeReason.Undo &&
        contentChanges.some(({ text, rangeLength }) => text === '' && rangeLength === length) &&
        // A file that was made for the entry goes away with it.
        !entry.isNew &&
        !entry.isDirty
      ) {
        this.inBackground(document.save());
      }
    }
  }

  private async settle(entry: AddedEntry): Promise<void> {
    // From now on the extension holds the document: what the editor lets go of it cannot undo.
    const document = await vscode.workspace.openTextDocument(entry.file);
    if (entry.isDirty || (await document.save())) {
      this.added.fire(entry);
      return;
    }
    if (!document.isDirty) {
      await this.takeBack(document, entry);
    }
    await warnOfReadOnly(entry);
  }

  /**
   * The editor takes edits of a document that is read-only by its settings, and never saves them:
   * what it shows would differ from the file for as long as it is open.
   */
  private async takeBack(document: vscode.TextDocument, { text }: AddedEntry): Promise<void> {
    const written = text.replace(/\r?\n/g, eolOf(document));
    const start = document.getText().indexOf(written);
    if (start !== -1) {
      const range = new vscode.Range(
        document.positionAt(start),
        document.positionAt(start + written.length),
      );
      const edit = new vscode.WorkspaceEdit();
      edit.delete(document.uri, range);
      await vscode.workspace.applyEdit(edit);
    }
  }

  /**
   * The editor lets go of a document that no tab shows after some minutes, and with it of the
   * undoing of the entry; opened again at once, it remembers.
   */
  private keepOpen(uri: vscode.Uri): void {
    const key = uri.toString();
    const entries = this.entries.get(key)?.filter(({ note }) => !note.isClosed) ?? [];
    if (entries.length === 0) {
      this.entries.delete(key);
    } else if (!this.isDisposed) {
      this.inBackground(vscode.workspace.openTextDocument(uri));
    }
  }

  private inBackground(work: Thenable<unknown>): void {
    work.then(undefined, (error: unknown) => this.log.warn(`A bibliography: ${String(error)}`));
  }
}

/** Says that a note's bibliography does not take entries. */
export async function warnOfReadOnly({
  file,
  citekey,
}: Pick<AddedEntry, 'file' | 'citekey'>): Promise<void> {
  const setting = `${SETTINGS_SECTION}.${Settings.citingBibliography}`;
  const settings = vscode.l10n.t('Open Settings');
  const chosen = await showWarning(
    vscode.l10n.t(
      'The entry “{0}” could not be written to {1}. Make that file writable, or choose another bibliography in the setting {2}.',
      citekey,
      vscode.workspace.asRelativePath(file),
      setting,
    ),
    settings,
  );
  if (chosen === settings) {
    await vscode.commands.executeCommand('workbench.action.openSettings', setting);
  }
}

/** Says that a note's bibliography lies where nothing is written without the user's leave. */
export async function warnOfOutside({
  file,
  citekey,
}: Pick<AddedEntry, 'file' | 'citekey'>): Promise<void> {
  const manage = vscode.l10n.t('Manage Access');
  const chosen = await showWarning(
    vscode.l10n.t(
      'Cited without an entry “{0}”: {1} lies outside the folders of this workspace. Allow its use, or name another bibliography.',
      citekey,
      vscode.workspace.asRelativePath(file),
    ),
    manage,
  );
  if (chosen === manage) {
    await vscode.commands.executeCommand(Commands.manageAccess);
  }
}

function isSame(one: string, other: string): boolean {
  return one.replace(/\r\n/g, '\n') === other.replace(/\r\n/g, '\n');
}

function lengthIn(document: vscode.TextDocument, text: string): number {
  return text.replace(/\r?\n/g, eolOf(document)).length;
}

function eolOf({ eol }: vscode.TextDocument): string {
  return eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
}
