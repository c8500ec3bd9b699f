import * as vscode from 'vscode';

/**
 * Says that no bibliography has an entry of a key, and which ones were asked.
 *
 * @param missing those that should have been asked and are not there, or cannot be read
 */
export function unknownMessage(
  citekey: string,
  asked: readonly vscode.Uri[],
  missing: readonly vscode.Uri[],
): string {
  const { l10n } = vscode;
  const noEntry =
    asked.length === 0
      ? l10n.t('“{0}” cannot be looked up.', citekey)
      : l10n.t('No entry “{0}” in {1}.', citekey, namesOf(asked));
  const reason =
    missing.length > 0
      ? l10n.t('Not there or not readable: {0}.', namesOf(missing))
      : asked.length === 0
        ? l10n.t('This note has no bibliography.')
        : '';
  return [noEntry, reason].filter((part) => part !== '').join(' ');
}

function namesOf(uris: readonly vscode.Uri[]): string {
  return uris.map((uri) => vscode.workspace.asRelativePath(uri)).join(', ');
}
