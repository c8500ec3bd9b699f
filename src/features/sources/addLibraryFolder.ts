import * as vscode from 'vscode';
import { libraryFolders } from '../../host/config';
import { explainFileError } from '../../host/fileFaultText';
import { Settings, SETTINGS_SECTION } from '../../host/ids';
import { chooseFolder } from '../../host/surfaces/dialogs';
import { fileSystem } from '../../worker/node';
import { showError, showStatusMessage } from '../../host/surfaces/messages';

/** The command: asks for a folder whose documents are to be sources where they lie, and puts it into the user's settings. */
export async function addLibraryFolder(ask = chooseFolder): Promise<void> {
  if (fileSystem() === undefined) {
    void showError(vscode.l10n.t('Folders outside the workspace cannot be read in a browser.'));
    return;
  }
  const folder = await ask({
    title: vscode.l10n.t('Add Library Folder'),
    button: vscode.l10n.t('Add'),
  });
  if (folder === undefined) {
    return;
  }
  const { fsPath } = folder;
  if (folder.scheme !== 'file') {
    void showError(vscode.l10n.t('Only folders on a disk or a network drive can be added.'));
    return;
  }
  const named = libraryFolders();
  if (named.some(({ path }) => path === fsPath)) {
    showStatusMessage(vscode.l10n.t('“{0}” is a library folder already.', fsPath));
    return;
  }
  try {
    await vscode.workspace
      .getConfiguration(SETTINGS_SECTION)
      .update(
        Settings.libraryFolders,
        [...named.map(({ written }) => written), fsPath],
        vscode.ConfigurationTarget.Global,
      );
  } catch (error) {
    const reason = explainFileError(error, 'write', vscode.l10n);
    void showError(vscode.l10n.t('The settings could not be changed: {0}', reason));
  }
}
