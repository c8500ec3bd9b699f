import * as vscode from 'vscode';
import { isReport } from '../../core/quotes/report';
import { showError } from '../../host/surfaces/messages';
import { DisposableStore } from '../../util/dispose';
import type { Deps } from '../deps';
import { whenRead } from '../library/whenRead';
import { noteOf } from '../notes/noteOf';
import { NoteQuotes } from './noteQuotes';
import { type NoteResults, QuoteResults } from './quoteResults';

/** Where a check says how far it is, and learns that it is to stop. */
export interface CheckProgress {
  readonly token: vscode.CancellationToken;
  readonly next: () => void;
  /** Sources are still being read: so many of how many have been. */
  readonly reading?: (done: number, total: number) => void;
}

/** Checks the quotations of notes, and keeps what is found. */
export class QuoteChecking extends DisposableStore {
  readonly results: QuoteResults;
  readonly quotes: NoteQuotes;
  /** Of the check of each note that is under way, by its address. */
  private readonly running = new Map<string, vscode.CancellationTokenSource>();

  constructor(private readonly deps: Pick<Deps, 'library' | 'bibliographies' | 'notes' | 'log'>) {
    super();
    this.results = this._register(new QuoteResults(deps));
    this.quotes = new NoteQuotes(deps);
    this._register({ dispose: () => this.running.forEach((source) => source.cancel()) });
  }

  /** What was found of a note as it is now. */
  resultsOf(document: vscode.TextDocument): NoteResults | undefined {
    const known = this.results.of(document.uri);
    return known?.text === document.getText() ? known : undefined;
  }

  /** Whether all quotations of a note as it is now have been compared, and that still holds. */
  isFresh(document: vscode.TextDocument): boolean {
    const known = this.resultsOf(document);
    return known === undefined
      ? isReport(document.getText()) || this.quotes.count(document) === 0
      : known.changed === 'nothing' && known.checks.length === known.checked.total;
  }

  /** How many quotations of a note are to be compared until it is fresh. */
  due(document: vscode.TextDocument): number {
    return this.isFresh(document) ? 0 : this.quotes.count(document);
  }

  /** Checks a note as `check` does, unless it is fresh. */
  async checkDue(document: vscode.TextDocument, progress: CheckProgress): Promise<void> {
    if (this.due(document) > 0) {
      await this.check(document, progress);
    }
  }

  /** Checks a note and keeps what was found. A check of the same note that is under way is given up. */
  async check(document: vscode.TextDocument, progress: CheckProgress): Promise<void> {
    const address = document.uri.toString();
    this.running.get(address)?.cancel();
    const mine = new vscode.CancellationTokenSource();
    const listening = progress.token.onCancellationRequested(() => mine.cancel());
    this.running.set(address, mine);
    try {
      // What has not been read yet could not be compared.
      await whenRead(this.deps.library, mine.token, progress.reading);
      const checked = await this.quotes.check(document, mine.token, progress.next);
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
}
