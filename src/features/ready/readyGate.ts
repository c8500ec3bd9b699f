import * as vscode from 'vscode';
import { isReport } from '../../core/quotes/report';
import { silencingEdits } from '../../core/ready/readyRemedies';
import { setContextKey } from '../../host/contextKeys';
import { describeError } from '../../host/fileErrors';
import { ContextKeys, SETTINGS_SECTION, Views } from '../../host/ids';
import { withLateProgress } from '../../host/lateProgress';
import { showError, showStatusMessage } from '../../host/surfaces/messages';
import type { ReportProgress } from '../../host/surfaces/progress';
import { pickItem, showPick } from '../../host/surfaces/quickPicks';
import { setBadge, tellInView } from '../../host/surfaces/trees';
import { chosenNodes } from '../../host/tree/chosenNodes';
import { TreeInView } from '../../host/tree/treeInView';
import { TreeNode } from '../../host/tree/treeNode';
import { DisposableStore } from '../../util/dispose';
import type { Deps } from '../../workspace/deps';
import type { Observed } from '../../workspace/folderWatcher';
import { isNote } from '../../workspace/notes/noteDocuments';
import type { NoteFollower } from '../../workspace/notes/noteLoop';
import type { QuoteChecking } from '../../workspace/quotes/quoteChecking';
import { makeEdits, ReadyFixes, showAt } from './readyFixes';
import { ReadyNotes, type ReadyNote } from './readyNote';
import { leftText, preferredOf, ReadyTree, remediesOf, type ReadyPlace } from './readyTree';

/** Which notes are looked at: one that somebody has asked about, or all. */
type Scope = 'note' | 'all';

/**
 * The view of what is left before notes are sent. It follows the notes until it is closed: what is
 * mended goes, and what an undo brings back comes again.
 */
export class ReadyGate extends DisposableStore implements NoteFollower {
  private readonly notes: ReadyNotes;
  private readonly fixes: ReadyFixes;
  private readonly tree: TreeInView<ReadyTree>;
  private scope: Scope = 'note';
  /** What is known of each note, by its address, in the order in which they are shown. */
  private readonly known = new Map<string, ReadyNote | undefined>();
  /** The texts of notes whose check somebody has stopped: it goes on once they are changed. */
  private readonly stopped = new Map<string, string>();
  /** The addresses of notes that are to be looked at. */
  private readonly waiting = new Set<string>();
  private isLooking = false;
  /** Whether somebody waits for the first look at all notes. */
  private isChecking = false;
  /** Counts these: one that is asked for, or the end of the view, ends the one before. */
  private round = 0;
  /** The addresses of notes whose quotations are being compared. */
  private readonly comparing = new Set<string>();

  constructor(
    private readonly deps: Deps,
    checking: QuoteChecking,
  ) {
    super();
    this.notes = new ReadyNotes(deps, checking);
    this.fixes = new ReadyFixes(deps);
    const provider = new ReadyTree(
      deps.log,
      () => [...this.known.values()].filter((note) => note !== undefined),
      () => this.scope === 'all',
    );
    this.tree = this._register(new TreeInView(Views.ready, provider));
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
    this._register({ dispose: () => this.close() });
  }

  /** The command: what is left of the active note. */
  async showActive(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !isNote(document)) {
      showStatusMessage(vscode.l10n.t('Open the note that you want to send.'));
      return;
    }
    await this.show('note', [document.uri]);
  }

  /** The command: what is left of all notes of the workspace. */
  async showAll(): Promise<void> {
    const { library, notes } = this.deps;
    await library.start();
    const sources = new Set(library.sources.map(({ uri }) => uri.toString()));
    notes.forget();
    const all: vscode.Uri[] = [];
    for (const note of await notes.all()) {
      const text = sources.has(note.uri.toString()) ? undefined : await note.readText();
      if (text !== undefined && !isReport(text)) {
        all.push(note.uri);
      }
    }
    if (all.length === 0) {
      showStatusMessage(vscode.l10n.t('There are no notes in this workspace.'));
      return;
    }
    await this.show('all', all);
  }

  /** The command: looks at the notes again. */
  async recheck(): Promise<void> {
    await (this.scope === 'all' ? this.showAll() : this.show('note', this.addresses));
  }

  /** The command: takes the view away. */
  close(): void {
    this.round += 1;
    this.isChecking = false;
    this.known.clear();
    this.stopped.clear();
    this.update();
    setContextKey(ContextKeys.readyShown, false);
  }

  /** The command, and a click: shows where something is left. */
  async open(argument: unknown): Promise<void> {
    const chosen = await this.chosen(argument);
    if (chosen !== undefined) {
      await showAt(chosen.document, chosen.place.item);
    }
  }

  /** The command: makes the preferred remedy, or asks for one where there is none; the next row is at hand then. */
  async fix(argument: unknown): Promise<void> {
    const chosen = await this.chosen(argument);
    const preferred = chosen && preferredOf(remediesOf(chosen.place));
    if (chosen !== undefined && preferred !== undefined) {
      await this.mend(chosen, () => this.fixes.make(chosen.document, chosen.place, preferred));
    } else if (chosen !== undefined) {
      await this.choose(chosen);
    }
  }

  /** The command: asks which remedy to make. */
  async showFixes(argument: unknown): Promise<void> {
    const chosen = await this.chosen(argument);
    if (chosen !== undefined) {
      await this.choose(chosen);
    }
  }

  /** The command: silences what was found where it stands. */
  async ignore(argument: unknown): Promise<void> {
    const chosen = await this.chosen(argument);
    const edits = chosen && silencingEdits(chosen.place.note.note, chosen.place.item);
    if (chosen !== undefined && edits !== undefined) {
      await this.mend(chosen, async () => {
        await makeEdits(chosen.document, edits);
        return 'done';
      });
    }
  }

  /** The notes that are looked at, in their order. */
  get addresses(): readonly vscode.Uri[] {
    return [...this.known.keys()].map((address) => vscode.Uri.parse(address, true));
  }

  look(note: vscode.Uri): void {
    const address = note.toString();
    if (this.known.has(address)) {
      this.waiting.add(address);
      void this.lookAtWaiting();
    }
  }

  private async show(scope: Scope, notes: readonly vscode.Uri[]): Promise<void> {
    const round = (this.round += 1);
    this.scope = scope;
    this.known.clear();
    this.stopped.clear();
    notes.forEach((note) => this.known.set(note.toString(), undefined));
    setContextKey(ContextKeys.readyShown, true);
    this.isChecking = true;
    this.update();
    this.deps.notes.watch();
    await vscode.commands.executeCommand(`${Views.ready}.focus`);
    try {
      await withLateProgress(vscode.l10n.t('Ready to Send'), (report, token) =>
        this.checkAll(notes, round, report, token),
      );
    } catch (error) {
      this.report(error);
    } finally {
      if (round === this.round) {
        this.isChecking = false;
        this.update();
        void this.lookAtWaiting();
      }
    }
  }

  private async checkAll(
    notes: readonly vscode.Uri[],
    round: number,
    report: ReportProgress,
    token: vscode.CancellationToken,
  ): Promise<void> {
    await this.deps.library.start();
    const increment = 100 / notes.length;
    for (const note of notes) {
      if (round !== this.round) {
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
    const message = vscode.workspace.asRelativePath(note);
    const due = this.notes.checking.due(document);
    report({ message, increment: due === 0 ? increment : 0 });
    await this.notes.checking.checkDue(document, {
      token,
      next: () => report({ increment: increment / due }),
      reading: (done, all) =>
        report({ message: vscode.l10n.t('indexing sources, {0} of {1} done', done, all) }),
    });
    if (token.isCancellationRequested) {
      this.stopped.set(address, document.getText());
    }
    const found = await this.notes.look(document);
    if (this.known.has(address)) {
      this.known.set(address, found);
      this.update();
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

  /** Shows what is known of a note at once, and compares again what has to be. */
  private async lookNow(note: vscode.Uri): Promise<void> {
    const address = note.toString();
    const document = await vscode.workspace.openTextDocument(note);
    const found = await this.notes.look(document);
    if (!this.known.has(address) || this.isDisposed) {
      return;
    }
    this.known.set(address, found);
    this.update();
    if (this.stopped.get(address) !== document.getText()) {
      this.stopped.delete(address);
      void this.compare(document);
    }
  }

  /** Compares the quotations of a note where that is due; what is found has it looked at again. */
  private async compare(document: vscode.TextDocument): Promise<void> {
    const address = document.uri.toString();
    if (this.notes.checking.due(document) > 0 && !this.comparing.has(address)) {
      const source = new vscode.CancellationTokenSource();
      this.comparing.add(address);
      this.update();
      await this.notes.checking.checkDue(document, { token: source.token, next: () => undefined });
      source.dispose();
      this.comparing.delete(address);
      if (this.notes.checking.due(document) > 0) {
        this.update();
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
      if (this.known.size === 0) {
        this.close();
      } else {
        this.update();
      }
    }
  }

  /** A row, in its note as that is now; `undefined` when it is not left any more. */
  private async chosen(argument: unknown): Promise<Chosen | undefined> {
    const [node] =
      argument instanceof TreeNode ? [argument] : ((await chosenNodes([this.tree.view])) ?? []);
    const before = node && this.tree.provider.placeOf(node);
    if (node === undefined || before === undefined) {
      return undefined;
    }
    const document = await vscode.workspace.openTextDocument(before.note.uri);
    if (document.getText() !== before.note.note.text) {
      await this.lookNow(document.uri);
    }
    this.tree.provider.flush();
    const rows = this.tree.provider.rows();
    const at = rows.findIndex(({ id }) => id === node.id);
    const row = rows[at];
    const place = row && this.tree.provider.placeOf(row);
    if (place === undefined) {
      showStatusMessage(vscode.l10n.t('This is not left any more.'));
      return undefined;
    }
    return { document, place, at };
  }

  private async choose(chosen: Chosen): Promise<void> {
    const remedies = remediesOf(chosen.place);
    if (remedies.length === 0) {
      await showAt(chosen.document, chosen.place.item);
      return;
    }
    const picked = await showPick(
      remedies.map((remedy) => ({ ...pickItem({ label: remedy.title }), remedy })),
      {
        title: vscode.l10n.t('Ready to Send'),
        placeholder: vscode.l10n.t('Choose what to do'),
      },
    );
    if (picked !== undefined) {
      await this.mend(chosen, () => this.fixes.make(chosen.document, chosen.place, picked.remedy));
    }
  }

  /** Does something about a row; where that has changed the note, the next row is at hand then. */
  private async mend({ document, place, at }: Chosen, mend: () => Promise<'done' | 'writing'>) {
    const { version } = document;
    if (document.getText() !== place.note.note.text) {
      showStatusMessage(vscode.l10n.t('The note has changed meanwhile.'));
      return;
    }
    const done = await mend();
    if (document.version === version) {
      return;
    }
    await this.lookNow(document.uri);
    const rows = this.tree.provider.rows();
    const next = rows[Math.min(at, rows.length - 1)];
    if (next !== undefined && done !== 'writing' && this.tree.view.visible) {
      await this.tree.view.reveal(next, { select: true, focus: true });
    }
  }

  private update(): void {
    const notes = [...this.known.values()];
    const count = notes.reduce((sum, note) => sum + (note?.items.length ?? 0), 0);
    const isWhole = !this.isChecking && notes.every((note) => note?.isWhole === true);
    const isDone = isWhole && count === 0 && notes.length > 0;
    const { view, provider } = this.tree;
    provider.refresh();
    provider.flush();
    setContextKey(ContextKeys.readyDone, isDone);
    tellInView(view, isDone || notes.length === 0 ? '' : this.message(count, isWhole));
    setBadge(
      view,
      count === 0
        ? undefined
        : { value: count, tooltip: leftText(count, vscode.l10n.t('Ready to Send')) },
    );
  }

  /** "brief.md: 5 left", and what is still to be known. */
  private message(count: number, isWhole: boolean): string {
    const [note] = this.addresses;
    const name = note && vscode.workspace.asRelativePath(note).replace(/^.*[\\/]/, '');
    const isOne = this.scope === 'note' && name !== undefined;
    const left = leftText(count, isOne ? name : vscode.l10n.t('All notes'));
    const pending = this.isChecking
      ? vscode.l10n.t('Checking…')
      : this.comparing.size > 0
        ? vscode.l10n.t('Comparing quotations…')
        : vscode.l10n.t('Not all quotations were compared. Check again.');
    return isWhole ? left : `${left} · ${pending}`;
  }

  private report(error: unknown): void {
    this.deps.log.error(`Looking at what is left: ${describeError(error)}`);
    void showError(vscode.l10n.t('The note could not be looked at. The log says why.'));
  }
}

/** A row that a command is about. */
interface Chosen {
  readonly document: vscode.TextDocument;
  readonly place: ReadyPlace;
  /** Its place among the rows. */
  readonly at: number;
}
