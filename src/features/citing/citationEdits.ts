import * as vscode from 'vscode';
import type { CitedText, CitingForm } from '../../core/citation/citable';

const KIND = vscode.DocumentDropOrPasteEditKind.Text.append('ip4Desk');

/** The kinds of edits by which citations are pasted and dropped. */
export const CITATION_KINDS: Readonly<Record<CitingForm, vscode.DocumentDropOrPasteEditKind>> = {
  quotation: KIND.append('quotation'),
  block: KIND.append('blockQuotation'),
  citation: KIND.append('citation'),
};

/** What the editor does by itself with a text. */
export const PLAIN_TEXT_KIND = vscode.DocumentDropOrPasteEditKind.Text.append('plain');

/** The forms in which a text is offered, the likeliest first. */
export function citingForms({ isDigest = false }: CitedText): readonly CitingForm[] {
  return isDigest ? ['quotation', 'citation'] : ['quotation', 'block', 'citation'];
}

/** What the list of ways to paste or drop calls a form of a text. */
export function citationTitle(form: CitingForm, { isDigest = false }: CitedText): string {
  switch (form) {
    case 'quotation':
      return isDigest
        ? vscode.l10n.t('Text with Citation')
        : vscode.l10n.t('Quotation with Citation');
    case 'block':
      return vscode.l10n.t('Block Quotation with Citation');
    case 'citation':
      return vscode.l10n.t('Citation');
  }
}
