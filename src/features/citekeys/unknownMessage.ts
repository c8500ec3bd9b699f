import * as vscode from 'vscode';
import type { NoteBibliography } from '../../host/citing/noteBibliographies';

/** Says that no bibliography has an entry of a key, and which ones were asked. */
export function unknownMessage(
  citekey: string,
  bibliographies: readonly Pick<NoteBibliography, 'uri'>[],
): string {
  const names = bibliographies.map(({ uri }) => vscode.workspace.asRelativePath(uri));
  return names.length === 0
    ? vscode.l10n.t('“{0}” cannot be looked up: this note has no bibliography.', citekey)
    : vscode.l10n.t('No entry “{0}” in {1}.', citekey, names.join(', '));
}
