import * as vscode from 'vscode';
import { explainFileError } from '../../host/fileFaultText';
import { DetailsRefused } from './sourceDetailsFiles';

/** Why what somebody says of a source could not be kept, for people. */
export function explainRefusal(error: unknown): string {
  const { l10n } = vscode;
  if (!(error instanceof DetailsRefused)) {
    return l10n.t('The details could not be saved: {0}', explainFileError(error, 'write', l10n));
  }
  return error.why === 'outside'
    ? l10n.t('The details could not be saved: {0} lies outside the workspace.', error.file.fsPath)
    : l10n.t(
        'The details could not be saved: {0} is damaged. Mend or delete it and try again.',
        error.file.fsPath,
      );
}
