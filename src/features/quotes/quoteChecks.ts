import * as vscode from 'vscode';
import type { Deps } from '../../workspace/deps';
import { Commands } from '../../host/ids';
import { whenRead } from '../../workspace/library/whenRead';
import { loadPart } from '../../host/loadPart';
import { isNote } from '../../workspace/notes/noteDocuments';
import { noteOf } from '../../workspace/notes/noteOf';
import { showStatusMessage, showInformation, showError } from '../../host/surfaces/messages';
import { DisposableStore } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import { countsText, summaryText } from '../../core/quotes/counts';
import { withLateProgress } from './lateProgress';
import type { NoteResults, QuoteResults } from './quoteResults';
import { isReport } from '../../core/quotes/report';
import type { QuotationReport } from './quotationReport';

type ChecksDeps = Pick<Deps, 'library' | 'notes' | 'bibliographies' | 'log'>;

/** Where a check says how far it is, and learns that it is to stop. */
interface Progress {
  readonly token: vscode.CancellationToken;
  readonly next: () => void;
  /** Sources are still being read: so many of how many have been. */
  readonly reading?: (done: number, total: number) => void;
}

/** Checks the quotations of notes when somebody asks, or when a note is saved, and says what was found. */
export class QuoteChecks extends DisposableStore {
  private readonly quotes = lazy(async () => {
    const { NoteQuotes } = await loadPart(
      this.deps.log,
      () => import('../../workspace/quotes/noteQuotes'),
    );
    return new NoteQuotes(this.deps);
  });
  /** Of the check of each note that is under way, by its address. */
  private readonly running = new Map<string, vscode.CancellationTokenSource>();

  constructor(
    private readonly deps: ChecksDeps,
    private readonly results: QuoteResults,
    private readonly report: QuotationReport,
  ) {
    super();
    this._register({ dispose: () => this.running.forEach((source) => source.cancel()) });
  }

  /** The command: checks the active note, and says what was found. */
  async checkActive(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !isNote(document)) {
      showStatusMessage(vscode.l10n.t('Open the note whose quotations you want to check.'));
      return;
    }
    if (isReport(document.getText())) {
      showStatusMessage(vscode.l10n.t('Quotations in a quotation report are not checked.'));
      return;
    }
    if (!(await this.hasSources())) {
      return;
    }
    const quotes = await this.quotes();
    const total = quotes.count(document);
    if (total === 0) {
      this.results.delete(document.uri);
      showStatusMessage(
        vscode.l10n.t('There are no quotations of five words or more in this note.'),
      );
      return;
    }
    await this.run(total, async (progress) => {
      await this.check(document, progress);
    });
    const known = this.results.of(document.uri);
    if (known !== undefined) {
      this.tell([known], known.checked.total);
    }
  }

  /** The command: checks all notes of the workspace, and says what was found. */
  async checkWorkspace(): Promise<void> {
    if (!(await this.hasSources())) {
      return;
    }
    const notes = await this.notesWithQuotations();
    const total = notes.reduce((sum, { quotations }) => sum + quotations, 0);
    if (total === 0) {
      showStatusMessage(
        vscode.l10n.t('There are no quotations of five words or more in the notes.'),
      );
      return;
    }
    const checked: vscode.Uri[] = [];
    let isStopped = false;
    await this.run(total, async (progress) => {
      for (const { uri } of notes) {
        if (progress.token.isCancellationRequested) {
          break;
        }
        const document = await this.open(uri);
        if (document && !progress.token.isCancellationRequested) {
          await this.check(document, progress);
          checked.push(uri);
        }
      }
      isStopped = progress.token.isCancellationRequested;
    });
    const results = checked
      .map((uri) => this.results.of(uri))
      .filter((known) => known !== undefined);
    // Counting takes titles in quotation marks for quotations.
    const seen = results.reduce((sum, known) => sum + known.checked.total, 0);
    this.tell(results, isStopped ? total : seen);
  }

  /** The command: the report on the active note or, where it has not been checked, on all that have been. */
  showReport(): void {
    const active = vscode.window.activeTextEditor?.document.uri;
    const known = active && this.results.of(active);
    const results = known ? [known] : this.results.all;
    if (results.length > 0) {
      this.report.show(results.map(({ checked }) => checked.uri));
    }
  }

  /** Checks a note that has been saved, and says nothing of it. */
  async checkSaved(document: vscode.TextDocument): Promise<void> {
    await this.deps.library.start();
    const isNothing = this.deps.library.sources.length === 0 || isReport(document.getText());
    if (isNothing || document.isClosed) {
      return;
    }
    const source = new vscode.CancellationTokenSource();
    await this.check(document, { token: source.token, next: () => undefined });
    source.dispose();
  }

  /** Checks a note and keeps what was found. A check of the same note that is under way is given up. */
  private async check(document: vscode.TextDocument, progress: Progress): Promise<void> {
    const address = document.uri.toString();
    this.running.get(address)?.cancel();
    const mine = new vscode.CancellationTokenSource();
    const listening = progress.token.onCancellationRequested(() => mine.cancel());
    this.running.set(address, mine);
    try {
      // What has not been read yet could not be compared.
      await whenRead(this.deps.library, mine.token, progress.reading);
      const quotes = await this.quotes();
      const checked = await quotes.check(document, mine.token, progress.next);
      const isLatest = this.running.get(address) === mine;
      if (isLatest && !this.isDisposed && !(document.isUntitled && document.isClosed)) {
        this.results.set(checked, noteOf(document));
      }
    } catch (error) {
      this.deps.log.error('Checking quotations', error instanceof Error ? error : String(error));
      void showError(vscode.l10n.t('The quotations could not be checked. The log says why.'));
    } finally {
      if (this.running.get(address) === mine) {
        this.running.delete(address);
      }
      listening.dispose();
      mine.dispose();
    }
  }

  private run(total: number, work: (progress: Progress) => Promise<void>): Promise<void> {
    return withLateProgress(vscode.l10n.t('Checking quotations'), async (report, token) => {
      let done = 0;
      await work({
        token,
        next: () => {
          done += 1;
          report({
            message: vscode.l10n.t('{0} of {1}', done, total),
            increment: 100 / total,
          });
        },
        reading: (read, all) =>
          report({ message: vscode.l10n.t('indexing sources, {0} of {1} done', read, all) }),
      });
    });
  }

  /** Begins to read the library; says so when there is nothing in it. */
  private async hasSources(): Promise<boolean> {
    const { library } = this.deps;
    await library.start();
    if (library.sources.length > 0) {
      return true;
    }
    const add = vscode.l10n.t('Add Sources…');
    void showInformation(vscode.l10n.t('No sources yet. Add the documents you quote.'), add).then(
      (chosen) =>
        chosen === add ? vscode.commands.executeCommand(Commands.addSources) : undefined,
    );
    return false;
  }

  /** The notes of the workspace and the open ones, without what is a source itself or a report. */
  private async notesWithQuotations(): Promise<
    readonly { readonly uri: vscode.Uri; readonly quotations: number }[]
  > {
    const sources = new Set(this.deps.library.sources.map(({ uri }) => uri.toString()));
    const quotes = await this.quotes();
    const found = [];
    this.deps.notes.forget();
    for (const note of await this.deps.notes.all()) {
      const text = sources.has(note.uri.toString()) ? undefined : await note.readText();
      if (text === undefined || isReport(text)) {
        continue;
      }
      const quotations = note.document
        ? quotes.count(note.document)
        : quotes.countIn(text, note.languageId);
      if (quotations > 0) {
        found.push({ uri: note.uri, quotations });
      } else {
        this.results.delete(note.uri);
      }
    }
    return found;
  }

  private async open(note: vscode.Uri): Promise<vscode.TextDocument | undefined> {
    try {
      return await vscode.workspace.openTextDocument(note);
    } catch (error) {
      this.deps.log.warn(`${note.toString()} could not be opened: ${String(error)}`);
      return undefined;
    }
  }

  /** @param total how many quotations were to be checked */
  private tell(results: readonly NoteResults[], total: number): void {
    const checks = results.flatMap(({ checked }) => checked.checks);
    if (checks.length === 0) {
      showStatusMessage(vscode.l10n.t('No quotation was checked.'));
      return;
    }
    const said =
      checks.length < total
        ? vscode.l10n.t(
            'Stopped after {0} of {1} quotations: {2}.',
            checks.length,
            total,
            countsText(checks, vscode.l10n),
          )
        : summaryText(checks, total, vscode.l10n);
    const show = vscode.l10n.t('Show Report');
    void showInformation(said, show).then((chosen) => {
      if (chosen === show) {
        this.report.show(results.map(({ checked }) => checked.uri));
      }
    });
  }
}
