import * as vscode from 'vscode';
import { Settings, SETTINGS_SECTION } from '../../host/ids';
import { showStatusMessage } from '../../host/surfaces/messages';
import { settingTarget } from './settingTarget';

/**
 * Turns the drafting checks on or off and says which: in the user's own settings, unless those of
 * the workspace decide already.
 */
export async function toggleChecks(): Promise<void> {
  const config = vscode.workspace.getConfiguration(SETTINGS_SECTION);
  const isOn = !config.get(Settings.checksEnabled, false);
  await config.update(Settings.checksEnabled, isOn, settingTarget(config, Settings.checksEnabled));
  showStatusMessage(
    isOn ? vscode.l10n.t('Drafting checks are on.') : vscode.l10n.t('Drafting checks are off.'),
  );
}
