import * as vscode from 'vscode';
import type { Logger } from '../../core/ports';
import { DisposableStore, type Disposable } from '../../util/dispose';
import { isNote } from './noteDocuments';

/** Milliseconds that a note must rest before it is looked at. */
const QUIET_MS = 300;

/** Looks at notes when the loop says so. */
export interface NoteFollower {
  /** Called with an open note, or with one that `lookSoon` was given. */
  look(note: vscode.Uri): void;
  /** Called when a document is closed. */
  forget?(note: vscode.TextDocument): void;
}

/**
 * Tells when open notes are to be looked at: once when they are opened, once when they rest after a
 * change, for all who show something in them. Listens from the first follower on.
 */
export class NoteLoop extends DisposableStore {
  private readonly followers = new Set<NoteFollower>();
  /** By the address of the note. */
  private readonly due = new Map<
    string,
    {
      readonly followers: ReadonlySet<NoteFollower>;
      readonly timer: ReturnType<typeof setTimeout>;
    }
  >();
  private isListening = false;

  constructor(readonly log: Logger) {
    super();
    this._register({ dispose: () => this.due.forEach(({ timer }) => clearTimeout(timer)) });
  }

  /** Has `follower` look at the notes that are open, and at all that are opened or change. */
  follow(follower: NoteFollower): Disposable {
    this.followers.add(follower);
    this.listen();
    this.refresh(follower);
    return { dispose: () => this.followers.delete(follower) };
  }

  /** Has `follower` look at all open notes again. */
  refresh(follower: NoteFollower): void {
    for (const document of vscode.workspace.textDocuments) {
      this.schedule(document, 0, [follower]);
    }
  }

  /** Has `follower` look at a note, open or not, once it rests. */
  lookSoon(follower: NoteFollower, note: vscode.Uri): void {
    this.enter(note, QUIET_MS, [follower]);
  }

  private listen(): void {
    if (this.isListening) {
      return;
    }
    this.isListening = true;
    const { workspace } = vscode;
    this._register(
      workspace.onDidOpenTextDocument((document) => this.schedule(document, 0, this.followers)),
    );
    this._register(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) {
          this.schedule(document, QUIET_MS, this.followers);
        }
      }),
    );
    this._register(
      workspace.onDidCloseTextDocument((document) => {
        for (const follower of this.followers) {
          follower.forget?.(document);
        }
      }),
    );
  }

  private schedule(
    document: vscode.TextDocument,
    milliseconds: number,
    followers: Iterable<NoteFollower>,
  ): void {
    if (isNote(document)) {
      this.enter(document.uri, milliseconds, followers);
    }
  }

  private enter(note: vscode.Uri, milliseconds: number, followers: Iterable<NoteFollower>): void {
    if (this.isDisposed) {
      return;
    }
    const address = note.toString();
    const before = this.due.get(address);
    clearTimeout(before?.timer);
    const all = new Set([...(before?.followers ?? []), ...followers]);
    const timer = setTimeout(() => {
      this.due.delete(address);
      all.forEach((follower) => follower.look(note));
    }, milliseconds);
    this.due.set(address, { followers: all, timer });
  }
}
