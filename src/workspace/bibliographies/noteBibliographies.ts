import type * as vscode from 'vscode';
import type { BibliographyEntry } from '../../core/citation/bibliography';
import type { BibliographyProblem } from '../../core/citation/bibtexScanner';
import type { Refusal } from '../access/placeAccess';

/** A bibliography file that holds for a note, as it is now, unsaved edits included. Immutable. */
export interface NoteBibliography {
  readonly uri: vscode.Uri;
  readonly entries: readonly BibliographyEntry[];
  readonly problems: readonly BibliographyProblem[];
  /** The entry with that key; `undefined` when there is none. */
  entry(citekey: string): BibliographyEntry | undefined;
}

/** A bibliography that a note names and that may not be used. */
export interface OutsideBibliography {
  readonly uri: vscode.Uri;
  /** As it is written in the note; `undefined` for that of the setting. */
  readonly name: string | undefined;
  readonly why: Refusal;
}

/**
 * The bibliographies of notes: the one that the setting `ip4Desk.citing.bibliography` names, or else
 * those that the note names itself (`bibliography:` in its front matter, `\addbibresource` and the
 * like), or else those of the nearest folder that has any, the note's own or one above it: its
 * `.bib` files, `references.bib` first, or without any its CSL-JSON. What is named and is not there
 * is not made up for by what lies near.
 *
 * What asks for them rejects only when a part of the extension that reads them cannot be loaded.
 */
export interface NoteBibliographies {
  /** Fired after a bibliography has changed, come or gone; several changes make one event. */
  readonly onDidChange: vscode.Event<void>;
  /**
   * Those that hold for a note, in order of precedence; always as they are now, also before the
   * event. What cannot be read is logged.
   */
  of(note: vscode.TextDocument): Promise<readonly NoteBibliography[]>;
  /**
   * Files that should hold for a note and are not there, or cannot be read: nobody knows what they
   * have.
   */
  missing(note: vscode.TextDocument): Promise<readonly vscode.Uri[]>;
  /**
   * Those of the missing ones that are there, or could be made, outside the workspace, where the user
   * has not allowed it.
   */
  outside(note: vscode.TextDocument): Promise<readonly OutsideBibliography[]>;
  /**
   * Where a new entry for a note goes: the first of its bibliographies, or the file that the setting
   * or the front matter names although it is not there yet, or `references.bib` beside the note.
   * `undefined` for a note that lies in no folder, such as an untitled one outside a workspace, and
   * where the only bibliographies are files that cannot be read, or lie outside the workspace
   * without the user's leave, who is asked for it.
   */
  fileForNewEntry(note: vscode.TextDocument): Promise<vscode.Uri | undefined>;
}
