import * as vscode from 'vscode';
import { Settings, SETTINGS_SECTION } from '../../host/ids';
import { showStatusMessage } from '../../host/surfaces/messages';

/** Turns the drafting checks on or off, in the workspace where there is one, and says which. */
export async function toggleChecks(): Promise<void> {
  const config = vscode.workspace.getConfiguration(SETTINGS_SECTION);
  const isOn = !config.get(Settings.checksEnabled, false);
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await config.update(Settings.checksEnabled, isOn, target);
  showStatusMessage(
    isOn ? vscode.l10n.t('Drafting checks are on.') : vscode.l10n.t('Drafting checks are off.'),
  );
}
