import * as vscode from 'vscode';
import type { Deps } from '../../workspace/deps';
import { addressesOf } from '../../workspace/library/sourceFiles';
import { Commands } from '../../host/ids';
import { isNote } from '../../workspace/notes/noteDocuments';
import { showStatusMessage, showInformation } from '../../host/surfaces/messages';
import { countsText, summaryText } from '../../core/quotes/counts';
import { withLateProgress } from '../../host/lateProgress';
import type { NoteQuotes } from '../../workspace/quotes/noteQuotes';
import type { CheckProgress, QuoteChecking } from '../../workspace/quotes/quoteChecking';
import type { NoteResults, QuoteResults } from '../../workspace/quotes/quoteResults';
import { isReport } from '../../core/quotes/report';
import type { QuotationReport } from './quotationReport';

type ChecksDeps = Pick<Deps, 'library' | 'notes' | 'log'>;

/** Checks the quotations of notes when somebody asks, or when a note is saved, and says what was found. */
export class QuoteChecks {
  constructor(
    private readonly deps: ChecksDeps,
    private readonly checking: QuoteChecking,
    private readonly report: QuotationReport,
  ) {}

  private get results(): QuoteResults {
    return this.checking.results;
  }

  private get quotes(): NoteQuotes {
    return this.checking.quotes;
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
    const total = this.quotes.count(document);
    if (total === 0) {
      this.results.delete(document.uri);
      showStatusMessage(
        vscode.l10n.t('There are no quotations of five words or more in this note.'),
      );
      return;
    }
    await this.run(total, async (progress) => {
      await this.checking.check(document, progress);
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
          await this.checking.check(document, progress);
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
    await this.checking.check(document, { token: source.token, next: () => undefined });
    source.dispose();
  }

  private run(total: number, work: (progress: CheckProgress) => Promise<void>): Promise<void> {
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
    const sources = addressesOf(this.deps.library.sources);
    const found = [];
    this.deps.notes.forget();
    for (const note of await this.deps.notes.all()) {
      const text = sources.has(note.uri.toString()) ? undefined : await note.readText();
      if (text === undefined || isReport(text)) {
        continue;
      }
      const quotations = note.document
        ? this.quotes.count(note.document)
        : this.quotes.countIn(text, note.languageId);
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
