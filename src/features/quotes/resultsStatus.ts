import * as vscode from 'vscode';
import { Commands, SETTINGS_SECTION } from '../../host/ids';
import { NOTE_LANGUAGES } from '../../core/note/languageIds';
import { DisposableStore } from '../../util/dispose';
import { findingOf, isGrave } from '../../core/quotes/findings';
import { summaryText } from '../../core/quotes/counts';
import type { NoteResults, QuoteResults } from '../../workspace/quotes/quoteResults';
import { createLanguageStatus, setLanguageStatus } from '../../host/surfaces/statusBar';

/** Says of the active note, in the status of its language, what its quotations are and whether that still holds. */
export class ResultsStatus extends DisposableStore {
  private item: vscode.LanguageStatusItem | undefined;

  constructor(private readonly results: QuoteResults) {
    super();
    this._register(vscode.window.onDidChangeActiveTextEditor(() => this.update()));
    this._register(results.onDidChange(() => this.update()));
    this._register({ dispose: () => this.item?.dispose() });
    this.update();
  }

  private update(): void {
    const note = vscode.window.activeTextEditor?.document.uri;
    const known = note && this.results.of(note);
    if (known === undefined || this.isDisposed) {
      this.item?.dispose();
      this.item = undefined;
      return;
    }
    this.item ??= createLanguageStatus(`${SETTINGS_SECTION}.quotes`, NOTE_LANGUAGES);
    show(this.item, known);
  }
}

function show(item: vscode.LanguageStatusItem, { checked, checks, changed }: NoteResults): void {
  const verbatim = checks.filter(({ verdict }) => verdict === 'verbatim').length;
  const hasProblems = checks.some((check) => isGrave(findingOf(check)));
  const isStale = changed !== 'nothing';
  const staleness = !isStale
    ? ''
    : changed === 'note'
      ? vscode.l10n.t('outdated')
      : vscode.l10n.t('outdated (sources changed)');
  setLanguageStatus(item, {
    name: vscode.l10n.t('Quotations'),
    // Short, since the command stands behind it: the report has all the counts.
    text: vscode.l10n.t('{0} of {1} quotations verbatim', verbatim, checks.length),
    detail:
      staleness === '' && checks.length < checked.total
        ? vscode.l10n.t('{0} of {1} checked', checks.length, checked.total)
        : staleness,
    isWarning: hasProblems || isStale,
    spoken: [staleness, summaryText(checks, checks.length, vscode.l10n)].filter(Boolean).join(': '),
    command: isStale
      ? { command: Commands.checkQuotations, title: vscode.l10n.t('Check Again') }
      : { command: Commands.showQuotationReport, title: vscode.l10n.t('Show Report') },
  });
}
