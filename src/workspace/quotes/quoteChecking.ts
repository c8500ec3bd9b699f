import * as vscode from 'vscode';
import { showError } from '../../host/surfaces/messages';
import { DisposableStore } from '../../util/dispose';
import type { Deps } from '../deps';
import { whenRead } from '../library/whenRead';
import { noteOf } from '../notes/noteOf';
import { NoteQuotes } from './noteQuotes';
import { QuoteResults } from './quoteResults';

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
