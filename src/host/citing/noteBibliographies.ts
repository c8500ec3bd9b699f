import type * as vscode from 'vscode';
import type { BibliographyEntry } from '../../core/citation/bibliography';
import type { BibliographyProblem } from '../../core/citation/bibtexScanner';

/** A bibliography file that holds for a note, as it is now, unsaved edits included. Immutable. */
export interface NoteBibliography {
  readonly uri: vscode.Uri;
  readonly entries: readonly BibliographyEntry[];
  readonly problems: readonly BibliographyProblem[];
  /** The entry with that key; `undefined` when there is none. */
  entry(citekey: string): BibliographyEntry | undefined;
}

/**
 * The bibliographies of notes: those that the setting `ip4Desk.citing.bibliography` names, or else
 * those of the note's front matter (`bibliography:`), or else the nearest `.bib` or CSL-JSON file in
 * the note's folder or one above it.
 */
export interface NoteBibliographies {
  /** Fired after a bibliography has changed, come or gone; several changes make one event. */
  readonly onDidChange: vscode.Event<void>;
  /** Those that hold for a note, in order of precedence. Never rejects; what cannot be read is logged. */
  of(note: vscode.TextDocument): Promise<readonly NoteBibliography[]>;
  /**
   * Where a new entry for a note goes: the first of its bibliographies, or the file that the setting
   * or the front matter names although it is not there yet, or `references.bib` beside the note.
   * `undefined` for a note that lies in no folder, such as an untitled one outside a workspace.
   */
  fileForNewEntry(note: vscode.TextDocument): Promise<vscode.Uri | undefined>;
}
