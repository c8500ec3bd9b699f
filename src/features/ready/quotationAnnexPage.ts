import * as vscode from 'vscode';
import { REPORT_MARK } from '../../core/quotes/report';
import type { Deps } from '../../workspace/deps';
import { noteAnnex } from '../../workspace/quotes/noteAnnex';
import type { QuoteChecking } from '../../workspace/quotes/quoteChecking';

/** Opens a new note with the annex on the quotations of a note, beside it. */
export async function openQuotationAnnex(
  { library }: Pick<Deps, 'library'>,
  checking: QuoteChecking,
  document: vscode.TextDocument,
): Promise<void> {
  const annex = await noteAnnex(library, checking, document);
  if (annex !== undefined) {
    // What it quotes is not to be checked again.
    const content = `${annex}\n${REPORT_MARK}\n`;
    const page = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(page, vscode.ViewColumn.Beside);
  }
}
