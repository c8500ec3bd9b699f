import * as vscode from 'vscode';
import { quotationAnnex } from '../../core/quotes/annex';
import { withLateProgress } from '../../host/lateProgress';
import { showStatusMessage } from '../../host/surfaces/messages';
import type { Deps } from '../deps';
import { quoteNames } from './noteNames';
import type { QuoteChecking } from './quoteChecking';

/**
 * The annex on the quotations of a note, as Markdown. They are checked now, unless what was found
 * still holds.
 * @returns `undefined` when there are none, or not all were compared; the user has been told
 */
export async function noteAnnex(
  library: Deps['library'],
  checking: QuoteChecking,
  document: vscode.TextDocument,
): Promise<string | undefined> {
  const { l10n } = vscode;
  await withLateProgress(l10n.t('Checking quotations'), async (report, token) => {
    const increment = 100 / checking.due(document);
    await checking.checkDue(document, { token, next: () => report({ increment }) });
  });
  const known = checking.results.of(document.uri);
  if (known === undefined || known.checked.total === 0) {
    showStatusMessage(l10n.t('There are no quotations of five words or more in this note.'));
    return undefined;
  }
  if (!checking.isFresh(document)) {
    showStatusMessage(l10n.t('Not all quotations were compared.'));
    return undefined;
  }
  const { checks, checked, text } = known;
  const checkedOn = checked.at.toLocaleDateString(vscode.env.language, { dateStyle: 'long' });
  return quotationAnnex({ checks, names: quoteNames(library, text), checkedOn }, l10n);
}
