import type * as vscode from 'vscode';
import type { CitedText, CitingForm } from '../../core/citation/citable';

/** What puts a citation into a note. */
export interface PreparedCitation {
  /** What goes to the place itself: the words with their mark, or the mark alone. */
  readonly insertion: string;
  /** Everything else that belongs to it, the footnote's text and the bibliography's entry; may be empty. */
  readonly additional: vscode.WorkspaceEdit;
  /** Both. `WorkspaceEdit.set` does not replace what an edit has, so that nothing can be put before. */
  readonly complete: vscode.WorkspaceEdit;
}

/** How a citation is put into a note. */
export interface InsertOptions {
  /** The note is left where it is, even behind another tab; what is put there is told instead. */
  readonly keepsFocus?: boolean;
}

/** An entry that a citation has brought into a bibliography. */
export interface CitedEntryAdded {
  readonly file: vscode.Uri;
  readonly citekey: string;
  /** The id of what it is about. */
  readonly source: string;
}

/** Cites passages in notes, in the style that the note's language and settings ask for. */
export interface Citing {
  /** What would be put at `at` in `note`; `undefined` when there is nothing to cite. */
  prepare(
    note: vscode.TextDocument,
    at: vscode.Position,
    cited: CitedText,
    form: CitingForm,
  ): Promise<PreparedCitation | undefined>;

  /**
   * Puts it behind the selection of an editor, with the bibliography's entry, as one step to undo.
   * Says why where it cannot. Several selections get it at the first one only. Brings the note to the
   * front unless asked not to. One after the other, in the order in which they are asked for.
   * @returns whether the note took it
   */
  insert(
    editor: vscode.TextEditor,
    cited: CitedText,
    form: CitingForm,
    options?: InsertOptions,
  ): Promise<boolean>;

  /** Fired once an entry is in its bibliography. */
  readonly onDidAddEntry: vscode.Event<CitedEntryAdded>;

  /** The editor of a note that was active last and is still open, where commands from elsewhere put citations. */
  readonly lastNote: vscode.TextEditor | undefined;
}
