import type * as vscode from 'vscode';
import type { KnownTerm } from '../../core/terms/knownTerm';
import type { Occurrence } from '../../core/terms/occurrence';
import type { NoteText } from '../notes/noteDocuments';
import type { TermSet } from '../../core/terms/termSet';

/** The terms in one version of a note. */
export interface TermScan {
  readonly terms: TermSet;
  /** Ascending, without overlap. */
  readonly occurrences: readonly Occurrence[];
}

/** The terms of packs and of the user's glossaries together. */
export interface DeskTerms {
  /** Packs or glossaries have changed: all that was asked before may be different now. */
  readonly onDidChange: vscode.Event<void>;

  /** The terms that hold in a note: those of its glossaries, nearest first, then the shipped ones. */
  inNote(note: NoteText): Promise<TermSet>;

  /** The same at once; `undefined` while they are being loaded, which this begins. */
  known(note: NoteText): TermSet | undefined;

  /** The terms of a note and where they stand. Kept until the note or its terms change. */
  scan(note: NoteText): Promise<TermScan>;

  /** Makes what the notes beside `note` are scanned with, in slices, before one is. */
  prepare(note: NoteText): Promise<void>;

  /** Every term there is: those of all glossaries in the order of their paths, then the shipped ones. */
  all(): Promise<readonly KnownTerm[]>;

  /** `undefined` when nothing has such a term. */
  find(id: string): Promise<KnownTerm | undefined>;
}
