import type * as vscode from 'vscode';
import type { Glossary, GlossaryContext, GlossaryProblem } from '../../core/glossary/glossary';
import type { ImportRefusal } from '../../core/glossary/imports';
import type { Reason } from '../../core/glossary/scope';
import type { NoteText } from '../notes/noteDocuments';
import type { KnownTerm } from '../../core/terms/knownTerm';

/** A glossary file of the workspace as it is now, unsaved edits included. Immutable. */
export interface LoadedGlossary {
  readonly uri: vscode.Uri;
  /** For people: relative to its workspace folder, with the folder's name when there are several. */
  readonly path: string;
  /** The file itself. */
  readonly glossary: Glossary;
  /** What the file and the files that it imports hold, its own first; each file once. */
  readonly contexts: readonly PlacedContext[];
  /** What is wrong with this file, imports that cannot be had included. */
  readonly problems: readonly GlossaryProblem[];
}

/** A context of a glossary at its place. */
export interface PlacedContext {
  /** The file that it stands in: the glossary's own or one that it imports. */
  readonly uri: vscode.Uri;
  readonly context: GlossaryContext;
  /** For people: the context's name, or else the file's without its ending. */
  readonly label: string;
  readonly terms: readonly KnownTerm[];
}

/** What a context is to a note. */
export interface Relation {
  readonly glossary: LoadedGlossary;
  readonly context: PlacedContext;
  readonly reason: Reason;
  readonly isActive: boolean;
}

/** A glossary that a note names and that may not be used. */
export interface OutsideGlossary {
  /** As it is written in the note's front matter. */
  readonly name: string;
  readonly why: ImportRefusal;
}

/** The user's glossaries: found, read and watched once somebody asks. */
export interface Glossaries {
  /** Glossaries have come, gone or changed; several changes make one event. */
  readonly onDidChange: vscode.Event<void>;

  /** Finds, reads and begins to watch, at the first call. Never rejects. */
  start(): Promise<void>;
  /** In the order of their paths; empty before `start` has resolved. */
  readonly all: readonly LoadedGlossary[];

  /**
   * What each context is to a note, as far as is known by now: the active ones first, nearest
   * first (named in the front matter, then the deepest folder, then the path), then the others.
   */
  relationsTo(note: NoteText): readonly Relation[];

  /**
   * The glossaries that a note names and that are there, but outside the workspace, where the user has
   * not allowed them. Waits until they have been looked for. Never rejects.
   */
  outside(note: NoteText): Promise<readonly OutsideGlossary[]>;
}
