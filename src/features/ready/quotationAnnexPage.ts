import * as vscode from 'vscode';
import { quotationAnnex } from '../../core/quotes/annex';
import { REPORT_MARK } from '../../core/quotes/report';
import { withLateProgress } from '../../host/lateProgress';
import { showStatusMessage } from '../../host/surfaces/messages';
import type { Deps } from '../../workspace/deps';
import { quoteNames } from '../../workspace/quotes/noteNames';
import type { QuoteChecking } from '../../workspace/quotes/quoteChecking';
import { ReadyNotes } from './readyNote';

/** Opens a new note with the annex on the quotations of a note: checked now, unless that still holds. */
export async function openQuotationAnnex(
  deps: Pick<Deps, 'library' | 'terms' | 'bibliographies'>,
  checking: QuoteChecking,
  document: vscode.TextDocument,
): Promise<void> {
  const notes = new ReadyNotes(deps, checking);
  await withLateProgress(vscode.l10n.t('Checking quotations'), async (report, token) => {
    const increment = 100 / notes.due(document);
    await notes.check(document, { token, next: () => report({ increment }) });
  });
  const known = checking.results.of(document.uri);
  if (known === undefined || known.checked.total === 0) {
    showStatusMessage(vscode.l10n.t('There are no quotations of five words or more in this note.'));
    return;
  }
  if (known.changed !== 'nothing' || known.checks.length < known.checked.total) {
    showStatusMessage(vscode.l10n.t('Not all quotations were compared.'));
    return;
  }
  const annex = quotationAnnex(
    {
      checks: known.checks,
      names: quoteNames(deps.library, known.text),
      checkedOn: known.checked.at.toLocaleDateString(vscode.env.language, { dateStyle: 'long' }),
    },
    vscode.l10n,
  );
  // What it quotes is not to be checked again.
  const content = `${annex}\n${REPORT_MARK}\n`;
  const page = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(page, vscode.ViewColumn.Beside);
}
