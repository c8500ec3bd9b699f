import * as vscode from 'vscode';
import type { KnownTerm } from '../../core/terms/knownTerm';
import { pickItem, showPick } from '../../host/surfaces/quickPicks';
import { oneLine } from './lines';

/** Asks which of the terms that share a wording is meant, if there are several. `undefined` when the user does not say. */
export async function pickTerm(terms: readonly KnownTerm[]): Promise<KnownTerm | undefined> {
  if (terms.length < 2) {
    return terms[0];
  }
  const items = terms.map((term) =>
    pickItem({
      term,
      label: oneLine(term.name),
      description:
        term.origin.kind === 'pack'
          ? vscode.l10n.t('Built-in library')
          : oneLine(term.origin.label),
      detail: oneLine(term.definition),
    }),
  );
  const picked = await showPick(items, {
    title: vscode.l10n.t('Several definitions'),
    placeholder: vscode.l10n.t('The nearest one comes first'),
  });
  return picked?.term;
}
