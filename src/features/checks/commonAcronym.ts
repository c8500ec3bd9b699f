import * as vscode from 'vscode';
import { Settings, SETTINGS_SECTION } from '../../host/ids';
import { showStatusMessage } from '../../host/surfaces/messages';
import { settingTarget } from './settingTarget';

/** Adds an acronym, a command's argument, to those that every reader knows. */
export async function treatAsCommonAcronym(acronym: unknown): Promise<void> {
  if (typeof acronym !== 'string' || acronym === '') {
    return;
  }
  const config = vscode.workspace.getConfiguration(SETTINGS_SECTION);
  const target = settingTarget(config, Settings.checksCommonAcronyms);
  const known = config.inspect<readonly string[]>(Settings.checksCommonAcronyms);
  const before =
    (target === vscode.ConfigurationTarget.Workspace
      ? known?.workspaceValue
      : known?.globalValue) ?? [];
  if (!before.includes(acronym)) {
    await config.update(Settings.checksCommonAcronyms, [...before, acronym], target);
  }
  showStatusMessage(vscode.l10n.t('No check asks for the long form of “{0}” any more.', acronym));
}
