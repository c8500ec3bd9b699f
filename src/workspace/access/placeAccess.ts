import type * as vscode from 'vscode';

/** Why what lies outside the workspace is not used. */
export type Refusal =
  /** The user has not said yet whether it may be, and has been asked. */
  | 'unanswered'
  | 'declined'
  /** The workspace is not trusted: nobody is asked. */
  | 'untrusted'
  /** It lies behind a link, and nobody can tell where that leads to. */
  | 'link'
  /** The system does not say where it is. */
  | 'unknown';

/** Whether something may be read and written. */
export type Reach =
  /** `real` is where it is in the end; `undefined` where nobody can tell. */
  | { readonly isAllowed: true; readonly real: string | undefined }
  | {
      readonly isAllowed: false;
      readonly why: Refusal;
      /** For people: the real path of the file, or of the folder that a link leads to. */
      readonly place: string;
      /** Whether there is anything at all. */
      readonly exists: boolean;
    };

/** What somebody wants with a file or a folder. */
export interface Wish {
  /**
   * The folder of the note that names it. It counts like a folder of the workspace when it lies
   * outside all of these: the user has opened the note there.
   */
  readonly home?: vscode.Uri | undefined;
  /** Whether it is to be written, so that the user is asked although nothing may be there yet. */
  readonly isWrite?: boolean;
}

/**
 * Says what may be used of that to which files of a workspace lead: what lies in the workspace's
 * folders by its real path, and other places once the user has allowed each of them.
 */
export interface PlaceAccess {
  /** What may be used has changed: the user has answered, or trusts the workspace now. */
  readonly onDidChange: vscode.Event<void>;

  /**
   * Whether a file or a folder may be used. Asks the user about a place that was never asked about;
   * does not wait for the answer. Never rejects.
   */
  reach(uri: vscode.Uri, wish?: Wish): Promise<Reach>;

  /** Whether links to folders and files can be followed: only where it can be told where they lead. */
  followsLinks(uri: vscode.Uri): boolean;

  /** Where something is in the end, all links followed; asks the user nothing. `undefined` where nobody can tell. */
  realPath(uri: vscode.Uri): Promise<string | undefined>;

  /** Tells the user, once a window, that a folder has more files than are looked at. */
  tellLimit(folder: vscode.Uri, most: number): void;
}
