import * as vscode from 'vscode';

/** Where a setting is to be written: in the user's own settings, unless those of the workspace decide already. */
export function settingTarget(
  config: vscode.WorkspaceConfiguration,
  setting: string,
): vscode.ConfigurationTarget {
  return config.inspect(setting)?.workspaceValue === undefined
    ? vscode.ConfigurationTarget.Global
    : vscode.ConfigurationTarget.Workspace;
}
