import * as vscode from 'vscode';
import { describeError } from '../../host/fileErrors';
import { SETTINGS_SECTION } from '../../host/ids';
import { withLateProgress } from '../../host/lateProgress';
import { showError } from '../../host/surfaces/messages';
import type { ReportProgress } from '../../host/surfaces/progress';
import { DisposableStore } from '../../util/dispose';
import type { Deps } from '../../workspace/deps';
import type { Observed } from '../../workspace/folderWatcher';
import type { NoteFollower } from '../../workspace/notes/noteLoop';
import type { QuoteChecking } from '../../workspace/quotes/quoteChecking';
import { ReadyNotes, type ReadyNote } from './readyNote';

/** Knows what is left of some notes, and looks again whenever something has changed for them. */
export class ReadyWatch extends DisposableStore implements NoteFollower {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  /** Something else is known. */
  readonly onDidChange = this.changed.event;

  private readonly looks: ReadyNotes;
  /** What is known of each note, by its address, in the order in which they were given. */
  private readonly known = new Map<string, ReadyNote | undefined>();
  /** The texts of notes whose check somebody has stopped: it goes on once they are changed. */
  private readonly stopped = new Map<string, string>();
  /** The addresses of notes that are to be looked at. */
  private readonly waiting = new Set<string>();
  private isLooking = false;
  /** Whether somebody waits for the first look at all notes. */
  private isChecking = false;
  /** Cancelled when these notes are not followed any more. */
  private ending = new vscode.CancellationTokenSource();
  /** The addresses of notes whose quotations are being compared. */
  private readonly comparing = new Set<string>();

  constructor(
    private readonly deps: Deps,
    private readonly checking: QuoteChecking,
  ) {
    super();
    this.looks = new ReadyNotes(deps, checking);
    const lookSoon = (note: vscode.Uri) => deps.noteLoop.lookSoon(this, note);
    const lookAtAll = () => this.addresses.forEach(lookSoon);
    this._register(deps.noteLoop.follow(this));
    this._register(checking.results.onDidChange(lookSoon));
    this._register(deps.bibliographies.onDidChange(lookAtAll));
    this._register(deps.terms.onDidChange(lookAtAll));
    this._register(deps.library.onDidChange(lookAtAll));
    this._register(deps.notes.onDidChange((observed) => void this.lookAtFiles(observed)));
    this._register(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SETTINGS_SECTION)) {
          lookAtAll();
        }
      }),
    );
    this._register(
      vscode.workspace.onDidCloseTextDocument(({ uri, isUntitled }) => {
        if (isUntitled) {
          this.forgetNote(uri);
        }
      }),
    );
    this._register({ dispose: () => this.end() });
  }

  /** The notes that are followed, in their order. */
  get addresses(): readonly vscode.Uri[] {
    return [...this.known.keys()].map((address) => vscode.Uri.parse(address, true));
  }

  /** What is known of them so far. */
  get notes(): readonly ReadyNote[] {
    return [...this.known.values()].filter((note) => note !== undefined);
  }

  /** What goes on: the first look, or a comparison because of an edit. `whole` when all is known, `stopped` when it is not. */
  get progress(): 'checking' | 'comparing' | 'whole' | 'stopped' {
    if (this.isChecking) {
      return 'checking';
    }
    const all = [...this.known.values()];
    return all.every((note) => note?.isWhole === true)
      ? 'whole'
      : this.comparing.size > 0
        ? 'comparing'
        : 'stopped';
  }

  /** Follows these in place of those before. Resolves after the first look at all of them. Never rejects. */
  async begin(notes: readonly vscode.Uri[]): Promise<void> {
    this.end();
    const { token } = this.ending;
    notes.forEach((note) => this.known.set(note.toString(), undefined));
    this.isChecking = true;
    this.changed.fire();
    this.deps.notes.watch();
    try {
      await withLateProgress(
        vscode.l10n.t('Ready to Send'),
        (report, either) => this.checkAll(notes, report, either),
        token,
      );
    } catch (error) {
      this.deps.log.error(`Looking at what is left: ${describeError(error)}`);
      void showError(vscode.l10n.t('The note could not be looked at. The log says why.'));
    }
    if (!token.isCancellationRequested) {
      this.isChecking = false;
      this.changed.fire();
      void this.lookAtWaiting();
    }
  }

  /** Follows none any more; what is being compared is given up. */
  end(): void {
    this.ending.cancel();
    this.ending.dispose();
    this.ending = new vscode.CancellationTokenSource();
    this.isChecking = false;
    this.known.clear();
    this.stopped.clear();
    this.waiting.clear();
  }

  look(note: vscode.Uri): void {
    const address = note.toString();
    if (this.known.has(address)) {
      this.waiting.add(address);
      void this.lookAtWaiting();
    }
  }

  /** Looks at a note at once, and has compared again what has to be. */
  async lookNow(note: vscode.Uri): Promise<void> {
    const address = note.toString();
    const document = await vscode.workspace.openTextDocument(note);
    const found = await this.looks.look(document);
    if (!this.known.has(address) || this.isDisposed) {
      return;
    }
    this.known.set(address, found);
    this.changed.fire();
    if (this.stopped.get(address) !== document.getText()) {
      this.stopped.delete(address);
      void this.compare(document);
    }
  }

  private async checkAll(
    notes: readonly vscode.Uri[],
    report: ReportProgress,
    token: vscode.CancellationToken,
  ): Promise<void> {
    await this.deps.library.start();
    const increment = 100 / notes.length;
    for (const note of notes) {
      if (!this.known.has(note.toString())) {
        break;
      }
      try {
        await this.checkOne(note, increment, report, token);
      } catch (error) {
        // Gone meanwhile, or not to be read.
        this.known.delete(note.toString());
        this.deps.log.warn(`${note.toString()} is left out: ${describeError(error)}`);
      }
      if (token.isCancellationRequested) {
        break;
      }
    }
  }

  private async checkOne(
    note: vscode.Uri,
    increment: number,
    report: ReportProgress,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const address = note.toString();
    const document = await vscode.workspace.openTextDocument(note);
    const due = this.checking.due(document);
    const message = vscode.workspace.asRelativePath(note);
    report({ message, increment: due === 0 ? increment : 0 });
    await this.checking.checkDue(document, {
      token,
      next: () => report({ increment: increment / due }),
      reading: (done, all) =>
        report({ message: vscode.l10n.t('indexing sources, {0} of {1} done', done, all) }),
    });
    const found = await this.looks.look(document);
    if (this.known.has(address)) {
      if (token.isCancellationRequested) {
        this.stopped.set(address, document.getText());
      }
      this.known.set(address, found);
      this.changed.fire();
    }
  }

  /** One after the other: all notes of a workspace may be to be looked at. */
  private async lookAtWaiting(): Promise<void> {
    if (this.isLooking || this.isChecking) {
      return;
    }
    this.isLooking = true;
    for (const address of this.waiting) {
      this.waiting.delete(address);
      try {
        await this.lookNow(vscode.Uri.parse(address, true));
      } catch (error) {
        this.deps.log.error(`Looking at what is left: ${describeError(error)}`);
      }
    }
    this.isLooking = false;
  }

  /** Compares the quotations of a note where that is due; what is found has it looked at again. */
  private async compare(document: vscode.TextDocument): Promise<void> {
    const address = document.uri.toString();
    if (this.checking.due(document) > 0 && !this.comparing.has(address)) {
      const { token } = this.ending;
      this.comparing.add(address);
      this.changed.fire();
      await this.checking.checkDue(document, { token, next: () => undefined });
      this.comparing.delete(address);
      if (this.checking.due(document) > 0) {
        this.changed.fire();
      } else {
        this.look(document.uri);
      }
    }
  }

  private async lookAtFiles(observed: Observed): Promise<void> {
    const seen = this.addresses.filter(
      (note) =>
        note.scheme !== 'untitled' && (observed === 'everything' || observed.has(note.toString())),
    );
    for (const note of seen) {
      try {
        await vscode.workspace.fs.stat(note);
        this.look(note);
      } catch {
        this.forgetNote(note);
      }
    }
  }

  private forgetNote(note: vscode.Uri): void {
    if (this.known.delete(note.toString())) {
      this.changed.fire();
    }
  }
}
