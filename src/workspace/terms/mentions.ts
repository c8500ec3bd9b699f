import type * as vscode from 'vscode';

/** Where a term stands in one file. */
export interface FileMentions {
  /** A note, or the page of a source. */
  readonly uri: vscode.Uri;
  readonly kind: 'note' | 'source';
  /** For people: a note's path, a source's title. */
  readonly label: string;
  /** In order. */
  readonly ranges: readonly vscode.Range[];
}

/** Finds where terms are used: in the notes of the workspace and in the user's sources, linked or not. */
export interface Mentions {
  /** Notes, sources or terms have changed. */
  readonly onDidChange: vscode.Event<void>;

  /**
   * The files that use a term, notes first, each in the order of its label. Each note is read with
   * the terms that hold in it. Reads in slices what has changed since it was last asked; gives what
   * it has found so far when it is cancelled.
   */
  of(term: string, token?: vscode.CancellationToken): Promise<readonly FileMentions[]>;
}
