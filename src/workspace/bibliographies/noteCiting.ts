import * as vscode from 'vscode';
import type { CitedText, CitingForm } from '../../core/citation/citable';
import { insertionEnd } from '../../core/citation/insertionEnd';
import { citeInNote, styleFor, type CitationEdit } from '../../core/citation/citeInNote';
import type { TextEdit } from '../../core/model';
import { DisposableStore } from '../../util/dispose';
import { citingSettings } from '../../host/config';
import type { Library } from '../library/library';
import { columnOfTab } from '../../host/viewColumns';
import { spanRange } from '../../host/ranges';
import { showStatusMessage, showWarning } from '../../host/surfaces/messages';
import { AddedEntries, warnOfOutside, warnOfReadOnly } from './addedEntries';
import type { Citing, InsertOptions, PreparedCitation } from './citing';
import { noteOf } from '../notes/noteOf';
import type { NoteBibliographies } from './noteBibliographies';
import {
  type BibliographyAddition,
  entryForNote,
  type NoteEntry,
  openBibliographies,
  pathOfSource,
} from './noteEntry';
import type { Log } from '../../host/surfaces/log';

/** A citation as it would be put into a note, and the entry that belongs to it. */
interface Composed extends CitationEdit {
  /** Where `insertion` goes. */
  readonly at: number;
  readonly entry: NoteEntry;
  /** The id of what is cited. */
  readonly source: string;
}

/** Cites in the notes that the editor has open. */
export class NoteCiting extends DisposableStore implements Omit<Citing, 'lastNote'> {
  private readonly added: AddedEntries;
  /** The notes whose writers know that no entry is added for them. */
  private readonly told = new WeakSet<vscode.TextDocument>();
  /** Carets of notes behind other tabs, as of which version: the editor does not know them. */
  private readonly carets = new WeakMap<
    vscode.TextDocument,
    { readonly version: number; readonly caret: vscode.Position }
  >();
  /** The insertion at hand: the next one goes behind it. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly bibliographies: NoteBibliographies,
    private readonly library: Pick<Library, 'get'>,
    private readonly log: Log,
  ) {
    super();
    this.added = this._register(new AddedEntries(log));
    this._register(
      vscode.window.onDidChangeVisibleTextEditors((shown) =>
        shown.forEach((editor) => this.restoreCaret(editor)),
      ),
    );
  }

  get onDidAddEntry() {
    return this.added.onDidAdd;
  }

  async prepare(
    note: vscode.TextDocument,
    at: vscode.Position,
    cited: CitedText,
    form: CitingForm,
  ): Promise<PreparedCitation | undefined> {
    const composed = await this.compose(note, () => at, cited, form);
    if (composed === undefined) {
      return undefined;
    }
    const { insertion, edits, entry, at: offset } = composed;
    const { addition } = entry;
    if (addition !== undefined) {
      this.expectEntry(note, composed, addition);
    }
    const editWith = (inNote: readonly TextEdit[]): vscode.WorkspaceEdit => {
      const edit = new vscode.WorkspaceEdit();
      // All at once, so that all offsets are those of the text before.
      replaceIn(edit, note, inNote);
      if (addition !== undefined) {
        separate(edit, addition);
        writeEntry(edit, addition);
      }
      return edit;
    };
    const mark = { start: offset, end: offset, text: insertion };
    return { insertion, additional: editWith(edits), complete: editWith([mark, ...edits]) };
  }

  insert(
    editor: vscode.TextEditor,
    cited: CitedText,
    form: CitingForm,
    options: InsertOptions = {},
  ): Promise<boolean> {
    const inserted = this.last.then(() => this.insertNow(editor, cited, form, options));
    this.last = inserted.catch(() => undefined);
    return inserted;
  }

  private async insertNow(
    editor: vscode.TextEditor,
    cited: CitedText,
    form: CitingForm,
    { keepsFocus = false }: InsertOptions,
  ): Promise<boolean> {
    const note = editor.document;
    const composed = await this.compose(note, () => editor.selection.end, cited, form);
    if (composed === undefined) {
      showStatusMessage(vscode.l10n.t('There is nothing to cite.'));
      return false;
    }
    const { at, insertion, edits, entry } = composed;
    const eol = note.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
    const caret = insertionEnd(at, insertion, edits, eol);
    if (!(await this.apply(note, composed))) {
      void showWarning(vscode.l10n.t('The citation could not be inserted: the note is read-only.'));
      return false;
    }
    const behind = note.positionAt(caret);
    if (keepsFocus) {
      this.carets.set(note, { version: note.version, caret: behind });
      this.restoreCaret(editor);
      const name = vscode.workspace.asRelativePath(note.uri);
      showStatusMessage(vscode.l10n.t('Inserted into {0}', name));
    } else {
      await show(editor, behind);
    }
    this.tell(note, entry);
    return true;
  }

  /** Puts the caret behind what was inserted, again when the note is shown, as long as it is the same. */
  private restoreCaret(editor: vscode.TextEditor): void {
    const { document } = editor;
    const { version, caret } = this.carets.get(document) ?? {};
    if (caret !== undefined && version === document.version) {
      editor.selection = new vscode.Selection(caret, caret);
      editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
    if (vscode.window.visibleTextEditors.includes(editor)) {
      this.carets.delete(document);
    }
  }

  /** @param where asked for once everything is known that takes time */
  private async compose(
    note: vscode.TextDocument,
    where: () => vscode.Position,
    cited: CitedText,
    form: CitingForm,
  ): Promise<Composed | undefined> {
    if (form !== 'citation' && cited.text.trim() === '') {
      return undefined;
    }
    const opened = await openBibliographies(this.bibliographies, note, this.log);
    // From here on nothing is awaited: note and bibliographies are those of one moment.
    const settings = citingSettings(note);
    const read = noteOf(note);
    const style = styleFor(settings.style, read);
    const { source } = cited;
    const pathFrom = (file: vscode.Uri) => pathOfSource(this.library, source.id, file);
    const entry = entryForNote(opened, source, style, settings, pathFrom);
    const at = note.offsetAt(where());
    const { citekey } = entry;
    const options = { ...settings, style, citekey };
    return { ...citeInNote(read, at, cited, form, options), at, entry, source: source.id };
  }

  /** @returns whether the note took it; the bibliography may not have. */
  private async apply(note: vscode.TextDocument, composed: Composed): Promise<boolean> {
    const { insertion, edits, at, entry } = composed;
    const inNote = [{ start: at, end: at, text: insertion }, ...edits];
    const edit = new vscode.WorkspaceEdit();
    if (entry.addition !== undefined) {
      this.expectEntry(note, composed, entry.addition);
      writeEntry(edit, entry.addition);
      separate(edit, entry.addition);
    }
    replaceIn(edit, note, inNote);
    if (await vscode.workspace.applyEdit(edit)) {
      return true;
    }
    if (entry.addition === undefined) {
      return false;
    }
    // The bibliography may be what did not take it.
    const alone = new vscode.WorkspaceEdit();
    replaceIn(alone, note, inNote);
    const isTaken = await vscode.workspace.applyEdit(alone);
    if (isTaken) {
      void warnOfReadOnly({ file: entry.addition.file, citekey: entry.citekey });
    }
    return isTaken;
  }

  private expectEntry(
    note: vscode.TextDocument,
    { entry: { citekey }, source }: Pick<Composed, 'entry' | 'source'>,
    { file, document, edit: { text } }: BibliographyAddition,
  ): void {
    const [isNew, isDirty] = [document === undefined, document?.isDirty ?? false];
    this.added.expect({ file, citekey, source, text, isNew, isDirty, note });
  }

  private tell(note: vscode.TextDocument, { citekey, addition, problem }: NoteEntry): void {
    if (addition !== undefined) {
      const file = vscode.workspace.asRelativePath(addition.file);
      showStatusMessage(vscode.l10n.t('Citation inserted; added “{0}” to {1}', citekey, file));
    }
    switch (problem?.kind) {
      case undefined:
        return;
      case 'no folder':
        if (!this.told.has(note)) {
          this.told.add(note);
          showStatusMessage(
            vscode.l10n.t(
              'Citation inserted without a bibliography entry: save the note to a folder first.',
            ),
          );
        }
        return;
      case 'outside':
        void warnOfOutside({ file: problem.file, citekey });
        return;
      case 'unwritable':
        void warnOfReadOnly({ file: problem.file, citekey });
        return;
      case 'broken':
        void showWarning(
          vscode.l10n.t(
            'The entry “{0}” could not be added to {1}: {2}',
            citekey,
            vscode.workspace.asRelativePath(problem.file),
            problem.reason,
          ),
        );
    }
  }
}

function writeEntry(
  edit: vscode.WorkspaceEdit,
  { file, document, edit: { start, end, text } }: BibliographyAddition,
): void {
  if (document === undefined) {
    separate(edit, { file });
    edit.insert(file, new vscode.Position(0, 0), text);
  } else {
    edit.replace(file, spanRange(document, { start, end }), text);
  }
}

function replaceIn(
  edit: vscode.WorkspaceEdit,
  note: vscode.TextDocument,
  edits: readonly TextEdit[],
): void {
  for (const { start, end, text } of edits) {
    edit.replace(note.uri, spanRange(note, { start, end }), text);
  }
}

/**
 * Parts edits of the bibliography from edits of the note. Side by side they would be one step over
 * two files, before whose undoing the editor asks which of them is meant. With an operation on a
 * file between them, which does nothing when the file is there, they are steps of one group: these
 * are undone together, from either file, and nothing is asked.
 */
function separate(edit: vscode.WorkspaceEdit, { file }: Pick<BibliographyAddition, 'file'>): void {
  edit.createFile(file, { ignoreIfExists: true });
}

/** Brings the note to the front, ready to write on behind the citation. */
async function show(editor: vscode.TextEditor, caret: vscode.Position): Promise<void> {
  const { document } = editor;
  const selection = new vscode.Range(caret, caret);
  if (document.uri.scheme === 'vscode-notebook-cell') {
    // A cell has no tab of its own.
    editor.selection = new vscode.Selection(caret, caret);
    return;
  }
  const viewColumn = columnOfTab(document.uri);
  await vscode.window.showTextDocument(document, {
    ...(viewColumn !== undefined && { viewColumn }),
    preview: false,
    selection,
  });
}
